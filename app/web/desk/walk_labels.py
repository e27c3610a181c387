"""What the forms of a walk, of a stop and of the way to it call their fields and choices."""

from collections.abc import Mapping

from ...domain.text import N_
from ...domain.walk import WalkStatus
from ...pages.facts import AUDIENCES
from ...pages.walk_before import SERVICES
from ...pages.walk_legs import WAY_NAMES

SECTIONS: Mapping[str, tuple[str, str]] = {
    "what": ("info", N_("La balade en mots")),
    "meeting": ("flag", N_("Rendez-vous")),
    "safety": ("help", N_("Abri, et en cas de danger")),
    "variants": ("rain", N_("Variantes : pluie, chaleur, fatigue")),
    "services": ("water", N_("Ce qui aide sur le chemin")),
    "notices": ("warning", N_("Avis : travaux, détours, fermetures")),
    "sessions": ("calendar", N_("Séances")),
    "status": ("send", N_("État")),
    "leg": ("route", N_("Le chemin")),
    "step_free": ("wheelchair", N_("Le détour sans marches")),
}
"""The pictogram and the title of each section."""

STATUSES: Mapping[WalkStatus, str] = {
    WalkStatus.DRAFT: N_("en projet"),
    WalkStatus.PUBLISHED: N_("publiée"),
    WalkStatus.RETIRED: N_("retirée"),
}

_WAY: Mapping[str, str] = {
    "way": N_("Le chemin écrit, avec ses rues et ses repères"),
    "mode": N_("D’où vient le tracé"),
    "via": N_("En passant par"),
    "path": N_("Les points du tracé"),
    "stroller": N_("Une poussette passe"),
    "wheelchair": N_("Un fauteuil roulant passe"),
    "steps": N_("Marches"),
    "flights": N_("Volées de marches"),
    "stair_ramp": N_("Une rampe le long des marches"),
    "handrail": N_("Une main courante"),
    "kerb_cm": N_("La bordure la plus haute, en cm"),
    "width_cm": N_("Le passage le plus étroit, en cm"),
    "slope_pct": N_("La pente la plus forte, en pour cent"),
    "surface": N_("Le sol"),
    "crossing": N_("Les rues à traverser"),
    "lit": N_("Éclairé la nuit"),
    "obstacle": N_("Ce qui gêne, une chose par ligne"),
    "checked.on": N_("Parcouru à pied le"),
    "checked.by": N_("Par qui (un rôle, pas un nom)"),
}

LABELS: Mapping[str, str] = {
    "walk.title": N_("Titre"),
    "walk.summary": N_("De quoi il s’agit, en une ou deux phrases"),
    "walk.advice": N_("Ce qu’il faut savoir avant de partir"),
    "walk.languages": N_("Langues de la balade"),
    "walk.difficulty": N_("Difficulté"),
    "walk.shape": N_("Forme"),
    "walk.producer": N_("Qui l’a faite"),
    "walk.valid_until": N_("Valable jusqu’au"),
    "walk.checked.on": N_("Essayée à pied le"),
    "walk.checked.by": N_("Par qui (un rôle, pas un nom)"),
    "walk.meeting.place": N_("Le lieu du rendez-vous"),
    "walk.meeting.name": N_("Ou son nom"),
    "walk.meeting.text": N_("Comment se reconnaître"),
    "walk.meeting.transit": N_("Métro, bus"),
    "walk.emergency.place": N_("Où se mettre à l’abri"),
    "walk.emergency.text": N_("S’il arrive quelque chose"),
    "walk.emergency.leader": N_("S’il arrive quelque chose : pour qui mène"),
    "walk.leader": N_("Pour qui mène, jamais publié"),
    "walk.session": N_("Séances"),
    "walk.session.start": N_("Jour et heure"),
    "walk.session.languages": N_("Langues"),
    "walk.session.capacity": N_("Places"),
    "walk.session.register": N_("Comment s’inscrire"),
    "walk.session.cancelled": N_("Annulée, parce que"),
    "walk.session.leader": N_("Pour qui mène, jamais publié"),
    "walk.session.variant": N_("Variante"),
    "walk.session.example": N_("Seulement un exemple"),
    "walk.session.id": N_("Identifiant"),
    "walk.status": N_("État"),
    "stop.place": N_("Lieu"),
    "stop.name": N_("Nom du point"),
    "stop.point": N_("Le point sur le plan"),
    "stop.text": N_("Ce que l’on y dit"),
    "stop.sense": N_("Une chose à regarder, toucher ou écouter"),
    "stop.leader": N_("Pour qui mène, jamais publié"),
    "stop.host": N_("Qui accueille, jamais publié"),
    "stop.stay_min": N_("Minutes sur place"),
    "stop.radius_m": N_("On est arrivé à moins de (mètres)"),
    "stop.optional": N_("Étape facultative"),
    "stop.indoor": N_("À l’abri"),
    "stop.transcript": N_("Ce que dit le son"),
    "stop.quiz": N_("Questions pour les enfants"),
    "stop.quiz.question": N_("Question"),
    "stop.quiz.options": N_("Réponses, une par ligne"),
    "stop.quiz.answer": N_("Le numéro de la bonne"),
    "stop.quiz.hint": N_("Indice"),
    "walk.territory": N_("Quartier"),
    "walk.themes": N_("Thèmes"),
    "walk.meeting.point": N_("Ou un point sur le plan"),
    "walk.variant": N_("Variantes"),
    "walk.variant.when": N_("Quand"),
    "walk.variant.drop": N_("Les étapes qu’on ne fait pas"),
    "walk.variant.text": N_("Ce que les familles liront, en français"),
    "walk.variant.id": N_("Identifiant"),
    "walk.service": N_("Ce qui aide"),
    "walk.service.kind": N_("Quoi"),
    "walk.service.stop": N_("Près de quelle étape"),
    "walk.service.place": N_("Dans un lieu"),
    "walk.service.point": N_("Ou en un point"),
    "walk.service.text": N_("En quelques mots"),
    "walk.notice": N_("Avis"),
    "walk.notice.from": N_("Du"),
    "walk.notice.to": N_("Au (compris)"),
    "walk.notice.severity": N_("Ce que cela change"),
    "walk.notice.stops": N_("Les étapes concernées"),
    "walk.notice.text": N_("Ce que les familles liront, en français"),
    "stop.at": N_("À quelle place"),
    "stop.audio": N_("Fichier du son"),
    "stop.photo": N_("Photos"),
    "stop.photo.file": N_("Fichier de la photo"),
    "stop.photo.alt": N_("Ce qu’on y voit, pour qui ne voit pas"),
    "stop.photo.credit": N_("Qui l’a prise"),
    "stop.photo.consent": N_("Les personnes sont d’accord, ou il n’y en a pas"),
    **{f"leg.{name}": words for name, words in _WAY.items()},
    **{f"leg.step_free.{name}": words for name, words in _WAY.items()},
}

