"""What the page says that a walk is led with: only that page carries it.

`{place}` is a stop as it is called, `{distance}` and `{time}` come with their units.
"""

from ...domain.text import N_, NN_

LEADING: dict[str, str | tuple[str, str]] = {
    "lead_progress": N_("Étape {number} sur {total}"),
    "lead_all_done": N_("Toutes les étapes sont faites"),
    "lead_next": N_("Étape suivante"),
    "lead_first": N_("Première étape"),
    "lead_finished": N_("La balade est finie"),
    "lead_resume": N_("Reprendre la balade de {time} ? Étape {number} sur {total}."),
    "lead_resume_done": N_("Reprendre la balade de {time} ? Toutes les étapes sont faites."),
    "lead_left": N_("{distance} · environ {time}"),
    "lead_next_door": N_("juste à côté"),
    "lead_here": N_("Ici : {place}"),
    "lead_arrived": N_("Vous semblez être arrivés : {place}. Touchez « Nous y sommes »."),
    "lead_same_door": N_("L’étape suivante est juste à côté : {place}."),
    "lead_later": N_("Vous semblez être déjà à l’étape {number} : {place}."),
    "lead_off": N_("Vous semblez être sortis du chemin. L’étape est à {distance} à vol d’oiseau."),
    "lead_unkept": N_(
        "Ce téléphone ne garde rien : si la page se ferme, les étapes faites et les comptes seront perdus."
    ),
    "lead_no_position": N_("Vous menez sans position : la liste et le bouton suffisent."),
    "lead_refused": N_("Ce téléphone ne dit pas où vous êtes : la liste et le bouton suffisent."),
    "lead_searching": N_("Recherche de votre position…"),
    "lead_poor": N_("Position incertaine, à {distance} près : fiez-vous aux rues."),
    "lead_fix": N_("Position à {distance} près."),
    "lead_old_fix": N_("Dernière position il y a {time}."),
    "lead_awake": N_("Écran allumé"),
    "lead_asleep": N_("L’écran peut s’éteindre"),
    "lead_on_time": N_("à l’heure · fin vers {end}"),
    "lead_late": N_("{time} de retard · fin vers {end}"),
    "lead_early": N_("{time} d’avance · fin vers {end}"),
    "lead_at": N_("Arrivés à {time}"),
    "lead_skipped": N_("Étape passée"),
    "lead_is_next": N_("C’est l’étape suivante"),
    "lead_go": N_("Y aller maintenant"),
    "lead_changed": N_("Cette balade a changé depuis votre départ : la prochaine fois, vous aurez la nouvelle."),
    "lead_ended": N_("La balade a duré {time}."),
    "lead_own_position": N_("Vous êtes près de : latitude {lat}, longitude {lon} (à {distance} près, à {time})."),
    "lead_position_unknown": N_("Ce téléphone ne sait pas où vous êtes : lisez une plaque de rue."),
    "lead_nearest": N_("L’étape la plus proche : {place}, {address}."),
    "lead_last_stop": N_("D’après la liste, vous êtes près de : {place}, {address}."),
    "lead_not_counted": N_("pas compté"),
    "lead_before": N_("avant : {number}"),
    "lead_count": N_("{time} : nous sommes {people}"),
    "lead_join": N_("{time} : arrivent {people}"),
    "lead_leave": N_("{time} : s’en vont {people}"),
    "lead_differs": N_("Le compte n’est pas celui d’avant : {what}."),
    "lead_differs_in": N_("{sort} : {number} au lieu de {expected}"),
    "lead_note_undo": N_("Annuler"),
    "lead_note_left": N_("a quitté ce téléphone"),
    "lead_note_back": N_("Repris : rien n’est envoyé."),
    "lead_note_gone": N_("Trop tard : c’est parti."),
    "lead_note_unkept": N_("Ce téléphone ne garde rien : cette note ne partira pas. Écrivez-la sur un papier."),
    "hand_code": N_("Le code à scanner avec l’autre téléphone"),
    "hand_read": N_("Partie à {time}. {stand}. Le groupe : {people}."),
    "hand_nearer": N_("Rapprochez le téléphone, ou tapez les lettres."),
    "hand_no_camera": N_("L’appareil photo ne s’ouvre pas ici : tapez les lettres."),
    "hand_garbled": N_("Ce code n’est pas juste : une lettre manque ou a été mal lue. Relisez-le."),
    "hand_other_walk": N_("Ce code est celui d’une autre balade : ouvrez la même que l’autre personne."),
    "hand_other_edition": N_(
        "Les deux téléphones n’ont pas la même édition de cette balade. Mettez les deux à jour, "
        "ou recommencez à la main."
    ),
    "lead_closes": N_("{place} ferme à {time}, avant votre arrivée vers {arrival}."),
    "lead_shut": N_("{place} sera fermé à votre arrivée, vers {arrival}."),
    "lead_leave_out": N_("Passer cette étape"),
    "lead_out_of_time": N_("plus d’horaire tenu : trop loin de l’heure du départ"),
    "lead_adults": NN_("{count} adulte", "{count} adultes"),
    "lead_children": NN_("{count} enfant", "{count} enfants"),
    "lead_pushchairs": NN_("{count} poussette", "{count} poussettes"),
    "lead_notes_walk": N_("Pour toute la balade"),
    "lead_notes_emergency": N_("S’il arrive quelque chose"),
    "lead_notes_session": N_("Pour les jours de balade"),
    "lead_notes_host": N_("Qui vous attend : {host}"),
    "lead_notes_no_code": N_("Un code a dix signes, des chiffres et des lettres, par exemple 7K2QB 0XMPA."),
    "lead_notes_opening": N_("Ouverture…"),
    "lead_notes_wrong": N_(
        "Ce code n’ouvre pas les notes de cette balade : relisez-le, ou demandez celui d’aujourd’hui."
    ),
    "lead_notes_none": N_("Cette balade n’a pas de notes pour la personne qui mène."),
    "lead_notes_no_network": N_(
        "Il faut le réseau une fois pour ouvrir les notes. Elles restent ensuite dans ce téléphone, sans réseau."
    ),
    "lead_notes_no_https": N_("Les notes ne s’ouvrent qu’à l’adresse du site qui commence par https://."),
    "lead_notes_unkept": N_("Ce téléphone ne garde pas les notes : gardez cette page ouverte."),
    "lead_notes_changed": N_("Ces notes ont changé depuis : avec le nouveau code, vous lirez les nouvelles."),
    "lead_from_here": N_("à {distance} d’ici"),
    "lead_from_next": N_("à {distance} de l’étape"),
}
