"""Translations at the desk: the French beside each language, nothing lost, and what nobody read over says so."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.domain.text import TextState, Translation
from app.library.changes import read_changes
from app.library.content.queries import library_digest, read_library
from app.library.content.writes import change_place, save_text

from .conftest import Enter, words_of

KEY = "place:square-des-tilleuls/purpose"
PAGE = f"/desk/translations/ar/text/{KEY}"


@pytest.fixture
def translator(enter: Enter) -> FlaskClient:
    return enter("Traduction", "translator")


def text_now(key: str = KEY, lang: str = "ar") -> Translation:
    return read_library().texts.by_language[lang][key]


def french() -> str:
    return str(read_library().places["square-des-tilleuls"].purpose)


def version_on(client: FlaskClient, page: str = PAGE) -> str:
    found = re.search(r'name="version" value="(\w*)"', client.get(page).text)
    assert found
    return found[1]


def typed_on(html: str) -> str:
    return unescape(re.findall(r"<textarea[^>]*>(.*?)</textarea>", html, re.S)[0])


def write(client: FlaskClient, words: str, page: str = PAGE, **more: str) -> int:
    return client.post(page, data={"words": words, "version": version_on(client, page), **more}).status_code


def test_each_language_says_how_far_it_is(translator: FlaskClient) -> None:
    words = words_of(translator.get("/desk/translations").text)
    assert "العربية" in words
    assert "Brouillon de machine" in words


def test_a_text_stands_beside_its_french(translator: FlaskClient) -> None:
    html = translator.get(PAGE).text
    assert french() in words_of(html)
    assert typed_on(html) == text_now().words
    assert 'lang="ar" dir="rtl"' in html


def test_a_saved_text_waits_for_a_reader_or_is_reviewed(translator: FlaskClient, desk: Flask) -> None:
    assert write(translator, "حديقة هادئة") == 303
    assert (text_now().words, text_now().state, text_now().by) == ("حديقة هادئة", TextState.TO_REVIEW, "translator")
    assert write(translator, "حديقة هادئة", reviewed="1") == 303
    assert (text_now().state, text_now().on) == (TextState.REVIEWED, desk.config["ADEUXPAS"].edition_date.isoformat())
    assert read_changes("translation", f"ar/{KEY}")[0].by == "translator"


def test_a_reviewed_text_that_is_edited_waits_again(translator: FlaskClient) -> None:
    write(translator, "حديقة هادئة", reviewed="1")
    write(translator, "حديقة هادئة جدًا", reviewed="1")
    assert text_now().state is TextState.TO_REVIEW


def test_what_is_saved_as_it_was_changes_nothing(translator: FlaskClient) -> None:
    write(translator, "حديقة هادئة", reviewed="1")
    before = library_digest()
    assert write(translator, "حديقة هادئة", reviewed="1") == 303
    assert library_digest() == before


@pytest.mark.parametrize(
    ("said", "words", "sentence"),
    [
        ("Appelez le 01 40 35 36 37.", "اتصلوا", "Le numéro 0140353637 est dans le français et manque ici"),
        ("Appelez.", "اتصلوا 01 40 35 36 37", "Le numéro 0140353637 n’est pas dans le français"),
        ("Jouer.", "<b>لعب</b>", "« <b> » n’est pas dans le français"),
        ("Avec {nom}.", "مع", "« {nom} » est dans le français et manque ici"),
        ("Dès 3 ans.", "للأطفال", "Ces nombres du français manquent ici : 3."),
        ("Jouer.", "   ", "un texte vide n’efface rien"),
        ("Jouer.", "ل" * 8001, "8000 au plus"),
    ],
)
def test_what_does_not_go_with_the_french_is_said_and_nothing_is_lost(
    said: str, words: str, sentence: str, translator: FlaskClient
) -> None:
    change_place("square-des-tilleuls", {"purpose": said}, by="desk")
    before = library_digest()
    answer = translator.post(PAGE, data={"words": words, "version": version_on(translator)})
    assert (answer.status_code, sentence in unescape(words_of(answer.text))) == (422, True)
    assert typed_on(answer.text) == words.strip()
    assert library_digest() == before


def test_numbers_may_be_meant(translator: FlaskClient) -> None:
    change_place("square-des-tilleuls", {"purpose": "De 9 h à 17 h."}, by="desk")
    page = PAGE.replace("/ar/", "/en/")
    answer = translator.post(page, data={"words": "From 9 am to 5 pm.", "version": version_on(translator, page)})
    assert 'name="sure"' in answer.text
    assert write(translator, "From 9 am to 5 pm.", page, sure="1") == 303


def test_two_people_at_one_text_overwrite_nothing(translator: FlaskClient) -> None:
    seen = version_on(translator)
    write(translator, "الأولى")
    answer = translator.post(PAGE, data={"words": "الثانية", "version": seen})
    assert (answer.status_code, typed_on(answer.text), text_now().words) == (409, "الثانية", "الأولى")
    assert "Ce texte a changé pendant que vous le traduisiez" in words_of(answer.text)


def test_french_that_changes_outdates_and_is_shown(translator: FlaskClient) -> None:
    write(translator, "حديقة", reviewed="1")
    change_place("square-des-tilleuls", {"purpose": french().rstrip(".") + " et lire."}, by="desk")
    html = translator.get(PAGE).text
    assert "Le français a changé depuis cette traduction." in words_of(html)
    assert re.search(r"<ins>[^<]*lire", html)
    assert "Le français a changé 1" in words_of(translator.get("/desk/translations/ar?state=outdated").text)


def test_a_minor_edit_keeps_translations_valid(enter: Enter) -> None:
    client = enter()
    for lang in ("ar", "en"):
        text = Translation(KEY, french(), "ok", TextState.REVIEWED, "translator", "2026-11-01")
        save_text(lang, text, by="desk")
    change_place("square-des-tilleuls", {"purpose": french() + " !"}, by="desk")
    keep = PAGE.replace("/text/", "/kept/")
    assert client.post(keep, data={"version": version_on(client), "all": "1"}).status_code == 303
    for lang in ("ar", "en"):
        kept = text_now(lang=lang)
        assert (kept.source, kept.state, kept.by) == (french(), TextState.REVIEWED, "translator")


def test_a_language_that_is_signed_off_is_no_draft(enter: Enter) -> None:
    client = enter()
    assert client.post("/desk/translations/ar/signed", data={}).status_code == 422
    assert client.post("/desk/translations/ar/signed", data={"sure": "on"}).status_code == 303
    texts = read_library().texts
    assert texts.of(KEY, french(), "ar").state is TextState.REVIEWED
    assert TextState.MACHINE not in {text.state for text in texts.by_language["ar"].values()}
    assert text_now().by == "coordinator"


def test_what_was_written_before_comes_back(translator: FlaskClient) -> None:
    first = text_now().words
    write(translator, "حديقة")
    [again] = re.findall(r"again=(\d+)", translator.get(PAGE).text)
    assert typed_on(translator.get(f"{PAGE}?again={again}").text) == first


def test_it_goes_on_to_the_next_text_of_the_list(translator: FlaskClient) -> None:
    listed = re.findall(r'/text/([^"?]+)\?state=machine', translator.get("/desk/translations/ar?state=machine").text)
    page = f"/desk/translations/ar/text/{unescape(listed[0])}"
    answer = translator.post(
        f"{page}?state=machine", data={"words": "نص 1", "sure": "1", "version": version_on(translator, page)}
    )
    assert answer.location.endswith(f"/text/{listed[1]}?state=machine") or answer.status_code == 422


@pytest.mark.parametrize(
    ("role", "territories", "page", "status"),
    [
        ("relay", (), PAGE, 403),
        ("volunteer", (), PAGE, 403),
        ("translator", ("les-tilleuls",), PAGE, 303),
        ("translator", ("les-tilleuls",), "/desk/translations/ar/text/category:culture/label", 404),
        ("translator", (), "/desk/translations/ar/text/place:nulle-part/purpose", 404),
        ("translator", (), PAGE.replace("/ar/", "/fr/"), 404),
        ("translator", (), PAGE.replace("/ar/", "/xx/"), 404),
    ],
)
def test_each_writes_what_is_theirs(
    role: str, territories: tuple[str, ...], page: str, status: int, enter: Enter
) -> None:
    before, client = library_digest(), enter("Quelqu’un", role, *territories)
    version = version_on(enter("Coordination")) if page == PAGE else ""
    assert client.post(page, data={"words": "نص", "version": version}).status_code == status
    assert (library_digest() == before) is (status != 303)


@pytest.mark.parametrize("role", ["translator", "relay"])
def test_only_a_coordinator_signs(role: str, enter: Enter) -> None:
    assert enter("Quelqu’un", role).post("/desk/translations/ar/signed", data={"sure": "on"}).status_code == 403


def test_a_list_is_filtered_by_theme_and_words(translator: FlaskClient) -> None:
    every = translator.get("/desk/translations/ar").text
    some = translator.get("/desk/translations/ar?words=tilleuls&theme=parcs").text
    assert 0 < some.count("desk-listed") < every.count("desk-listed")
    assert "Square des Tilleuls" in words_of(some)
