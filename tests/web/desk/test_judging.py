"""The queue and its decisions, as a coordinator meets them: what was sent beside what is said, and nothing lost."""

import re
from itertools import count

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from app.domain.place import Status
from app.domain.suggestion import Suggestion
from app.library.changes import read_changes
from app.library.content.queries import read_library
from app.library.content.writes import change_place
from app.library.db import db
from app.library.suggestions import read_suggestions, receive_suggestion

from .conftest import Enter, words_of

PLACE = "bibliotheque-des-tilleuls"
_keys = count()


def send(kind: str = "hours", place: str | None = PLACE, text: str = "Ouvre à 9 h le mardi.", **more: str) -> int:
    """Send a suggestion as a phone does; return its number at the desk."""
    said = {"kind": kind, "place": place, "text": text, **more}
    receive_suggestion(f"key {next(_keys)}", Suggestion.model_validate(said))
    return len(read_suggestions())


def fields_of(client: FlaskClient, id: int, topic: str) -> dict[str, str]:
    """Return what the form of a topic holds, as a browser would send it."""
    page = client.get(f"/desk/suggestions/{id}").text
    form = next(f for f in re.findall(r"<form.*?</form>", page, re.S) if f'name="topic" value="{topic}"' in f)
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))


def correct(client: FlaskClient, id: int, topic: str, **typed: str) -> TestResponse:
    return client.post(f"/desk/suggestions/{id}", data=fields_of(client, id, topic) | typed)


def states() -> list[str]:
    return [each.state for each in reversed(read_suggestions())]


def place_now() -> object:
    return read_library().places[PLACE]


def test_the_queue_is_the_oldest_first_with_counts(enter: Enter) -> None:
    send(text="Le premier")
    send(text="Le second")
    words = words_of(enter().get("/desk/suggestions").text)
    assert words.index("Le premier") < words.index("Le second")
    assert "À lire 2 Pour plus tard 0 Question posée 0 À regarder 0 Acceptés 0 Refusés 0" in words


def test_an_empty_queue_says_so_warmly(enter: Enter) -> None:
    assert "Tout est lu." in words_of(enter().get("/desk/suggestions").text)


def test_a_message_stands_beside_what_the_place_says(enter: Enter) -> None:
    words = words_of(enter().get(f"/desk/suggestions/{send()}").text)
    assert "Ouvre à 9 h le mardi." in words
    assert str(read_library().places[PLACE].hours) in words


def test_accepting_hours_changes_the_place_and_tells_the_history(enter: Enter) -> None:
    id, client, before = send(), enter(), read_library().places[PLACE]
    answer = correct(client, id, "hours", hours="Tu 09:00-12:00", how="visit", words="Vu sur la porte")
    assert (answer.status_code, states()) == (303, ["accepted"])
    place = read_library().places[PLACE]
    assert (place.hours, place.checks and place.checks.hours and place.checks.hours.how) == ("Tu 09:00-12:00", "visit")
    assert place.verified == before.verified, "What was not looked at keeps its date."
    changes = {change.field: change for change in read_changes("place", PLACE)}
    assert (changes["hours"].after, changes["hours"].by) == ("Tu 09:00-12:00", "coordinator")
    assert changes["hours"].why == "Vu sur la porte"
    assert changes["hours"].suggestion == id


def test_the_former_source_answers_no_more_for_what_was_corrected(enter: Enter) -> None:
    correct(enter(), send(), "hours", hours="Tu 09:00-12:00")
    sources = [source for source in read_library().places[PLACE].sources if "hours" in source.fields]
    assert [source.name.startswith("Bureau") for source in sources] == [True]


def test_hours_as_people_write_them_are_asked_about_never_guessed(enter: Enter) -> None:
    id, client = send(), enter()
    before = read_library().places[PLACE].hours
    answer = correct(client, id, "hours", hours="mardi 9h-12h")
    assert (answer.status_code, read_library().places[PLACE].hours) == (422, before)
    assert "Est-ce bien cela ?" in words_of(answer.text)
    assert ">Tu 09:00-12:00</textarea>" in answer.text
    assert "mardi : 9 h – 12 h" in words_of(answer.text)


@pytest.mark.parametrize(
    ("topic", "typed", "sentence"),
    [
        ("hours", {"hours": ""}, "Écrivez les horaires"),
        ("hours", {"hours": "quand on veut"}, "ne sont pas lisibles"),
        ("phone", {"phone": "abc"}, "n’est pas un numéro"),
        ("status", {"status": "draft"}, "Choisissez"),
        ("exception", {"from": "demain"}, "Écrivez le premier et le dernier jour"),
        ("exception", {"from": "2026-12-24", "to": "2026-12-01", "kind": "closed"}, "avant le premier"),
        ("exception", {"from": "2026-12-24", "kind": "message"}, "Écrivez le message"),
        ("hint", {"hint": "x" * 301}, ""),
    ],
)
def test_what_cannot_be_is_a_sentence_and_changes_nothing(
    enter: Enter, topic: str, typed: dict[str, str], sentence: str
) -> None:
    id, client, before = send(), enter(), place_now()
    answer = correct(client, id, topic, **typed)
    assert (answer.status_code, sentence in words_of(answer.text), 'role="alert"' in answer.text) == (422, True, True)
    assert (place_now(), states(), read_changes()) == (before, ["new"], [])


