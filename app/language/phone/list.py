"""What a family's own list says: added, full, how many, and what leaves the phone with it."""

from ...domain.text import N_, NN_

LIST: dict[str, str | tuple[str, str]] = {
    "list_add": N_("Ajouter à ma liste"),
    "list_remove": N_("Enlever de ma liste"),
    "list_full": N_("Votre liste est pleine : {most} lieux au plus. Enlevez-en un."),
    "list_unkept": N_("Ce téléphone ne peut rien garder (navigation privée ?) : la liste ne peut pas se faire ici."),
    "list_see": NN_("Voir ma liste ({count} lieu)", "Voir ma liste ({count} lieux)"),
    "list_dated": N_("Données : {month}"),
}
