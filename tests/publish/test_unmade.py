"""A page that cannot be made costs that page, by name, and never the edition; nothing names what is not there."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.content import Content
from app.domain.place import Place
from app.edition.store import Edition, EditionStore
from app.language.formats import Formats
from app.publish.make import site_of
from app.publish.produce import Wanted, make_from, unmade_of

from ..cast.content import read_tiny
from ..cast.library import settings_over


def order(folder: Path) -> Wanted:
    settings = settings_over(folder)
    return Wanted(site_of(settings), settings.edition_date, folder / "maps", "", "")


def spoilt(content: Content, place: str, **facts: object) -> Content:
    """Return a content with facts that no reader of files would let in: a fault of the program, as pages meet it."""
    other: Place = content.places[place].model_copy(update=facts)
    return replace(content, places={**content.places, place: other})


class Printed:
    """What was printed into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._store = folder, EditionStore(folder / "editions")

    def print(self, content: Content) -> Edition:
        self.edition = make_from(content, self._store, order(self._folder))
        return self.edition

    def read(self, path: str) -> str:
        return self._store.body(self.edition.files[path]).decode()

    def naming(self, words: str) -> Iterator[str]:
        for path, stored in self.edition.files.items():
            if stored.media_type.startswith(("text/html", "application/json")) and words in self.read(path):
                yield path


@pytest.fixture
def press(printed: Path) -> Printed:
    """A folder that holds an edition already: what no page is about has not to be made again."""
    return Printed(printed)


@pytest.fixture
def place() -> Place:
    """A place with hours that others lead to."""
    return next(place for place in read_tiny().places.values() if place.hours and place.code and place.shows_address)


def test_an_edition_goes_on_without_a_place_that_cannot_be_shown(press: Printed, place: Place) -> None:
    edition = press.print(spoilt(read_tiny(), place.id, hours="Mo-Fr 99:99"))
    assert [each.path for each in edition.unmade] == [f"fr/places/{place.id}"]
    assert "99:99" in edition.unmade[0].reason
    assert not [path for path in edition.files if path.endswith(f"places/{place.id}")]
    assert {"fr/les-tilleuls/", "ar/les-tilleuls/", "hours/les-tilleuls.json"} <= edition.files.keys()


def test_no_page_no_list_and_no_pack_leads_to_it(press: Printed, place: Place) -> None:
    press.print(spoilt(read_tiny(), place.id, hours="Mo-Fr 99:99"))
    assert list(press.naming(f'/places/{place.id}"')) == []
    assert list(press.naming(f'places/{place.id}":')) == []
    assert json.loads(press.read("codes.json"))[place.code]["waiting"]
    assert f"fr/codes/{place.code}" in press.edition.files


def test_what_it_said_before_is_not_shown_again(press: Printed, place: Place) -> None:
    assert f"fr/places/{place.id}" in press.print(read_tiny()).files
    edition = press.print(spoilt(read_tiny(), place.id, hours="Mo-Fr 99:99"))
    assert f"fr/places/{place.id}" not in edition.files


def test_once_mended_it_is_back(press: Printed, place: Place) -> None:
    press.print(spoilt(read_tiny(), place.id, hours="Mo-Fr 99:99"))
    edition = press.print(read_tiny())
    assert (edition.unmade, f"ar/places/{place.id}" in edition.files) == ((), True)


def test_what_only_its_own_page_shows_is_named_too(
    press: Printed, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(formats: Formats, number: str) -> str:
        raise KeyError(number)

    monkeypatch.setattr(Formats, "phone", refuse)
    edition = press.print(read_tiny())
    assert edition.unmade
    for each in edition.unmade:
        assert "KeyError" in each.reason
        assert each.path not in edition.files
    assert "fr/les-tilleuls/" in edition.files


def test_the_ledger_remembers_what_it_goes_without(press: Printed, place: Place, printed: Path) -> None:
    told = press.print(spoilt(read_tiny(), place.id, hours="Mo-Fr 99:99")).unmade
    (printed / "editions" / f"{press.edition.number}.json").touch()
    found = EditionStore(printed / "editions").current()
    assert found is not None
    assert found.unmade == told


def test_check_finds_it_before(tmp_path: Path, place: Place) -> None:
    wanted = order(tmp_path)
    content = spoilt(read_tiny(), place.id, hours="Mo-Fr 99:99")
    found = unmade_of(content, wanted.site, wanted.day, lambda done, total: None)
    assert [each.path for each in found] == [f"fr/places/{place.id}"]
    assert unmade_of(read_tiny(), wanted.site, wanted.day, lambda done, total: None) == []
