"""PO files for translators: any editor reads what goes out; what comes in is shown first, and takes nothing away."""

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po
from flask import Flask
from flask.testing import FlaskClient

from app.domain.text import TextState
from app.library.content.queries import library_digest, read_library
from app.library.content.writes import change_place

from .conftest import Enter, words_of
from .test_translating import KEY, french, text_now, write

FILE = "/desk/translations/ar/file"


@pytest.fixture
def translator(enter: Enter) -> FlaskClient:
    return enter("Traduction", "translator")


@pytest.fixture
def po(translator: FlaskClient) -> polib.POFile:
    """The file of a language, as an editor of PO files has it."""
    return polib.pofile(translator.get(f"{FILE}.po").text, wrapwidth=0, check_for_duplicates=True)


def entry_of(po: polib.POFile, key: str = KEY) -> polib.POEntry:
    return next(entry for entry in po if entry.msgctxt == key)


def propose(client: FlaskClient, data: bytes | str) -> tuple[int, dict[str, int], str]:
    """Send a file; return the status, how many texts of each kind it holds, and what applies it."""
    sent = data.encode() if isinstance(data, str) else data
    answer = client.post(FILE, data={"file": (BytesIO(sent), "ar.po")})
    counts = re.findall(r"<dt>([^<]*)</dt><dd>(\d+)</dd>", answer.text)
    apply = re.search(r'action="([^"]*/file/\w+)"', answer.text)
    return answer.status_code, {name: int(number) for name, number in counts}, apply[1] if apply else ""


def test_a_file_that_goes_out_is_read_by_others(po: polib.POFile, translator: FlaskClient, tmp_path: Path) -> None:
    data = translator.get(f"{FILE}.po").data
    catalogue = read_po(BytesIO(data), abort_invalid=True)
    assert (str(catalogue.locale), catalogue.num_plurals) == ("ar", 6)
    assert not [fault for message in catalogue for fault in message.check()]
    assert len(po) == len(list(catalogue)) - 1
    assert (entry_of(po).msgid, entry_of(po).msgstr) == (french(), text_now().words)
    if msgfmt := shutil.which("msgfmt"):
        (tmp_path / "ar.po").write_bytes(data)
        subprocess.run([msgfmt, "--check", "-o", "/dev/null", tmp_path / "ar.po"], check=True, capture_output=True)


def test_a_file_that_comes_back_untouched_changes_nothing(po: polib.POFile, translator: FlaskClient) -> None:
    status, counts, apply = propose(translator, str(po))
    said = len([entry for entry in po if entry.msgstr])
    assert (status, counts["Pareils"], counts["Vides"], apply) == (200, said, len(po) - said, "")
    assert sum(counts.values()) == len(po)


def test_proposals_are_shown_then_written_to_be_reviewed(po: polib.POFile, translator: FlaskClient) -> None:
    write(translator, "حديقة", reviewed="1")
    entry_of(po).msgstr = "حديقة هادئة"
    missing = next(entry for entry in po if not entry.msgstr)
    missing.msgstr = missing.msgid
    before = library_digest()
    _, counts, apply = propose(translator, str(po))
    assert (counts["Ajoutés"], counts["Changés"], library_digest()) == (1, 1, before)
    assert translator.post(apply).status_code == 303
    assert (text_now().words, text_now().state) == ("حديقة هادئة", TextState.TO_REVIEW)
    assert text_now(missing.msgctxt).words == missing.msgid
    assert translator.post(apply).status_code == 404


def test_what_must_not_be_written_is_named(po: polib.POFile, translator: FlaskClient) -> None:
    older, unsure, unknown, broken = [entry for entry in po if entry.msgstr][:4]
    older.msgid, older.msgstr = f"{older.msgid} Avant.", "قديم"
    unsure.flags, unsure.msgstr = ["fuzzy"], "ربما"
    unknown.msgctxt = "place:parti/purpose"
    broken.msgstr = f"{broken.msgstr} {{nom}}"
    before = library_digest()
    _, counts, apply = propose(translator, str(po))
    wanted = {"D’un français plus ancien": 1, "Pas sûrs (fuzzy)": 1, "Inconnus ici": 1, "Refusés": 1}
    assert {name: counts[name] for name in wanted} == wanted
    assert (counts["Ajoutés"], counts["Changés"], apply, library_digest()) == (0, 0, "", before)


def test_an_empty_text_takes_nothing_away(po: polib.POFile, translator: FlaskClient) -> None:
    for entry in po:
        entry.msgstr = ""
    _, counts, apply = propose(translator, str(po))
    assert (counts["Vides"], apply) == (len(po), "")


def test_a_text_that_is_twice_counts_once(po: polib.POFile, translator: FlaskClient) -> None:
    entry_of(po).msgstr = "أول"
    again = polib.POEntry(msgctxt=KEY, msgid=french(), msgstr="ثان")
    _, counts, apply = propose(translator, f"{po}\n{again}")
    assert (counts["Changés"], counts["Refusés"]) == (1, 1)
    translator.post(apply)
    assert text_now().words == "أول"


def test_french_that_changed_goes_out_with_what_it_said(translator: FlaskClient) -> None:
    before = french()
    change_place("square-des-tilleuls", {"purpose": "Lire."}, by="desk")
    entry = entry_of(polib.pofile(translator.get(f"{FILE}.po").text))
    assert (entry.msgid, entry.previous_msgid, entry.fuzzy) == ("Lire.", before, True)


@pytest.mark.parametrize(
    "data",
    [b"", b"\0" * 99, b"MZ\x00\xff\xfe", b'msgid ""\nmsgstr ""\n', b'msgid "a\nmsgstr "b"\n', "é".encode("latin-1")],
)
def test_what_is_no_po_file_is_a_sentence(data: bytes, translator: FlaskClient) -> None:
    before = library_digest()
    answer = translator.post(FILE, data={"file": (BytesIO(data), "ar.po")})
    assert (answer.status_code, "n’est pas un fichier PO lisible" in words_of(answer.text)) == (422, True)
    assert library_digest() == before


def test_a_heavy_file_is_refused(translator: FlaskClient) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="ar.po"\r\n\r\n'
    body = head + b"#\n" * 2_500_000 + b"\r\n--x--\r\n"
    answer = translator.post(FILE, data=body, content_type="multipart/form-data; boundary=x")
    assert (answer.status_code, "trop lourd" in words_of(answer.text)) == (413, True)


def test_another_role_proposes_nothing(enter: Enter, po: polib.POFile, desk: Flask) -> None:
    assert propose(enter("Relais", "relay"), str(po))[0] == 403
    assert not (desk.config["ADEUXPAS"].data / "proposals").exists()


def test_a_translator_of_one_quarter_takes_and_gives_its_texts(enter: Enter, po: polib.POFile) -> None:
    mine = polib.pofile(enter("Ailleurs", "translator", "les-tilleuls").get(f"{FILE}.po").text)
    assert 0 < len(mine) < len(po)
    assert {entry.msgctxt.partition(":")[0] for entry in mine} <= {"place", "walk", "territory"}
    assert read_library().texts.by_language
