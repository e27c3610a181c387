"""The program's own sentences translated at the desk: said from the next edition on, and brought back into files."""

import re
from collections.abc import Iterator
from html import unescape
from io import BytesIO
from pathlib import Path

import polib
import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.domain.text import TextState, Translation
from app.domain.wording import MESSAGES, POSTERS, Sentence, Wordings, forms_of, sentence_key
from app.exchange.catalogues import path_in, read_sentences
from app.language.catalogues import read_messages
from app.language.on_paper import is_draft, voice
from app.language.wordings import lay_over
from app.library.changes import read_changes
from app.library.content.dump import dump_folder
from app.library.content.edits import Author
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.content.wordings import read_wordings, save_wordings_within
from app.library.content.writes import save_walk
from app.library.sessions import writing
from app.publish.make import EditionMaker
from app.web.desk.words import with_values
from tests.cast.library import TINY
from tests.cast.posting import form_with

from .conftest import Enter, words_of

FRENCH = "Chercher un lieu"
LIST = "/desk/translations/ar?catalogue=messages"
PLACES = ("%(num)s lieu", "%(num)s lieux")


@pytest.fixture(autouse=True)
def nothing_laid() -> Iterator[None]:
    """What one library says is not what the next one does."""
    yield
    lay_over(Wordings())


@pytest.fixture
def translator(enter: Enter) -> FlaskClient:
    return enter("Traduction", "translator")


def sentence(french: str = FRENCH, catalogue: str = MESSAGES, lang: str = "ar") -> Sentence:
    return read_sentences(catalogue, lang)[sentence_key(catalogue, french)]


def page_of(french: str = FRENCH, catalogue: str = MESSAGES, lang: str = "ar") -> str:
    return f"/desk/translations/{lang}/text/{sentence_key(catalogue, french)}"


def write(client: FlaskClient, *forms: str, page: str = "", **more: str) -> tuple[int, str]:
    page = page or page_of()
    version = re.search(r'name="version" value="(\w*)"', client.get(page).text)
    assert version
    named = {"words" if n == 0 else f"words-{n}": form for n, form in enumerate(forms)}
    answer = client.post(page, data={**named, "version": version[1], **more})
    return answer.status_code, unescape(words_of(answer.text))


def lay() -> None:
    lay_over(read_wordings())


def test_every_catalogue_of_a_language_says_how_far_it_is(translator: FlaskClient) -> None:
    html = translator.get("/desk/translations").text
    for name in ("Ce que disent les fiches", "Boutons et phrases du site", "Phrases des feuilles imprimées"):
        assert name in words_of(html)
    assert "Türkçe" in html  # paper speaks it, the site does not


def test_a_sentence_stands_beside_its_french_and_says_where_it_is_read(translator: FlaskClient) -> None:
    words = unescape(words_of(translator.get(page_of()).text))
    assert FRENCH in words
    assert "Brouillon de machine" in words
    assert "Pages des familles" in words
    assert ".html" in words or ".py" in words


def test_a_value_is_read_as_it_is_written_among_arabic_words(translator: FlaskClient) -> None:
    html = translator.get("/desk/translations/ar?catalogue=messages").text
    day = html.partition('<strong lang="fr" dir="auto"><bdi dir="ltr">%(day)s</bdi> à')[2].partition("</li>")[0]
    assert day.count('<bdi dir="ltr">%(time)s</bdi>') == 2
    assert "<b>" not in with_values("<b>50 %</b>")


def test_what_is_written_is_said_and_the_history_tells_it(translator: FlaskClient) -> None:
    assert write(translator, "قريب جدًا من هنا")[0] == 303
    lay()
    assert read_messages("ar").gettext(FRENCH) == "قريب جدًا من هنا"
    assert read_messages("en").gettext(FRENCH) == sentence(lang="en").shipped.words
    [change] = read_changes("wording", f"ar/{sentence_key(MESSAGES, FRENCH)}")
    assert (change.by, change.after["state"]) == ("translator", TextState.TO_REVIEW)
    assert "Ce que dit le programme" in words_of(translator.get(page_of()).text)


