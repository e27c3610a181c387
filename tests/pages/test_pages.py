"""What families see: every page complete without script, in every language."""

import json
import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from urllib.parse import urlsplit

import pytest

from app.domain.content import Content
from app.domain.public import public_content
from app.edition.walks.feeds import feed_files
from app.edition.walks.files import walk_files
from app.map.basemap import basemaps_of
from app.site.addresses import Site

from ..cast.content import read_tiny
from ..cast.printed import SITE, edit, parsed, render, rendered

LIBRARY = "bibliotheque-des-tilleuls"
SQUARE = "square-des-tilleuls"
SCHOOL = "college-des-tilleuls"
HOSTILE = "<script>alert(1)</script>\"'&"


def links_of(html: str) -> set[str]:
    return {urlsplit(a["href"]).path for a in parsed(html).all("a") if a.get("href", "").startswith("/")}


def reachable(pages: dict[str, str], start: str) -> set[str]:
    seen, waiting = {start}, [start]
    while waiting:
        found = {link.removeprefix("/") for link in links_of(pages[waiting.pop()])} & pages.keys()
        waiting += found - seen
        seen |= found
    return seen


@pytest.mark.parametrize("lang", SITE.languages)
def test_every_place_is_reached_by_links_from_the_first_page(
    content: Content, pages: dict[str, str], lang: str
) -> None:
    assert {f"{lang}/places/{id}" for id in content.places} <= reachable(pages, "")


def test_every_theme_lists_its_places(pages: dict[str, str]) -> None:
    assert f"/fr/places/{LIBRARY}" in links_of(pages["fr/les-tilleuls/t/culture/"])


def test_no_link_leads_nowhere(pages: dict[str, str]) -> None:
    made_elsewhere = re.compile(r"/(poster/|print/|qr/|static/|[0-9A-Z]{6}$)")
    links = set().union(*map(links_of, pages.values()))
    walks = walk_files(public_content(read_tiny()), basemaps_of(read_tiny()), SITE)
    feeds = feed_files(public_content(read_tiny()), basemaps_of(read_tiny()), SITE, date(2026, 11, 29))
    made = {f"/{path}" for path in (*pages, *(file.path for file in (*walks, *feeds)))}
    assert {link for link in links if not made_elsewhere.match(link)} <= made


