"""A language that is not translated yet: its pages are there, in French that says so, and no machine is blamed."""

import re

import pytest

from app.language.language import Language
from app.pages.in_french import mark_french, tell_french_apart
from app.site.addresses import Site
from tests.cast.printed import parsed, read_tiny, render

SITE = Site(languages=("fr", "ar", "es", "fa"), version="0", public_url="https://quartier.example")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render(read_tiny(), SITE)


def test_each_page_is_there(pages: dict[str, str]) -> None:
    french = {path.removeprefix("fr/") for path in pages if path.startswith("fr/")}
    assert {path.removeprefix("es/") for path in pages if path.startswith("es/")} == french


@pytest.mark.parametrize(
    "path", ["les-tilleuls/", "places/bibliotheque-des-tilleuls", "walks/un-livre-au-vert", "help"]
)
def test_its_french_is_said_to_be_french(pages: dict[str, str], path: str) -> None:
    bare = re.sub(r"<(title|option)\b.*?</\1>|<text.*?</text>", "", pages[f"es/{path}"], flags=re.DOTALL)
    page = parsed(bare)  # what can hold no elements says nothing of its language
    french = [words for lang, words in page.words if lang == "fr"]
    others = " ".join(words for lang, words in page.words if lang == "es")
    assert len(french) > 20
    assert re.findall(r"\b(?:les|des|une|quartier|lieux|ouvert)\b", others, re.IGNORECASE) == []


def test_what_is_french_by_default_is_no_machine_s_work(pages: dict[str, str]) -> None:
    blamed = [path for path, html in pages.items() if path.startswith("es/") and "Traduction automatique" in html]
    assert blamed == []


def test_in_a_language_from_right_to_left_it_runs_its_own_way(pages: dict[str, str]) -> None:
    assert '<span lang="fr" dir="ltr">Lieux</span>' in pages["fa/les-tilleuls/"]


def test_no_sign_is_left_on_any_page(pages: dict[str, str]) -> None:
    assert [path for path, html in pages.items() if re.search("[\ufdd0\ufdd1]|%EF%B7%9", html)] == []


def test_a_language_that_is_whole_has_no_such_element(pages: dict[str, str]) -> None:
    assert re.search(r'<span lang="fr"( dir="ltr")?>Lieux', pages["ar/les-tilleuls/"]) is None


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("<p>{}</p>", '<p><span lang="fr">Carte</span></p>'),
        ('<a title="{}">', '<a title="Carte">'),
        ("<title>{}</title>", "<title>Carte</title>"),
        ("<svg><svg></svg><text>{}</text></svg>", "<svg><svg></svg><text>Carte</text></svg>"),
        ("<svg></svg>{}", '<svg></svg><span lang="fr">Carte</span>'),
        ('<a href="?s=%EF%B7%90Carte%EF%B7%91">{}', '<a href="?s=Carte"><span lang="fr">Carte</span>'),
    ],
)
def test_only_a_text_gets_an_element(said: str, shown: str) -> None:
    word = tell_french_apart(Language.read("es")).say("Carte")
    assert mark_french(said.replace("{}", word), "ltr") == shown


def test_a_sentence_in_another_is_in_its_element() -> None:
    spanish = tell_french_apart(Language.read("es"))
    html = f"<p>{spanish.say('Lieu : %(name)s', name=spanish.say('Carte'))}</p>"
    assert mark_french(html, "ltr") == '<p><span lang="fr">Lieu : Carte</span></p>'
