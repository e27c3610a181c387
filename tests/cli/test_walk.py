"""`adeuxpas walk` as a coordinator types it: a track becomes a draft, or one sentence says why not."""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import commands
from app.domain.geometry import DEGREE_M, Position, metres_between
from app.domain.walk import Walk, WalkStatus
from app.exchange.native import read_content

from ..cast.whole_walk import HIDDEN_WORD, SLUG, write_whole_walk
from ..library.folders import WALK, files_of, spoil

LIBRARY, TREE, SQUARE = (2.3652, 48.8944), (2.366, 48.8935), (2.3668, 48.8921)
LINE = (LIBRARY, (2.36521, 48.89439), TREE, SQUARE)
FOREIGN = tuple((lon - 2, lat - 4) for lon, lat in LINE)


def walk(folder: Path, *words: str) -> tuple[int, str]:
    """Run a command of `walk` in a folder; return exit code and output with plain spaces."""
    done = CliRunner().invoke(commands, ["walk", *words, "--folder", str(folder)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output.replace("\u00a0", " ").replace("\u202f", " ")


def gpx(line: Sequence[Position], points: Sequence[tuple[str, Position]] = (), *, tag: str = "trk") -> str:
    each = "trkpt" if tag == "trk" else "rtept"
    told = "".join(f'<{each} lon="{lon}" lat="{lat}"><ele>40</ele></{each}>' for lon, lat in line)
    told = f"<trk><trkseg>{told}</trkseg></trk>" if tag == "trk" else f"<rte>{told}</rte>"
    named = "".join(f'<wpt lon="{lon}" lat="{lat}"><name>{name}</name></wpt>' for name, (lon, lat) in points)
    head = (
        '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1"><metadata><name>Vers le square</name></metadata>'
    )
    return f'<?xml version="1.0"?>{head}{named}{told}</gpx>'


TRACK_ELSEWHERE = gpx(FOREIGN).partition("</metadata>")[2].removesuffix("</gpx>")


def geojson(line: Sequence[Position]) -> str:
    geometry = {"type": "LineString", "coordinates": [[lon, lat, 40.0] for lon, lat in line]}
    feature = {"type": "Feature", "properties": {"name": "Vers le square"}, "geometry": geometry}
    return json.dumps({"type": "FeatureCollection", "features": [feature]})


def imported(folder: Path, text: str, *options: str) -> tuple[int, str]:
    file = folder.parent / "trace"
    file.write_text(text, encoding="utf-8")
    return walk(folder, "import", str(file), *options)


def draft(folder: Path) -> Walk:
    content, problems = read_content(folder)
    assert content is not None and problems == []
    return content.walks["vers-le-square"]


@pytest.mark.parametrize("text", [gpx(LINE), gpx(LINE, tag="rte"), geojson(LINE)], ids=["track", "route", "geojson"])
def test_a_line_becomes_a_draft_with_two_ends_to_name(folder: Path, text: str) -> None:
    code, output = imported(folder, text)
    assert (code, "2 étapes et 1 tronçon" in output) == (0, True), output
    made = draft(folder)
    assert (made.status, made.territory, made.title) == (WalkStatus.DRAFT, "les-tilleuls", "Vers le square")
    assert [stop.name for stop in made.stops] == ["Départ, à nommer", "Arrivée, à nommer"]
    [leg] = made.legs
    assert (leg.mode, leg.path[0], leg.path[-1], leg.path.count(TREE)) == ("drawn", LIBRARY, SQUARE, 1)
    assert (made.code or "?") in output


def test_named_points_become_stops_in_the_order_of_the_line(folder: Path) -> None:
    beside = (TREE[0], TREE[1] + 10 / DEGREE_M)
    points = [("Square des Tilleuls", SQUARE), ("Le grand tilleul", beside), ("La mairie", (2.369, 48.8935))]
    code, output = imported(folder, gpx(LINE, points))
    assert code == 0 and "« La mairie » est à" in output
    made = draft(folder)
    content, _ = read_content(folder)
    assert content is not None
    door = content.places["square-des-tilleuls"].position
    last = "square-des-tilleuls" if metres_between(door, SQUARE) <= 30 else None
    assert [stop.name for stop in made.stops[:2]] == ["Départ, à nommer", "Le grand tilleul"]
    assert made.stops[-1].place == last
    assert all(before.path[-1] == after.path[0] for before, after in pairwise(made.legs))


def test_on_the_way_out_and_back_the_order_of_the_file_counts(folder: Path) -> None:
    back = [*LINE, *reversed(LINE[:-1])]
    imported(
        folder, gpx(back, [("Un", LIBRARY), ("Deux", TREE), ("Trois", SQUARE), ("Quatre", TREE), ("Cinq", LIBRARY)])
    )
    made = draft(folder)
    assert [stop.name for stop in made.stops if stop.name] == ["Un", "Deux", "Trois", "Quatre", "Cinq"]
    assert [(leg.path[0], leg.path[-1]) for leg in made.legs] == [
        (LIBRARY, TREE),
        (TREE, SQUARE),
        (SQUARE, TREE),
        (TREE, LIBRARY),
    ]
    assert all(len(leg.path) < 5 for leg in made.legs)


def test_two_points_at_one_spot_are_joined_by_a_leg_of_no_metres(folder: Path) -> None:
    imported(folder, gpx(LINE, [("Un", LIBRARY), ("Deux", LIBRARY)]))
    assert draft(folder).legs[0].path == (LIBRARY, LIBRARY)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (gpx(()), "ne contient pas de tracé"),
        (gpx(LINE[:1]), "n’a qu’un point"),
        (gpx(LINE)[:-30], "coupé ou mal écrit ici"),
        (gpx(LINE).replace("gpx", "kml"), "ce n’est pas un GPX : le fichier commence par « kml »"),
        (gpx(LINE).replace('lat="48.8944"', ""), "n’a pas de latitude"),
        (gpx(LINE).replace("<gpx", "<!DOCTYPE gpx><gpx"), "déclare un DOCTYPE"),
        (gpx(LINE).replace("<trk>", TRACK_ELSEWHERE + "<trk>"), "gardez-en un seul"),
        (gpx(FOREIGN), "du quartier le plus proche"),
        (geojson([(lat, lon) for lon, lat in LINE]), "du quartier le plus proche"),
        (geojson(LINE).replace("48.8944", '"48"'), "n’est pas une liste [longitude, latitude]"),
        ('{"type": "FeatureCollection", "features": []}', "ne contient pas de tracé"),
        ("{", "s’arrête trop tôt"),
        ("", "coupé ou mal écrit"),
    ],
)  # fmt: skip
def test_what_makes_no_walk_is_one_sentence_and_nothing_is_written(folder: Path, text: str, sentence: str) -> None:
    before = files_of(folder)
    code, output = imported(folder, text)
    assert (code, sentence in output, len(output.strip().splitlines())) == (2, True, 1), output
    assert files_of(folder) == before


