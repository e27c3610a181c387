"""What the form of a report and the page of the outbox say: on its way, kept, arrived, refused, or given by hand."""

from ...domain.text import N_, NN_

OUTBOX: dict[str, str | tuple[str, str]] = {
    "outbox_sending": N_("Gardé sur ce téléphone. On l’envoie…"),
    "outbox_thanks": N_("Merci ! Votre message est arrivé. Une personne du quartier le lira."),
    "outbox_thanks_ticket": N_(
        "Merci ! Votre message est arrivé. Une personne du quartier le lira. Votre code de suivi : {ticket}"
    ),
    "outbox_kept": NN_(
        "Gardé sur ce téléphone, part dès que le réseau revient ({count} en attente).",
        "Gardé sur ce téléphone, part dès que le réseau revient ({count} en attente).",
    ),
    "outbox_refused_kept": N_("Votre texte reste gardé sur ce téléphone."),
    "outbox_unkept_sending": N_("Ce téléphone ne peut rien garder (navigation privée ?). On envoie tout de suite…"),
    "outbox_unkept": N_(
        "Pas de réseau, et ce téléphone ne peut rien garder. Votre texte est toujours là : réessayez, ou donnez-le "
        "autrement."
    ),
    "outbox_static": N_(
        "Cette copie du site ne reçoit pas de messages. Le vôtre est prêt : donnez-le à quelqu’un du quartier."
    ),
    "outbox_draft": N_("Vous aviez commencé un message : le voici."),
    "outbox_empty": N_("Choisissez ce qui a changé, ou écrivez quelques mots."),
    "outbox_long": N_("C’est trop long : {most} signes au plus. Rien n’est effacé, raccourcissez un peu."),
    "outbox_copied": N_("Le texte est copié : collez-le dans un message."),
}

OUTBOX_PAGE: dict[str, str | tuple[str, str]] = {
    "outbox_since": N_("écrit le {when}"),
    "outbox_photo": N_("avec une photo"),
    "outbox_photo_left": N_("il reste sa photo à envoyer"),
    "outbox_undo": N_("Supprimé. Le remettre"),
    "outbox_trying": N_("On essaie…"),
    "outbox_all_gone": N_("Tout est parti. Merci !"),
    "outbox_stays": N_("Le réseau n’est pas là. Rien n’est perdu."),
    "outbox_state_new": N_("Sur ce téléphone, pas encore envoyé"),
    "outbox_state_waits": N_("Essayé, pas encore reçu ; il repartira tout seul"),
    "outbox_state_leaves": N_("En train de partir…"),
    "outbox_received_on": N_("reçu le {when}"),
    "outbox_last_success": N_("Dernier message reçu : {when}."),
    "outbox_trouble_away": N_("Dernier essai, {when} : pas de réseau, ou le site ne répond pas."),
    "outbox_trouble_busy": N_("Dernier essai, {when} : le site est occupé et demande d’attendre."),
    "outbox_trouble_gate": N_(
        "Dernier essai, {when} : un autre a répondu à la place du site, souvent la page d’entrée d’un Wi-Fi. "
        "Entrez-y, puis envoyez."
    ),
    "outbox_trouble_refused": N_("Dernier essai, {when} : un message n’a pas été accepté, voyez pourquoi."),
}
