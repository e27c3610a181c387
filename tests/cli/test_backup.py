"""`adeuxpas backup` and `restore`: what a backup holds comes back, on either database, or nothing changes."""

import json
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from itertools import count
from pathlib import Path
from shutil import copytree
from zipfile import ZipFile

import flask_migrate
import pytest
from click.testing import CliRunner
from flask import Flask
from PIL import Image

from app.cli import commands
from app.domain.person import Person
from app.domain.suggestion import Suggestion
from app.edition.store import EditionStore
from app.factory import create_app
from app.library.changes import read_changes
from app.library.content.dump import library_files
from app.library.content.load import load_folder
from app.library.content.queries import library_digest, read_library
from app.library.content.writes import change_place
from app.library.db import db, is_at_head
from app.library.desk.decisions import Verdict, decide
from app.library.desk.people import add_person, answer_invitation, find_person, read_people
from app.library.desk.place_photos import Told, add_photo
from app.library.desk.queue import read_case
from app.library.migrating import migrate_library, register
from app.library.photos import keep_photo, photo_file, read_photo
from app.library.suggestions import read_suggestions, receive_suggestion
from app.settings import read_settings

from ..cast.library import COMMAND, TINY, surroundings
from ..cast.pictures import door
from ..cast.process import wait_until
from ..postgresql import Cluster

PLACE = "bibliotheque-des-tilleuls"
SECRET = bytes(range(32))
_NUMBERS = count()


