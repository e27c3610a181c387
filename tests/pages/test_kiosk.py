"""The touch screen of a kiosk: what it shows, and what it must not."""

from dataclasses import replace

import pytest

from app.domain.content import Content
from app.domain.public import public_content
from app.domain.territory import Kiosk
from app.map.basemap import basemaps_of
from app.pages.context import SiteContext
from app.pages.kiosk import kiosk_files

from ..cast.printed import SITE, edit, parsed, read_tiny

SQUARE, LIBRARY = "square-des-tilleuls", "bibliotheque-des-tilleuls"


def screens(content: Content) -> dict[str, str]:
    public = public_content(content)
    context = SiteContext(public, SITE, basemaps_of(public))
    return {file.path: file.make().decode() for file in kiosk_files(context)}


@pytest.fixture(scope="module")
def content() -> Content:
    return read_tiny()


def names(html: str) -> list[str]:
    return [attrs["data-screen"] for _, attrs in parsed(html).elements if "data-screen" in attrs]


def test_a_territory_waits_in_its_languages_and_answers_in_each(content: Content) -> None:
    found = screens(content)
    assert sorted(found) == ["kiosk/les-tilleuls", *(f"kiosk/les-tilleuls/{lang}" for lang in ("ar", "en", "fr"))]
    doors = [attrs for tag, attrs in parsed(found["kiosk/les-tilleuls"]).elements if "data-open" in attrs]
    assert [door["lang"] for door in doors][:2] == ["fr", "ar"]
    assert 'dir="rtl"' in found["kiosk/les-tilleuls/ar"]


def test_every_place_that_families_may_see_has_its_screen_and_every_way_leads_to_one(content: Content) -> None:
    html = screens(content)["kiosk/les-tilleuls/fr"]
    there = names(html)
    assert len(there) == len(set(there))
    public = {f"place/{place.id}" for place in content.public_places("les-tilleuls")}
    assert public == {name for name in there if name.startswith("place/")}
    led = {attrs["data-go"] for _, attrs in parsed(html).elements if "data-go" in attrs}
    assert led - set(there) == set()


def test_nothing_in_it_leads_elsewhere(content: Content) -> None:
    for path, html in screens(content).items():
        tags = [tag for tag, _ in parsed(html).elements]
        assert not {"a", "form", "iframe", "area"}.intersection(tags), path


def test_a_draft_is_on_no_screen_and_a_hidden_door_has_no_mark(content: Content) -> None:
    draft = edit(content, SQUARE, status="draft")
    assert f"place/{SQUARE}" not in names(screens(draft)["kiosk/les-tilleuls/fr"])
    hidden = screens(edit(content, LIBRARY, address_visibility="hidden"))["kiosk/les-tilleuls/fr"]
    assert f'data-mark="{LIBRARY}"' in screens(content)["kiosk/les-tilleuls/fr"]
    assert f'data-mark="{LIBRARY}"' not in hidden and f"place/{LIBRARY}" in names(hidden)


def test_a_large_territory_shows_its_nearest_places_and_says_so(
    content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.pages.kiosk.MOST", 2)
    html = screens(content)["kiosk/les-tilleuls/fr"]
    nearest = [f"place/{place.id}" for place in content.public_places("les-tilleuls")[:2]]
    assert [name for name in names(html) if name.startswith("place/")] == nearest
    assert "plus loin" in html and "plus loin" not in screens(content)["kiosk/les-tilleuls/en"]


def test_the_plan_says_where_one_stands_when_the_kiosk_may_be_known(content: Content) -> None:
    home = content.territories["les-tilleuls"]
    there = replace(content, territories={home.id: home.model_copy(update={"kiosk": Kiosk(place=SQUARE)})})
    assert "Vous êtes ici" in screens(there)["kiosk/les-tilleuls/fr"]
    assert "Vous êtes ici" not in screens(content)["kiosk/les-tilleuls/fr"]
    area = edit(there, SQUARE, address_visibility="area")
    assert "Vous êtes ici" not in screens(area)["kiosk/les-tilleuls/fr"]
