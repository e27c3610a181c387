"""Addresses: below any prefix, whole where the public one is known, with the slash of a folder on plain files."""

import json
import re
from urllib.parse import urlsplit

import pytest

from app.edition.open_data import site_map
from app.publish.plan import plan_edition
from app.site.addresses import Site

from ..cast.printed import SITE, Page, read_tiny, render
from ..edition.test_edition import DAY

STATIC = Site(
    ("fr", "ar"), "0", base="/quartiers/18e/", public_url="https://Mairie.example/quartiers/18e", is_static=True
)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("", "/quartiers/18e/"),
        ("fr/nord/", "/quartiers/18e/fr/nord/"),
        ("fr/places/abc", "/quartiers/18e/fr/places/abc/"),
        ("K7M2Q4", "/quartiers/18e/K7M2Q4/"),
        ("poster/K7M2Q4.pdf", "/quartiers/18e/poster/K7M2Q4.pdf"),
        ("maps/nord.pmtiles", "/quartiers/18e/maps/nord.pmtiles"),
    ],
)
def test_a_static_site_links_to_folders_below_its_prefix(path: str, address: str) -> None:
    assert STATIC.url(path) == address
    assert STATIC.address(path) == f"https://Mairie.example{address}"


def test_built_assets_have_their_version_in_their_address() -> None:
    site = Site(("fr",), "0", base="/q/", assets={"static/gen/app.js": "a", "static/gen/map.css": "b"})
    version = f"?v={site.asset_version}"
    assert re.fullmatch(r"\?v=[0-9a-f]{8}", version)
    assert [site.url(f"static/gen/{name}") for name in ("app.js", "pictograms.svg")] == [
        f"/q/static/gen/app.js{version}",
        f"/q/static/gen/pictograms.svg{version}",
    ]
    # The names of chunks say it already, and other scripts import them so; icons are not asked for at each page.
    for path in ("static/gen/chunks/chunk-ABC.js", "static/gen/icons/icon-192.png", "fr/about", "sw.js"):
        assert site.url(path) == f"/q/{path}"


def test_the_version_changes_with_any_asset() -> None:
    built = {"static/gen/app.js": "a", "static/gen/map.css": "b"}
    others = [built | {"static/gen/map.css": "c"}, {"static/gen/app.js": "a"}, built | {"static/gen/new.js": "a"}]
    assert len({Site(("fr",), "0", assets=each).asset_version for each in (built, *others)}) == 4
    assert Site(("fr",), "0").asset_version == ""


def test_a_prefix_keeps_its_capitals_on_paper() -> None:
    site = Site(("fr",), "0", public_url="https://Mairie.example/Quartiers/18e")
    assert site.printed("K7M2Q4") == "mairie.example/Quartiers/18e/k7m2q4"


def test_readers_of_french_and_arabic_share_a_poster() -> None:
    assert [SITE.poster("K7M2Q4", lang) for lang in SITE.languages] == [
        "poster/K7M2Q4.pdf",
        "poster/K7M2Q4-en.pdf",
        "poster/K7M2Q4.pdf",
    ]


OPEN_API = "api/v1/openapi.json"
"""Its paths begin at its `servers`, which name the prefix."""


def test_nothing_in_a_prefixed_edition_points_outside_of_it() -> None:
    planned = plan_edition(read_tiny(), STATIC, DAY)
    outside = re.compile(rb'["\'(=]/(?!quartiers/18e/|/)[a-zA-Z0-9]')
    texts = {
        planned_file.path: planned_file.make()
        for planned_file in planned
        if "static/" not in planned_file.path and planned_file.path not in ("sw.js", OPEN_API)
    }
    assert {path: found for path, text in texts.items() if (found := outside.findall(text))} == {}
    [told] = [planned_file.make() for planned_file in planned if planned_file.path == OPEN_API]
    assert json.loads(told)["servers"] == [{"url": "https://Mairie.example/quartiers/18e"}]


def test_whole_addresses_name_the_prefix_once() -> None:
    pages = render(read_tiny(), STATIC)
    head = Page(pages["fr/places/square-des-tilleuls"])
    whole = [link["href"] for link in head.all("link") if link["href"].startswith("https:")]
    assert {urlsplit(link).path.count("quartiers/18e") for link in whole} == {1}
    assert len(whole) == 4
    paths = [planned_file.path for planned_file in plan_edition(read_tiny(), STATIC, DAY)]
    (planned_file,) = site_map([path for path in paths if path.startswith("fr/")], STATIC)
    assert b"<loc>https://Mairie.example/quartiers/18e/fr/places/square-des-tilleuls/</loc>" in planned_file.make()


@pytest.mark.parametrize("paper", [None, {}, {"qr/8QTR77.svg": "0"}, {"qr/8QTR77.svg": "0", "poster/8QTR77.pdf": "0"}])
def test_a_page_offers_only_the_paper_there_is(paper: dict[str, str] | None) -> None:
    site = Site(("fr",), "0", public_url="https://q.example", is_static=True, paper=paper)
    page = render(read_tiny(), site)["fr/places/square-des-tilleuls"]
    offered = [("/qr/8QTR77.svg" in page), ("/poster/8QTR77.pdf" in page)]
    assert offered == [site.has_paper("qr/8QTR77.svg"), site.has_paper("poster/8QTR77.pdf")]
