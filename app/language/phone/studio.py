"""What the studio says when a sheet is drawn again, and what the page of a run does."""

from ...domain.text import N_, NN_

STUDIO: dict[str, str | tuple[str, str]] = {
    "studio_missed": N_(
        "La feuille n’a pas pu être redessinée : le serveur n’a pas répondu. Changez un choix pour réessayer."
    ),
    "studio_run": N_("Feuille {done} sur {total}"),
    "studio_printer_kept": N_("« {name} » est gardée sur cette machine."),
    "studio_printer_unkept": N_("Cette machine refuse de garder : notez ces nombres sur l’imprimante."),
    "studio_printer_unnamed": N_("Donnez-lui d’abord un nom."),
    "studio_pages": NN_("{count} page", "{count} pages"),
}
