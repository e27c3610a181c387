"""What the ready card of a walk says: what was read again from this phone, and what is missing."""

from ...domain.text import N_, NN_

READY: dict[str, str | tuple[str, str]] = {
    "ready_unkept": N_("Gardez d’abord le quartier, ci-dessus : tout ce qu’il faut à cette balade vient avec."),
    "ready_untried": N_("Le quartier est gardé. Essayez ici, avant de partir : tout sera relu sans le réseau."),
    "ready_reading": N_("On relit chaque fichier, sans le réseau…"),
    "ready_ready": N_("Prête sans réseau ✓"),
    "ready_read": N_("{files}, {size}, à {moment}."),
    "ready_files": NN_("{count} fichier relu", "{count} fichiers relus"),
    "ready_missing": NN_(
        "Il manque {count} fichier : touchez « Vérifier » ci-dessus, avec du réseau.",
        "Il manque {count} fichiers : touchez « Vérifier » ci-dessus, avec du réseau.",
    ),
}
