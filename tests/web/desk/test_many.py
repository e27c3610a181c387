"""Several messages decided at once, and those that look as if a program had sent them."""

import pytest
from flask import Flask

from app.domain.suggestion import Suggestion
from app.library.suggestions import read_suggestions, receive_suggestion

from .conftest import Enter, words_of

PLACE = "bibliotheque-des-tilleuls"


def send(*texts: str, place: str | None = PLACE, territory: str | None = None, doubtful: bool = False) -> None:
    for text in texts:
        fields = {"kind": "hours" if place else "need", "place": place, "territory": territory, "text": text}
        receive_suggestion(text, Suggestion.model_validate(fields), is_doubtful=doubtful)


def states() -> list[str]:
    return [each.state for each in reversed(read_suggestions())]


def test_several_are_refused_for_one_reason_and_taken_back_at_once(enter: Enter) -> None:
    send("un", "deux", "trois")
    desk = enter()
    form = {"was": "new", "outcome": "refused", "reason": "twice", "id": ["1", "3"]}
    assert desk.post("/desk/suggestions", data=form).status_code == 303
    assert states() == ["refused", "new", "refused"]
    page = words_of(desk.get("/desk/suggestions").text)
    assert "Refusé · 2 messages" in page
    desk.post("/desk/undo", data={"decision": "2"})
    assert states() == ["new", "new", "new"]


def test_taking_back_leaves_what_somebody_decided_since(enter: Enter) -> None:
    send("un", "deux")
    desk, other = enter(), enter("Ailleurs")
    desk.post("/desk/suggestions", data={"was": "new", "outcome": "later", "id": ["1", "2"]})
    other.post("/desk/suggestions/1", data={"was": "later", "outcome": "accepted"})
    desk.post("/desk/undo", data={"decision": "2"})
    assert states() == ["accepted", "new"]


def test_one_decided_meanwhile_is_left_and_said(enter: Enter) -> None:
    send("un", "deux")
    desk = enter()
    enter("Ailleurs").post("/desk/suggestions/1", data={"was": "new", "outcome": "accepted"})
    answer = desk.post("/desk/suggestions", data={"was": "new", "outcome": "later", "id": ["1", "2"]})
    assert (answer.status_code, states()) == (409, ["accepted", "later"])
    assert "1 n’ont pas été changés" in words_of(answer.text)


def test_a_relay_decides_only_in_their_territory(enter: Enter, desk: Flask) -> None:
    send("ici")
    send("là-bas", place=None)
    relay = enter("Relais", "relay", "les-tilleuls")
    relay.post("/desk/suggestions", data={"was": "new", "outcome": "accepted", "id": ["1", "2"]})
    assert states() == ["accepted", "new"]


def test_who_only_reads_decides_nothing(enter: Enter) -> None:
    send("un")
    reader = enter("Kiosque", "volunteer")
    assert 'name="id"' not in reader.get("/desk/suggestions").text
    assert reader.post("/desk/suggestions", data={"was": "new", "outcome": "accepted", "id": "1"}).status_code == 403
    assert states() == ["new"]


@pytest.mark.parametrize(
    ("form", "status", "words"),
    [
        ({"was": "new", "outcome": "accepted"}, 422, "Cochez au moins un message."),
        ({"was": "new", "outcome": "refused", "id": "1"}, 422, "Choisissez la raison"),
        ({"was": "new", "outcome": "refused", "reason": "x", "id": "1"}, 422, "Choisissez la raison"),
        ({"was": "new", "outcome": "asked", "id": "1"}, 400, "revenez à la page"),
        ({"was": "refused", "outcome": "accepted", "id": "1"}, 400, "revenez à la page"),
        ({"was": "new", "outcome": "accepted", "id": "x"}, 422, "Cochez"),
    ],
)
def test_what_cannot_be_is_a_sentence(enter: Enter, form: dict[str, str], status: int, words: str) -> None:
    send("un")
    answer = enter().post("/desk/suggestions", data=form)
    assert (answer.status_code, words in words_of(answer.text), states()) == (status, True, ["new"])


def test_what_was_ticked_stays_ticked(enter: Enter) -> None:
    send("un", "deux")
    page = enter().post("/desk/suggestions", data={"was": "new", "outcome": "refused", "id": "2"}).text
    assert 'value="2" form="at-once" checked' in page and 'value="1" form="at-once">' in page


def test_the_doubtful_lie_apart_and_are_put_with_the_others(enter: Enter) -> None:
    send("bonjour")
    send("réclame", "peut-être", doubtful=True)
    desk = enter()
    assert "réclame" not in desk.get("/desk/suggestions").text
    page = words_of(desk.get("/desk/suggestions?state=doubtful").text)
    assert "À regarder 2" in page and "réclame" in page and "bonjour" not in page
    desk.post("/desk/suggestions", data={"was": "doubtful", "outcome": "new", "id": "3"})
    desk.post("/desk/suggestions", data={"was": "doubtful", "outcome": "refused", "reason": "automatic", "id": "2"})
    assert states() == ["new", "refused", "new"]
    assert desk.get("/desk/suggestions/3").status_code == 200


def test_one_doubtful_message_is_put_with_the_others_from_its_page(enter: Enter) -> None:
    send("peut-être", doubtful=True)
    desk = enter()
    assert "À lire avec les autres" in words_of(desk.get("/desk/suggestions/1").text)
    desk.post("/desk/suggestions/1", data={"was": "doubtful", "outcome": "new"})
    assert states() == ["new"]
