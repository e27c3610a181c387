"""What the form of a report and the sheet of the outbox say: on its way, kept, arrived, refused, or given by hand."""

from ...domain.text import N_, NN_

OUTBOX: dict[str, str | tuple[str, str]] = {
    "outbox_sending": N_("Gardé sur ce téléphone. On l’envoie…"),
    "outbox_thanks": N_("Merci ! Votre message est arrivé. Une personne du quartier le lira."),
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
    "outbox_since": N_("écrit le {when}"),
    "outbox_photo": N_("avec une photo"),
    "outbox_photo_left": N_("il reste sa photo à envoyer"),
    "outbox_undo": N_("Supprimé. Le remettre"),
    "outbox_trying": N_("On essaie…"),
    "outbox_all_gone": N_("Tout est parti. Merci !"),
    "outbox_stays": N_("Le réseau n’est pas là. Rien n’est perdu."),
    "outbox_copied": N_("Le texte est copié : collez-le dans un message."),
}