def test_the_next_edition_says_it_on_pages_and_at_the_desk(desk: Flask, translator: FlaskClient) -> None:
    write(translator, "كلمة لا تقال عادة")
    maker = EditionMaker(desk)
    assert not maker.is_current()
    edition = maker.make_edition()
    said = {
        path.partition("/")[0]
        for path, file in edition.files.items()
        if file.media_type.startswith("text/html") and "كلمة لا تقال عادة".encode() in maker.store.body(file)
    }
    assert said == {"ar"}
    lay_over(Wordings())  # another process, which has made no edition
    translator.get("/desk/?lang=ar")
    assert read_messages("ar").gettext(FRENCH) == "كلمة لا تقال عادة"


def test_a_plural_has_as_many_boxes_as_the_language_has_forms(translator: FlaskClient) -> None:
    page = page_of("\n".join(PLACES))
    html = translator.get(page).text
    assert html.count("<textarea") == 6
    assert "3, 4, 5, 6, …" in html
    forms = ["لا مكان", "مكان", "مكانان", "%(num)s أماكن هنا", "%(num)s مكانًا", "%(num)s مكان"]
    assert write(translator, *forms, page=page)[0] == 303
    lay()
    said = read_messages("ar")
    assert [said.ngettext(*PLACES, n) for n in (0, 1, 2, 3, 11, 100)] == forms


@pytest.mark.parametrize(
    ("french", "forms", "said"),
    [
        (FRENCH, [""], "un texte vide n’efface rien"),
        (FRENCH, ["<b>قريب</b>"], "« <b> » n’est pas dans le français"),
        (FRENCH, ["قريب <img src=x"], "« < » n’est pas dans le français"),
        (FRENCH, ['قريب" data-x="'], '« " » n’est pas dans le français'),
        (FRENCH, ["100 % قريب"], "« % » n’est pas dans le français"),
        ("%(day)s à %(time)s", ["في %(day)s"], "« %(time)s » est dans le français et manque ici"),
        ("\n".join(PLACES), ["لا", "واحد", "", "%(num)s", "%(num)s", "%(num)s"], "Il faut les 6 formes"),
        ("\n".join(PLACES), ["لا", "واحد", "اثنان", "%(num)s", "%(num)s", "كثير"], "« %(num)s » est dans le français"),
    ],
)
def test_what_would_break_a_page_is_refused_with_a_sentence(
    french: str, forms: list[str], said: str, translator: FlaskClient
) -> None:
    status, words = write(translator, *forms, page=page_of(french))
    assert (status, said in words) == (422, True)
    assert read_wordings() == Wordings()


def test_the_spaces_around_a_sentence_are_those_of_the_french(translator: FlaskClient) -> None:
    assert write(translator, "أم", page=page_of(" ou "))[0] == 303
    lay()
    assert read_messages("ar").gettext(" ou ") == " أم "


def test_a_catalogue_that_is_signed_off_is_no_draft_any_more(enter: Enter) -> None:
    client = enter()
    assert is_draft("tr")
    assert client.post("/desk/translations/tr/signed", data={"catalogue": "posters"}).status_code == 422
    signed = client.post("/desk/translations/tr/signed", data={"catalogue": "posters", "sure": "1"})
    assert signed.location.endswith("catalogue=posters&state=reviewed")
    lay()
    assert not is_draft("tr")
    assert is_draft("es")


def test_paper_says_what_the_desk_says(translator: FlaskClient) -> None:
    french = next(
        each.french for each in read_sentences(POSTERS, "tr").values() if not re.search(r"[%\d]", each.french)
    )
    assert write(translator, "Kendi sözümüz", page=page_of(french, POSTERS, "tr"))[0] == 303
    lay()
    assert voice("tr").say(french) == "Kendi sözümüz"


def test_a_dump_brings_it_back_into_the_file_and_the_rest_stays(translator: FlaskClient, tmp_path: Path) -> None:
    write(translator, "قريب جدًا من هنا", reviewed="1")
    dump_folder(tmp_path / "files")
    written = path_in(tmp_path / "files" / "translations", MESSAGES, "ar")
    ours = path_in(Path("translations"), MESSAGES, "ar")
    before, after = (polib.pofile(str(po), wrapwidth=0) for po in (ours, written))
    assert [e.msgid for e in before] == [e.msgid for e in after]
    changed = [e for old, e in zip(before, after, strict=True) if e.msgstr != old.msgstr]
    assert [(e.msgid, e.msgstr) for e in changed] == [(FRENCH, "قريب جدًا من هنا")]
    assert changed[0].comment.startswith("state: reviewed translator")
    assert not path_in(tmp_path / "files" / "translations", MESSAGES, "en").exists()
    again = read_sentences(MESSAGES, "ar", tmp_path / "files" / "translations")[sentence_key(MESSAGES, FRENCH)]
    assert (again.shipped.words, again.shipped.state) == ("قريب جدًا من هنا", TextState.REVIEWED)


