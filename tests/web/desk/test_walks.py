"""The walk composer: stops in order, texts, sessions, files in and out; what goes by number goes along."""

import io
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.forms.walk_sections import WALK_SECTIONS
from app.domain.public import public_content
from app.domain.walk import Walk, WalkStatus
from app.library.changes import read_changes
from app.library.content.dump import dump_folder, library_files
from app.library.content.load import load_folder
from app.library.content.queries import read_library
from app.library.content.writes import save_walk
from tests.cast.library import TINY

from .conftest import Enter, words_of
from .editor import add_far_territory, form_of, inputs_in, save

ID = "du-college-au-square"
PAGE = f"/desk/walks/{ID}"
SCRIPT = "<script>alert(1)</script>"


def now(id: str = ID) -> Walk:
    return read_library().walks[id]


def names(id: str = ID) -> list[str]:
    return [stop.place or stop.name or "" for stop in now(id).stops]


def stops(client: FlaskClient, do: str, stop: int = 0, **more: Any) -> TestResponse:
    version = inputs_in(client.get(PAGE).text, 'name="version"')["version"]
    return client.post(f"{PAGE}/stops", data={"version": version, "do": do, "stop": stop, **more})


def arabic(key: str) -> str:
    found = read_library().texts.by_language["ar"].get(f"walk:{ID}/{key}")
    return found.words if found else ""


def test_walks_are_listed_and_one_is_shown_with_metres_and_minutes(enter: Enter) -> None:
    client = enter("Lecture", "leader")
    assert "Du collège au square" in words_of(client.get("/desk/walks").text)
    page = client.get(PAGE).text
    assert "3 étapes" in words_of(page) and " m · " in words_of(page) and "avec des enfants" in words_of(page)
    assert "Enregistrer" not in words_of(page)
    assert client.post(f"{PAGE}/stops", data={"do": "up", "stop": 2, "version": ""}).status_code == 403


def test_stops_move_and_their_translations_go_along(enter: Enter) -> None:
    client, before = enter("Relais", "relay"), arabic("stop/1/text")
    assert before
    answer = stops(client, "down", 1)
    assert (answer.status_code, answer.location) == (303, f"{PAGE}?moved=2&done=down")
    assert names() == ["Le grand tilleul", "bibliotheque-des-tilleuls", "square-des-tilleuls"]
    assert (arabic("stop/1/text"), arabic("stop/2/text")) == ("", before)
    stops(client, "to", 3, to=1)
    assert names() == ["square-des-tilleuls", "Le grand tilleul", "bibliotheque-des-tilleuls"]
    assert arabic("stop/3/text") == before
    assert read_changes("walk", ID)[0].by == "relay"


def test_a_stop_is_added_by_the_name_of_its_place_and_taken_away(enter: Enter) -> None:
    client, before = enter(), arabic("stop/1/text")
    stops(client, "add", place="Collège des Tilleuls", to=1)
    assert (names()[0], arabic("stop/2/text")) == ("college-des-tilleuls", before)
    stops(client, "remove", 1)
    assert names() == ["bibliotheque-des-tilleuls", "Le grand tilleul", "square-des-tilleuls"]
    unknown = stops(client, "add", place="Nulle part")
    assert (unknown.status_code, "Aucun lieu ne s’appelle « Nulle part »" in words_of(unknown.text)) == (422, True)


def test_a_stop_is_picked_on_the_plan_or_from_its_list(enter: Enter) -> None:
    client = enter()
    page = client.get(f"{PAGE}/pick").text
    link = f'href="{PAGE}?place=college-des-tilleuls#add"'
    assert page.count(link) >= 1
    picked = inputs_in(client.get(f"{PAGE}?place=college-des-tilleuls").text, 'list="places"')
    assert picked["place"] == ["Collège des Tilleuls"]


