"""`adeuxpas map`: build the map of a territory, and tell what a map holds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from flask.testing import FlaskCliRunner

from app.cli.edition import command as edition_command
from app.cli.map import command
from app.publish.make import EditionMaker
from app.settings import Settings

from ..cast.copies import copied
from ..cast.library import tiny_edition
from ..map.sources.osm.cast import CORNERS, Relations, write_extract, write_town
from ..map.sources.osm.cast import WAYS as STREETS
from ..map.sources.protomaps.cast import TOWN, save, serving, write_archive

HOME = "les-tilleuls"


@pytest.fixture(autouse=True)
def settings_of_the_test(library: Flask, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The command reads the settings of the test's own library."""
    found: Settings = library.config["ADEUXPAS"]
    monkeypatch.setenv("ADEUXPAS_DATA", str(found.data))
    monkeypatch.setenv("ADEUXPAS_TODAY", "2026-11-18")
    return found


@pytest.fixture
def maps(settings_of_the_test: Settings) -> Path:
    return settings_of_the_test.maps


@pytest.fixture
def printed(settings_of_the_test: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An edition from before there was a map."""
    copied(tiny_edition(tmp_path_factory) / "editions", settings_of_the_test.data / "editions")


@pytest.fixture
def town(tmp_path: Path) -> str:
    return str(write_town(tmp_path / "town.osm.pbf"))


def build(runner: FlaskCliRunner, *words: str) -> Result:
    return runner.invoke(command, ["build", "--territory", HOME, *words])


def kept(maps: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in maps.glob("*")}


def test_it_builds_a_map_from_an_extract(runner: FlaskCliRunner, town: str, maps: Path) -> None:
    result = build(runner, "--osm", town)
    assert (result.exit_code, "Carte de « Les Tilleuls »" in result.output) == (0, True)
    assert kept(maps).keys() == {f"{HOME}.pmtiles", f"{HOME}.ways", f"{HOME}.plan.geojson"}


@pytest.mark.usefixtures("printed")
def test_the_next_edition_publishes_the_map_and_its_notice(
    runner: FlaskCliRunner, town: str, settings_of_the_test: Settings
) -> None:
    build(runner, "--osm", town)
    result = runner.invoke(edition_command)
    files = list((settings_of_the_test.data / "editions").rglob("*"))
    bodies = [path.read_bytes() for path in files if path.is_file()]
    assert result.exit_code == 0
    assert (settings_of_the_test.maps / f"{HOME}.pmtiles").read_bytes() in bodies
    assert sum("© les contributeurs d’OpenStreetMap, ODbL (mai 2024)".encode() in body for body in bodies) > 3


@pytest.mark.usefixtures("printed")
def test_an_edition_made_before_the_map_is_out_of_date(runner: FlaskCliRunner, town: str, library: Flask) -> None:
    maker = EditionMaker(library)
    maker.make_edition()
    before = maker.is_current()
    build(runner, "--osm", town)
    assert (before, maker.is_current()) == (True, False)


def test_it_takes_a_frame_from_an_archive_and_keeps_the_ways(
    runner: FlaskCliRunner, town: str, maps: Path, tmp_path: Path
) -> None:
    build(runner, "--osm", town)
    before = kept(maps)
    with serving(write_archive(TOWN)) as (address, _):
        result = build(runner, "--protomaps", address)
    assert (result.exit_code, "les chemins restent" in result.output, "requête" in result.output) == (0, True, True)
    assert {name for name, data in kept(maps).items() if data != before[name]} == {f"{HOME}.pmtiles"}
    assert "Escaliers : 1" in runner.invoke(command, ["info", HOME]).output


def test_an_archive_alone_walks_on_the_plan(runner: FlaskCliRunner, maps: Path, tmp_path: Path) -> None:
    result = build(runner, "--protomaps", save(tmp_path / "town.pmtiles", write_archive(TOWN)))
    assert "ceux du plan des rues" in result.output
    assert kept(maps).keys() == {f"{HOME}.pmtiles"}


def test_it_returns_to_the_plan(runner: FlaskCliRunner, town: str, maps: Path) -> None:
    build(runner, "--osm", town)
    result = build(runner, "--plan")
    assert (result.exit_code, "est retirée" in result.output, kept(maps)) == (0, True, {})
    assert "est retirée" not in build(runner, "--plan").output


def test_a_frame_of_ones_own_is_taken(runner: FlaskCliRunner, town: str) -> None:
    build(runner, "--osm", town, "--bbox", "2.363,48.89,2.369,48.8949")
    assert "Cadre : 2.3630,48.8900,2.3690,48.8949" in runner.invoke(command, ["info", HOME]).output


@pytest.mark.parametrize("bbox", ["2.36", "a,b,c,d", "2.4,48.8,2.3,48.9", "2.3,48.8,2.4,95"])
def test_a_frame_that_is_none_is_refused(runner: FlaskCliRunner, town: str, bbox: str) -> None:
    result = build(runner, "--osm", town, "--bbox", bbox)
    assert (result.exit_code, "ne se lit pas" in result.output) == (2, True)


def test_a_map_that_leaves_out_part_of_its_territory_says_so(runner: FlaskCliRunner, town: str) -> None:
    assert "ne couvre pas tout" in build(runner, "--osm", town, "--bbox", "2.363,48.89,2.369,48.8949").output
    assert "ne couvre pas tout" not in build(runner, "--osm", town).output


def test_a_source_that_gives_no_map_leaves_the_one_before(
    runner: FlaskCliRunner, town: str, maps: Path, tmp_path: Path
) -> None:
    build(runner, "--osm", town)
    before = kept(maps)
    cut = save(tmp_path / "cut.osm.pbf", Path(town).read_bytes()[:300])
    for words in (["--osm", cut], ["--protomaps", cut], ["--protomaps", "http://127.0.0.1:9/x.pmtiles"]):
        result = build(runner, *words)
        assert (result.exit_code, kept(maps)) == (2, before)


@pytest.mark.parametrize("words", [[], ["--plan", "--osm", "x.osm.pbf"]])
def test_it_wants_one_source(runner: FlaskCliRunner, words: list[str]) -> None:
    result = build(runner, *words)
    assert (result.exit_code, "une source et une seule" in result.output) == (2, True)


@pytest.mark.parametrize(("name", "sentence"), [("les-tileuls", "Vouliez-vous dire les-tilleuls"), ("zzz", "Il y a")])
def test_an_unknown_territory_gives_the_name_meant(runner: FlaskCliRunner, name: str, sentence: str) -> None:
    result = runner.invoke(command, ["build", "--territory", name, "--plan"])
    assert (result.exit_code, sentence in result.output) == (2, True)


def test_it_says_what_the_map_does_not_show(runner: FlaskCliRunner, tmp_path: Path) -> None:
    bank: Relations = {201: ([("w", 100, "outer"), ("w", 999, "outer")], {"type": "multipolygon", "natural": "water"})}
    file = write_extract(tmp_path / "cut.osm.pbf", CORNERS, STREETS, bank, edited="1970-01-01T00:00:00Z")
    result = build(runner, "--osm", str(file), "--bbox", "2.36,48.89,2.372,48.898")
    assert result.exit_code == 0
    assert "1 surface (eau) n’est pas sur la carte, il lui manque des morceaux\u00a0: relation 201." in result.stderr
    assert "ne dit pas de quand il est" in result.stderr


def test_info_tells_zooms_layers_ways_and_sources(runner: FlaskCliRunner, town: str) -> None:
    build(runner, "--osm", town)
    told = runner.invoke(command, ["info", "--territory", HOME]).output
    for words in ("Zoom 15", "Couche roads", "Sources : ©", "Escaliers : 1", "un extrait OpenStreetMap", "carrefours"):
        assert words in told


def test_info_tells_every_territory_and_that_a_plan_knows_no_steps(runner: FlaskCliRunner) -> None:
    told = runner.invoke(command, ["info"]).output
    assert "le plan des rues" in told and "ne dit pas où il y a des marches" in told


def test_info_reads_any_archive(runner: FlaskCliRunner, tmp_path: Path) -> None:
    told = runner.invoke(command, ["info", save(tmp_path / "town.pmtiles", write_archive(TOWN))])
    assert (told.exit_code, "Couche buildings" in told.output) == (0, True)


@pytest.mark.parametrize("data", [b"", b"bonjour", b"PMTiles\x03" + bytes([7]) * 400])
def test_info_refuses_what_is_no_archive(runner: FlaskCliRunner, tmp_path: Path, data: bytes) -> None:
    result = runner.invoke(command, ["info", save(tmp_path / "other.pmtiles", data)])
    assert (result.exit_code, "ne se lit pas" in result.output) == (2, True)


def test_info_does_not_swallow_a_planet(runner: FlaskCliRunner, tmp_path: Path) -> None:
    with (tmp_path / "planet.pmtiles").open("wb") as file:
        file.truncate(300_000_000)
    result = runner.invoke(command, ["info", str(tmp_path / "planet.pmtiles")])
    assert (result.exit_code, "pèse 300 Mo" in result.output) == (2, True)


@pytest.mark.usefixtures("printed")
def test_a_damaged_map_is_said_and_the_edition_is_made(runner: FlaskCliRunner, town: str, maps: Path) -> None:
    build(runner, "--osm", town)
    (maps / f"{HOME}.pmtiles").write_bytes(b"PMTiles\x03")
    result = runner.invoke(edition_command)
    assert (result.exit_code, "est abîmée" in result.output) == (0, True)


def test_without_osmium_it_says_what_to_install(town: str, settings_of_the_test: Settings) -> None:
    script = "import sys; sys.modules['osmium'] = None; from app.cli import main; main()"
    words = [sys.executable, "-c", script, "map", "build", "--territory", HOME, "--osm", town]
    result = subprocess.run(words, capture_output=True, text=True, env={**os.environ, "LANG": "fr_FR.UTF-8"})
    assert (result.returncode, "pip install 'adeuxpas[map]'" in result.stderr) == (2, True)


@pytest.mark.parametrize(("lang", "words"), [("en", "was cut short"), ("ar", "مقطوع")])
def test_it_speaks_the_language_of_the_terminal(
    runner: FlaskCliRunner, tmp_path: Path, town: str, monkeypatch: pytest.MonkeyPatch, lang: str, words: str
) -> None:
    monkeypatch.setenv("LC_ALL", f"{lang}.UTF-8")
    cut = save(tmp_path / "cut.osm.pbf", Path(town).read_bytes()[:300])
    assert words in build(runner, "--osm", cut).output
