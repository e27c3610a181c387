"""An edition without what is over: made again on the day when something has passed, and on no other."""

from datetime import date, timedelta

import pytest

from app.domain.content import Content
from app.edition.file import PlannedFile
from app.edition.walks.feeds import feed_of_walk
from app.publish.plan import plan_edition

from ..cast.content import read_tiny
from ..cast.printed import SITE
from ..cast.sessions import WALK, session, with_walk

DAY = date(2027, 1, 13)
PAGES = (f"fr/walks/{WALK}", "fr/les-tilleuls/walks/", f"ar/walks/{WALK}")
TRIP, FEED = f"api/v1/walks/{WALK}.json", feed_of_walk(WALK)


@pytest.fixture(scope="module")
def content() -> Content:
    return with_walk(read_tiny(), session=[session()])


def edition(content: Content, day: date) -> dict[str, PlannedFile]:
    return {file.path: file for file in plan_edition(content, SITE, day)}


def changed(content: Content, before: date, after: date) -> set[str]:
    old, new = edition(content, before), edition(content, after)
    return {path for path, file in new.items() if path in old and old[path].fingerprint != file.fingerprint}


def test_a_day_on_which_nothing_passes_makes_no_page_again(content: Content) -> None:
    assert {path for path in changed(content, DAY - timedelta(days=1), DAY) if not path.startswith("hours/")} == set()


def test_the_day_after_a_session_is_told_on_no_page_and_still_in_calendars(content: Content) -> None:
    assert changed(content, DAY, DAY + timedelta(days=1)) >= {*PAGES, TRIP}
    after = edition(content, DAY + timedelta(days=1))
    assert [path for path in (*PAGES, TRIP) if b"2027-01-13" in after[path].make()] == []
    assert b"20270113T140000" in after[FEED].make()


def test_a_calendar_forgets_it_in_the_end(content: Content) -> None:
    assert b"20270113T140000" not in edition(content, DAY + timedelta(days=61))[FEED].make()
