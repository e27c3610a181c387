"""What the fields of a place and of a walk are called, and the kinds of a suggestion."""

from collections.abc import Mapping

from ..domain.suggestion import Kind
from ..domain.text import N_

FIELDS: Mapping[str, str] = {
    "": N_("La fiche entière"),
    "name": N_("Nom"),
    "purpose": N_("À quoi ça sert"),
    "description": N_("Description"),
    "position": N_("Position"),
    "categories": N_("Catégories"),
    "address": N_("Adresse"),
    "access_hint": N_("Pour trouver l’entrée"),
    "hours": N_("Horaires"),
    "hours_known": N_("Certitude des horaires"),
    "exceptions": N_("Jours différents"),
    "contact": N_("Téléphone, adresse e-mail, site"),
    "status": N_("État"),
    "verified": N_("Vérification"),
    "checks": N_("Vérifié"),
    "sources": N_("Sources"),
    "services": N_("Services"),
    "photos": N_("Photos"),
    "title": N_("Titre"),
    "summary": N_("De quoi il s’agit, en une ou deux phrases"),
    "stop": N_("Étapes"),
    "leg": N_("Trajets"),
    "session": N_("Séances"),
}
"""What the fields of a place and of a walk are called; another one is shown by its own name."""

KINDS: Mapping[Kind, str] = {
    Kind.CORRECTION: N_("Correction"),
    Kind.HOURS: N_("Horaires"),
    Kind.PHONE: N_("Téléphone"),
    Kind.CLOSED: N_("Fermé"),
    Kind.MOVED: N_("Déménagé"),
    Kind.NEW_PLACE: N_("Nouveau lieu"),
    Kind.NEED: N_("Il manque quelque chose"),
    Kind.OBSERVATION: N_("Vu sur place"),
    Kind.DEBRIEF: N_("Balade menée"),
    Kind.ROUND: N_("Tournée"),
    Kind.OTHER: N_("Autre chose"),
}