def test_a_telephone_is_replaced_or_added_as_it_is_dialled(enter: Enter) -> None:
    client = enter()
    contact = read_library().places[PLACE].contact
    former = contact.phones[0].number if contact and contact.phones else ""
    correct(client, send("phone"), "phone", phone="01 44 55 66 77", replaces=former)
    correct(client, send("phone"), "phone", phone="3919", replaces="")
    now = read_library().places[PLACE].contact
    assert now and [phone.number for phone in now.phones][-2:] == ["+33144556677", "3919"]
    assert former not in [phone.number for phone in now.phones]


def test_a_closure_is_judged_in_one_press(enter: Enter) -> None:
    id, client = send("closed", text=""), enter()
    page = client.get(f"/desk/suggestions/{id}").text
    assert re.search(r"<details[^>]* open>\s*<summary>.{0,200}Fermé, ou ouvert", page, re.S)
    correct(client, id, "status", status="closed_temporarily")
    assert read_library().places[PLACE].status is Status.CLOSED_TEMPORARILY


def test_some_days_are_closed_or_bear_a_message(enter: Enter) -> None:
    client = enter()
    correct(client, send(), "exception", **{"from": "2026-12-24", "kind": "closed"})
    days = {"from": "2027-01-04", "to": "2027-01-08", "kind": "message", "reason": "Entrée par la cour."}
    correct(client, send(), "exception", **days)
    first, second = read_library().places[PLACE].exceptions[-2:]
    assert (first.kind, first.from_.isoformat(), first.to.isoformat()) == ("closed", "2026-12-24", "2026-12-24")
    assert (second.kind, second.reason) == ("message", "Entrée par la cour.")


def test_how_to_find_the_door_is_written_and_taken_away(enter: Enter) -> None:
    client = enter()
    correct(client, send("moved"), "hint", hint="Au fond de la cour.")
    assert read_library().places[PLACE].access_hint == "Au fond de la cour."
    correct(client, send("moved"), "hint", hint="")
    assert read_library().places[PLACE].access_hint is None


def test_what_stands_in_a_field_is_sent_back_as_it_is(enter: Enter) -> None:
    hint = "Sonnez : « Lila » ; deux fois !"
    change_place(PLACE, {"access_hint": hint}, by="load")
    assert f">{hint}</textarea>" in enter().get(f"/desk/suggestions/{send('moved')}").text


def test_a_refusal_gives_its_reason_in_one_press(enter: Enter) -> None:
    id, client = send(), enter()
    client.post(f"/desk/suggestions/{id}", data={"outcome": "refused", "reason": "so_already", "was": "new"})
    assert states() == ["refused"]
    assert "Refusé · Coordination · La fiche le dit déjà" in words_of(client.get(f"/desk/suggestions/{id}").text)


def test_a_note_holds_no_unseen_sign(enter: Enter) -> None:
    id, client = send(), enter()
    client.post(f"/desk/suggestions/{id}", data={"outcome": "later", "was": "new", "words": "a\x00b\u202ec"})
    assert "<bdi>abc</bdi>" in client.get(f"/desk/suggestions/{id}").text


def test_a_message_is_kept_for_later_then_accepted(enter: Enter) -> None:
    id, client = send("need", None, "Personne n’enseigne le soir.", territory="les-tilleuls"), enter()
    client.post(f"/desk/suggestions/{id}", data={"outcome": "later", "was": "new", "words": "Demander à l’école"})
    assert "Demander à l’école" in client.get(f"/desk/suggestions/{id}").text
    client.post(f"/desk/suggestions/{id}", data={"outcome": "accepted", "was": "later"})
    assert states() == ["accepted"]


def test_two_people_at_one_message_decide_once(enter: Enter) -> None:
    id, one, other = send(), enter("Relais"), enter("Coordination")
    looked = fields_of(other, id, "hours")
    one.post(f"/desk/suggestions/{id}", data={"outcome": "refused", "reason": "twice", "was": "new"})
    late = other.post(f"/desk/suggestions/{id}", data=looked | {"hours": "Mo 09:00-10:00"})
    assert (late.status_code, "Quelqu’un d’autre a décidé" in late.text, states()) == (409, True, ["refused"])
    assert read_changes() == []


def test_a_value_that_moved_is_said_and_not_overwritten(enter: Enter) -> None:
    id, client = send(), enter()
    looked = fields_of(client, id, "hours")
    change_place(PLACE, {"hours": "Fr 14:00-18:00"}, by="load")
    late = client.post(f"/desk/suggestions/{id}", data=looked | {"hours": "Mo 09:00-10:00"})
    assert (late.status_code, read_library().places[PLACE].hours, states()) == (409, "Fr 14:00-18:00", ["new"])
    assert "vendredi : 14 h – 18 h" in words_of(late.text)
    assert ">Mo 09:00-10:00</textarea>" in late.text
    assert correct(client, id, "hours", hours="Mo 09:00-10:00").status_code == 303