def test_a_load_loses_none_of_it(translator: FlaskClient) -> None:
    write(translator, "قريب جدًا من هنا")
    said = read_wordings()
    for force in (False, True):
        assert not load_folder(TINY, force=force).is_refused
        assert read_wordings() == said


def test_what_the_program_says_by_itself_is_forgotten(desk: Flask) -> None:
    shipped = sentence().shipped
    with writing() as session:
        save_wordings_within(session, "ar", [shipped], Author("translator"))
        session.commit()
    load_folder(TINY)
    assert read_changes("wording")[0].by == "load"


def test_french_that_changed_is_said_by_the_program_until_somebody_looks(translator: FlaskClient) -> None:
    key = next(key for key, each in read_sentences(MESSAGES, "ar").items() if len(each.french) > 60 and each.forms == 1)
    current = read_sentences(MESSAGES, "ar")[key].french
    former = f"{current} Avant."
    with writing() as session:
        text = Translation(sentence_key(MESSAGES, former), former, "كلمات قديمة", TextState.REVIEWED, "translator")
        save_wordings_within(session, "ar", [text], Author("translator"))
        session.commit()
    lay()
    assert read_messages("ar").gettext(current) == sentence(current).shipped.words
    html = translator.get(page_of(current)).text
    assert "Le français a changé depuis cette traduction." in words_of(html)
    assert "Avant" in re.findall(r"<del>(.*?)</del>", html)[0]
    assert "كلمات قديمة" in html


def test_a_file_goes_out_and_comes_back_as_proposals(translator: FlaskClient) -> None:
    data = translator.get("/desk/translations/ar/file.po?catalogue=messages").text
    po = polib.pofile(data, wrapwidth=0)
    entry = next(e for e in po if e.msgid == FRENCH)
    entry.msgstr = "من الملف"
    plural = next(e for e in po if (e.msgid, e.msgid_plural) == PLACES)
    plural.msgstr_plural[0] = "لا شيء"
    sent = form_with("file", str(po).encode(), "ar.po", {"catalogue": "messages"})
    shown = translator.post("/desk/translations/ar/file", **sent).text
    counts = dict(re.findall(r"<dt>([^<]*)</dt><dd>(\d+)</dd>", shown.replace(" ", "").replace("\u202f", "")))
    assert (counts["Changés"], counts["Ajoutés"], counts["Refusés"]) == ("2", "0", "0")
    apply = re.search(r'action="([^"]*/file/\w+)"', shown)
    assert apply
    assert translator.post(apply[1], data={"catalogue": "messages"}).status_code == 303
    assert read_wordings().said["ar", MESSAGES][FRENCH] == "من الملف"
    assert forms_of(read_wordings().said["ar", MESSAGES]["\n".join(PLACES)])[0] == "لا شيء"


def test_a_catalogue_of_git_is_a_file_of_proposals_too(translator: FlaskClient) -> None:
    data = f'msgid "{FRENCH}"\nmsgstr "من git"\n'.encode()
    sent = {"file": (BytesIO(data), "messages.po"), "catalogue": "messages"}
    assert 'class="button"' in translator.post("/desk/translations/ar/file", data=sent).text


def test_the_notes_of_who_leads_are_translated_too(translator: FlaskClient) -> None:
    walk = next(iter(read_library().walks.values()))
    save_walk(walk.model_copy(update={"leader": "Comptez le groupe."}), by="desk")
    assert "Comptez le groupe." in translator.get("/desk/translations/ar?catalogue=leader").text
    assert "Comptez le groupe." not in translator.get("/desk/translations/ar?words=comptez").text
    key = f"walk:{walk.id}/leader"
    assert write(translator, "عدّوا المجموعة.", page=f"/desk/translations/ar/text/{key}")[0] == 303
    assert read_library().texts.by_language["ar"][key].words == "عدّوا المجموعة."


def test_who_has_some_quarters_only_does_not_translate_what_all_share(enter: Enter) -> None:
    client = enter("Traduction", "translator", "les-tilleuls")
    assert "Boutons et phrases du site" not in words_of(client.get("/desk/translations").text)
    assert client.get(page_of()).status_code == 404
