"""What a map that moves says."""

from ...domain.text import N_, NN_

MOVING_MAP: dict[str, str | tuple[str, str]] = {
    "map_cluster": NN_("{count} lieu : {names}", "{count} lieux : {names}"),
    "map_go": N_("Y aller à pied"),
    "map_fingers": N_("Deux doigts pour déplacer le plan"),
    "map_wheel": N_("Ctrl + molette pour agrandir le plan"),
    "map_refused": N_(
        "Ce téléphone ne veut pas dire où vous êtes. Vous pouvez le permettre dans ses réglages. Le plan marche sans."
    ),
    "map_nowhere": N_("Ce téléphone ne trouve pas où vous êtes. Essayez dehors, loin des murs."),
    "map_stays": N_("Le plan détaillé n’est pas venu : le plan simple reste là."),
    "map_offer": N_("Charger le plan détaillé ({size})"),
    "map_far": N_("Vous êtes loin de ce quartier : il n’est pas sur ce plan."),
}
