"""A coordinator invites and shows out, within their own territories; nobody else does."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.library.desk.people import find_person, read_people

from .conftest import THREE_WORDS, Enter, words_of

HERE = "les-tilleuls"


def link_in(page: str) -> str:
    found = re.search(r"/desk/join/\w+", unescape(page))
    assert found, page
    return found[0]


def is_in(client: FlaskClient) -> bool:
    return client.get("/desk/suggestions").status_code == 200


def test_an_invited_relay_comes_in_and_is_shown_out(desk: Flask, enter: Enter) -> None:
    boss, relay = enter(), desk.test_client()
    page = boss.post("/desk/people", data={"name": "Ailleurs", "role": "relay", "territory": [HERE]}).text
    assert "data:image/svg+xml;base64," in page
    relay.post(link_in(page), data={"password": THREE_WORDS})
    rita = find_person("Ailleurs")
    assert rita and (is_in(relay), rita.territories) == (True, (HERE,))
    assert "Habitant-relais" in words_of(boss.get("/desk/people").text)
    boss.post("/desk/people/revoke", data={"name": "Ailleurs"})
    assert not is_in(relay)


def test_a_forgotten_password_gets_a_new_invitation(desk: Flask, enter: Enter) -> None:
    boss, relay = enter(), enter("Ailleurs", "relay")
    page = boss.post("/desk/people/invite", data={"name": "Ailleurs"}).text
    assert desk.test_client().post(link_in(page), data={"password": "un autre bon mot"}).status_code == 303
    assert not is_in(relay)


def test_what_cannot_be_is_said_over_what_was_typed(enter: Enter) -> None:
    answer = enter().post("/desk/people", data={"name": "relais", "role": "leader", "territory": [HERE]})
    assert (answer.status_code, "déjà au bureau" in words_of(answer.text)) == (422, True)
    assert 'value="leader" selected' in answer.text


@pytest.mark.parametrize("territories", [[], ["ailleurs"]])
def test_a_coordinator_gives_no_more_than_they_have(enter: Enter, territories: list[str]) -> None:
    boss = enter("Relais", "coordinator", HERE)
    answer = boss.post("/desk/people", data={"name": "Ailleurs", "role": "relay", "territory": territories})
    assert (answer.status_code, [member.person.name for member in read_people()]) == (403, ["Relais"])


def test_a_coordinator_of_one_territory_shows_out_nobody_of_all(enter: Enter) -> None:
    enter("Ailleurs")
    boss = enter("Relais", "coordinator", HERE)
    assert "Ailleurs" not in boss.get("/desk/people").text
    for name, status in (("Ailleurs", 403), ("Relais", 403), ("Personne", 422)):
        assert boss.post("/desk/people/revoke", data={"name": name}).status_code == status
        assert boss.post("/desk/people/invite", data={"name": name}).status_code == status
    assert [member.revoked for member in read_people()] == [None, None]


@pytest.mark.parametrize("role", ["relay", "translator", "leader", "volunteer"])
def test_other_roles_neither_see_nor_invite(enter: Enter, role: str) -> None:
    client = enter("Kiosque", role)
    assert "/desk/people" not in client.get("/desk/suggestions").text
    posts = [client.post(f"/desk/people{end}", data={"name": "Kiosque"}) for end in ("", "/invite", "/revoke")]
    assert {answer.status_code for answer in (client.get("/desk/people"), *posts)} == {403}
