"""Files of walks at the desk: a TOML file is shown before it is taken, a track becomes a draft or is refused."""

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.walk import WalkStatus
from app.library.changes import read_changes
from app.library.content.queries import read_library
from app.web.desk import walk_files
from tests.cast.posting import form_with

from .conftest import Enter, words_of
from .editor import add_far_territory, inputs_in, save
from .test_walks import ID, PAGE, now

LINE = [(2.3639, 48.8931), (2.3650, 48.8935), (2.3661, 48.8936)]
"""Through the tiny territory."""


def file_of(client: FlaskClient) -> str:
    return client.get(f"{PAGE}.toml").text


def send(client: FlaskClient, text: str, page: str = f"{PAGE}/file") -> TestResponse:
    return client.post(page, data={"toml": text})


def apply(client: FlaskClient, shown: TestResponse, page: str = f"{PAGE}/file") -> TestResponse:
    return client.post(page, data={**inputs_in(shown.text, 'name="apply"'), "apply": "1"})


def gpx(points: str = "", line: list[tuple[float, float]] = LINE) -> str:
    track = "".join(f'<trkpt lon="{lon}" lat="{lat}"/>' for lon, lat in line)
    return f'<gpx version="1.1">{points}<trk><name>Vers l’eau</name><trkseg>{track}</trkseg></trk></gpx>'


def track(client: FlaskClient, data: str | bytes, **more: str) -> TestResponse:
    held = data.encode() if isinstance(data, str) else data
    return client.post("/desk/walks/new/track", **form_with("track", held, "x.gpx", more))


def test_what_a_file_would_change_is_shown_first_and_then_done(enter: Enter) -> None:
    client, before = enter(), now()
    text = file_of(client).replace("stay_min = 20", "stay_min = 25").replace("Du collège", "# Vu.\nDu collège", 0)
    shown = send(client, f"# Relu.\n{text}")
    words = words_of(shown.text)
    assert (shown.status_code, now(), read_changes("walk", ID)) == (200, before, [])
    assert "Étape 1 · Minutes sur place" in words and "20" in words and "25" in words
    assert apply(client, shown).location == f"{PAGE}?saved=file"
    assert now().stops[0].stay_min == 25
    assert file_of(client) == f"# Relu.\n{text}"


def test_a_file_that_says_the_same_has_nothing_to_do_but_comments(enter: Enter) -> None:
    client = enter()
    same = send(client, file_of(client))
    assert "il n’y a rien à changer" in words_of(same.text) and 'name="apply"' not in same.text
    commented = send(client, f"# Relu.\n{file_of(client)}")
    assert "seuls les commentaires" in words_of(commented.text)
    apply(client, commented)
    assert file_of(client).startswith("# Relu.\n")


def test_a_file_that_is_older_than_changes_made_here_says_which(enter: Enter) -> None:
    client = enter()
    old = file_of(client)
    save(client, "what", PAGE, title="Autre titre", summary="Autre.")
    save(client, "safety", PAGE, emergency__text="Le 112.")
    shown = send(client, old.replace("Trois arrêts", "Nos arrêts"))
    words = words_of(shown.text)
    # The summary of the file is one that was never said here: no older one.
    assert "Il ramènerait ce qui était dit avant : Abri, et en cas de danger, Titre" in words
    assert "S’il arrive quelque chose" in words
    save(client, "what", PAGE, title="Encore un titre")
    late = apply(client, shown)
    assert (late.status_code, now().title) == (409, "Encore un titre")
    assert "Encore un titre" in words_of(late.text)
    assert apply(client, late).status_code == 303
    assert now().title == "Du collège au square"


def test_a_new_walk_by_a_file_is_shown_before_it_is_there(enter: Enter) -> None:
    client, new = enter(), "/desk/walks/new/file"
    stop = '[[stop]]\nplace = "square-des-tilleuls"\n'
    text = f'format = 1\nid = "par-fichier"\nstatus = "draft"\ntitle = "F"\nterritory = "les-tilleuls"\n{stop}'
    shown = send(client, text, new)
    assert "par-fichier" in words_of(shown.text) and "par-fichier" not in read_library().walks
    assert apply(client, shown, new).location == "/desk/walks/par-fichier?saved=file"
    assert send(client, text, new).status_code == 404
    assert send(client, "format = 2", new).status_code == 422