def test_what_names_a_stop_by_its_number_keeps_its_stop(enter: Enter) -> None:
    legs = [{"from": 1, "to": 2, "way": "Par la rue."}, {"from": 2, "to": 3, "steps": 3}]
    more = {
        "leg": legs,
        "variant": [{"id": "pluie", "when": "rain", "drop": [1]}],
        "notice": [{"from": "2026-11-01", "to": "2027-01-01", "text": "Travaux.", "stops": [3]}],
    }
    document = now().model_dump(mode="json", by_alias=True, exclude_defaults=True) | more
    assert not save_walk(Walk.model_validate(document), by="test").is_refused
    stops(enter(), "remove", 1)
    walk = now()
    assert [(leg.from_, leg.to, leg.steps) for leg in walk.legs] == [(1, 2, 3)]
    assert ([v.drop for v in walk.variants], [n.stops for n in walk.notices]) == ([], [(2,)])


def test_two_at_the_stops_lose_nothing(enter: Enter) -> None:
    client = enter()
    version = inputs_in(client.get(PAGE).text, 'name="version"')["version"]
    stops(client, "down", 1)
    before = names()
    late = client.post(f"{PAGE}/stops", data={"version": version, "do": "remove", "stop": 1})
    assert (late.status_code, names()) == (409, before)


@pytest.mark.parametrize("section", WALK_SECTIONS)
def test_a_save_that_changes_nothing_writes_nothing(enter: Enter, section: str) -> None:
    client, before = enter(), now()
    assert client.post(PAGE, data=form_of(client, section, PAGE)).status_code == 303
    assert (now(), read_changes()) == (before, [])


def test_texts_and_status_are_edited_with_their_reason(enter: Enter) -> None:
    client = enter()
    save(client, "what", PAGE, title="Autre titre", difficulty="hard", why="Relu")
    save(client, "status", PAGE, status="draft")
    assert (now().title, now().difficulty, now().status) == ("Autre titre", "hard", WalkStatus.DRAFT)
    assert [change.why for change in read_changes("walk", ID) if change.field == "title"] == ["Relu"]
    assert "Autre titre" in words_of(client.get(f"{PAGE}/history").text)


def test_a_draft_is_published_in_one_press(enter: Enter) -> None:
    client = enter()
    save(client, "status", PAGE, status="draft")
    held = inputs_in(client.get(PAGE).text, 'value="published">')
    assert client.post(PAGE, data={**held, "status": "published"}).status_code == 303
    assert now().status is WalkStatus.PUBLISHED


def test_sessions_have_ids_and_count_their_changes(enter: Enter) -> None:
    client = enter()
    save(client, "sessions", PAGE, session__0__start="2027-01-13 14:00", session__0__languages="fr, ar")
    first = now().sessions[0]
    assert (first.id, first.languages, first.sequence) == ("2027-01-13-14-00", ("fr", "ar"), 0)
    save(client, "sessions", PAGE, session__0__cancelled="Il pleut.")
    assert (now().sessions[0].id, now().sessions[0].cancelled, now().sessions[0].sequence) == (first.id, "Il pleut.", 1)
    bad = save(client, "sessions", PAGE, session__0__start="mercredi")
    assert (bad.status_code, "n’est pas un jour et une heure" in words_of(bad.text)) == (422, True)
    assert 'has-problem" data-field="session.0.start"' in bad.text


def test_a_stop_is_edited_and_refused_beside_its_field(enter: Enter) -> None:
    client, page = enter(), f"{PAGE}/stops/1"
    quiz = {"quiz__0__question": "Combien ?", "quiz__0__options": "Deux\nTrois", "quiz__0__answer": "2"}
    assert save(client, "stop", page, text="Entrez.", stay_min="15", **quiz).status_code == 303
    stop = now().stops[0]
    assert (stop.text, stop.stay_min, stop.questions[0].options) == ("Entrez.", 15, ("Deux", "Trois"))
    bad = save(client, "stop", page, stay_min="beaucoup", why="x")
    assert (bad.status_code, "Écrivez un nombre entier" in words_of(bad.text)) == (422, True)
    long = save(client, "stop", page, stay_min="9999")
    assert 'has-problem" data-field="stay_min"' in long.text
    said = client.post(page, data={**form_of(client, "stop", page), "stay_min": "9999", "check": "1"}).get_json()
    assert list(said["problems"]) == ["stay_min"]
    assert now().stops[0].stay_min == 15


