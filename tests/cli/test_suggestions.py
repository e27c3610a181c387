"""`adeuxpas suggestions`: what was received, as a person and as a program read it."""

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from PIL import Image
from sqlalchemy import text as sql

from app.cli import commands
from app.domain.record import Answer, Told
from app.domain.suggestion import Suggestion
from app.library.db import db
from app.library.desk.asking import answer_asked, ask_place
from app.library.desk.people import add_person, read_people
from app.library.photos import keep_photo, photo_file, read_photo
from app.library.suggestions import read_suggestions, receive_suggestion

PLACE = "bibliotheque-des-tilleuls"
WALK = "un-livre-au-vert"
FRIDAY = datetime(2026, 11, 20, 13, 2, tzinfo=UTC)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@pytest.fixture
def received(library: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two messages, one typed days before it came."""
    monkeypatch.setenv("ADEUXPAS_DATA", str(library.config["ADEUXPAS"].data))
    hours = {"kind": "hours", "place": PLACE, "lang": "ar", "edition": 7, "typed": "2026-11-18T09:00:00Z"}
    receive_suggestion("a", Suggestion.model_validate({**hours, "text": "مغلق\nيوم الثلاثاء"}), now=FRIDAY)
    receive_suggestion("b", Suggestion.model_validate({"kind": "moved", "place": "lieu-disparu"}), now=MONDAY)


def run(*words: str, lang: str = "fr_FR.UTF-8") -> Result:
    return CliRunner(env={"LANG": lang, "LC_ALL": None, "LC_MESSAGES": None}).invoke(commands, ["suggestions", *words])


@pytest.mark.usefixtures("received")
def test_the_newest_comes_first_with_all_that_is_known() -> None:
    assert run().output.replace("\u00a0", " ").replace("\u202f", " ").splitlines() == [
        "n° 2 · 23 nov. 2026 à 9 h 30 · Déménagé · lieu-disparu, qui n’est plus sur la carte",
        "n° 1 · 20 nov. 2026 à 14 h 02 · Horaires · Bibliothèque des Tilleuls (bibliotheque-des-tilleuls)",
        "    مغلق",
        "    يوم الثلاثاء",
        "    (écrit le 18 nov. 2026 à 10 h, ar, édition 7)",
        "2 messages.",
    ]


def test_what_leaders_saw_and_counted_is_told(library: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADEUXPAS_DATA", str(library.config["ADEUXPAS"].data))
    seen = {"kind": "observation", "place": PLACE, "walk": WALK, "stop": 2, "seen": "hours_changed", "text": "Dès 9 h."}
    came = {"kind": "debrief", "walk": WALK, "came": {"adults": 1, "children": 7, "stops": 3}}
    receive_suggestion("a", Suggestion.model_validate(seen), now=FRIDAY)
    receive_suggestion("b", Suggestion.model_validate(came), now=MONDAY)
    lines = run().output.splitlines()
    assert lines[1] == "    1 adulte · 7 enfants · 3 étapes faites"
    assert lines[3:5] == [f"    Les horaires ont changé · balade {WALK}, étape 2", "    Dès 9 h."]
    assert json.loads(run("--json").output)[0]["came"] == {
        "adults": 1,
        "children": 7,
        "pushchairs": None,
        "stops": 3,
        "minutes": None,
    }


def test_a_photo_is_named_with_its_file(library: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    data = library.config["ADEUXPAS"].data
    monkeypatch.setenv("ADEUXPAS_DATA", str(data))
    seen = {"kind": "observation", "place": PLACE, "walk": WALK, "stop": 2, "seen": "closed"}
    receive_suggestion("a", Suggestion.model_validate(seen), now=FRIDAY)
    assert json.loads(run("--json").output)[0]["photo"] is None
    out = BytesIO()
    Image.new("RGB", (20, 20)).save(out, "JPEG")
    assert keep_photo("a", read_photo(out.getvalue()), data)
    [named] = [line for line in run().output.splitlines() if "photo" in line]
    assert Path(named.partition(" : ")[2]).read_bytes().startswith(b"\xff\xd8")
    assert json.loads(run("--json").output)[0]["photo"] == str(photo_file("a", data))


@pytest.mark.usefixtures("received")
def test_a_day_leaves_the_older_out() -> None:
    assert run("--since", "2026-11-23").output.endswith("1 message.\n")
    assert run("--since", "2026-11-24").output == "Aucun message.\n"


@pytest.mark.usefixtures("received")
@pytest.mark.parametrize("day", ["hier", "2026-13-01", ""])
def test_what_is_no_day_is_a_sentence(day: str) -> None:
    done = run("--since", day)
    assert (done.exit_code, "n’est pas un jour" in done.output) == (2, True)


def test_what_was_found_at_a_door_is_told_fact_by_fact(library: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADEUXPAS_DATA", str(library.config["ADEUXPAS"].data))
    add_person("Coordination", "coordinator")
    facts = [Told(path="hours", answer=Answer.CHANGED, wanted="mardi 9h-12h"), Told(path="phones", answer=Answer.TRUE)]
    answer_asked(ask_place(read_people()[0].person, PLACE), facts, "", "fr")
    assert run().output.splitlines()[1:3] == ["    Horaires : a changé · mardi 9h-12h", "    Téléphone : encore juste"]
    assert json.loads(run("--json").output)[0]["facts"][0]["wanted"] == "mardi 9h-12h"


@pytest.mark.usefixtures("received")
def test_a_program_gets_json() -> None:
    newest, oldest = json.loads(run("--json").output)
    assert (newest["key"], newest["kind"], newest["received"]) == ("b", "moved", "2026-11-23T08:30:00+00:00")
    assert (oldest["text"], oldest["name"]) == ("مغلق\nيوم الثلاثاء", "Bibliothèque des Tilleuls")
    assert (oldest["typed"], oldest["edition"], oldest["state"]) == ("2026-11-18T09:00:00+00:00", 7, "new")


@pytest.mark.usefixtures("received")
def test_it_speaks_the_language_of_the_terminal() -> None:
    assert "Moved · lieu-disparu, no longer on the map" in run(lang="en_GB.UTF-8").output
    assert run("--since", "2026-11-24", lang="ar").output == "لا توجد رسائل.\n"


@pytest.mark.usefixtures("received")
def test_a_text_gives_no_orders_to_the_terminal() -> None:
    """Not even one that was written to the database past the door."""
    with db.engine.begin() as connection:
        connection.execute(sql("UPDATE suggestion SET text = :text"), {"text": "\x1b]0;x\x07<b>\x9b2J\u202eoui"})
    assert "    ]0;x<b>2Joui\n" in run().output
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(run().output)
    assert run("--json").output.isascii()


def test_a_machine_without_library_is_a_sentence(tmp_path_factory: pytest.TempPathFactory) -> None:
    data = tmp_path_factory.mktemp("empty")
    done = CliRunner(env={"ADEUXPAS_DATA": str(data), "LANG": "fr_FR.UTF-8"}).invoke(commands, ["suggestions"])
    assert (done.exit_code, "adeuxpas load" in done.output) == (2, True)


@pytest.mark.usefixtures("received")
def test_some_are_decided_by_their_numbers() -> None:
    add_person("Relais", "coordinator")
    done = run("accept", "1", "--as", "Relais")
    assert (done.exit_code, done.output.strip()) == (0, "1 message décidé.")
    done = run("refuse", "1", "2", "9", "--as", "Relais", "--reason", "twice")
    assert "1 message décidé." in done.output and done.exit_code != 0
    assert [each.state for each in read_suggestions()] == ["refused", "accepted"]


@pytest.mark.usefixtures("received")
@pytest.mark.parametrize(
    "words",
    [
        ("accept", "1", "--as", "Ailleurs"),
        ("accept", "1"),
        ("accept", "--as", "Relais"),
        ("accept", "0", "--as", "Relais"),
        ("refuse", "1", "--as", "Relais"),
        ("refuse", "1", "--as", "Relais", "--reason", "rien"),
        ("accept", "1", "--as", "Kiosque"),
    ],
)
def test_what_cannot_be_decided_so_changes_nothing(words: tuple[str, ...]) -> None:
    add_person("Relais", "coordinator")
    add_person("Kiosque", "volunteer")
    done = run(*words)
    assert done.exit_code != 0 and "Traceback" not in done.output
    assert [each.state for each in read_suggestions()] == ["new", "new"]