_ONE_A_LINE = N_("Un point par ligne, longitude puis latitude, comme 2.3639 48.8931")

HINTS: Mapping[str, str] = {
    "walk.session.start": N_("Comme 2027-01-13 14:00"),
    "walk.languages": N_("Leurs codes : fr, ar"),
    "walk.session.languages": N_("Leurs codes : fr, ar"),
    "walk.meeting.place": N_("Commencez à taper son nom."),
    "walk.emergency.text": N_("Où l’on se retrouve, qui appeler (112, 15, 18, 114 par SMS)."),
    "walk.meeting.point": N_("Touchez le plan à l’entrée. Les flèches du clavier déplacent aussi le point."),
    "walk.variant": N_("Une ligne vide s’efface à l’enregistrement."),
    "walk.service": N_("Une ligne vide s’efface à l’enregistrement."),
    "walk.notice": N_("Une ligne vide s’efface à l’enregistrement."),
    "walk.session": N_("Une ligne vide s’efface à l’enregistrement."),
    "walk.variant.id": N_("Vide, il se fait tout seul."),
    "walk.session.id": N_("Vide, il se fait tout seul."),
    "stop.point": N_("Touchez le plan à l’entrée. Les flèches du clavier déplacent aussi le point."),
    "stop.quiz": N_("Une ligne vide s’efface à l’enregistrement."),
    "stop.photo": N_("Une ligne vide s’efface à l’enregistrement."),
    "leg.via": _ONE_A_LINE,
    "leg.path": _ONE_A_LINE,
    "leg.step_free.via": _ONE_A_LINE,
    "leg.step_free.path": _ONE_A_LINE,
}

_PASSABLE = {"yes": N_("oui"), "limited": N_("en partie"), "no": N_("non"), "unknown": N_("on ne sait pas")}
_WAYS: Mapping[str, Mapping[str, str]] = {
    "stroller": _PASSABLE,
    "wheelchair": _PASSABLE,
    "mode": {
        "routed": N_("les rues, au plus court"),
        "drawn": N_("un tracé relevé"),
        "beeline": N_("une ligne droite : on ne sait pas"),
    },
    **{name: {str(code): words for code, words in names.items()} for name, names in WAY_NAMES.items() if name != "lit"},
}

CHOICES: Mapping[str, Mapping[str, str]] = {
    "walk.difficulty": {"easy": N_("facile"), "medium": N_("moyenne"), "hard": N_("difficile")},
    "walk.shape": {"oneway": N_("d’un point à un autre"), "loop": N_("une boucle")},
    "walk.status": {status.value: words for status, words in STATUSES.items()},
    "walk.audience": AUDIENCES,
    "walk.variant.when": {
        "rain": N_("s’il pleut"),
        "heat": N_("s’il fait très chaud"),
        "tired": N_("si les enfants sont fatigués"),
    },
    "walk.service.kind": {kind: words for kind, (_, words) in SERVICES.items()},
    "walk.notice.severity": {"detour": N_("il faut un détour"), "closed": N_("c’est fermé")},
    **{f"leg.{name}": words for name, words in _WAYS.items()},
    **{f"leg.step_free.{name}": words for name, words in _WAYS.items()},
}

NOTHING: Mapping[str, str] = {
    "walk.variant.when": N_("à choisir"),
    "walk.service.kind": N_("à choisir"),
    "walk.service.stop": N_("aucune en particulier"),
    "walk.notice.severity": N_("rien : c’est bon à savoir"),
    "walk.session.variant": N_("la balade entière"),
    "walk.session.example": N_("non"),
}
"""What it is to have chosen nothing."""