def test_every_page_has_one_heading_and_one_main(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        page = parsed(html)
        assert [len(list(page.all(tag))) for tag in ("h1", "main")] == [1, 1], path


def test_no_identifier_stands_twice_on_a_page(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        ids = [attrs["id"] for tag, attrs in parsed(html).elements if "id" in attrs]
        assert sorted(ids) == sorted(set(ids)), path


def test_titles_never_skip_a_level(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        levels = [int(tag[1]) for tag, _ in parsed(html).elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels)), path


def test_every_page_says_its_language_and_direction(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        root = next(parsed(html).all("html"))
        lang = path.split("/")[0] or "fr"
        assert (root["lang"], root["dir"]) == (lang, "rtl" if lang == "ar" else "ltr")


def test_every_page_names_itself_in_the_other_languages(pages: dict[str, str]) -> None:
    found = {
        link["hreflang"]: link["href"] for link in parsed(pages[f"en/places/{LIBRARY}"]).all("link", rel="alternate")
    }
    base = "https://quartier.example"
    expected = {lang: f"{base}/{lang}/places/{LIBRARY}" for lang in SITE.languages}
    assert found == {**expected, "x-default": f"{base}/"}


def test_a_site_that_does_not_know_its_address_names_none(content: Content) -> None:
    pages = render(content, site=replace(SITE, public_url=None))
    heads = [parsed(pages[path]).all("link") for path in (f"en/places/{LIBRARY}", "fr/", "")]
    assert {link["rel"] for head in heads for link in head} & {"alternate", "canonical"} == set()


def test_the_language_switcher_stays_on_the_page(pages: dict[str, str]) -> None:
    assert {f"/fr/places/{LIBRARY}", f"/ar/places/{LIBRARY}"} <= links_of(pages[f"en/places/{LIBRARY}"])


def test_no_element_brings_its_own_style_or_script(pages: dict[str, str]) -> None:
    for path, html in pages.items():
        for tag, attrs in parsed(html).elements:
            assert "style" not in attrs, path
            assert not any(name.startswith("on") for name in attrs), path
            assert tag != "script" or "src" in attrs or attrs["type"].startswith("application/"), path


def test_a_text_without_translation_says_that_it_is_french(pages: dict[str, str]) -> None:
    page = parsed(pages["en/les-tilleuls/"])
    assert page.lang_of("Jouer dehors et se reposer") == "fr"


def test_a_machine_translation_says_so(pages: dict[str, str]) -> None:
    mark = "machine"
    assert f'class="{mark}"' in pages[f"ar/places/{LIBRARY}"]
    assert f'class="{mark}"' not in pages[f"fr/places/{LIBRARY}"]


def test_a_name_keeps_its_direction_and_its_language(pages: dict[str, str]) -> None:
    assert '<bdi lang="fr">Bibliothèque des Tilleuls</bdi>' in pages[f"ar/places/{LIBRARY}"]


def test_a_phone_number_can_be_tapped_and_reads_left_to_right(pages: dict[str, str]) -> None:
    html = pages[f"ar/places/{LIBRARY}"]
    assert 'href="tel:+33140000000"' in html
    assert '<bdi dir="ltr">01 40 00 00 00</bdi>' in html


def test_what_nobody_knows_is_asked_not_denied(pages: dict[str, str]) -> None:
    words = " ".join(said for _, said in parsed(pages["fr/places/college-des-tilleuls"]).words)
    assert "À demander sur place" in words and "langues parlées" in words
    assert "Payant" not in words


def test_a_hostile_name_is_only_text(content: Content) -> None:
    for path, html in render(edit(content, SQUARE, name=HOSTILE, purpose=HOSTILE)).items():
        assert "<script>alert" not in html, path


def test_a_hostile_name_cannot_close_the_data_of_a_page(content: Content) -> None:
    html = rendered(edit(content, SQUARE, name=HOSTILE), f"fr/places/{SQUARE}")
    block = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(block)["name"] == HOSTILE


def test_of_a_draft_nothing_but_its_name_and_street_is_shown(content: Content) -> None:
    draft = edit(content, SQUARE, status="draft", purpose="Zanzibar", note="Zanzibar", access_hint="Zanzibar")
    walks = {id: walk for id, walk in draft.walks.items() if all(stop.place != SQUARE for stop in walk.stops)}
    pages = render(replace(draft, walks=walks))
    assert not [path for path, html in pages.items() if SQUARE in html or "Zanzibar" in html]


def test_a_walk_through_a_draft_is_not_shown(content: Content) -> None:
    pages = render(edit(content, SQUARE, status="draft"))
    assert not [path for path in pages if path.startswith("fr/walks/")]


def test_a_closed_place_says_so_first(content: Content) -> None:
    words = [
        said
        for _, said in parsed(rendered(edit(content, SQUARE, status="closed_for_good"), f"fr/places/{SQUARE}")).words
    ]
    assert words.index("Ce lieu a fermé définitivement.") < words.index("Jouer dehors et se reposer à l’ombre.")


@pytest.mark.parametrize("visibility", ["hidden", "area"])
def test_a_door_that_must_not_be_shown_is_in_no_page(content: Content, visibility: str) -> None:
    """Drawings write no coordinates but shares of their side: only a move tells whether a page knows the door."""
    here = edit(content, LIBRARY, address_visibility=visibility)
    there = edit(here, LIBRARY, position=(2.3649, 48.8946), address={"street": "1 rue Neuve", "city": "Paris"})
    assert render(here) == render(there)
    assert not [path for path, html in render(here).items() if "11 rue des Tilleuls" in html]


def test_a_walk_says_which_stop_is_not_shown(content: Content) -> None:
    pages = render(edit(content, LIBRARY, address_visibility="hidden"))
    html = pages["fr/walks/du-college-au-square"]
    assert html.count("l’adresse exacte n’est pas montrée") == 1
    drawn = [found["href"] for found in parsed(html).all("a") if found.get("href", "").startswith("#stop-")]
    assert set(drawn) == {"#stop-2", "#stop-3"}


def test_the_leg_that_passes_a_stop_by_is_a_guess(content: Content) -> None:
    walk = content.walks["du-college-au-square"]
    first, second, third = walk.stops
    middle = replace(content, walks={walk.id: walk.model_copy(update={"stops": (second, first, third)})})
    vague = edit(middle, LIBRARY, address_visibility="area")
    known, guessed = (rendered(each, f"fr/walks/{walk.id}") for each in (middle, vague))
    assert (known.count("distance estimée"), guessed.count("distance estimée")) == (0, 1)
    assert (known.count('class="leg"'), guessed.count('class="leg"')) == (2, 1)


@pytest.mark.parametrize("visibility", ["hidden", "area"])
def test_no_distance_is_told_from_a_school_whose_door_is_not_shown(content: Content, visibility: str) -> None:
    pages = render(edit(content, SCHOOL, address_visibility=visibility))
    assert not [path for path, html in pages.items() for _, said in parsed(html).words if "à pied du collège" in said]
    assert not [path for path, html in pages.items() if f'data-school="{SCHOOL}"' in html]


def test_a_theme_without_place_says_how_many_wait(content: Content) -> None:
    html = rendered(edit(content, SQUARE, status="draft"), "fr/les-tilleuls/t/parcs/")
    assert "1 lieu attend une vérification." in html


def test_a_long_list_is_paged_nearest_to_the_school_first(content: Content) -> None:
    square = content.places[SQUARE]
    more = {f"square-{n}": square.model_copy(update={"id": f"square-{n}", "code": None}) for n in range(130)}
    pages = render(replace(content, places={**content.places, **more}))
    first = [li["data-place-id"] for li in parsed(pages["fr/les-tilleuls/"]).all("li") if "data-place-id" in li]
    assert first[:2] == ["college-des-tilleuls", LIBRARY]
    listed = links_of(pages["fr/les-tilleuls/page/2"]) | links_of(pages["fr/les-tilleuls/page/3"])
    assert {f"/fr/places/square-{n}" for n in range(130)} <= listed | links_of(pages["fr/les-tilleuls/"])


def test_the_practical_layer_is_closed_until_asked_for(pages: dict[str, str]) -> None:
    details = next(parsed(pages["fr/les-tilleuls/"]).all("details", id="practical"))
    assert "open" not in details
    assert "/fr/places/toilettes-du-square" in links_of(pages["fr/les-tilleuls/"])


def test_a_site_under_a_prefix_keeps_to_it(content: Content) -> None:
    pages = render(content, Site(languages=("fr",), version="0", base="/quartier/"))
    links = set().union(*map(links_of, pages.values()))
    assert all(link.startswith("/quartier/") for link in links)


def test_no_page_depends_on_anything_but_its_inputs(content: Content, pages: dict[str, str]) -> None:
    assert render(content) == pages


def test_a_place_tells_what_was_checked_when_and_from_when_that_is_old(content: Content) -> None:
    checked = edit(content, LIBRARY, checks={"hours": {"on": "2026-11-01", "how": "visit"}})
    page = rendered(checked, f"fr/places/{LIBRARY}").replace("\u00a0", " ")
    assert "Horaires : vérifié le 1er nov. 2026." in page
    assert 'data-from="2028-11-02T00:00:00+01:00" hidden' in page


REGISTER = {"fr": "Selon le registre de janvier 2021.", "en": "According to the register of January 2021.",
            "ar": "حسب سجلّ يناير 2021."}  # fmt: skip


@pytest.mark.parametrize("lang", SITE.languages)
def test_what_a_register_says_tells_the_age_of_the_register(content: Content, lang: str) -> None:
    old = edit(content, SQUARE, verified={"on": "2021-01-31", "how": "feed"})
    assert REGISTER[lang] in rendered(old, f"{lang}/places/{SQUARE}")
    seen = edit(content, SQUARE, verified={"on": "2021-01-31", "how": "visit"})
    assert REGISTER[lang] not in rendered(seen, f"{lang}/places/{SQUARE}")
