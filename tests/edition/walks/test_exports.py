"""Walks for other programs: read by those programs, checked by the standards' own schemas where they are at hand."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as Xml

import gpxpy
import jsonschema
import pytest
import xmlschema

from app.domain.geometry import metres_between
from app.domain.public import public_content
from app.edition.walks.files import EXPORTS, walk_files
from app.edition.walks.track import Track, track_of
from app.map.basemap import basemaps_of

from ...cast.content import read_tiny, sample
from ...cast.printed import SITE
from ...cast.sessions import WALK, session, with_walk

SCHEMAS = Path(__file__).parents[4] / "shared" / "schemas"
OURS = Path(__file__).parents[2] / "samples" / "randonnee.json"
PUBLIC = replace(SITE, public_url="https://quartier.example")
KML = "{http://www.opengis.net/kml/2.2}"


@pytest.fixture(scope="module")
def tracks() -> Mapping[str, Track]:
    content = public_content(sample())
    maps = basemaps_of(sample())
    return {
        walk.id: track_of(content, walk, maps[walk.territory], PUBLIC)
        for territory in content.territories
        for walk in content.public_walks(territory)
    }


def made(tracks: Mapping[str, Track], ending: str) -> list[tuple[Track, bytes]]:
    return [(track, EXPORTS[ending][1](track)) for track in tracks.values()]


def read(text: bytes) -> Xml.Element:
    return Xml.fromstring(text)  # noqa: S314 - our own file


def test_a_gpx_file_has_every_stop_once_and_one_track(tracks: Mapping[str, Track]) -> None:
    for track, text in made(tracks, "gpx"):
        gpx = gpxpy.parse(text)
        names = [point.name for point in gpx.waypoints]
        assert names == [f"{stop.number} · {stop.name}" for stop in track.stops]
        assert len(set(names)) == len(names) > 1
        [line] = gpx.tracks
        [segment] = line.segments
        assert (gpx.routes, line.name, segment.points[0].time) == ([], track.title, None)
        points = [(point.longitude, point.latitude) for point in segment.points]
        assert max(map(metres_between, points, points[1:])) < 60


def test_the_route_is_a_file_of_its_own(tracks: Mapping[str, Track]) -> None:
    for track, text in made(tracks, "route.gpx"):
        gpx = gpxpy.parse(text)
        [route] = gpx.routes
        assert ([point.name for point in route.points], gpx.tracks) == ([stop.title for stop in track.stops], [])


@pytest.mark.parametrize("ending", ["gpx", "route.gpx", "kml"])
def test_xml_is_plain_utf8_without_empty_elements(tracks: Mapping[str, Track], ending: str) -> None:
    for _, text in made(tracks, ending):
        assert text.startswith(b"<?xml") and b"\r" not in text and text.decode("utf-8").endswith(">\n")
        assert [element.tag for element in read(text).iter() if not (element.text or "").strip()
                and not len(element) and not element.attrib] == []  # fmt: skip


@pytest.mark.skipif(not SCHEMAS.is_dir(), reason="the schema of GPX is not part of the project")
@pytest.mark.parametrize("ending", ["gpx", "route.gpx"])
def test_gpx_is_valid_against_its_schema(tracks: Mapping[str, Track], ending: str) -> None:
    schema = xmlschema.XMLSchema(SCHEMAS / "gpx.xsd")
    for _, text in made(tracks, ending):
        schema.validate(text.decode())


def test_a_kml_file_has_a_point_a_stop_and_one_line_each_with_its_style(tracks: Mapping[str, Track]) -> None:
    for track, text in made(tracks, "kml"):
        marks = read(text).findall(f".//{KML}Placemark")
        assert len(marks) == len(track.stops) + 1
        assert len([mark for mark in marks if mark.find(f"{KML}LineString") is not None]) == 1
        assert all(mark.find(f"{KML}Style") is not None for mark in marks)
        assert all(len(mark.findtext(f"{KML}name") or "") <= 100 for mark in marks)


def test_a_geojson_file_has_the_line_and_the_stops(tracks: Mapping[str, Track]) -> None:
    for track, text in made(tracks, "geojson"):
        kinds = [feature["geometry"]["type"] for feature in json.loads(text)["features"]]
        assert kinds == ["LineString", *("Point" for _ in track.stops)]


def test_the_national_scheme_takes_every_walk(tracks: Mapping[str, Track]) -> None:
    schemas = [OURS, SCHEMAS / "schema_randonnee.json"] if SCHEMAS.is_dir() else [OURS]
    for _, text in made(tracks, "randonnee.geojson"):
        for schema in schemas:
            jsonschema.validate(json.loads(text), json.loads(schema.read_text(encoding="utf-8")))


@pytest.mark.parametrize("seen", ["hidden", "area"])
def test_a_door_that_is_not_shown_is_in_no_export(seen: str) -> None:
    pool = sample().places["piscine-hebert"]
    veiled = pool.model_copy(update={"address_visibility": seen})
    secret = public_content(replace(sample(), places={**sample().places, pool.id: veiled}))
    files = [file for file in walk_files(secret, basemaps_of(sample()), SITE) if "place-hebert." in file.path]
    assert len(files) == len(EXPORTS)
    door = [f"{side:.6f}".rstrip("0") for side in pool.position]
    assert [file.path for file in files if all(side in file.make().decode() for side in door)] == []


def test_a_session_is_an_event_about_the_walk() -> None:
    content = public_content(with_walk(read_tiny(), session=[session(), session("neige", cancelled="Trop de neige")]))
    track = track_of(content, content.walks[WALK], basemaps_of(content)["les-tilleuls"], PUBLIC)
    planned, cancelled = sorted(
        json.loads(EXPORTS["json"][1](track))["subjectOf"], key=lambda each: each["eventStatus"], reverse=True
    )
    assert planned["startDate"] == "2027-01-13T14:00:00+01:00"
    assert (planned["eventStatus"], cancelled["eventStatus"]) == (
        "https://schema.org/EventScheduled", "https://schema.org/EventCancelled"
    )  # fmt: skip
    assert planned["location"]["name"]


def test_a_walk_without_a_session_tells_of_none(tracks: Mapping[str, Track]) -> None:
    assert all("subjectOf" not in json.loads(text) for _, text in made(tracks, "json"))
