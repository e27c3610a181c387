"""What a plan takes over from the one before in the same process never hides an edit."""

import gc
from dataclasses import dataclass, replace
from weakref import ref

import pytest

from app.cache import Cache, Columns, once_each
from app.domain.content import Content
from app.pages import cards

from .cast.printed import edit, fingerprints, read_tiny, render

SQUARE = "square-des-tilleuls"
KEY = f"place:{SQUARE}/purpose"


@dataclass(frozen=True)
class Thing:
    words: str


def renamed_kind(content: Content) -> Content:
    tree = content.categories
    renamed = {id: each.model_copy(update={"label": f"{each.label} !"}) for id, each in tree.all.items()}
    return replace(content, categories=replace(tree, all=renamed))


def translated(content: Content) -> Content:
    arabic = content.texts.by_language["ar"]
    entry = replace(arabic[KEY], words="الجري")
    return replace(content, texts=replace(content.texts, by_language={"ar": {**arabic, KEY: entry}}))


EDITS = {
    "name": lambda content: edit(content, SQUARE, name="Le grand square"),
    "purpose": lambda content: edit(content, SQUARE, purpose="Courir."),
    "position": lambda content: edit(content, SQUARE, position=content.places["college-des-tilleuls"].position),
    "school": lambda content: edit(content, "college-des-tilleuls", position=content.places[SQUARE].position),
    "status": lambda content: edit(content, SQUARE, status="closed_temporarily"),
    "kind": renamed_kind,
    "translation": translated,
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_reads_the_same_after_another_edition_as_in_a_new_process(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = read_tiny()
    before = render(content)
    after = EDITS[name](content)
    pages, prints = render(after), fingerprints(after)
    monkeypatch.setattr(cards, "_KEPT", Cache())
    anew = EDITS[name](read_tiny())
    assert (pages, prints) == (render(anew), fingerprints(anew))
    assert pages != before


def test_a_result_is_kept_for_the_same_object_only() -> None:
    made: list[str] = []
    remember = once_each(lambda thing: made.append(thing.words) or thing.words.upper())
    first, second = Thing("a"), Thing("a")
    assert [remember(thing) for thing in (first, first, second)] == ["A", "A", "A"]
    assert made == ["a", "a"]


def test_an_object_that_takes_the_place_of_another_is_not_mistaken_for_it() -> None:
    remember = once_each(lambda thing: thing.words)
    assert [remember(Thing(str(number))) for number in range(100)] == [str(number) for number in range(100)]
    gc.collect()


def test_other_inputs_make_a_slot_again() -> None:
    kept = Cache()
    assert [kept.take("slot", inputs, lambda inputs=inputs: inputs * 2) for inputs in (1, 1, 2, 1)] == [2, 2, 4, 2]


def test_a_column_makes_again_what_is_another_object_or_comes_of_other_inputs() -> None:
    columns, asked = Columns(), list[str]()

    def told(thing: Thing) -> str:
        asked.append(thing.words)
        return thing.words

    one, two, three = Thing("one"), Thing("two"), Thing("three")
    assert columns.take("a", 1, [one, two], told) == ["one", "two"]
    assert columns.take("a", 1, [three, one, Thing("two"), one], told) == ["three", "one", "two", "one"]
    assert asked == ["one", "two", "three", "two"]
    assert columns.take("a", 2, [one], told) == columns.take("b", 2, [one], told) == ["one"]
    assert asked == ["one", "two", "three", "two", "one", "one"]


def test_a_column_keeps_nothing_that_it_was_not_asked_for_last() -> None:
    columns, thing = Columns(), Thing("one")
    seen = ref(thing)
    columns.take("a", 1, [thing], repr)
    del thing
    columns.take("a", 1, [Thing("two")], repr)
    gc.collect()
    assert seen() is None
