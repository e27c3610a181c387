"""A printed code never dies: when its subject is not to be seen, it has a page that says so and leads on."""

import json
from datetime import date

import pytest

from app.domain.content import Content
from app.domain.public import public_content
from app.edition.open_data import data_files
from app.edition.packs.plan import plan_packs
from app.publish.plan import plan_edition

from ..cast.printed import SITE, Page, edit, read_tiny, render

SQUARE, SQUARE_CODE, LIBRARY_CODE = "square-des-tilleuls", "8QTR77", "B1BT11"
DAY = date(2026, 11, 18)
MOVED = {"status": "draft", "categories": ["bibliotheque"], "address": {"street": "3 rue des Tilleuls"}}


@pytest.fixture(scope="module")
def withdrawn() -> Content:
    """The square is a draft again, of a kind that the library is of too."""
    return edit(read_tiny(), SQUARE, **MOVED)


@pytest.fixture(scope="module")
def pages(withdrawn: Content) -> dict[str, str]:
    return render(withdrawn)


def table(content: Content) -> dict[str, dict[str, object]]:
    files = {file.path: file for file in data_files(public_content(content), SITE)}
    found: dict[str, dict[str, object]] = json.loads(files["codes.json"].make())
    return found


def test_the_table_tells_what_became_of_a_code(withdrawn: Content) -> None:
    told = table(withdrawn)
    assert told[SQUARE_CODE] == {"kind": "place", "id": SQUARE, "waiting": True}
    assert told["G0NE00"]["retired"] is True
    assert told[LIBRARY_CODE] == {"kind": "place", "id": "bibliotheque-des-tilleuls"}


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_the_code_of_a_draft_names_it_with_its_street_and_offers_the_nearest_like_it(
    pages: dict[str, str], lang: str
) -> None:
    page = pages[f"{lang}/codes/{SQUARE_CODE}"]
    assert "3 rue des Tilleuls" in page
    cards = [found["data-place-id"] for found in Page(page).all("li") if "data-place-id" in found]
    assert cards == ["bibliotheque-des-tilleuls"]
    assert f"/{lang}/les-tilleuls/" in [found.get("href") for found in Page(page).all("a")]


def test_the_code_of_a_walk_that_lost_a_stop_says_so(pages: dict[str, str]) -> None:
    assert "Cette balade n’est pas proposée" in pages["fr/codes/WA1KS1"]


def test_the_code_of_what_is_gone_leads_to_every_territory(pages: dict[str, str]) -> None:
    assert "a quitté la carte" in pages["fr/codes/G0NE00"]
    assert "/fr/les-tilleuls/" in [found.get("href") for found in Page(pages["fr/codes/G0NE00"]).all("a")]


def test_codes_in_use_have_no_such_page(pages: dict[str, str]) -> None:
    assert f"fr/codes/{LIBRARY_CODE}" not in pages


@pytest.mark.parametrize("visibility", ["area", "hidden"])
def test_a_draft_whose_address_is_kept_is_not_told_where_it_is(visibility: str) -> None:
    pages = render(edit(read_tiny(), SQUARE, **MOVED, address_visibility=visibility))
    assert "3 rue des Tilleuls" not in "".join(pages.values())


def test_a_pack_holds_the_pages_and_the_table_of_its_codes(withdrawn: Content) -> None:
    public = public_content(withdrawn)
    (pack,) = plan_packs(public, SITE)
    held = {path for part in pack.languages["ar"] for path in part.paths}
    assert f"ar/codes/{SQUARE_CODE}" in held
    carried = next(file for file in plan_edition(public, SITE, DAY) if file.path == "codes/les-tilleuls.json")
    assert json.loads(carried.make())[SQUARE_CODE]["waiting"] is True


def test_an_empty_theme_names_what_waits(withdrawn: Content) -> None:
    pages = render(edit(withdrawn, "bibliotheque-des-tilleuls", status="draft"))
    theme = read_tiny().categories.theme_of("bibliotheque").id
    assert "3 rue des Tilleuls" in pages[f"fr/les-tilleuls/t/{theme}/"]
