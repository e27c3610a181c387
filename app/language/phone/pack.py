"""What the card that keeps a neighbourhood says."""

from ...domain.text import N_

PACK: dict[str, str | tuple[str, str]] = {
    "pack_title_kept": N_("Ce quartier est dans mon téléphone"),
    "pack_keep": N_("Garder"),
    "pack_update": N_("Mettre à jour"),
    "pack_change": N_("Garder ce choix"),
    "pack_resume": N_("Reprendre"),
    "pack_repair": N_("Réparer"),
    "pack_again": N_("Réessayer"),
    "pack_sized": N_("{action} · {size}"),
    "pack_moment": N_("{day} à {time}"),
    "pack_starting": N_("On regarde ce qui manque…"),
    "pack_downloading": N_("Ça arrive…"),
    "pack_progress": N_("{bytes} sur {total}"),
    "pack_verifying": N_("On vérifie chaque fichier…"),
    "pack_ready": N_("Prêt sans réseau ✓ {moment}, édition {number} ({date})."),
    "pack_stale": N_("Une édition plus récente existe."),
    "pack_unfinished": N_("Le téléchargement s’est arrêté en chemin. Ce qui est arrivé est gardé."),
    "pack_network": N_("Le réseau ne répond pas. Ce qui est arrivé est gardé : reprenez quand il revient."),
    "pack_gone": N_("Le quartier vient de changer. Réessayez dans un instant."),
    "pack_garbled": N_("Un fichier est arrivé abîmé : il n’a pas été gardé. Réessayez, ou changez de réseau."),
    "pack_damaged": N_("Un fichier gardé est abîmé ou manque. Réparer ne reprend que celui-là."),
    "pack_evicted": N_("Ce téléphone a effacé le quartier gardé pour faire de la place."),
    "pack_full": N_("Plus de place dans ce téléphone. Libérez-en ({size}), puis réessayez."),
    "pack_shell": N_("L’application n’est pas encore entière dans ce téléphone. Réessayez dans un instant."),
    "pack_old_works": N_("Ce qui était gardé marche toujours."),
    "pack_insecure": N_(
        "À cette adresse, le téléphone refuse de garder des pages : elle n’est pas sécurisée. "
        "Il faut une adresse qui commence par https."
    ),
    "pack_old": N_(
        "Ce navigateur est trop ancien pour garder tout un quartier. Mettez-le à jour, ou essayez avec un autre."
    ),
    "pack_blocked": N_("Ce navigateur refuse de garder des pages : c’est le cas en navigation privée."),
    "pack_in_app": N_(
        "Vous lisez cette page dans une autre application, qui ne peut rien garder. "
        "Ouvrez-la dans votre navigateur : menu ⋮ ou ⋯, puis « Ouvrir dans le navigateur »."
    ),
    "pack_checked": N_("Tout a été relu, fichier par fichier : {moment}."),
    "pack_spared": N_("Ce téléphone a promis de ne rien effacer."),
    "pack_not_spared": N_("Si la place manque, ce téléphone pourrait l’effacer : cette page le dirait."),
    "pack_sure": N_("Effacer {size} de ce téléphone ? Les pages ne s’ouvriront plus sans réseau."),
    "pack_install_ios": N_(
        "Sur un iPhone, d’abord : touchez Partager, puis « Sur l’écran d’accueil », et gardez le quartier depuis "
        "cette nouvelle icône. Sinon l’iPhone efface tout après 7 jours sans visite."
    ),
    "pack_install_in_app": N_(
        "Vous lisez cette page dans une autre application : ce qu’elle garde ne sert que là. "
        "Ouvrez-la plutôt dans votre navigateur (menu ⋮ ou ⋯)."
    ),
    "pack_install_android": N_("Pour le retrouver d’un geste : menu ⋮, puis « Ajouter à l’écran d’accueil »."),
    "pack_install_samsung": N_(
        "Pour le retrouver d’un geste : menu ≡, puis « Ajouter la page à » et « Écran d’accueil »."
    ),
    "pack_install_firefox": N_("Pour le retrouver d’un geste : menu ⋮, puis « Installer »."),
}
