"""What the fields of forms and their choices are called, and a hint where a word is not enough."""

from collections.abc import Mapping

from ...domain.text import N_
from ...pages.facts import ANSWERS, APPOINTMENTS, AUDIENCES, BRING, COMFORTS, COSTS, DEGREES, SPEAKERS
from . import walk_labels
from .words import STATUSES

SECTIONS: Mapping[str, tuple[str, str]] = {
    "new": ("plus", N_("Nouveau lieu")),
    "what": ("info", N_("Ce que c’est")),
    "where": ("pin", N_("Où c’est")),
    "hours": ("clock", N_("Horaires")),
    "days": ("calendar", N_("Jours différents")),
    "contact": ("phone", N_("Téléphone, e-mail, site")),
    "coming": ("papers", N_("Prix, rendez-vous, papiers")),
    "public": ("people", N_("Pour qui, en quelles langues")),
    "inside": ("wheelchair", N_("Entrer et être bien")),
    "first": ("door", N_("La première visite")),
    "truth": ("check", N_("D’où on le sait")),
    "status": ("flag", N_("État")),
    "kiosk": ("home", N_("Le kiosque")),
}
"""The pictogram and the title of each section."""

LABELS: Mapping[str, str] = {
    "territory.name": N_("Nom du quartier"),
    "territory.languages": N_("Langues du kiosque"),
    "territory.contact": N_("Adresse e-mail du quartier"),
    **walk_labels.LABELS,
    "name": N_("Nom, comme sur la porte"),
    "purpose": N_("À quoi ça sert, en une phrase simple"),
    "description": N_("Description"),
    "categories": N_("Catégories"),
    "address.street": N_("Numéro et rue"),
    "address.extra": N_("Bâtiment, étage, cour"),
    "address.postcode": N_("Code postal"),
    "address.city": N_("Ville"),
    "position": N_("L’entrée sur le plan"),
    "access_hint": N_("Pour trouver l’entrée"),
    "address_visibility": N_("L’adresse est montrée"),
    "hours": N_("Horaires"),
    "hours_known": N_("Ces horaires sont-ils sûrs ?"),
    "exceptions": N_("Jours différents"),
    "exceptions.from": N_("Du"),
    "exceptions.to": N_("Au (compris)"),
    "exceptions.kind": N_("Ces jours-là"),
    "exceptions.reason": N_("Ce que les familles liront, en français"),
    "exceptions.hours": N_("Les autres horaires"),
    "contact.phones": N_("Téléphones"),
    "contact.phones.number": N_("Numéro"),
    "contact.phones.label": N_("Qui répond"),
    "contact.phones.sms": N_("Répond aux SMS"),
    "contact.phones.whatsapp": N_("WhatsApp"),
    "contact.phones.languages": N_("Langues au téléphone"),
    "contact.email": N_("Adresse e-mail"),
    "contact.website": N_("Site"),
    "cost.kind": N_("Prix"),
    "cost.details": N_("Précisions sur le prix"),
    "access.appointment": N_("Rendez-vous"),
    "access.drop_in": N_("On peut entrer sans prévenir"),
    "access.registration": N_("Il faut s’inscrire"),
    "access.referral": N_("Il faut être envoyé par un professionnel"),
    "bring": N_("Papiers et affaires à apporter"),
    "audience": N_("Pour qui"),
    "audience_mode": N_("Les autres peuvent-ils venir ?"),
    "ages.min_months": N_("À partir de quel âge"),
    "ages.max_months": N_("Jusqu’à quel âge (compris)"),
    "french_level": N_("Français demandé"),
    "languages": N_("Langues parlées"),
    "languages.code": N_("Langue"),
    "languages.by": N_("Par qui"),
    "languages.hours": N_("À quels horaires"),
    **{f"accessibility.{name}": words for name, (_, words, _) in DEGREES.items()},
    **{f"comfort.{name}": words for name, (_, words) in COMFORTS.items()},
    "accessibility.steps": N_("Marches à l’entrée"),
    "accessibility.door_cm": N_("Largeur de la porte, en cm"),
    "busy.level": N_("Du monde ?"),
    "busy.on": N_("Vu quel jour"),
    "first_visit.welcome": N_("Comment on est accueilli"),
    "first_visit.just_look": N_("Peut-on entrer pour voir ?"),
    "first_visit.accompany": N_("Qui peut venir avec la famille"),
    "first_visit.alone_from_age": N_("Un enfant vient seul dès (ans)"),
    "verified.on": N_("Vérifié le"),
    "verified.how": N_("Comment"),
    "verified.due": N_("À revoir le"),
    "sources": N_("Sources"),
    "sources.name": N_("Nom de la source"),
    "sources.on": N_("Date de la source"),
    "sources.url": N_("Adresse web de la source"),
    "sources.ref": N_("Référence"),
    "sources.licence": N_("Licence"),
    "sources.fields": N_("Ce qu’elle dit"),
    "note": N_("Note pour l’équipe"),
    "status": N_("État"),
    "short_name": N_("Nom court"),
    "city": N_("Ville"),
    "reach_m": N_("Portée autour du quartier, en mètres"),
    "kiosk.greeting": N_("Le mot d’accueil de l’écran"),
    "kiosk.telephone": N_("Téléphone du kiosque"),
}
"""By the name of a field; those of a row bear the name of the rows too."""

