"""Services come and go, and so do places: what is taken out comes back as it was, and its code is nobody else's."""

from flask.testing import FlaskClient

from app.library.content.dump import library_files
from app.library.content.queries import read_library
from app.library.content.writes import change_place

from .conftest import Enter, words_of
from .editor import PAGE, PLACE, add_far_territory, inputs_in, save

SQUARE = "/desk/places/square-des-tilleuls"


def services(client: FlaskClient, do: str, service: str = "", **more: str) -> int:
    version = inputs_in(client.get(PAGE).text, 'name="service"').get("version", [""]) if service else [""]
    return client.post(f"{PAGE}/services", data={"do": do, "service": service, "version": version, **more}).status_code


def names() -> list[str]:
    return [service.name for service in read_library().places[PLACE].services]


def test_a_service_is_added_moved_edited_and_taken_away(enter: Enter) -> None:
    client, before = enter(), names()
    assert [services(client, "add", name=name) for name in ("Heure du conte", "Heure du conte")] == [303, 303]
    assert names() == [*before, "Heure du conte", "Heure du conte"]
    page = f"{PAGE}/services/heure-du-conte"
    assert save(client, "hours", page, hours="We 15:00-16:00", how="phone", **{"as": "text"}).status_code == 303
    assert save(client, "what", page, name="Le conte").status_code == 303
    services(client, "up", "heure-du-conte")
    found = next(each for each in read_library().places[PLACE].services if each.id == "heure-du-conte")
    assert (found.hours, found.verified and found.verified.how) == ("We 15:00-16:00", "phone")
    assert names() == [*before[:-1], "Le conte", *before[-1:], "Heure du conte"]
    services(client, "remove", "heure-du-conte")
    assert "Le conte" not in names()


def test_a_service_without_a_name_is_asked_for_one(enter: Enter) -> None:
    answer = enter().post(f"{PAGE}/services", data={"do": "add", "name": "  "})
    assert (answer.status_code, "Donnez un nom à ce service" in words_of(answer.text)) == (422, True)


def test_services_that_changed_meanwhile_are_left_alone(enter: Enter) -> None:
    client = enter()
    services(client, "add", name="Un")
    version = inputs_in(client.get(PAGE).text, 'name="service"')["version"]
    services(client, "add", name="Deux")
    late = client.post(f"{PAGE}/services", data={"do": "remove", "service": "un", "version": version})
    assert (late.status_code, "Un" in names()) == (409, True)


def test_a_problem_of_a_service_stands_beside_its_field(enter: Enter) -> None:
    client = enter()
    services(client, "add", name="Un")
    answer = save(client, "hours", f"{PAGE}/services/un", hours="mardi", **{"as": "text"})
    assert answer.status_code == 422
    assert 'class="desk-field has-problem" data-field="hours"' in answer.text


def remove(client: FlaskClient, page: str = SQUARE, why: str = "Travaux") -> tuple[int, str]:
    held = inputs_in(client.get(f"{page}/remove").text, 'name="seen"')
    answer = client.post(f"{page}/remove", data={**held, "why": why})
    return answer.status_code, words_of(answer.text)


def test_a_place_is_taken_out_and_comes_back_as_it_was(enter: Enter) -> None:
    client, before = enter(), read_library().places
    change_place("square-des-tilleuls", {"note": "Vu."}, by="test")
    lonely = next(id for id in before if remove(client, f"/desk/places/{id}")[0] == 303)
    assert lonely not in read_library().places
    assert before[lonely].code in {entry.code for entry in read_library().codes}
    assert client.get(f"/desk/places/{lonely}").status_code == 404
    trash = words_of(client.get("/desk/trash").text)
    assert before[lonely].name in trash and "Travaux" in trash
    assert client.post("/desk/trash", data={"place": lonely}).status_code == 303
    assert read_library().places[lonely].name == before[lonely].name
    assert "Rien n’a été enlevé" in words_of(client.get("/desk/trash").text)


def test_a_place_that_a_walk_names_stays_and_says_by_which(enter: Enter) -> None:
    status, words = remove(enter(), PAGE)
    assert (status, "nomme encore ce lieu" in words, PLACE in read_library().places) == (422, True, True)


def test_who_looked_at_an_older_place_takes_nothing_out(enter: Enter) -> None:
    client = enter()
    change_place(PLACE, {"note": "Vu."}, by="test")
    late = client.post(f"{PAGE}/remove", data={"seen": "0"})
    assert (late.status_code, PLACE in read_library().places) == (409, True)


def test_who_reads_takes_nothing_out(enter: Enter) -> None:
    client = enter("Kiosque", "volunteer")
    assert [client.get(f"{PAGE}/remove").status_code, client.post(f"{PAGE}/remove").status_code] == [403, 403]


WALK = "du-college-au-square"


def test_a_walk_is_taken_out_and_comes_back_as_it_was_with_its_texts(enter: Enter) -> None:
    client, before, file = enter(), read_library(), library_files()[f"walks/{WALK}.toml"]
    assert remove(client, f"/desk/walks/{WALK}")[0] == 303
    assert WALK not in read_library().walks and f"walks/{WALK}.toml" not in library_files()
    assert (client.get(f"/desk/walks/{WALK}").status_code, client.get(f"/desk/walks/{WALK}/history").status_code) == (
        404,
        404,
    )
    trash = words_of(client.get("/desk/trash").text)
    assert "Du collège au square" in trash and "Travaux" in trash
    assert client.post("/desk/trash", data={"walk": WALK}).location == f"/desk/walks/{WALK}"
    after = read_library()
    assert (after.walks[WALK], after.texts, after.codes) == (before.walks[WALK], before.texts, before.codes)
    assert library_files()[f"walks/{WALK}.toml"] == file
    assert [client.post("/desk/trash", data={kind: WALK}).status_code for kind in ("walk", "place")] == [404, 404]


def test_a_walk_that_was_away_goes_back_to_what_it_was_before(enter: Enter) -> None:
    client, page = enter(), f"/desk/walks/{WALK}"
    before = read_library().walks[WALK]
    save(client, "what", page, title="Autre")
    remove(client, page)
    client.post("/desk/trash", data={"walk": WALK})
    html = client.get(f"{page}/history").text
    held = inputs_in(html[html.rindex("<form") :], "Remettre la balade d’avant")
    assert client.post(f"{page}/history", data=held).status_code == 303
    assert read_library().walks[WALK] == before


def test_who_looked_at_an_older_walk_or_only_reads_takes_no_walk_out(enter: Enter) -> None:
    client, page = enter(), f"/desk/walks/{WALK}"
    held = inputs_in(client.get(f"{page}/remove").text, 'name="seen"')
    save(client, "what", page, title="Autre")
    assert client.post(f"{page}/remove", data=held).status_code == 409
    reader = enter("Lecture", "leader")
    assert [reader.get(f"{page}/remove").status_code, reader.post(f"{page}/remove").status_code] == [403, 403]
    add_far_territory()
    far = enter("Ailleurs", "relay", "ailleurs")
    assert [far.get(f"{page}/remove").status_code, far.post(f"{page}/remove").status_code] == [404, 404]
    remove(client, page)
    assert "Autre" not in far.get("/desk/trash").text
    assert far.post("/desk/trash", data={"walk": WALK}).status_code == 404
