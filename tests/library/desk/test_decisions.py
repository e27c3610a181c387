"""Decisions and sign-ins on each kind of database: one transaction, and what was refused leaves no trace."""

from datetime import date

import pytest
from flask import Flask

from app.domain.correction import Topic, version_of
from app.domain.person import Person
from app.domain.suggestion import Suggestion
from app.library.changes import read_changes
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.desk.attempts import Limit, forgive, try_once
from app.library.desk.decisions import Typed, Verdict, accept_correction, decide, last_decision, undo_decision
from app.library.desk.faults import Decided, Moved, NothingToUndo, NotYours, TooOften
from app.library.desk.history import read_changed, read_versions
from app.library.desk.people import add_person, answer_invitation, find_person, read_people, revoke_person
from app.library.desk.queue import read_case, read_queue
from app.library.desk.sign_ins import sign_in, signed_in
from app.library.suggestions import receive_suggestion

from ...conftest import TINY

PLACE = "bibliotheque-des-tilleuls"
HOURS = {"hours": "Mo 09:00-10:00"}


@pytest.fixture
def person(any_app: Flask) -> Person:
    """A coordinator, with one message that waits."""
    load_folder(TINY)
    receive_suggestion("a", Suggestion.model_validate({"kind": "hours", "place": PLACE}))
    answer_invitation(add_person("Relais", "coordinator", ["les-tilleuls"]), "trois mots ensemble")
    found = find_person("relais")
    assert found
    return found


def accept(person: Person, fields: dict[str, str], version: str = "") -> object:
    version = version or version_of(read_library().places[PLACE], Topic.HOURS)
    verdict = Verdict("accepted", "new", words="Vu")
    typed = Typed(Topic.HOURS, fields, date(2026, 11, 18))
    return accept_correction(person, 1, typed, verdict=verdict, version=version)


def test_a_correction_is_accepted_undone_and_accepted_again(person: Person) -> None:
    before = read_library()
    accept(person, HOURS)
    last = last_decision(person)
    assert last and (last.suggestion, read_library().places[PLACE].hours) == (1, HOURS["hours"])
    assert undo_decision(person, last.id).moved == ()
    assert (read_library(), read_case(person, 1).sent.state, last_decision(person)) == (before, "new", None)
    accept(person, HOURS)
    assert [each.outcome for each in read_case(person, 1).decisions] == ["accepted", "undone", "accepted"]
    place, versions = read_versions(person, PLACE)
    assert (place.hours, len(versions), versions[0].told.suggestion) == (HOURS["hours"], 3, 1)
    assert [changed.id for changed in read_changed(person)] == [PLACE]


def test_what_the_checks_refuse_leaves_no_trace(person: Person) -> None:
    accept(person, {"hours": "toujours"})
    assert (read_case(person, 1).decisions, read_case(person, 1).sent.state, read_changes()) == ([], "new", [])


def test_what_the_place_says_already_is_accepted_all_the_same(person: Person) -> None:
    was = str(read_library().places[PLACE].hours)
    accept(person, {"hours": was})
    assert (read_case(person, 1).sent.state, read_changes()) == ("accepted", [])


def test_a_decision_on_what_moved_or_was_decided_or_is_elsewhere_is_refused(person: Person) -> None:
    with pytest.raises(Moved):
        accept(person, HOURS, version="0" * 16)
    with pytest.raises(NotYours):
        decide(Person(person.id, "Relais", person.role, ("ailleurs",)), 1, Verdict("accepted", "new"))
    decide(person, 1, Verdict("refused", "new", "twice"))
    with pytest.raises(Decided):
        accept(person, HOURS)
    with pytest.raises(NothingToUndo):
        undo_decision(person, 99)
    assert read_changes() == []


def test_the_queue_counts_what_is_of_the_territory(person: Person) -> None:
    receive_suggestion("b", Suggestion.model_validate({"kind": "need", "text": "Un banc."}))
    counts = read_queue(person).counts
    assert (counts["new"], sum(counts.values())) == (1, 1)


def test_a_sign_in_ends_with_the_person(person: Person) -> None:
    secret = sign_in("RELAIS", "trois mots ensemble")
    assert signed_in(secret) == person
    revoke_person("Relais")
    assert (signed_in(secret), [member.revoked is not None for member in read_people()]) == (None, [True])


def test_attempts_are_counted_and_forgiven(any_app: Flask) -> None:
    few = {"somebody": Limit(most=2, minutes=5)}
    try_once(few)
    try_once(few)
    with pytest.raises(TooOften) as told:
        try_once(few)
    assert 1 <= int(str(told.value.values["minutes"])) <= 5
    try_once({"another": Limit(most=2, minutes=5)})
    forgive("somebody")
    try_once(few)