def test_check_names_the_faults_of_the_walks_asked_for(folder: Path) -> None:
    spoil(folder, WALK, "stay_min = 20", "stay_min = 80")
    assert walk(folder, "check", "un-livre-au-vert") == (0, "Rien à corriger.\n")
    code, output = walk(folder, "check")
    assert (code, "au-delà de 90" in output) == (0, True)
    spoil(folder, WALK, "stay_min = 80", 'stay_min = "vingt"')
    assert walk(folder, "check", WALK)[0] == 1
    assert "vouliez-vous dire un-livre-au-vert" in walk(folder, "check", "un-livre")[1]


def test_preview_tells_a_walk_and_keeps_what_its_leader_reads(folder: Path) -> None:
    write_whole_walk(folder)
    code, output = walk(folder, "preview", SLUG)
    assert code == 0 and HIDDEN_WORD not in output
    for words in ("Un livre au vert", "3 étapes", "On entre librement.", "Combien de portes ?", "Descendez la rue"):
        assert words in output
    assert HIDDEN_WORD in walk(folder, "preview", SLUG, "--leader")[1]


def test_new_is_there_too(folder: Path) -> None:
    words = ["walk", "new", str(folder), "--title", "Essai", "--territory", "les-tilleuls"]
    assert CliRunner().invoke(commands, words).exit_code == 0
    assert (folder / "walks" / "essai.toml").exists()