def test_a_track_becomes_a_draft_walk(enter: Enter) -> None:
    client = enter("Relais", "relay", "les-tilleuls")
    points = '<wpt lon="2.3650" lat="48.8935"><name>La fresque</name></wpt>'
    far = '<wpt lon="2.3750" lat="48.8935"><name>Le pont</name></wpt>'
    answer = track(client, gpx(points + far))
    words = words_of(answer.text)
    assert (answer.status_code, "« Le pont » est à" in words, "en projet" in words) == (200, True, True)
    walk = now("vers-l-eau")
    assert (walk.status, walk.title, bool(walk.code)) == (WalkStatus.DRAFT, "Vers l’eau", True)
    assert [stop.name for stop in walk.stops] == ["Départ, à nommer", "La fresque", "Arrivée, à nommer"]
    assert [leg.mode for leg in walk.legs] == ["drawn", "drawn"]
    line = [list(each) for each in LINE]
    json = f'{{"type": "Feature", "properties": {{}}, "geometry": {{"type": "LineString", "coordinates": {line}}}}}'
    assert track(client, json, title="Autre tracé").status_code == 200
    assert now("autre-trace").title == "Autre tracé"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("", "Choisissez un fichier"),
        ("bonjour", "coupé ou mal écrit"),
        (gpx()[:-9], "coupé ou mal écrit"),
        (f'<!DOCTYPE gpx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>{gpx()}', "déclare un DOCTYPE"),
        (f'<!DOCTYPE gpx SYSTEM "file:///etc/passwd">{gpx()}', "déclare un DOCTYPE"),
        ("<svg/>", "ce n’est pas un GPX"),
        ("<gpx/>", "ne contient pas de tracé"),
        (gpx(line=LINE[:1]), "n’a qu’un point"),
        (gpx(line=[(2.40, 48.84), (2.41, 48.85)]), "du quartier le plus proche"),
        ('<gpx><trk><trkseg><trkpt lon="x" lat="1"/></trkseg></trk></gpx>', "n’a pas de latitude"),
        ('<gpx><trk><trkseg><trkpt lon="NaN" lat="inf"/></trkseg></trk></gpx>', ""),
        ("[" * 100_000, "emboîtés"),
        ('{"type": "LineString", "coordinates": [[1e400, 2], [3, 4]]}', ""),
        ('{"type": "LineString", "coordinates": "ici"}', "n’est pas une liste"),
        (b"\xff\xfe\x00\x01", ""),
        (b"PK\x03\x04" * 10, ""),
    ],
)
def test_a_track_that_cannot_be_is_refused_with_a_sentence(enter: Enter, data: str | bytes, told: str) -> None:
    client, before = enter(), read_library().walks
    answer = track(client, data, title="Gardé")
    assert (answer.status_code, told in words_of(answer.text), read_library().walks) == (422, True, before)
    assert 'role="alert"' in answer.text and 'value="Gardé"' in answer.text


def test_a_track_that_is_too_heavy_or_not_ones_own_is_refused(enter: Enter, monkeypatch: pytest.MonkeyPatch) -> None:
    client, before = enter(), read_library().walks
    with monkeypatch.context() as patched:
        patched.setattr(walk_files, "MOST_TRACK", 20_000)
        heavy = track(client, b"<gpx>" + b" " * 20_000)
    assert (heavy.status_code, "trop lourd" in words_of(heavy.text)) == (413, True)
    add_far_territory()
    far = enter("Ailleurs", "relay", "ailleurs")
    assert track(far, gpx()).status_code == 403
    assert enter("Lecture", "leader").post("/desk/walks/new/track", data={}).status_code == 403
    assert read_library().walks == before
