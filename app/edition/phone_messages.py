"""The sentences that scripts say on the phone: key → French text, translated like every other one.

Keys are what the scripts ask for (`say("open_until", {time})`); a pair is a singular and a plural.
"""

from ..domain.text import N_

PHONE_MESSAGES: dict[str, str | tuple[str, str]] = {
    "results": (N_("{count} lieu"), N_("{count} lieux")),
    "results_ask": (N_("et {count} à demander"), N_("et {count} à demander")),
    "results_guess": N_("Rien ne s’écrit tout à fait ainsi. Le plus proche :"),
    "nearest_me": N_("Du plus proche au plus loin de vous."),
    "walk_from_here": N_("environ {time} à pied d’ici"),
    "walk_from_college": N_("environ {time} à pied du collège"),
    "walk_from_school": N_("environ {time} à pied de l’école"),
    "for_children": (N_("Pour {some} de vos {count} enfants"), N_("Pour {some} de vos {count} enfants")),
    "show_results": (N_("Voir {count} lieu"), N_("Voir {count} lieux")),
    "filters": N_("Filtrer"),
    "filters_on": (N_("Filtrer ({count} choisi)"), N_("Filtrer ({count} choisis)")),
    "remove_filter": N_("Retirer le filtre « {name} »"),
    "age_years": (N_("{count} an"), N_("{count} ans")),
    "age_months": (N_("{count} mois"), N_("{count} mois")),
    "searching": N_("On cherche où vous êtes…"),
    "near_denied": N_(
        "Ce téléphone ne veut pas dire où vous êtes. Vous pouvez le permettre dans ses réglages. "
        "La liste reste rangée depuis l’école."
    ),
    "near_unknown": N_("Ce téléphone ne trouve pas où vous êtes. Essayez dehors. La liste reste rangée depuis l’école."),
    "near_private": N_("Votre position reste dans ce téléphone."),
    "empty_words": N_("Rien ne correspond à « {words} »."),
    "empty_filters": N_("Aucun lieu connu ne répond à tout cela."),
    "empty_advice": N_("Le plus simple :"),
    "without_filter": (
        N_("Sans « {name} » : {count} lieu"),
        N_("Sans « {name} » : {count} lieux"),
    ),
    "without_words": (
        N_("Sans les mots cherchés : {count} lieu"),
        N_("Sans les mots cherchés : {count} lieux"),
    ),
    "whole_list": N_("Revoir toute la liste"),
    "data_missing": N_("La recherche a besoin du réseau une première fois. Réessayez quand il revient."),
    "edition": N_("édition {number}, {date}"),
    "edition_kept": N_("édition {number}, {date}, gardée dans ce téléphone"),
    "edition_age": (N_("faite il y a {count} jour"), N_("faite il y a {count} jours")),
    "share_copied": N_("L’adresse est copiée : collez-la dans un message."),
    "share_address": N_("L’adresse à donner : {address}"),
    "map_cluster": (N_("{count} lieu : {names}"), N_("{count} lieux : {names}")),
    "map_fingers": N_("Deux doigts pour déplacer le plan"),
    "map_wheel": N_("Ctrl + molette pour agrandir le plan"),
    "map_refused": N_(
        "Ce téléphone ne veut pas dire où vous êtes. Vous pouvez le permettre dans ses réglages. Le plan marche sans."
    ),
    "map_nowhere": N_("Ce téléphone ne trouve pas où vous êtes. Essayez dehors, loin des murs."),
    "map_far": N_("Vous êtes loin de ce quartier : il n’est pas sur ce plan."),
}
