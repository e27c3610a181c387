"""What is dated in a walk is over one day, and then it is no longer told."""

from datetime import date

from app.domain.public import public_content
from app.domain.sessions import announced, content_ahead

from ..cast.content import read_tiny
from ..cast.sessions import WALK, session, with_walk

NOTICE = {"from": date(2027, 1, 4), "to": date(2027, 1, 15), "text": "Des travaux."}


def test_examples_are_not_announced_and_the_first_comes_first() -> None:
    days = [session("b", "2027-02-01 10:00"), session("a", "2027-01-13 14:00"), session("e", example=True)]
    assert [each.id for each in announced(with_walk(read_tiny(), session=days).walks[WALK])] == ["a", "b"]


def test_a_session_and_a_notice_are_told_to_the_end_of_their_day() -> None:
    content = public_content(with_walk(read_tiny(), session=[session()], notice=[NOTICE]))
    assert content_ahead(content, date(2027, 1, 13)) is content
    after = content_ahead(content, date(2027, 1, 14)).walks[WALK]
    assert (after.sessions, len(after.notices)) == ((), 1)
    assert content_ahead(content, date(2027, 1, 16)).walks[WALK].notices == ()