def test_a_point_is_moved_and_named(enter: Enter) -> None:
    client = enter()
    save(client, "stop", f"{PAGE}/stops/2", name="Le banc", point__lon="2.3661", point__lat="48.8936")
    assert (now().stops[1].name, now().stops[1].point) == ("Le banc", (2.3661, 48.8936))


def test_the_file_goes_out_as_a_dump_writes_it_and_comes_back_with_its_comments(enter: Enter) -> None:
    client = enter()
    data = client.get(f"{PAGE}.toml").data
    assert data == library_files()[f"walks/{ID}.toml"]
    mine = data.replace(b'title = "Du coll', b'# Notre titre.\ntitle = "Notre coll')
    held = inputs_in(client.get(PAGE).text, 'name="toml"')
    sent = {"version": held["version"], "file": (io.BytesIO(mine), "balade.toml"), "apply": "1"}
    assert client.post(f"{PAGE}/file", data=sent).status_code == 303
    assert now().title.startswith("Notre coll")
    assert client.get(f"{PAGE}.toml").data == mine == library_files()[f"walks/{ID}.toml"]
    late = client.post(f"{PAGE}/file", data={"version": held["version"], "toml": data.decode(), "apply": "1"})
    assert (late.status_code, "Notre" in now().title, "[[stop]]" in late.text) == (409, True, True)


def test_a_file_taken_at_the_desk_survives_a_dump_and_is_not_undone_by_a_load(enter: Enter, tmp_path: Path) -> None:
    client = enter()
    mine = (
        client.get(f"{PAGE}.toml")
        .data.replace(b"title = ", b"# Notre titre.\ntitle = ")
        .replace(b"Trois", b"Nos trois")
    )
    held = inputs_in(client.get(PAGE).text, 'name="toml"')
    assert (
        client.post(f"{PAGE}/file", data={"version": held["version"], "toml": mine.decode(), "apply": "1"}).status_code
        == 303
    )
    assert [problem.warning for problem in load_folder(TINY).problems] == [True]
    assert (now().summary or "").startswith("Nos trois")
    dump_folder(tmp_path / "out")
    assert (tmp_path / "out" / "walks" / f"{ID}.toml").read_bytes() == mine
    assert not load_folder(tmp_path / "out").is_refused
    assert (now().summary or "").startswith("Nos trois")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "le fichier est vide"),
        ("format = 1\ntitle == 3", "ligne 2"),
        ('format = 1\nid = "autre"\nstatus = "draft"', "n’est pas le nom du fichier"),
        (f'format = 1\nid = "{ID}"\nstatus = "peut-être"\ntitle = "x"\nterritory = "les-tilleuls"', "ligne 3"),
    ],
)
def test_a_file_with_faults_is_named_line_by_line_and_stays(enter: Enter, text: str, told: str) -> None:
    client, before = enter(), now()
    held = inputs_in(client.get(PAGE).text, 'name="toml"')
    answer = client.post(f"{PAGE}/file", data={"version": held["version"], "toml": text})
    assert (answer.status_code, told in words_of(answer.text), now()) == (422, True, before)
    assert text.split("\n")[-1].replace('"', "&#34;") in answer.text