def test_another_field_that_moved_is_no_conflict(enter: Enter) -> None:
    id, client = send(), enter()
    looked = fields_of(client, id, "hours")
    change_place(PLACE, {"access_hint": "Au fond."}, by="load")
    assert client.post(f"/desk/suggestions/{id}", data=looked | {"hours": "Mo 09:00-10:00"}).status_code == 303


def test_the_last_decision_is_undone_with_its_change(enter: Enter) -> None:
    id, client, before = send(), enter(), place_now()
    correct(client, id, "hours", hours="Mo 09:00-10:00", how="phone")
    [decision] = re.findall(r'name="decision" value="(\d+)"', client.get("/desk/suggestions").text)
    assert client.post("/desk/undo", data={"decision": decision}).status_code == 303
    assert (place_now(), states()) == (before, ["new"])
    assert read_changes("place", PLACE)[0].by == "coordinator"
    again = client.post("/desk/undo", data={"decision": decision})
    assert (again.status_code, "rien à annuler" in again.text) == (422, True)


def test_undoing_leaves_what_somebody_changed_since_and_names_it(enter: Enter) -> None:
    id, client = send(), enter()
    correct(client, id, "hours", hours="Mo 09:00-10:00", how="phone")
    change_place(PLACE, {"hours": "Fr 14:00-18:00"}, by="load")
    [decision] = re.findall(r'name="decision" value="(\d+)"', client.get("/desk/suggestions").text)
    answer = client.post("/desk/undo", data={"decision": decision})
    assert "cela reste comme c’est : hours" in words_of(answer.text)
    place = read_library().places[PLACE]
    assert (place.hours, place.checks) == ("Fr 14:00-18:00", None)


def test_a_relay_sees_and_judges_only_their_territory(enter: Enter, desk: Flask) -> None:
    send()
    other = send("need", None, "Un banc.")
    relay = enter("Coordination", "relay", "les-tilleuls")
    assert "À lire 1" in words_of(relay.get("/desk/suggestions").text)
    answers = [relay.get(f"/desk/suggestions/{other}"), relay.get("/desk/suggestions/99")]
    assert [answer.status_code for answer in answers] == [404, 404]
    post = relay.post(f"/desk/suggestions/{other}", data={"outcome": "accepted", "was": "new"})
    assert (post.status_code, states()) == (403, ["new", "new"])


@pytest.mark.parametrize("role", ["translator", "leader", "volunteer"])
def test_other_roles_read_and_do_not_judge(enter: Enter, role: str) -> None:
    id, client = send(), enter("Kiosque", role)
    assert "Accepter et publier" not in client.get(f"/desk/suggestions/{id}").text
    answer = client.post(f"/desk/suggestions/{id}", data={"outcome": "accepted", "was": "new"})
    assert (answer.status_code, states()) == (403, ["new"])


@pytest.mark.parametrize("data", [{}, {"outcome": "new"}, {"outcome": "refused"}, {"topic": "name"}])
def test_a_form_that_no_page_of_ours_has_is_refused(enter: Enter, data: dict[str, str]) -> None:
    answer = enter().post(f"/desk/suggestions/{send()}", data={"was": "new", **data})
    assert (answer.status_code, states()) == (400, ["new"])


def test_what_was_sent_is_text_never_markup(enter: Enter) -> None:
    page = enter().get(f"/desk/suggestions/{send(text='<script>alert(1)</script>')}").text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_a_place_that_is_gone_leaves_its_message(enter: Enter) -> None:
    id = send(place="lieu-disparu")
    assert "n’est plus sur la carte" in words_of(enter().get(f"/desk/suggestions/{id}").text)


def test_hundreds_of_messages_come_in_pages_with_as_many_queries(enter: Enter) -> None:
    client = enter("Coordination", "relay", "les-tilleuls")
    send()
    few = _queries(client)
    for number in range(60):
        send(text=f"Message {number}")
    assert _queries(client) == few
    last = words_of(client.get("/desk/suggestions?page=3").text)
    assert ("Message 59" in last, "Message 48" in last) == (True, False)


def test_hours_are_read_while_they_are_typed(enter: Enter) -> None:
    client, id = enter(), send()
    read = client.get("/desk/hours", query_string={"suggestion": id, "text": "mardi 9h-12h"}).get_json()
    assert read["spelling"] == "Tu 09:00-12:00"
    assert "mardi" in read["lines"][0]
    assert client.get("/desk/hours", query_string={"suggestion": id, "text": "rien"}).get_json()["lines"] == []


def _queries(client: FlaskClient) -> int:
    asked: list[object] = []

    def listen(*call: object) -> None:
        asked.append(call[2])

    event.listen(db.engine, "before_cursor_execute", listen)
    client.get("/desk/suggestions")
    event.remove(db.engine, "before_cursor_execute", listen)
    return len(asked)
