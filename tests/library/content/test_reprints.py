"""The history tells since when a sheet on a wall may be wrong, and about what."""

from datetime import date, datetime

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from app.domain.public import public_content
from app.domain.reprint import reprint_of
from app.library.content.queries import read_library
from app.library.content.writes import change_place
from app.library.models import ChangeRow
from app.library.sessions import writing

PLACE, HOME, WALK = "bibliotheque-des-tilleuls", "les-tilleuls", "du-college-au-square"
FIRST, SECOND = date(2026, 11, 12), date(2026, 11, 14)

pytestmark = pytest.mark.usefixtures("library")


def change(day: date, **fields: object) -> None:
    """Change the place as the desk would have, on that day in Paris."""
    with writing() as session:
        last = session.scalar(select(func.max(ChangeRow.id))) or 0
    assert change_place(PLACE, fields, by="relay").problems == ()
    with writing() as session:
        at = datetime(day.year, day.month, day.day, 12)  # noqa: DTZ001 - rows hold UTC
        session.execute(update(ChangeRow).where(ChangeRow.id > last).values(at=at))
        session.commit()


def told() -> dict[str, date]:
    content = public_content(read_library())
    return dict(reprint_of(content, content.places[PLACE]))


def test_what_was_only_loaded_never_changed() -> None:
    assert read_library().reprints == {}


def test_each_fact_of_a_sheet_has_the_last_day_on_which_one_was_printed_without_it() -> None:
    change(FIRST, hours="Tu-Fr 13:00-19:00", name="Médiathèque")
    change(SECOND, hours="Tu-Fr 14:00-19:00")
    assert told() == {"les horaires": SECOND, "le nom": FIRST}


def test_a_reading_knows_what_came_since_the_one_before() -> None:
    change(FIRST, name="Médiathèque")
    assert told() == {"le nom": FIRST}
    change(SECOND, hours="Tu-Fr 14:00-19:00")
    assert told() == {"les horaires": SECOND, "le nom": FIRST}


def test_the_telephone_is_on_sheets_and_the_mail_is_not() -> None:
    change(FIRST, contact={"email": "accueil@example.org"})
    before = told()
    change(SECOND, contact={"email": "accueil@example.org", "phones": [{"number": "+33144000000"}]})
    assert (set(before) - {"le téléphone"}, told().get("le téléphone")) == (set(), SECOND)


@pytest.mark.parametrize(
    "fields", [{"note": "Demander la clé."}, {"access_hint": "Au fond."}, {"comfort": None}], ids=str
)
def test_what_stands_on_no_sheet_makes_none_old(fields: dict[str, object]) -> None:
    change(FIRST, **fields)
    assert told() == {}


def test_what_was_taken_back_on_the_same_day_changed_nothing() -> None:
    hours = read_library().places[PLACE].hours
    change(FIRST, hours="Tu-Fr 14:00-19:00")
    change(FIRST, hours=hours)
    assert told() == {}


def test_what_was_taken_back_later_is_wrong_on_the_sheets_between() -> None:
    hours = read_library().places[PLACE].hours
    change(FIRST, hours="Tu-Fr 14:00-19:00")
    change(SECOND, hours=hours)
    assert told() == {"les horaires": SECOND}


def test_a_walk_and_a_quarter_show_their_places_on_paper() -> None:
    change(FIRST, name="Médiathèque")
    content = public_content(read_library())
    assert content.walks[WALK].places
    shown = reprint_of(content, content.walks[WALK]), reprint_of(content, content.territories[HOME])
    assert shown == ((("le nom", FIRST),),) * 2


def test_a_door_that_is_not_shown_does_not_tell_when_it_moved(library: Flask) -> None:
    change(FIRST, address={"street": "3 rue d’Ailleurs", "city": "Paris"}, address_visibility="area")
    assert "l’adresse" not in told()