@pytest.fixture
def address(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """Return the address of a new database of a kind; empty for SQLite in the data folder."""

    def new(kind: str) -> str:
        if kind == "sqlite":
            return ""
        cluster: Cluster = request.getfixturevalue("cluster")
        return cluster.new_database(f"saved{next(_NUMBERS)}")

    return new


@contextmanager
def over(data: Path, url: str = "") -> Iterator[Flask]:
    """An application over a data folder and a database."""
    settings = read_settings({"ADEUXPAS_DATA": str(data)} | ({"DATABASE_URL": url} if url else {}))
    app = create_app(replace(settings, database_url=url) if url else settings)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def run(data: Path, *words: str, url: str = "", **environ: str) -> tuple[int, str]:
    env = {"ADEUXPAS_DATA": str(data), "DATABASE_URL": url or None, "SECRET_KEY": None, "LANG": "fr_FR.UTF-8"}
    done = CliRunner(env={**env, "LC_ALL": None, "LC_MESSAGES": None, **environ}).invoke(commands, list(words))
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output.replace("\u00a0", " ").replace("\u202f", " ")


def fill(data: Path, url: str = "") -> None:
    """Fill a site with all that a backup must hold."""
    data.mkdir(parents=True)
    (data / "leader.key").write_bytes(SECRET)
    (data / "leader.key").chmod(0o600)
    (data / "maps").mkdir()
    (data / "maps" / "les-tilleuls.pmtiles").write_bytes(b"tiles")
    EditionStore(data / "editions").number_after(41)
    with over(data, url):
        migrate_library()
        load_folder(TINY)
        change_place(PLACE, {"purpose": "Lire au chaud."}, by="desk")
        answer_invitation(add_person("Relais", "relay"), "trois mots ensemble")
        add_photo(member_of("Relais"), PLACE, door(), Told("La porte verte", "", "nobody"))
        receive_suggestion("came", Suggestion.model_validate(DEBRIEF))
        receive_suggestion("seen", Suggestion.model_validate(SEEN))
        decide(member_of("Relais"), 1, Verdict("later", "new", words="À demander."))
        out = BytesIO()
        Image.new("RGB", (20, 20)).save(out, "JPEG")
        keep_photo("seen", read_photo(out.getvalue()), data)


DEBRIEF = {"kind": "debrief", "walk": "un-livre-au-vert", "came": {"adults": 1, "children": 7, "stops": 3}}
SEEN = {"kind": "observation", "place": PLACE, "walk": "un-livre-au-vert", "stop": 2, "seen": "closed", "text": "مغلق"}


def member_of(name: str) -> Person:
    found = find_person(name)
    assert found
    return found


def told(data: Path, url: str = "") -> object:
    """Return what a site holds, as its readers tell it."""
    with over(data, url):
        sent = sorted(read_suggestions(), key=lambda each: each.key)
        decided = read_case(member_of("Relais"), 1).decisions
        content = read_library()
        photos = {file: picture.shown() for file, picture in content.pictures.items()}
        files = library_files()
        assert len(photos) == len([path for path in files if path.startswith("data/photos/")]) == 1
        return content, library_digest(), files, photos, read_changes(), read_people(), sent, decided


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site on SQLite; tests take copies."""
    data = tmp_path_factory.mktemp("filled") / "var"
    fill(data)
    return data


@pytest.fixture
def site(filled: Path, tmp_path: Path) -> Path:
    return copytree(filled, tmp_path / "var")


@pytest.fixture(scope="session")
def kept(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the site."""
    file = tmp_path_factory.mktemp("kept") / "backup.zip"
    assert run(filled, "backup", str(file))[0] == 0
    return file


@pytest.mark.parametrize("there", ["sqlite", "postgresql"])
@pytest.mark.parametrize("here", ["sqlite", "postgresql"])
def test_all_comes_back_on_either_database(
    here: str, there: str, address: Callable[[str], str], tmp_path: Path
) -> None:
    first, second = (tmp_path / "first", address(here)), (tmp_path / "second", address(there))
    fill(*first)
    assert run(first[0], "backup", str(tmp_path / "b.zip"), url=first[1])[0] == 0
    assert run(second[0], "restore", str(tmp_path / "b.zip"), url=second[1])[0] == 0
    assert told(*second) == told(*first)
    for file in ("leader.key", "maps/les-tilleuls.pmtiles", photo_file("seen", Path()).as_posix()):
        assert (second[0] / file).read_bytes() == (first[0] / file).read_bytes()
    assert (second[0] / "leader.key").stat().st_mode & 0o777 == 0o600
    assert EditionStore(second[0] / "editions").last_number() == 41
    with over(*second):  # counters go on
        assert receive_suggestion("new", Suggestion.model_validate(DEBRIEF)).is_new


def test_a_backup_is_for_its_owner_alone_and_is_remembered(site: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.zip"
    exit_code, said = run(site, "backup", str(file))
    assert (exit_code, "Restaurée à l’essai : tout y est." in said) == (0, True)
    assert file.stat().st_mode & 0o777 == 0o600
    assert "Sauvegarde : la dernière est du" in run(site, "doctor")[1]
    assert {each.name for each in tmp_path.iterdir()} == {"var", "b.zip"}


def test_who_was_signed_in_is_not_in_it(kept: Path) -> None:
    with ZipFile(kept) as archive:
        doors = {f"library/{table}.jsonl" for table in ("sign_in", "tablet_pin", "attempt")}
        assert doors & set(archive.namelist()) == set()
        assert archive.testzip() is None


def test_a_backup_inside_of_what_it_saves_is_refused(site: Path) -> None:
    exit_code, said = run(site, "backup", str(site / "b.zip"))
    assert (exit_code, "se garde ailleurs que dans" in said, (site / "b.zip").exists()) == (2, True, False)


def test_a_library_in_use_is_never_replaced_unasked(site: Path, kept: Path) -> None:
    with over(site):
        change_place(PLACE, {"purpose": "Lire au frais."}, by="desk")
    before = told(site)
    exit_code, said = run(site, "restore", str(kept))
    assert (exit_code, "Il y a déjà une bibliothèque ici" in said, told(site) == before) == (2, True, True)


def test_by_force_what_was_here_is_put_aside_whole(site: Path, kept: Path, filled: Path) -> None:
    with over(site):
        change_place(PLACE, {"purpose": "Lire au frais."}, by="desk")
    before = told(site)
    assert run(site, "restore", "--force", str(kept))[0] == 0
    [aside] = site.glob("before-restore-*")
    assert (told(site), told(aside)) == (told(filled), before)
    assert photo_file("seen", aside).exists()


def test_on_postgresql_what_was_here_is_put_aside_as_a_backup(
    address: Callable[[str], str], kept: Path, filled: Path, tmp_path: Path
) -> None:
    data, url = tmp_path / "pg", address("postgresql")
    fill(data, url)
    with over(data, url):
        change_place(PLACE, {"purpose": "Lire au frais."}, by="desk")
    before = told(data, url)
    assert run(data, "restore", "--force", str(kept), url=url)[0] == 0
    [aside] = data.glob("before-restore-*/library.zip")
    assert told(data, url) == told(filled)
    assert run(tmp_path / "again", "restore", str(aside))[0] == 0
    assert told(tmp_path / "again") == before


def damaged(kept: Path, part: int) -> bytes:
    """Return a backup with one byte of one part changed."""
    with ZipFile(kept) as old:
        told = old.infolist()[part]
    data = bytearray(kept.read_bytes())
    data[told.header_offset + 30 + len(told.filename) + told.compress_size // 2] ^= 0xFF
    return bytes(data)


def retold(kept: Path, **said: object) -> bytes:
    """Return a backup that says something else of itself."""
    out = BytesIO()
    with ZipFile(kept) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, json.dumps({**json.loads(data), **said}) if name == "manifest.json" else data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda kept: kept.read_bytes()[:-4000], "est abîmée"),
        (lambda kept: damaged(kept, 0), "est abîmée"),
        (lambda kept: damaged(kept, -1), "est abîmée"),
        (lambda kept: b"", "n’est pas une sauvegarde"),
        (lambda kept: b"PNG" * 99, "n’est pas une sauvegarde"),
        (lambda kept: retold(kept, product="other"), "n’est pas une sauvegarde"),
        (lambda kept: retold(kept, format=2, version="9.0", parts=1), "vient d’une version plus récente (9.0)"),
        (lambda kept: retold(kept, revision="9999"), "vient d’une version plus récente"),
    ],
)
def test_what_cannot_be_restored_changes_nothing(
    spoil: Callable[[Path], bytes], sentence: str, site: Path, kept: Path, tmp_path: Path
) -> None:
    (tmp_path / "b.zip").write_bytes(spoil(kept))
    before, names = told(site), sorted(each.name for each in site.iterdir())
    exit_code, said = run(site, "restore", "--force", str(tmp_path / "b.zip"))
    assert (exit_code, sentence in said) == (2, True), said
    assert (told(site), sorted(each.name for each in site.iterdir())) == (before, names)