def test_a_walk_begins_with_a_title_and_a_place_or_with_a_file(enter: Enter) -> None:
    client = enter("Relais", "relay", "les-tilleuls")
    begin = {"title": "Vers l’eau", "territory": "les-tilleuls", "place": "square-des-tilleuls"}
    assert client.post("/desk/walks", data=begin).location == "/desk/walks/vers-l-eau"
    walk = now("vers-l-eau")
    assert (walk.status, names("vers-l-eau"), bool(walk.code)) == (WalkStatus.DRAFT, ["square-des-tilleuls"], True)
    assert client.post("/desk/walks", data={**begin, "title": " "}).status_code == 422
    stop = '[[stop]]\nplace = "square-des-tilleuls"\n'
    text = f'format = 1\nid = "par-fichier"\nstatus = "draft"\ntitle = "F"\nterritory = "les-tilleuls"\n{stop}'
    assert (
        client.post("/desk/walks/new/file", data={"toml": text, "apply": "1"}).location
        == "/desk/walks/par-fichier?saved=file"
    )
    again = client.post("/desk/walks/new/file", data={"toml": text.replace('"F"', '"G"')})
    assert (again.status_code, now("par-fichier").title) == (404, "F")


def test_script_in_every_field_is_text(enter: Enter) -> None:
    client = enter()
    for page, section in [*((PAGE, name) for name in WALK_SECTIONS), (f"{PAGE}/stops/2", "stop")]:
        held = form_of(client, section, page)
        typed = {name: [SCRIPT] for name in held if name not in ("section", "version")}
        assert "<script>alert" not in client.post(page, data={**held, **typed}).text, section
    assert "<script>alert" not in client.post("/desk/walks/new/file", data={"toml": SCRIPT}).text
    begin = {"title": SCRIPT, "territory": SCRIPT, "place": SCRIPT}
    assert "<script>alert" not in client.post("/desk/walks", data=begin).text
    assert "<script>alert" not in stops(client, "add", place=SCRIPT).text


def test_another_territory_is_not_there_and_tells_nothing(enter: Enter) -> None:
    add_far_territory()
    client, before = enter("Ailleurs", "relay", "ailleurs"), now()
    asked = [client.get(f"{PAGE}{rest}") for rest in ("", "/stops/1", "/history", ".toml")]
    asked += [client.post(PAGE, data={"section": "what", "title": "Pirate"})]
    asked += [client.post(f"{PAGE}/stops", data={"do": "remove", "stop": 1})]
    asked += [client.post(f"{PAGE}/file", data={"toml": client.get("/desk/walks").text})]
    assert {answer.status_code for answer in asked[:-1]} == {404}
    assert asked[-1].status_code in (404, 422)
    assert not any("Du collège" in answer.text for answer in asked)
    assert now() == before
    begin = {"title": "Pirate", "territory": "les-tilleuls", "place": "square-des-tilleuls"}
    assert client.post("/desk/walks", data=begin).status_code == 403


@pytest.mark.parametrize("asked", ["nowhere", f"{ID}/stops/9", f"{ID}/stops/0", "nowhere.toml", "nowhere/history"])
def test_what_is_not_there_is_not_found(enter: Enter, asked: str) -> None:
    assert enter().get(f"/desk/walks/{asked}").status_code == 404


FULL = {
    "variant": [{"id": "pluie", "when": "rain", "drop": [2], "text": "Sous la pluie."}],
    "service": [
        {"kind": "water", "stop": 3, "place": "toilettes-du-square"},
        {"kind": "bench", "point": [2.366, 48.89]},
    ],
    "notice": [{"from": "2026-11-01", "to": "2027-01-01", "text": "Travaux.", "stops": [3], "severity": "closed"}],
    "leg": [{"from": 1, "to": 2}, {"from": 2, "to": 3, "steps": 3, "step_free": {"way": "Par la rampe.", "lit": True}}],
    "emergency": {"place": "square-des-tilleuls", "text": "Le 112.", "leader": "Compter."},
    "session": [{"id": "exemple", "start": "2027-01-13 14:00", "variant": "pluie", "example": True}],
}


def fill() -> None:
    document = now().model_dump(mode="json", by_alias=True, exclude_defaults=True) | FULL
    outcome = save_walk(Walk.model_validate(document), by="test")
    assert not outcome.is_refused, outcome.problems


