"""What the studio says when a sheet is drawn again, and what the page of a run does."""

from ...domain.text import N_, NN_

STUDIO: dict[str, str | tuple[str, str]] = {
    "studio_missed": N_(
        "La feuille n’a pas pu être redessinée : le serveur n’a pas répondu. Changez un choix pour réessayer."
    ),
    "studio_run": N_("Feuille {done} sur {total}"),
    "studio_pages": NN_("{count} page", "{count} pages"),
}
