"""`docs/guide.md` followed to the letter in a copy of the project, while its site is served and never started again."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.territory import Territory
from app.exchange.native import read_content
from app.exchange.native.features import write_features

from ..cast.library import COMMAND, surroundings
from ..cast.process import START_WITHIN_S, free_port, wait_until
from ..cast.program import run

PROJECT = Path(__file__).resolve().parents[2]
GUIDE = PROJECT / "docs" / "guide.md"
TERRITORY = "chapelle-nord"
STEP = re.compile(
    r"^```console\n(?P<typed>.*?)^```|"
    r"^<!-- (?P<file>\S+) \| (?P<near>.+?) \| (?P<old>.+?) -->\n```\w+\n(?P<new>.*?)^```",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Served:
    """A copy of the project, its environment, and the address of its site."""

    folder: Path
    environ: dict[str, str]
    address: str

    def page(self, path: str) -> str:
        """Return a page as a phone gets it now."""
        with urllib.request.urlopen(f"{self.address}/{path}", timeout=10) as answer:  # noqa: S310 - ours
            return str(answer.read().decode())

    def wait_for(self, path: str, words: str) -> None:
        """Wait until a page says these words."""
        wait_until(lambda: words in self.page(path), START_WITHIN_S, patient_with=(OSError, urllib.error.URLError))


def copy_of_the_project(folder: Path) -> Path:
    """Copy the program and the places of one quarter that its walks visit: all others would only take longer."""
    for name in ("app", "data", "walks", "translations", "migrations"):
        shutil.copytree(PROJECT / name, folder / name)
    content, _ = read_content(folder)
    assert content is not None
    home = content.territories[TERRITORY]
    keep(folder / "data" / "territories.geojson", {TERRITORY})
    walks = [walk for walk in content.walks.values() if walk.territory == TERRITORY]
    visited = {place for walk in walks for place in walk.places}
    keep(folder / "data" / "places.geojson", {*visited, str(home.school), "bibliotheque-vaclav-havel"})
    for walk in content.walks.values():
        if walk not in walks:
            (folder / "walks" / f"{walk.id}.toml").unlink()
    return folder


def keep(file: Path, ids: set[str]) -> None:
    """Leave only some features of a collection in a file, written as the project writes it."""
    features = json.loads(file.read_text())["features"]
    file.write_text(write_features(feature for feature in features if feature["id"] in ids))


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = copy_of_the_project(tmp_path_factory.mktemp("guide") / "project")
    port = free_port()
    path = f"{COMMAND.parent}{os.pathsep}{os.environ['PATH']}"
    environ = surroundings(folder / "var", PYTHONPATH=str(folder), PATH=path, PORT=str(port), LC_ALL="fr_FR.UTF-8")
    server = subprocess.Popen([COMMAND, "serve"], cwd=folder, env=environ, stdout=subprocess.DEVNULL)
    site = Served(folder, environ, f"http://127.0.0.1:{port}")
    try:
        site.wait_for(f"fr/{TERRITORY}/", "Chapelle Nord")
        yield site
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)


def type_in(site: Served, typed: str) -> None:
    """Run the lines after `$`; each of the others stands in what the line before it says."""
    for command in re.split(r"^\$ ", typed, flags=re.MULTILINE)[1:]:
        line, *answers = command.strip().splitlines()
        name, *words = shlex.split(line)
        assert name == COMMAND.name, line
        done = run(*words, env=site.environ, release=site.folder)
        said = (done.stdout + done.stderr).replace("\u00a0", " ").replace("\u202f", " ")
        assert done.returncode == 0, f"{line}\n{said}"
        assert [answer for answer in answers if answer not in said] == [], f"{line}\n{said}"


def write_in(site: Served, step: re.Match[str]) -> None:
    """Put new lines in the place of the first old one after a word."""
    file = site.folder / step["file"]
    before, near, after = file.read_text().partition(step["near"])
    assert near and step["old"] in after, step["file"]
    line = next(line for line in after.splitlines(keepends=True) if step["old"] in line)
    file.write_text(before + near + after.replace(line, step["new"], 1))


def test_whoever_follows_the_guide_gets_there(served: Served) -> None:
    for step in STEP.finditer(GUIDE.read_text()):
        if step["typed"]:
            type_in(served, step["typed"])
        else:
            write_in(served, step)
    served.wait_for("fr/places/ludotheque-d-essai", "Emprunter des jeux et jouer sur place.")
    served.wait_for("fr/walks/jouer-a-deux-pas", "Deux lieux pour jouer et lire")
    served.wait_for("es/places/ludotheque-d-essai", "Llevarse juegos en préstamo y jugar allí.")
    served.wait_for("es/quartier-d-essai/", "Barrio de prueba")
    page = served.page(f"es/{TERRITORY}/")
    assert ('<html lang="es"' in page, "Paseos" in page, '<span lang="fr">Carte</span>' in page) == (True,) * 3
    assert "Traduction automatique" not in page
    content, problems = read_content(served.folder)
    assert content is not None
    assert [problem.tell() for problem in problems if not problem.warning] == []
    assert content.territories["quartier-d-essai"].reach_m == 400


def test_every_field_of_a_territory_is_in_the_guide() -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", GUIDE.read_text(), re.MULTILINE))
    assert told == Territory.model_fields.keys() - {"id", "outline"}
