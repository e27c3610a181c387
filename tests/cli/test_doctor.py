"""`adeuxpas doctor`: what is wrong with a site is said, with what to do; what is well makes no noise."""

from io import BytesIO
from pathlib import Path
from sqlite3 import connect
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from PIL import Image

from app.cli import commands
from app.domain.suggestion import Suggestion
from app.factory import create_app
from app.library.photos import keep_photo, photo_file, read_photo
from app.library.suggestions import receive_suggestion

from ..cast.letterbox import PASSWORD, SENDER, USER, letterbox
from ..cast.library import settings_over


def run(data: Path, lang: str = "fr_FR.UTF-8", **environ: str) -> tuple[int, str]:
    env = {"ADEUXPAS_DATA": str(data), "ADEUXPAS_TODAY": "2026-11-18", "SECRET_KEY": None, "LC_ALL": None, **environ}
    done = CliRunner(env={**env, "LC_MESSAGES": None, "LANG": lang}).invoke(commands, ["doctor"])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_site_that_is_well_says_so(printed: Path) -> None:
    before = sorted(printed.rglob("*"))
    exit_code, said = run(printed, ADEUXPAS_KIOSK_PIN="2468")
    assert (exit_code, "à réparer" in said) == (0, False), said
    for sentence in ("Base de données : SQLite, entière", "Messages : tous lus.", "Code de bénévole : réglé."):
        assert f"bien · {sentence}" in said
    assert "elle dit ce que dit la bibliothèque" in said
    assert "à voir · Sauvegarde : aucune encore." in said
    assert sorted(printed.rglob("*")) == before


def test_it_speaks_the_language_of_the_terminal(printed: Path) -> None:
    assert "to see to · " in run(printed, lang="en_GB.UTF-8")[1]


def lose_a_byte(data: Path) -> None:
    body = max((data / "editions" / "objects").glob("*/*"), key=lambda file: file.suffix == "" and file.stat().st_size)
    body.write_bytes(body.read_bytes()[:-1] + b"?")


def damage_database(data: Path) -> None:
    base = data / "adeuxpas.db"
    whole = base.read_bytes()
    base.write_bytes(whole[:40_000] + b"\xff" * 20_000 + whole[60_000:])


def lose_the_edition(data: Path) -> None:
    for name in ("current", "1.json"):
        (data / "editions" / name).unlink()


def forget_a_migration(data: Path) -> None:
    with connect(data / "adeuxpas.db") as base:
        base.execute("UPDATE alembic_version SET version_num = '0001'")
    base.close()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lose_a_byte, "Édition : 1 fichier abîmé."),
        (damage_database, "abîmée"),
        (forget_a_migration, "elle n’est pas de cette version"),
        (lose_the_edition, "il n’y en a pas"),
        (lambda data: (data / "leader.key").chmod(0o644), "Clé du site : d’autres comptes peuvent la lire."),
    ],
)
def test_what_is_wrong_is_named(spoil: object, sentence: str, printed: Path) -> None:
    assert callable(spoil)
    spoil(printed)
    exit_code, said = run(printed)
    [line] = [line for line in said.splitlines() if sentence in line]
    assert (exit_code, line.startswith("à réparer · ")) == (1, True), said


def test_a_photo_that_is_gone_is_told(printed: Path) -> None:
    with create_app(settings_over(printed)).app_context():
        said = {"kind": "observation", "walk": "un-livre-au-vert", "stop": 2, "seen": "closed"}
        receive_suggestion("seen", Suggestion.model_validate(said))
        out = BytesIO()
        Image.new("RGB", (9, 9)).save(out, "JPEG")
        keep_photo("seen", read_photo(out.getvalue()), printed)
    assert "Photos" not in run(printed)[1]
    photo_file("seen", printed).unlink()
    assert "à réparer · Photos : 1 photo a disparu du disque." in run(printed)[1]


def test_a_message_that_looks_doubtful_waits_as_well(printed: Path) -> None:
    with create_app(settings_over(printed)).app_context():
        receive_suggestion("odd", Suggestion.model_validate({"text": "Ouvert le lundi ?"}), is_doubtful=True)
    assert "Messages : 1 message attend" in run(printed)[1]


def test_holidays_that_nobody_added_are_wrong(printed: Path) -> None:
    exit_code, said = run(printed, ADEUXPAS_TODAY="2035-01-10")
    assert (exit_code, "à réparer · Vacances et jours fériés : connus jusqu’au" in said) == (1, True)


def test_an_empty_folder_is_told_once(tmp_path: Path) -> None:
    exit_code, said = run(tmp_path / "var")
    assert (exit_code, said.count("Base de données")) == (1, 1), said


def test_whether_the_server_of_letters_answers_is_told(printed: Path) -> None:
    assert "bien · Courriel : non réglé" in run(printed)[1]
    with letterbox(login=True) as box:
        told = {"ADEUXPAS_SMTP_FROM": SENDER}
        told["ADEUXPAS_SMTP_URL"] = f"smtp://{USER}:{quote(PASSWORD, safe='')}@{box.host}:{box.port}"
        assert "bien · Courriel : le serveur 127.0.0.1 répond." in run(printed, **told)[1]
        told["ADEUXPAS_SMTP_URL"] = f"smtp://{USER}:autre@{box.host}:{box.port}"
        assert "à voir · Courriel : Le serveur de courriel 127.0.0.1 refuse notre nom" in run(printed, **told)[1]
    assert box.letters == []
    assert "à voir · Courriel : Le serveur de courriel 127.0.0.1 ne répond pas" in run(printed, **told)[1]