@pytest.mark.parametrize("section", [*WALK_SECTIONS, "legs/2", "legs/3", "legs/3 step_free", "stops/1", "stops/2"])
def test_no_form_of_a_full_walk_changes_what_nobody_touched(enter: Enter, section: str) -> None:
    fill()
    client, before, lines = enter(), now(), len(read_changes())
    where, _, more = section.partition(" ")
    page = f"{PAGE}/{where}" if "/" in where else PAGE
    name = more or {"legs": "leg", "stops": "stop"}.get(where.split("/")[0], where)
    assert client.post(page, data=form_of(client, name, page)).status_code == 303
    assert (now(), len(read_changes())) == (before, lines)


def test_what_happens_in_danger_and_where_one_meets_is_typed_by_the_names_of_places(enter: Enter) -> None:
    client = enter()
    held = form_of(client, "meeting", PAGE)
    assert held["meeting.place"] == ["Collège des Tilleuls"]
    save(client, "meeting", PAGE, meeting__place="Square des Tilleuls", meeting__transit="Métro 12")
    save(client, "safety", PAGE, emergency__place="bibliotheque-des-tilleuls", emergency__text="Appelez le 112.")
    walk = now()
    assert walk.meeting and (walk.meeting.place, walk.meeting.transit) == ("square-des-tilleuls", "Métro 12")
    assert walk.emergency and (walk.emergency.place, walk.emergency.text) == (
        "bibliotheque-des-tilleuls",
        "Appelez le 112.",
    )
    bad = save(client, "safety", PAGE, emergency__place="La lune")
    assert (bad.status_code, "Aucun lieu ne s’appelle ainsi" in words_of(bad.text)) == (422, True)
    assert 'value="La lune"' in bad.text
    assert now() == walk
    point = {"meeting__place": "", "meeting__name": "Le banc", "meeting__point__lon": "2.366"}
    save(client, "meeting", PAGE, **point, meeting__point__lat="48.893")
    meeting = now().meeting
    assert meeting and (meeting.place, meeting.name, meeting.point) == (None, "Le banc", (2.366, 48.893))


def test_variants_notices_and_services_are_rows(enter: Enter) -> None:
    client = enter()
    rain = {"variant__0__when": "rain", "variant__0__drop": ["3", "2"], "variant__0__text": "À l’abri."}
    assert "laisse moins de deux arrêts" in words_of(save(client, "variants", PAGE, **rain).text)
    rain["variant__0__drop"] = ["2"]
    assert save(client, "variants", PAGE, **rain).status_code == 303
    save(client, "variants", PAGE, variant__1__when="rain", variant__1__drop=["3"])
    assert [(v.id, v.when, v.drop) for v in now().variants] == [("pluie", "rain", (2,)), ("pluie-2", "rain", (3,))]
    notice = {"notice__0__from": "2026-12-01", "notice__0__to": "2026-11-01", "notice__0__text": "Travaux."}
    bad = save(client, "notices", PAGE, **notice)
    assert (bad.status_code, 'has-problem" data-field="notice.0.from"' in bad.text) == (422, True)
    notice |= {"notice__0__to": "2026-12-31", "notice__0__stops": ["1", "3"], "notice__0__severity": "detour"}
    assert save(client, "notices", PAGE, **notice).status_code == 303
    assert [(n.severity, n.stops) for n in now().notices] == [("detour", (1, 3))]
    service = {"service__0__kind": "water", "service__0__stop": "3"}
    bad = save(client, "services", PAGE, **service)
    assert (bad.status_code, 'has-problem" data-field="service.0.kind"' in bad.text) == (422, True)
    assert save(client, "services", PAGE, **service, service__0__place="Toilettes du square").status_code == 303
    assert [(s.kind, s.stop, s.place) for s in now().services] == [("water", 3, "toilettes-du-square")]
    save(client, "sessions", PAGE, session__0__start="2027-01-13 14:00", session__0__variant="pluie")
    assert now().sessions[0].variant == "pluie"


