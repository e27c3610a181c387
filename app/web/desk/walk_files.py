"""`/desk/walks/<id>/file`: the file of a walk goes out; one that comes in is shown first. A track becomes a draft."""

import json
from typing import Any

from flask import Response, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.problem import Problem
from ...domain.text import N_
from ...domain.walk import Walk
from ...exchange.native.source import Source
from ...exchange.tracks.draft import Course, Unnamed, course_of
from ...exchange.tracks.reading import LEFT_OUT, UNNAMED, home_of, nearest_to, read_track
from ...exchange.tracks.track import Track
from ...library.content.dump import file_of_walk
from ...library.content.queries import read_library
from ...library.desk.own_walks import read_own_walk
from ...library.desk.walk_files import Proposal, add_course, propose_file, take_file
from ..downloads import download
from . import frame, words
from .walk_changes import Line, lines_of, walk_field_words
from .walk_view import problem_lines, show_checked, show_list

blueprint = frame.desk_blueprint("walk_files")

MOST_FILE = 200_000
MOST_TRACK = 8_000_000
"""Bytes: a receiver that writes every second of a long day stays below."""

MOST_LEFT_OUT = 10


@blueprint.get("/walks/<slug:id>.toml")
def give_file(id: str) -> Response:
    """Give the file of a walk, byte for byte as a dump writes it."""
    data = file_of_walk(read_own_walk(frame.person(), id))
    return download(data, "application/toml; charset=utf-8", f"{id}.toml")


@blueprint.post("/walks/<slug:id>/file")
def upload(id: str) -> WerkzeugResponse:
    """Show what a file would change of a walk; make it so once that was seen. What is wrong is named with its line."""
    text, walk = _sent_text(), read_own_walk(frame.person(), id)
    if "apply" not in request.form:
        return _show_proposal(walk, text)
    try:
        taken = take_file(frame.person(), text, id=id, version=request.form.get("version", ""))
    except Fault as fault:
        if frame.status_of(fault) != 409:
            raise
        return _show_proposal(read_own_walk(frame.person(), id), text, fault)
    if taken.outcome.is_refused or not taken.id:
        return show_checked(walk, status=422, toml=text, toml_problems=problem_lines(taken.outcome.problems))
    return frame.move(f"walks/{taken.id}?saved=file")


@blueprint.post("/walks/new/file")
def add_by_file() -> WerkzeugResponse:
    """Show what walk a file would make, then make it."""
    text = _sent_text()
    try:
        if "apply" not in request.form:
            return _show_proposal(None, text)
        taken = take_file(frame.person(), text)
    except Fault as fault:
        return show_list(frame.status_of(fault), toml=text, toml_problems=[frame.sentence_of(fault)])
    if taken.outcome.is_refused or not taken.id:
        return show_list(422, toml=text, toml_problems=problem_lines(taken.outcome.problems))
    return frame.move(f"walks/{taken.id}?saved=file")


@blueprint.post("/walks/new/track")
def add_by_track() -> WerkzeugResponse:
    """Make a draft walk of a GPX track or a GeoJSON line, or say why not."""
    request.max_content_length = MOST_TRACK
    try:
        sent = request.files.get("track")
        data = sent.read() if sent else b""
        title = frame.typed(request.form, "title", frame.A_LINE)
        asked = request.form.get("territory", "")
    except RequestEntityTooLarge:
        request.max_content_length = None
        return frame.show("refused", 413, sentence=frame.say(_HEAVY, most=MOST_TRACK // 1_000_000))
    track = read_track(Source("", data)) if data else None
    if track is None or isinstance(track, Problem):
        said = problem_lines([track]) if track else [frame.say(_NO_FILE)]
        return show_list(422, title=title, track_problem=" ".join(said))
    return _add_track(track, title or track.name[: frame.A_LINE], asked)


# Private


def _add_track(track: Track, title: str, asked: str) -> WerkzeugResponse:
    content = read_library()
    home = content.territories.get(asked) or home_of(content.territories, track)
    if home is None:
        nearest, metres = nearest_to(content.territories, track)
        far = {"distance": frame.language().formats.distance(metres), "territory": nearest.name}
        return show_list(422, title=title, track_problem=frame.say(_ELSEWHERE, **far))
    course = course_of(track, content.places.values(), Unnamed(*UNNAMED))
    taken = add_course(frame.person(), title or frame.say(_UNTITLED), home.id, course)
    if not taken.id:
        said = words.problem_words(taken.outcome.problems, frame.language())
        return show_list(422, title=title, track_problem=said)
    return show_checked(read_own_walk(frame.person(), taken.id), notes=[frame.say(_MADE), *_left_out(course)])


def _left_out(course: Course) -> list[str]:
    """Return the named points that did not become stops, as `adeuxpas walk import` tells them."""
    distance = frame.language().formats.distance
    left = course.left_out[:MOST_LEFT_OUT]
    return [frame.say(LEFT_OUT, name=name, distance=distance(metres)) for name, metres in left]


def _show_proposal(walk: Walk | None, text: str, fault: Fault | None = None) -> Response:
    """Show what a file would change; with a fault, that the walk has changed meanwhile."""
    found = propose_file(frame.person(), text, id=walk.id if walk else "")
    if found.is_refused:
        told: dict[str, Any] = {"toml": text, "toml_problems": problem_lines(found.problems)}
        return show_checked(walk, status=422, **told) if walk else show_list(422, **told)
    view: dict[str, Any] = {
        "walk": walk,
        "found": found,
        "text": text,
        "lines": _lines(found),
        "stale": [walk_field_words(field) for field in sorted(found.stale)],
        "problems": problem_lines(found.problems),
        "sentence": frame.sentence_of(fault) if fault else "",
    }
    return frame.show("walk_proposal", frame.status_of(fault) if fault else 200, **view)


def _lines(found: Proposal) -> list[Line]:
    places = {place.id: place.name for place in read_library().places.values()}
    changes = [(each.field, _value(each.before), _value(each.after)) for each in found.changes]
    return [line for field, before, after in changes for line in lines_of(field, before, after, places)]


def _value(text: str | None) -> Any:
    return json.loads(text) if text else None


def _sent_text() -> str:
    """Return the file that was sent, or the text that was pasted in its stead."""
    sent = request.files.get("file")
    data = sent.read(MOST_FILE + 1) if sent and sent.filename else request.form.get("toml", "").encode()
    if len(data) > MOST_FILE:
        return ""
    return data.decode("utf-8-sig", errors="replace")


_HEAVY = N_("Ce fichier est trop lourd : %(most)s Mo au plus. Simplifiez d’abord le tracé.")
_NO_FILE = N_("Choisissez un fichier GPX ou GeoJSON.")
_ELSEWHERE = N_(
    "Le tracé est à %(distance)s du quartier le plus proche, %(territory)s : choisissez ce quartier s’il en est."
)
_UNTITLED = N_("Balade sans titre")
_MADE = N_("La balade est en projet : nommez les étapes, écrivez ce que l’on y dit.")
