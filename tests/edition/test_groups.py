"""Files planned together: as long as their inputs are the same, the next plan takes them over."""

import gc
from collections.abc import Iterable, Iterator
from functools import partial
from weakref import ref

from app.edition.bundles import Bundle
from app.edition.file import PlannedFile
from app.edition.groups import Groups, Part, Plan


def plan_of(words: str, asked: list[str]) -> Plan:
    def plan() -> Iterator[PlannedFile]:
        asked.append(words)
        yield PlannedFile("fr/a", "text/plain", "same", partial(words.encode))

    return plan


def look(files: Iterable[PlannedFile]) -> list[str]:
    """Look at planned files, and return their paths."""
    return [file.path for file in files]


def test_the_same_inputs_plan_nothing_again() -> None:
    groups, asked = Groups(), list[str]()
    look(groups.take("a", (1,), plan_of("one", asked)))
    groups.begin()
    assert look(groups.take("a", (1,), plan_of("two", asked))) == ["fr/a"]
    assert asked == ["one"]


def test_other_inputs_plan_again() -> None:
    groups, asked = Groups(), list[str]()
    look(groups.take("a", (1,), plan_of("one", asked)))
    groups.begin()
    look(groups.take("a", (2,), plan_of("two", asked)))
    assert asked == ["one", "two"]


def test_what_nobody_looks_at_is_not_planned() -> None:
    groups, asked = Groups(), list[str]()
    first = groups.take("a", (1,), plan_of("one", asked)).bundles[0].known_by
    groups.begin()
    (bundle,) = groups.take("a", (1,), plan_of("two", asked)).bundles
    assert not asked and not bundle.is_planned and bundle.known_by is first
    assert look(bundle.files) == ["fr/a"] and asked == ["two"]


def test_what_is_taken_over_is_made_from_what_there_is_now() -> None:
    groups, asked = Groups(), list[str]()
    look(groups.take("a", (1,), plan_of("one", asked)))
    groups.begin()
    (file,) = groups.take("a", (1,), plan_of("two", asked))
    assert file.make() == b"two"


def test_what_a_plan_did_not_ask_for_is_forgotten() -> None:
    groups, asked = Groups(), list[str]()
    look(groups.take("a", (1,), plan_of("one", asked)))
    groups.begin()
    groups.begin()
    look(groups.take("a", (1,), plan_of("two", asked)))
    assert asked == ["one", "two"]


def in_parts(groups: Groups, words: dict[str, str], asked: list[str], inputs: int) -> list[PlannedFile]:
    """Take a group of a part for each name: its words are what it is made from."""
    parts = [Part(name, (said,), plan_of(said, asked)) for name, said in words.items()]
    return [*groups.take_parts("a", (inputs,), lambda: parts)]


def test_of_a_group_in_parts_those_are_planned_that_are_made_from_something_else() -> None:
    groups, asked = Groups(), list[str]()
    in_parts(groups, {"x": "one", "y": "two"}, asked, 1)
    groups.begin()
    files = in_parts(groups, {"x": "one", "y": "other", "z": "more"}, asked, 2)
    assert asked == ["one", "two", "other", "more"] and len(files) == 3


def test_a_part_that_is_taken_over_is_made_from_what_there_is_now() -> None:
    groups, asked = Groups(), list[str]()
    in_parts(groups, {"x": "one", "y": "two"}, asked, 1)
    for inputs, others in (2, "other"), (2, "again"):
        groups.begin()
        now = list[str]()
        files = in_parts(groups, {"x": "one", "y": others}, now, inputs)
        asked.clear()
        assert files[0].make() == b"one" and "one" in now


def test_what_a_part_was_planned_from_goes_with_the_plan() -> None:
    groups, thing = Groups(), PlannedFile("fr/a", "text/plain", "same", bytes)
    seen = ref(thing)

    def plan(kept: object) -> Iterator[PlannedFile]:
        yield PlannedFile("fr/b", "text/plain", "same", lambda: repr(kept).encode())

    for kept in (thing, None):
        groups.begin()
        look(groups.take_parts("a", (1,), lambda kept=kept: (Part("x", (1,), partial(plan, kept)),)))  # type: ignore[misc]
    del thing, kept
    gc.collect()
    assert seen() is None


def test_what_a_part_was_planned_from_goes_without_being_looked_for() -> None:
    groups, thing = Groups(), PlannedFile("fr/a", "text/plain", "same", bytes)
    seen = ref(thing)

    def plan(kept: object) -> Iterator[PlannedFile]:
        yield PlannedFile("fr/b", "text/plain", "same", lambda: repr(kept).encode())

    def take(kept: object, inputs: int) -> None:
        groups.begin()
        look(groups.take_parts("a", (inputs,), lambda: (Part("x", (inputs,), partial(plan, kept)),)))

    gc.disable()
    try:
        take(thing, 1)
        take(thing, 1)
        take(None, 2)
        del thing
        assert seen() is None
    finally:
        gc.enable()


def test_a_bundle_is_known_by_the_same_as_long_as_its_files_are_the_same() -> None:
    groups, asked = Groups(), list[str]()

    def known(words: str, inputs: int) -> object:
        groups.begin()
        (bundle,) = groups.take("a", (inputs,), plan_of(words, asked)).bundles
        return bundle.known_by

    first = known("one", 1)
    assert known("two", 1) is first and known("two", 2) is not first


def test_what_is_planned_every_time_is_kept_while_it_is_the_same() -> None:
    groups, asked = Groups(), list[str]()

    def bundle(words: str) -> Bundle:
        groups.begin()
        (found,) = groups.keep("a", plan_of(words, asked)()).bundles
        return found

    first = bundle("one")
    assert bundle("two").known_by is first.known_by
    assert bundle("three").files[0].make() == b"three"
