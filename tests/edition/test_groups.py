"""Files planned together: as long as their inputs are the same, the next plan takes them over."""

from collections.abc import Iterator
from functools import partial

from app.edition.file import PlannedFile
from app.edition.groups import Groups, Plan


def plan_of(words: str, asked: list[str]) -> Plan:
    def plan() -> Iterator[PlannedFile]:
        asked.append(words)
        yield PlannedFile("fr/a", "text/plain", "same", partial(words.encode))

    return plan


def test_the_same_inputs_plan_nothing_again() -> None:
    groups, asked = Groups(), list[str]()
    groups.take("a", (1,), plan_of("one", asked))
    groups.begin()
    assert [file.path for file in groups.take("a", (1,), plan_of("two", asked))] == ["fr/a"]
    assert asked == ["one"]


def test_other_inputs_plan_again() -> None:
    groups, asked = Groups(), list[str]()
    groups.take("a", (1,), plan_of("one", asked))
    groups.begin()
    groups.take("a", (2,), plan_of("two", asked))
    assert asked == ["one", "two"]


def test_what_is_taken_over_is_made_from_what_there_is_now() -> None:
    groups, asked = Groups(), list[str]()
    groups.take("a", (1,), plan_of("one", asked))
    groups.begin()
    (file,) = groups.take("a", (1,), plan_of("two", asked))
    assert file.make() == b"two"


def test_what_a_plan_did_not_ask_for_is_forgotten() -> None:
    groups, asked = Groups(), list[str]()
    groups.take("a", (1,), plan_of("one", asked))
    groups.begin()
    groups.begin()
    groups.take("a", (1,), plan_of("two", asked))
    assert asked == ["one", "two"]
