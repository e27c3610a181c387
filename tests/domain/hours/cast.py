"""The places whose hours the tests ask about, and the calendar of Paris for two school years."""

from datetime import date, datetime

from app.domain.calendar import Calendar, SchoolHoliday
from app.domain.category import Categories, Category
from app.domain.content import Content
from app.domain.hours.status import Answer, status_at
from app.domain.place import Place
from app.domain.territory import Territory
from app.domain.text import Texts

LIBRARY = "Tu,Th,Fr 13:00-19:00; We 10:00-19:00; Sa 10:00-18:00; PH off"
LIBRARY_WITHOUT_PH = "Tu,Th,Fr 13:00-19:00; We 10:00-19:00; Sa 10:00-18:00"
HOMEWORK = "Mo,Tu,Th,Fr 16:30-18:30; PH,SH off"
CENTRE = "We 14:00-18:00; SH Mo-Fr 10:00-18:00; PH off"
NO_AUGUST = "Mo-Fr 09:00-17:00; Aug off; PH off"
RENDEZ_VOUS = 'Mo-Fr 09:00-12:00,14:00-17:00 "sur rendez-vous"; PH off'
CAFE = "Sep-Jun: We 14:00-17:30; Jul-Aug: Tu-Sa 11:00-19:00; PH off"

PUBLIC = {
    "2026-11-01": "Toussaint", "2026-11-11": "Armistice de 1918", "2026-12-25": "Noël", "2027-01-01": "Jour de l’an",
    "2027-03-29": "Lundi de Pâques", "2027-05-01": "Fête du Travail", "2027-05-06": "Ascension",
    "2027-05-08": "Victoire de 1945", "2027-05-17": "Lundi de Pentecôte", "2027-07-14": "Fête nationale",
    "2027-08-15": "Assomption", "2027-11-01": "Toussaint", "2027-11-11": "Armistice de 1918", "2027-12-25": "Noël",
    "2028-01-01": "Jour de l’an", "2028-04-17": "Lundi de Pâques", "2028-05-01": "Fête du Travail",
    "2028-05-08": "Victoire de 1945", "2028-05-25": "Ascension", "2028-06-05": "Lundi de Pentecôte",
}  # fmt: skip
SCHOOL = (
    ("toussaint-2026", "Vacances de la Toussaint", "2026-10-17", "2026-11-01"),
    ("noel-2026", "Vacances de Noël", "2026-12-19", "2027-01-03"),
    ("hiver-2027", "Vacances d’hiver", "2027-02-06", "2027-02-21"),
    ("printemps-2027", "Vacances de printemps", "2027-04-03", "2027-04-18"),
    ("ascension-2027", "Pont de l’Ascension", "2027-05-06", "2027-05-09"),
    ("ete-2027", "Vacances d’été", "2027-07-03", "2027-08-31"),
    ("toussaint-2027", "Vacances de la Toussaint", "2027-10-23", "2027-11-07"),
    ("noel-2027", "Vacances de Noël", "2027-12-18", "2028-01-02"),
    ("hiver-2028", "Vacances d’hiver", "2028-02-12", "2028-02-27"),
    ("printemps-2028", "Vacances de printemps", "2028-04-15", "2028-05-01"),
    ("ascension-2028", "Pont de l’Ascension", "2028-05-25", "2028-05-28"),
)


def make_calendar() -> Calendar:
    """Return public holidays, and the school holidays of zone C, until the summer of 2028."""
    holidays = [
        SchoolHoliday(i, label, date.fromisoformat(first), date.fromisoformat(last)) for i, label, first, last in SCHOOL
    ]
    public = {date.fromisoformat(day): name for day, name in PUBLIC.items()}
    return Calendar(public, {"C": holidays}, known_until=date(2028, 7, 3))


CALENDAR = make_calendar()
CATEGORIES = Categories(
    {
        "lire": Category(id="lire", label="Lire"),
        "ecole": Category(id="ecole", label="École", stale_after_months=24),
        "college": Category(id="college", label="Collège", parent="ecole"),
    }
)
SQUARE = Territory(
    id="tiny", name="Minuscule", outline=(((2.3, 48.8), (2.5, 48.8), (2.5, 48.9), (2.3, 48.9), (2.3, 48.8)),)
)


def make_place(hours: str | None = None, **fields: object) -> Place:
    """Return a published place of the tiny territory."""
    facts = {"id": "lieu", "name": "Lieu", "position": (2.36, 48.89), "status": "published", "hours": hours}
    return Place.model_validate(facts | fields)


def make_content(*places: Place) -> Content:
    """Return a library of one territory with these places."""
    by_id = {place.id: place for place in places}
    return Content({"tiny": SQUARE}, by_id, {}, CATEGORIES, CALENDAR, Texts({}))


def ask(hours: str | Place | None, at: str) -> Answer:
    """Return the status of a place, or of one with these hours, at a local time."""
    place = hours if isinstance(hours, Place) else make_place(hours)
    return status_at(place, make_content(place), moment(at))


def moment(text: str) -> datetime:
    """Return a local time."""
    return datetime.fromisoformat(text)
