"""Help that is nobody's place: the same numbers in every language, reached by one touch, sourced and dated."""

import pytest

from app.domain.subject import PLACE

from ..cast.printed import Page, read_tiny, render

NUMBERS = ["tel:112", "tel:15", "tel:18", "tel:17", "sms:114", "tel:119", "tel:3919", "tel:115", "tel:3114"]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render(read_tiny())


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_every_number_is_one_touch_away_in_every_language(pages: dict[str, str], lang: str) -> None:
    links = [found.get("href", "") for found in Page(pages[f"{lang}/help"]).all("a")]
    assert [link for link in links if link.startswith(("tel:", "sms:"))] == NUMBERS


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "22 juillet 2024"), ("en", "July 22, 2024"), ("ar", "22 يوليو 2024")]
)
def test_it_says_where_the_numbers_come_from_and_when(pages: dict[str, str], lang: str, said: str) -> None:
    assert "service-public.fr" in pages[f"{lang}/help"]
    assert said in pages[f"{lang}/help"]


def test_every_page_leads_to_it(pages: dict[str, str]) -> None:
    for path in ("fr/", "fr/les-tilleuls/", f"fr/{PLACE.path('square-des-tilleuls')}", "fr/404"):
        assert "/fr/help" in [found.get("href") for found in Page(pages[path]).all("a")], path
