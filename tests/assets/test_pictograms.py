import re
from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest

from app.pictograms import TABLE, PictogramError, build_pictograms, pictogram_names, tidy_path

NODE_MODULES = Path(__file__).parents[2] / "node_modules"
# fmt: off
THEMES = [
    "ecole", "petite-enfance", "sante", "ecoute", "alimentation", "droits", "francais", "numerique", "vie-sociale",
    "culture", "loisirs-jeunesse", "sport", "parcs", "quotidien", "reemploi", "emploi",
]
ACTIONS = [
    "search", "filter", "near-me", "school", "walk", "map", "list", "phone", "mail", "website", "directions",
    "share", "print", "poster", "download", "language", "close", "menu", "clock", "calendar", "free", "stroller",
    "wheelchair", "ear", "sign", "info", "warning", "check", "edit", "offline", "toilets", "water", "arrow-next",
    "home", "pin", "plus", "minus", "back",
]
# fmt: on

with_sets = pytest.mark.skipif(not (NODE_MODULES / "@tabler").is_dir(), reason="the npm packages are not installed")


@pytest.fixture
def sprite(tmp_path: Path) -> Path:
    build_pictograms(NODE_MODULES, tmp_path / "gen" / "pictograms.svg")
    return tmp_path / "gen" / "pictograms.svg"


@pytest.mark.parametrize("name", [*THEMES, *ACTIONS])
def test_it_has_a_pictogram_for(name: str) -> None:
    assert name in pictogram_names()


@with_sets
def test_every_name_of_the_table_is_a_symbol_with_a_drawing(sprite: Path) -> None:
    symbols = list(ElementTree.fromstring(sprite.read_text(encoding="utf-8")))  # noqa: S314 - our own output
    assert {symbol.get("id") for symbol in symbols} == pictogram_names()
    assert [symbol.get("id") for symbol in symbols if not len(symbol) or not symbol.get("viewBox")] == []


@with_sets
def test_the_sprite_takes_the_colour_of_the_text_and_holds_no_style(sprite: Path) -> None:
    text = sprite.read_text(encoding="utf-8")
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) == {"none", "currentColor"}
    assert "style" not in text
    assert "class" not in text


@with_sets
def test_the_sprite_is_small_on_the_wire(sprite: Path) -> None:
    assert len(brotli.compress(sprite.read_bytes())) < 12_500


@with_sets
def test_a_sprite_newer_than_its_sources_is_left_alone(sprite: Path) -> None:
    before = sprite.stat().st_mtime_ns
    build_pictograms(NODE_MODULES, sprite)
    assert sprite.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("entry", "said"),
    [("nowhere/cat", "wants the set “nowhere”"), ("maki/no-such-cat", "does not exist")],
)
def test_it_names_the_pictogram_that_cannot_be_drawn(tmp_path: Path, entry: str, said: str) -> None:
    table = tmp_path / "pictograms.toml"
    table.write_text(
        f'[sets]\nmaki = {{ folder = "maki", padding = 0 }}\n[themes]\ncat = "{entry}"\n', encoding="utf-8"
    )
    with pytest.raises(PictogramError, match=f"“cat”.*{said}"):
        build_pictograms(tmp_path, tmp_path / "out.svg", table)


def test_it_refuses_a_name_written_twice(tmp_path: Path) -> None:
    table = tmp_path / "pictograms.toml"
    text = TABLE.read_text(encoding="utf-8") + '\n[more]\nhome = "line/home"\n'
    table.write_text(text, encoding="utf-8")
    with pytest.raises(PictogramError, match="written twice: home"):
        pictogram_names(table)


@pytest.mark.parametrize(
    ("drawn", "tidy"),
    [
        ("M 10.0000 2.3456 L -0.5 0.25 z", "M10 2.35L-.5.25z"),
        ("a1 1 0 01.5.5", "a1 1 0 0 1 .5.5"),
        ("M1e-3 -0.0001 h1", "M0 0h1"),
    ],
)
def test_it_tidies_path_data(drawn: str, tidy: str) -> None:
    assert tidy_path(drawn) == tidy
