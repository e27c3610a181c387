"""Pages that only lead on: complete without script, led by script to the language of the phone."""

from dataclasses import replace

import pytest

from app.site.addresses import Site
from app.site.headers import content_security_policy

from ..cast.printed import SITE, Page, read_tiny, render

STATIC = replace(SITE, base="/q/", is_static=True)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render(read_tiny(), STATIC)


def links(page: str) -> list[tuple[str, str]]:
    return [(a["lang"], a["href"]) for a in Page(page).all("a") if "hreflang" in a]


def script(page: str) -> dict[str, str]:
    return next(dict(found) for found in Page(page).all("script") if found.get("src", "").endswith("door.js"))


@pytest.mark.parametrize("code", ["8QTR77/", "8qtr77/"])
def test_a_code_offers_its_page_in_every_language(pages: dict[str, str], code: str) -> None:
    assert links(pages[code]) == [(lang, f"/q/{lang}/places/square-des-tilleuls/") for lang in ("fr", "en", "ar")]
    assert (script(pages[code])["data-to"], script(pages[code])["data-otherwise"]) == (
        "places/square-des-tilleuls/",
        "fr",
    )


@pytest.mark.parametrize(("code", "to"), [("WA1KS1/", "walks/du-college-au-square/"), ("t1eevx/", "les-tilleuls/")])
def test_walks_and_territories_have_codes_too(pages: dict[str, str], code: str, to: str) -> None:
    assert script(pages[code])["data-to"] == to


def test_a_retired_code_says_so_and_leads_to_its_page(pages: dict[str, str]) -> None:
    assert "Ce code ne mène plus à un lieu" in pages["G0NE00/"]
    assert script(pages["G0NE00/"])["data-to"] == "codes/G0NE00/"
    assert links(pages["g0ne00/"])[0] == ("fr", "/q/fr/codes/G0NE00/")


def test_the_page_of_lost_addresses_speaks_every_language(pages: dict[str, str]) -> None:
    assert [lang for lang, _ in links(pages["404.html"])] == ["fr", "en", "ar"]
    assert any(found["content"] == "noindex" for found in Page(pages["404.html"]).all("meta", name="robots"))


def test_a_server_needs_no_such_page() -> None:
    served = render(read_tiny())
    assert ("404.html" in served, "8QTR77/" in served, "door.js" in served[""]) == (False, False, False)


def test_a_visitor_without_script_waits_for_nothing_where_there_is_no_choice() -> None:
    site = Site(("fr",), "0", is_static=True)
    assert 'content="0; url=/fr/places/square-des-tilleuls/"' in render(read_tiny(), site)["8QTR77/"]


def test_a_static_page_says_its_policy_before_anything_is_loaded(pages: dict[str, str]) -> None:
    policy = content_security_policy().replace("frame-ancestors 'none'; ", "")
    for path, page in pages.items():
        names = [tag for tag, _ in Page(page).elements]
        said = next(m["content"] for m in Page(page).all("meta") if m.get("http-equiv") == "Content-Security-Policy")
        assert (said, names[:4]) == (policy, ["html", "head", "meta", "meta"]), path
