"""What adding one thing touches: a place 1 file, a walk 1, a language 1 folder, a category 2, a poster format 1 folder.

A place or a walk comes as a draft; published, it has its code in `data/codes.csv` too, for ever. The poster format is
shown in `tests/print/test_formats.py`.
"""

import json
import shutil
from pathlib import Path

import pytest

from app.domain.content import Content
from app.exchange.native import read_content
from app.pictograms import TABLE, pictogram_names
from app.publish.make import languages_of
from tests.cast.library import TINY

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "content"))


def read(folder: Path) -> Content:
    """Return what a folder says, once nothing in it is wrong."""
    content, problems = read_content(folder)
    assert content is not None, [problem.tell() for problem in problems]
    return content


def test_a_place_is_a_feature_in_one_file(folder: Path) -> None:
    file = folder / "data" / "places.geojson"
    places = json.loads(file.read_text(encoding="utf-8"))
    like = places["features"][0]
    facts = {"name": "Ludothèque", "categories": like["properties"]["categories"], "status": "draft"}
    places["features"].append(like | {"id": "ludotheque", "properties": facts})
    file.write_text(json.dumps(places), encoding="utf-8")
    assert read(folder).places["ludotheque"].name == "Ludothèque"


def test_a_walk_is_one_file(folder: Path) -> None:
    walk = (folder / "walks" / "un-livre-au-vert.toml").read_text(encoding="utf-8")
    lines = [line for line in walk.splitlines() if not line.startswith("code")]
    text = "\n".join(lines).replace("un-livre-au-vert", "le-soir").replace('"published"', '"draft"')
    (folder / "walks" / "le-soir.toml").write_text(text + "\n", encoding="utf-8")
    assert next(stop.place for stop in read(folder).walks["le-soir"].stops) == "bibliotheque-des-tilleuls"


def test_a_language_is_one_folder(tmp_path: Path) -> None:
    (tmp_path / "es" / "LC_MESSAGES").mkdir(parents=True)
    shutil.copytree(ROOT / "translations" / "ar", tmp_path / "ar")
    assert languages_of(tmp_path) == ("fr", "ar", "es")


def test_a_category_is_a_table_and_the_name_of_its_pictogram(folder: Path, tmp_path: Path) -> None:
    file = folder / "data" / "categories.toml"
    kind = '[[category]]\nid = "cirque"\nlabel = "Cirque"\nparent = "culture"\n'
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{kind}", encoding="utf-8")
    table = tmp_path / "pictograms.toml"
    text = TABLE.read_text(encoding="utf-8")
    table.write_text(text.replace("[themes]\n", '[themes]\ncirque = "line/puzzle"\n'), encoding="utf-8")
    assert "cirque" in pictogram_names(table) - pictogram_names()
    assert read(folder).categories.theme_of("cirque").id == "culture"
