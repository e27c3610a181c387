"""Walking directions in pages: what the phone fetches when somebody asks, and nothing before."""

import json
import re
from dataclasses import replace

import pytest

from app.domain.content import Content
from app.edition.packs.plan import plan_packs
from app.edition.sentences import sentence_files
from app.language.phone import TOPICS

from ..cast.printed import SITE, Page, edit, parsed, rendered

LIBRARY = "bibliotheque-des-tilleuls"
SCHOOL = "college-des-tilleuls"


def ways_on(html: str) -> list[dict[str, str]]:
    return [dict(found) for found in parsed(html).all("walk-directions")]


@pytest.mark.parametrize("lang", SITE.languages)
def test_a_place_says_where_its_way_is_found(pages: dict[str, str], lang: str) -> None:
    [way] = ways_on(pages[f"{lang}/places/{LIBRARY}"])
    assert (way["data-to"], way["data-school"]) == (LIBRARY, SCHOOL)
    assert way["data-paths"] == "/paths/les-tilleuls.bin"
    assert way["data-places"] == f"/{lang}/les-tilleuls/places.json"


@pytest.mark.parametrize("lang", SITE.languages)
def test_all_of_a_map_asks_for_its_data_at_one_address(pages: dict[str, str], lang: str) -> None:
    html = parsed(pages[f"{lang}/les-tilleuls/map"])
    [way], [found] = html.all("walk-directions"), html.all("place-map")
    [preload] = [link["href"] for link in html.all("link", rel="preload") if "places.json" in link["href"]]
    assert re.fullmatch(rf"/{lang}/les-tilleuls/places\.json\?v=[0-9a-f]{{8}}", preload)
    assert {way["data-places"], found["data-places"]} == {preload}


def test_the_map_follows_its_data_to_their_next_version(content: Content) -> None:
    moved = edit(content, LIBRARY, name="La bibliothèque d’à côté")
    before, after = (parsed(rendered(each, "fr/les-tilleuls/map")) for each in (content, moved))
    assert next(before.all("place-map"))["data-places"] != next(after.all("place-map"))["data-places"]


@pytest.mark.parametrize("visibility", ["area", "hidden"])
def test_nobody_is_led_to_a_place_whose_address_is_not_shown(content: Content, visibility: str) -> None:
    assert ways_on(rendered(edit(content, LIBRARY, address_visibility=visibility), f"fr/places/{LIBRARY}")) == []


def test_a_place_without_address_is_said_to_be_about_there(pages: dict[str, str]) -> None:
    assert "data-about" in ways_on(pages["fr/places/square-des-tilleuls"])[0]
    assert "data-about" not in ways_on(pages[f"fr/places/{LIBRARY}"])[0]


def test_nobody_goes_to_the_school_from_the_school(pages: dict[str, str]) -> None:
    starts = [found["data-from"] for found in Page(pages[f"fr/places/{SCHOOL}"]).all("button") if "data-from" in found]
    assert starts == ["here", "other"]


def test_a_territory_without_school_offers_the_other_starts(content: Content) -> None:
    lone = {id: territory.model_copy(update={"school": None}) for id, territory in content.territories.items()}
    html = rendered(replace(content, territories=lone), f"fr/places/{LIBRARY}")
    assert [found["data-from"] for found in parsed(html).all("button") if "data-from" in found] == ["here", "other"]


def test_the_large_map_waits_for_a_place(pages: dict[str, str]) -> None:
    [way] = ways_on(pages["fr/les-tilleuls/map"])
    assert "hidden" in way and "data-to" not in way


def test_no_page_carries_the_sentences_of_steps(pages: dict[str, str]) -> None:
    assert [path for path, html in pages.items() if "way_start" in html] == []


@pytest.mark.parametrize("lang", SITE.languages)
def test_the_sentences_of_steps_are_a_file_of_each_language(lang: str) -> None:
    found = {planned_file.path: json.loads(planned_file.make()) for planned_file in sentence_files(SITE)}
    assert found[f"{lang}/directions.json"].keys() == TOPICS["directions"].keys()


def test_a_pack_carries_the_sentences_and_the_streets(content: Content) -> None:
    [plan] = plan_packs(content, SITE)
    assert "ar/directions.json" in plan.languages["ar"][0].paths
    assert "paths/les-tilleuls.bin" in [file.path for file in plan.files]
