"""What a round on foot says: how far it is, what was noted at a door, and what the desk made of it."""

from ...domain.text import N_, NN_

ROUND: dict[str, str | tuple[str, str]] = {
    "round_what": N_("Tournée"),
    "round_progress": N_("{territory} : {done} sur {all} portes"),
    "round_part": N_("Vous êtes le numéro {part} sur {parts} : ce bout du chemin est à vous."),
    "round_waiting": NN_("{count} fiche attend sur ce téléphone", "{count} fiches attendent sur ce téléphone"),
    "round_none_waits": N_("Rien n’attend sur ce téléphone."),
    "round_ready": N_("Prête : cette page marche sans réseau."),
    "round_not_ready": N_("Restez connecté un instant : cette page n’est pas encore gardée."),
    "round_all_true": N_("Tout est encore juste"),
    "round_rest_true": N_("Noter, et le reste est juste"),
    "round_no_answer": N_("Touchez d’abord ce que vous avez vu."),
    "round_no_words": N_("Écrivez ce qui a changé, ou prenez-le en photo."),
    "round_no_day": N_("Dites jusqu’à quel jour c’est fermé."),
    "round_begun": N_("Commencée"),
    "round_kept": N_("Noté à {clock}, encore sur ce téléphone"),
    "round_gone": N_("Envoyé"),
    "round_said_applied": N_("Reçu : c’est daté d’aujourd’hui, merci."),
    "round_said_already": N_("Reçu : la fiche le disait déjà."),
    "round_said_waits": N_("Reçu : la coordination va lire."),
    "round_said_expired": N_("Reçu, mais la tournée était finie : la coordination décidera."),
    "round_said_revoked": N_("Reçu, mais la tournée n’était plus à vous : la coordination décidera."),
    "round_back": N_("La fiche est revenue comme elle était : rien n’est parti."),
    "round_too_late": N_("Elle est déjà partie : dites-le à la coordination, qui peut revenir en arrière."),
    "round_near": N_("Vous êtes devant."),
    "round_far": N_("Vous semblez à {distance} de cette porte."),
    "round_unlocated": N_("Ce téléphone ne dit pas où il est : continuez sans."),
}