def test_a_backup_of_an_earlier_release_is_brought_up_to_date(site: Path, tmp_path: Path) -> None:
    with over(site) as app:
        register(app)
        flask_migrate.downgrade(revision="0006")
    assert run(site, "backup", str(tmp_path / "b.zip"))[0] == 0
    assert run(tmp_path / "new", "restore", str(tmp_path / "b.zip"))[0] == 0
    with over(tmp_path / "new"):
        assert (is_at_head(), len(read_suggestions()), len(read_people())) == (True, 2, 1)


def test_a_damaged_database_gives_its_place_to_a_backup(site: Path, kept: Path, filled: Path) -> None:
    (site / "adeuxpas.db").write_bytes(b"no database" * 1000)
    assert run(site, "backup", str(kept.with_name("none.zip")))[0] == 2
    assert run(site, "restore", str(kept))[0] == 2
    assert run(site, "restore", "--force", str(kept))[0] == 0
    assert told(site) == told(filled)


def test_another_key_in_the_environment_is_told(site: Path, kept: Path, tmp_path: Path) -> None:
    said = run(tmp_path / "new", "restore", str(kept), **{"SECRET_KEY": "other"})[1]
    assert "SECRET_KEY n’est pas celle de ce site-là" in said


def test_people_write_while_a_backup_is_made(site: Path, tmp_path: Path) -> None:
    acknowledged: list[str] = []
    over_it = threading.Event()

    def send() -> None:
        with over(site):
            while not over_it.is_set():
                key = f"sent-{len(acknowledged)}"
                receive_suggestion(key, Suggestion.model_validate(DEBRIEF))
                acknowledged.append(key)

    sender = threading.Thread(target=send)
    sender.start()
    wait_until(lambda: len(acknowledged) > 3)
    before = set(acknowledged)
    exit_code, said = run(site, "backup", str(tmp_path / "b.zip"))
    over_it.set()
    sender.join()
    assert exit_code == 0, said
    assert run(tmp_path / "new", "restore", str(tmp_path / "b.zip"))[0] == 0
    with over(tmp_path / "new"):
        assert before <= {each.key for each in read_suggestions()} <= {*acknowledged, "came", "seen"}


@pytest.mark.parametrize("begun", [".b.zip.part", ".restoring-*"])
def test_a_backup_that_is_killed_leaves_the_former_one(begun: str, site: Path, kept: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.zip"
    file.write_bytes(kept.read_bytes())
    process = subprocess.Popen([COMMAND, "backup", file], env=surroundings(site), stdout=subprocess.DEVNULL)
    wait_until(lambda: bool(list(tmp_path.glob(begun))) or process.poll() is not None)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL
    assert file.read_bytes() == kept.read_bytes()
    assert run(site, "backup", str(file))[0] == 0
    assert file.read_bytes() != kept.read_bytes()
    assert not (tmp_path / ".b.zip.part").exists()
