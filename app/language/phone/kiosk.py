"""What the touch screen of a kiosk says by itself."""

from ...domain.text import NN_

KIOSK: dict[str, str | tuple[str, str]] = {
    "kiosk_still": NN_(
        "Sans réponse, l’écran s’efface dans {count} seconde.", "Sans réponse, l’écran s’efface dans {count} secondes."
    ),
}
