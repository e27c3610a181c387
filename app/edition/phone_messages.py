"""The sentences that scripts say on the phone: key → French text, translated like every other one.

Keys are what the scripts ask for (`say("open_until", {time})`); `NN_` is a singular and a plural.
"""

from ..domain.text import N_, NN_

PHONE_MESSAGES: dict[str, str | tuple[str, str]] = {
    "results": NN_("{count} lieu", "{count} lieux"),
    "results_ask": NN_("et {count} à demander", "et {count} à demander"),
    "results_guess": N_("Rien ne s’écrit tout à fait ainsi. Le plus proche :"),
    "nearest_me": N_("Du plus proche au plus loin de vous."),
    "walk_from_here": N_("environ {time} à pied d’ici"),
    "walk_from_college": N_("environ {time} à pied du collège"),
    "walk_from_school": N_("environ {time} à pied de l’école"),
    "for_children": NN_("Pour {some} de vos {count} enfants", "Pour {some} de vos {count} enfants"),
    "show_results": NN_("Voir {count} lieu", "Voir {count} lieux"),
    "filters": N_("Filtrer"),
    "filters_on": NN_("Filtrer ({count} choisi)", "Filtrer ({count} choisis)"),
    "remove_filter": N_("Retirer le filtre « {name} »"),
    "age_years": NN_("{count} an", "{count} ans"),
    "age_months": NN_("{count} mois", "{count} mois"),
    "searching": N_("On cherche où vous êtes…"),
    "near_denied": N_(
        "Ce téléphone ne veut pas dire où vous êtes. Vous pouvez le permettre dans ses réglages. "
        "La liste reste rangée depuis l’école."
    ),
    "near_unknown": N_(
        "Ce téléphone ne trouve pas où vous êtes. Essayez dehors. La liste reste rangée depuis l’école."
    ),
    "near_private": N_("Votre position reste dans ce téléphone."),
    "empty_words": N_("Rien ne correspond à « {words} »."),
    "empty_filters": N_("Aucun lieu connu ne répond à tout cela."),
    "empty_advice": N_("Le plus simple :"),
    "without_filter": NN_("Sans « {name} » : {count} lieu", "Sans « {name} » : {count} lieux"),
    "without_words": NN_("Sans les mots cherchés : {count} lieu", "Sans les mots cherchés : {count} lieux"),
    "whole_list": N_("Revoir toute la liste"),
    "data_missing": N_("La recherche a besoin du réseau une première fois. Réessayez quand il revient."),
    "edition": N_("édition {number}, {date}"),
    "edition_kept": N_("édition {number}, {date}, gardée dans ce téléphone"),
    "edition_age": NN_("faite il y a {count} jour", "faite il y a {count} jours"),
    "share_copied": N_("L’adresse est copiée : collez-la dans un message."),
    "share_address": N_("L’adresse à donner : {address}"),
    "map_cluster": NN_("{count} lieu : {names}", "{count} lieux : {names}"),
    "map_fingers": N_("Deux doigts pour déplacer le plan"),
    "map_wheel": N_("Ctrl + molette pour agrandir le plan"),
    "map_refused": N_(
        "Ce téléphone ne veut pas dire où vous êtes. Vous pouvez le permettre dans ses réglages. Le plan marche sans."
    ),
    "map_nowhere": N_("Ce téléphone ne trouve pas où vous êtes. Essayez dehors, loin des murs."),
    "map_far": N_("Vous êtes loin de ce quartier : il n’est pas sur ce plan."),
    "status_pair": N_("{state} · {change}"),
    "status_open": N_("Ouvert"),
    "status_closed": N_("Fermé"),
    "status_appointment": N_("Sur rendez-vous"),
    "status_unknown": N_("Horaires inconnus"),
    "status_unknown:call": N_("Appelez avant de venir"),
    "status_unknown:public_holiday": N_("Jour férié : à vérifier"),
    "status_unknown:public_holiday_named": N_("{name}, jour férié : à vérifier"),
    "status_unknown:calendar_too_short": N_("Vacances scolaires à vérifier"),
    "status_unknown:data_too_old": N_("Horaires trop anciens : à vérifier"),
    "status_unknown:clock_wrong": N_("L’horloge de ce téléphone n’est pas à l’heure"),
    "status_unknown:exception_named": N_("À vérifier : {name}"),
    "status_ask_comment": N_("À vérifier : {comment}"),
    "status_closed:public_holiday": N_("Fermé, jour férié"),
    "status_closed:public_holiday_named": N_("Fermé, jour férié ({name})"),
    "status_closed:school_holiday": N_("Fermé pendant les vacances scolaires"),
    "status_closed:exception": N_("Fermé exceptionnellement"),
    "status_closed:exception_named": N_("Fermé : {name}"),
    "status_closed:closed_temporarily": N_("Fermé pour le moment"),
    "status_closed:closed_for_good": N_("Fermé définitivement"),
    "status_closes": N_("ferme à {time}"),
    "status_closes_soon": N_("ferme dans {minutes} min"),
    "status_closes_tomorrow": N_("ferme demain à {time}"),
    "status_closes_day": N_("ferme {day} à {time}"),
    "status_opens": N_("ouvre à {time}"),
    "status_opens_tomorrow": N_("ouvre demain à {time}"),
    "status_opens_day": N_("ouvre {day} à {time}"),
    "status_meets": N_("sur rendez-vous à {time}"),
    "status_meets_tomorrow": N_("sur rendez-vous demain à {time}"),
    "status_meets_day": N_("sur rendez-vous {day} à {time}"),
    "status_stale": N_("D’après une information de {month} : {status}"),
}
