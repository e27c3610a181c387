"""An edit makes again only the pages that show what it changed."""

from dataclasses import replace

from app.domain.content import Content
from app.domain.territory import Kiosk

from ..cast.printed import changed, edit, read_tiny

SQUARE = "square-des-tilleuls"
LANGUAGES = ("fr", "en", "ar")
KIOSK = {f"kiosk/les-tilleuls/{lang}" for lang in LANGUAGES}
"""The screen of a kiosk shows all that its territory has, on one page a language."""


def own_pages(id: str) -> set[str]:
    return {f"{lang}/places/{id}" for lang in LANGUAGES}


def test_nothing_edited_makes_nothing_again(content: Content) -> None:
    assert changed(content, read_tiny()) == set()


def test_a_fact_that_no_list_shows_makes_only_its_own_pages_again(content: Content) -> None:
    after = edit(content, "bibliotheque-des-tilleuls", bring=["none"])
    assert changed(content, after) == own_pages("bibliotheque-des-tilleuls") | KIOSK


def test_another_purpose_makes_the_lists_that_show_it_again(content: Content) -> None:
    found = changed(content, edit(content, SQUARE, purpose="Courir."))
    assert {"fr/les-tilleuls/", "fr/les-tilleuls/t/parcs/", f"fr/places/{SQUARE}"} <= found
    assert not found & {"fr/les-tilleuls/t/culture/", "fr/places/college-des-tilleuls", "fr/about", ""}


def test_the_note_of_the_desk_makes_no_list_again(content: Content) -> None:
    found = changed(content, edit(content, SQUARE, note="À rappeler."))
    assert not [path for path in found if "/les-tilleuls/" in path]


def test_a_translation_makes_only_its_language_again(content: Content) -> None:
    arabic = dict(content.texts.by_language["ar"])
    key = "place:college-des-tilleuls/purpose"
    arabic[key] = replace(arabic[key], words="مدرسة")
    texts = replace(content.texts, by_language={**content.texts.by_language, "ar": arabic})
    found = changed(content, replace(content, texts=texts))
    assert found and all(path.startswith("ar/") or path == "kiosk/les-tilleuls/ar" for path in found)


def test_another_name_of_the_kiosk_reaches_the_pages_that_send_there(content: Content) -> None:
    home = content.territories["les-tilleuls"].model_copy(update={"kiosk": Kiosk(place=SQUARE)})
    before = replace(content, territories={home.id: home})
    assert own_pages("college-des-tilleuls") <= changed(before, edit(before, SQUARE, name="Le kiosque"))
