"""What the touch screen of a kiosk says by itself."""

from ...domain.text import N_, NN_

KIOSK: dict[str, str | tuple[str, str]] = {
    "kiosk_still": NN_(
        "Sans réponse, l’écran s’efface dans {count} seconde.", "Sans réponse, l’écran s’efface dans {count} secondes."
    ),
    "kiosk_pin": N_("Code de bénévole ?"),
    "kiosk_printing": N_("On imprime…"),
    "kiosk_print_anyway": N_("Touchez encore « Imprimer » pour imprimer quand même."),
    "kiosk_print_away": N_("Le serveur n’a pas répondu : rien n’a été imprimé."),
}