def test_rows_that_name_stops_are_not_written_over_stops_that_moved(enter: Enter) -> None:
    client = enter()
    held = form_of(client, "variants", PAGE)
    stops(client, "down", 1)
    late = client.post(PAGE, data={**held, "variant.0.when": "rain", "variant.0.drop": ["1"]})
    assert (late.status_code, now().variants) == (409, ())


def test_the_way_to_a_stop_is_told_and_untold(enter: Enter) -> None:
    client, page, before = enter(), f"{PAGE}/legs/2", now()
    typed = {"way": "Par la rue.", "steps": "3", "stroller": "limited", "obstacle": "Un poteau\nUne poubelle"}
    assert save(client, "leg", page, **typed, checked__on="2026-11-02", checked__by="Relais").status_code == 303
    leg = now().legs[0]
    assert (leg.from_, leg.to, leg.way, leg.steps, leg.stroller) == (1, 2, "Par la rue.", 3, "limited")
    assert (leg.obstacle, leg.checked and leg.checked.by) == (("Un poteau", "Une poubelle"), "Relais")
    assert save(client, "step_free", page, step_free__way="Par la rampe.").status_code == 303
    assert save(client, "leg", f"{PAGE}/legs/3", mode="drawn").status_code == 422
    path = "2.366 48.8935\n2.3662 48.894"
    assert save(client, "leg", f"{PAGE}/legs/3", path="ici", mode="drawn").status_code == 422
    said = client.post(page, data={**form_of(client, "leg", page), "kerb_cm": "99", "check": "1"}).get_json()
    assert list(said["problems"]) == ["kerb_cm"]
    assert "chemin décrit" in words_of(client.get(PAGE).text)
    save(client, "step_free", page, step_free__way="")
    empty = dict.fromkeys(typed, "") | {"checked__on": "", "checked__by": ""}
    save(client, "leg", page, **empty)
    assert (now(), path) == (before, path)


def test_a_point_is_added_where_it_is_wanted_and_needs_a_name(enter: Enter) -> None:
    client, page = enter(), f"{PAGE}/stops/new"
    bad = save(client, "new", page, name="", point__lon="2.3661", point__lat="48.8936")
    assert (bad.status_code, "Donnez un nom à ce point" in words_of(bad.text), len(names())) == (422, True, 3)
    assert "2.3661" in bad.text
    typed = {"name": "La fresque", "point__lon": "2.3661", "point__lat": "48.8936", "at": "2"}
    assert save(client, "new", page, **typed).location == f"{PAGE}#stops"
    assert (names()[1], now().stops[1].point) == ("La fresque", (2.3661, 48.8936))
    assert save(client, "stop", f"{PAGE}/stops/1?point=1", place="", name="Ici").status_code == 422


def test_a_walk_may_change_its_quarter_only_for_ones_own(enter: Enter) -> None:
    add_far_territory()
    client = enter("Relais", "relay", "les-tilleuls")
    assert save(client, "what", PAGE, territory="ailleurs").status_code == 403
    assert now().territory == "les-tilleuls"
    assert save(client, "what", PAGE, themes=["culture"]).status_code == 303
    assert now().themes == ("culture",)


def test_what_only_a_leader_reads_is_never_published(enter: Enter) -> None:
    client = enter()
    save(client, "stop", f"{PAGE}/stops/1", leader="Notes secrètes.", host="L’accueil")
    save(client, "safety", PAGE, emergency__leader="Plan secret.")
    save(client, "what", PAGE, leader="Tout secret.")
    shown = repr(public_content(read_library()).walks[ID])
    assert not any(word in shown for word in ("secret", "L’accueil"))


def test_the_texts_of_a_walk_in_another_language_are_one_link_away(enter: Enter) -> None:
    client = enter()
    address = f"/desk/translations/ar?about=walk:{ID}"
    assert f'href="{address}"' in client.get(PAGE).text
    assert "Du collège au square" in words_of(client.get(address).text)