HINTS: Mapping[str, str] = {
    **walk_labels.HINTS,
    "purpose": N_("Par exemple « Emprunter des jeux et jouer sur place. »"),
    "position": N_("Touchez le plan à l’entrée. Les flèches du clavier déplacent aussi le point."),
    "access_hint": N_("En français, vu de la rue"),
    "hours_known": N_("Sans réponse sûre, les familles lisent « appelez avant de venir »."),
    "contact.phones.languages": N_("Leurs codes : fr, ar"),
    "contact.website": N_("Elle commence par https://"),
    "languages.hours": N_("À la façon d’OpenStreetMap, par exemple « We 14:00-16:00 »"),
    "exceptions.hours": N_("À la façon d’OpenStreetMap, par exemple « 10:00-16:00 »"),
    "sources.on": N_("2026, 2026-11 ou 2026-11-28"),
    "sources.fields": N_("Les champs, avec des virgules : hours, contact"),
    "note": N_("Les familles ne la voient pas."),
    "audience": N_("Rien de coché : on ne sait pas."),
    "bring": N_("Rien de coché : on ne sait pas."),
    "languages": N_("Une ligne vide s’efface à l’enregistrement."),
    "exceptions": N_("Une ligne vide s’efface à l’enregistrement."),
    "contact.phones": N_("Une ligne vide s’efface à l’enregistrement."),
    "sources": N_("Une ligne vide s’efface à l’enregistrement."),
    "territory.languages": N_("Leurs codes, dans l’ordre de l’écran du kiosque : fr, ar"),
    "reach_m": N_("Les lieux jusque-là sont « un peu plus loin »."),
}

UNKNOWN = N_("on ne sait pas")
_KNOWN = {"yes": N_("oui"), "no": N_("non")}
FLAG: Mapping[str, str] = _KNOWN

CHOICES: Mapping[str, Mapping[str, str]] = {
    **walk_labels.CHOICES,
    "address_visibility": {
        "full": N_("à tous"),
        "area": N_("à peu près : le pâté de maisons"),
        "hidden": N_("non : le quartier seulement"),
    },
    "hours_known": {
        "yes": N_("oui, ils sont sûrs"),
        "unknown": N_("non, personne ne sait"),
        "call": N_("il faut appeler avant"),
    },
    "exceptions.kind": {
        "closed": N_("C’est fermé"),
        "message": N_("C’est ouvert, avec un message"),
        "hours": N_("D’autres horaires"),
    },
    "cost.kind": {code: words for code, (_, words) in COSTS.items()},
    "access.appointment": {code: words for code, (_, words) in APPOINTMENTS.items()},
    "bring": {"none": N_("aucun papier"), **BRING},
    "audience": AUDIENCES,
    "audience_mode": {
        "open": N_("oui, tout le monde peut venir"),
        "priority": N_("oui, après ceux-là"),
        "exclusive": N_("non, ceux-là seulement"),
    },
    "french_level": {
        "none": N_("aucun : on peut ne pas parler français"),
        "alpha": N_("parler un peu, sans lire"),
        **{level: level for level in ("A1", "A2", "B1", "B2", "C1", "C2")},
    },
    "languages.by": SPEAKERS,
    "busy.level": {"low": N_("peu de monde"), "moderate": N_("du monde"), "high": N_("beaucoup de monde")},
    "verified.how": {
        "visit": N_("vu sur place"),
        "phone": N_("au téléphone"),
        "mail": N_("par écrit"),
        "web": N_("sur leur site"),
        "feed": N_("par un fichier officiel"),
    },
    "status": {status.value: words for status, words in STATUSES.items()},
}
"""By the name of a field, the words of its codes; a code without words is shown as it is."""

NOTHING: Mapping[str, str] = {"exceptions.kind": N_("à choisir"), **walk_labels.NOTHING}
"""By the name of a field, what it is where nothing is chosen, if that is no ignorance."""

DEGREE: Mapping[str, str] = ANSWERS

PARTS = {
    "accessibility": N_("Peut-on entrer ?"),
    "comfort": N_("Ce qu’on y trouve"),
}
