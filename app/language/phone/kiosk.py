"""What the touch screen of a kiosk says by itself."""

from ...domain.text import N_, NN_

KIOSK: dict[str, str | tuple[str, str]] = {
    "kiosk_still": NN_(
        "Sans réponse, l’écran s’efface dans {count} seconde.", "Sans réponse, l’écran s’efface dans {count} secondes."
    ),
    "kiosk_pin": N_("Code de bénévole ?"),
    "kiosk_printing": N_("On imprime…"),
    "kiosk_print_anyway": N_("Touchez encore « Imprimer » pour imprimer quand même."),
    "kiosk_asks_ticket": N_("Touchez les huit signes de votre code de suivi."),
    "kiosk_asks_pin": N_("Code de bénévole ?"),
    "kiosk_asks_code": N_("Le code du papier, à côté du carré ?"),
    "kiosk_asks_number": N_("Le numéro du papier ?"),
    "kiosk_few_ticket": N_("Il manque des signes : le code en a huit."),
    "kiosk_few_pin": N_("Tapez votre code de bénévole."),
    "kiosk_few_code": N_("Il manque des signes : ce code en a six."),
    "kiosk_few_number": N_("Tapez le numéro du papier."),
    "kiosk_asking": N_("On demande…"),
    "kiosk_no_fate": N_(
        "Ce code ne dit rien : il a une faute, ou il a plus de six mois. Vérifiez ses huit signes ; il n’y a ni I, "
        "ni L, ni O, ni U."
    ),
    "kiosk_answer_there": N_("Répondez avec votre téléphone et ce code, ou demandez à la personne du kiosque."),
    "kiosk_codes_away": N_(
        "Le réseau est coupé : on ne peut pas répondre maintenant. Le code reste bon : réessayez plus tard."
    ),
    "kiosk_print_away": N_("Le serveur n’a pas répondu : rien n’a été imprimé."),
}
