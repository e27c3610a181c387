import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from app.domain.calendar import Calendar
from app.domain.category import Categories
from app.domain.content import Content
from app.domain.territory import Territory
from app.domain.text import Texts
from app.edition.manifest import manifest_files
from app.site.addresses import Site

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "web-manifest.json"
OURS = Path(__file__).parents[1] / "samples" / "web-manifest.json"
OUTLINE = (((2.0, 48.0), (2.1, 48.0), (2.1, 48.1), (2.0, 48.0)),)


def content_of(*names: str) -> Content:
    territories = {name: Territory(id=name, name=name.title(), outline=OUTLINE) for name in names}
    return Content(territories, {}, {}, Categories({}), Calendar({}, {}, date(2028, 1, 1)), Texts({}))


def manifests(content: Content, base: str = "/") -> dict[str, Any]:
    site = Site(languages=("fr", "en", "ar"), version="1", base=base)
    return {planned_file.path: json.loads(planned_file.make()) for planned_file in manifest_files(content, site)}


def test_there_is_one_at_the_root_and_one_a_language() -> None:
    prefixes = ["", "fr/", "en/", "ar/"]
    assert list(manifests(content_of("nord"))) == [f"{prefix}manifest.webmanifest" for prefix in prefixes]


def test_each_has_only_the_members_of_the_standard() -> None:
    for manifest in manifests(content_of("nord", "sud")).values():
        jsonschema.validate(manifest, json.loads(OURS.read_text(encoding="utf-8")))


@pytest.mark.skipif(not SCHEMA.exists(), reason="the published schemas are not beside the project")
def test_each_follows_the_published_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for manifest in manifests(content_of("nord", "sud")).values():
        jsonschema.validate(manifest, schema)


def test_every_language_is_the_same_app_opened_in_its_own_words() -> None:
    made = manifests(content_of("nord"))
    assert {manifest["id"] for manifest in made.values()} == {"/"}
    assert (made["ar/manifest.webmanifest"]["dir"], made["ar/manifest.webmanifest"]["start_url"]) == ("rtl", "/ar/")


def test_it_stays_below_a_path_prefix() -> None:
    made = manifests(content_of("nord"), base="/quartier/")["fr/manifest.webmanifest"]
    addresses = [made["id"], made["scope"], made["start_url"], *(icon["src"] for icon in made["icons"])]
    assert [address for address in addresses if not address.startswith("/quartier/")] == []


def test_it_has_a_plain_and_a_maskable_icon_of_each_size() -> None:
    icons = manifests(content_of("nord"))["manifest.webmanifest"]["icons"]
    assert {(icon["sizes"], icon["purpose"]) for icon in icons} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }


@pytest.mark.parametrize(
    ("names", "addresses"),
    [
        (["nord"], ["/fr/nord/", "/fr/nord/map", "/fr/nord/walks/"]),
        (["a", "b", "c", "d", "e"], ["/fr/a/", "/fr/b/", "/fr/c/", "/fr/d/"]),
    ],
)
def test_shortcuts_lead_to(names: list[str], addresses: list[str]) -> None:
    shortcuts = manifests(content_of(*names))["fr/manifest.webmanifest"]["shortcuts"]
    assert [shortcut["url"] for shortcut in shortcuts] == addresses
