"""Coming to the desk: a link that works once, a password, a cookie that a revoked person cannot use."""

import re
from datetime import datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.library.db import db
from app.library.desk.attempts import Limit
from app.library.desk.people import add_person, answer_invitation, invite_person, revoke_person
from app.web.desk import doors
from app.web.desk.frame import OPEN

from .conftest import THREE_WORDS, Enter, sign_in, words_of


def is_in(client: FlaskClient) -> bool:
    return client.get("/desk/suggestions").status_code == 200


def test_a_stranger_is_led_to_the_door(desk: Flask) -> None:
    client = desk.test_client()
    answer = client.get("/desk/suggestions")
    assert (answer.status_code, answer.location) == (303, "/desk/")
    assert "Entrer au bureau" in client.get("/desk/").text


def test_every_page_of_the_desk_has_its_door_before_it(desk: Flask) -> None:
    rules = [rule for rule in desk.url_map.iter_rules() if rule.rule.startswith("/desk") and rule.endpoint not in OPEN]
    assert len(rules) > 8
    client = desk.test_client()
    for rule in rules:
        address = re.sub(r"<[^>]+>", "1", rule.rule)
        told = [client.open(address, method=method) for method in (rule.methods or set()) & {"GET", "POST"}]
        assert {answer.location if answer.status_code == 303 else answer.status_code for answer in told} <= {
            "/desk/",
            401,
        }


def test_an_invitation_gives_a_password_and_lets_in(desk: Flask) -> None:
    code, client = add_person("Relais", "coordinator"), desk.test_client()
    assert "Bienvenue, Relais" in words_of(client.get(f"/desk/join/{code}").text)
    answer = client.post(f"/desk/join/{code}", data={"password": THREE_WORDS})
    assert (answer.status_code, is_in(client)) == (303, True)
    assert is_in(sign_in(desk.test_client(), "relais"))


def test_a_preview_of_the_link_uses_nothing_up(desk: Flask) -> None:
    code, client = add_person("Relais", "relay"), desk.test_client()
    assert [client.get(f"/desk/join/{code}").status_code for _ in range(3)] == [200] * 3
    assert client.post(f"/desk/join/{code}", data={"password": THREE_WORDS}).status_code == 303


def test_an_invitation_works_once(desk: Flask) -> None:
    code, client = add_person("Relais", "relay"), desk.test_client()
    client.post(f"/desk/join/{code}", data={"password": THREE_WORDS})
    late = desk.test_client()
    answers = [late.get(f"/desk/join/{code}"), late.post(f"/desk/join/{code}", data={"password": "un autre mot"})]
    assert [answer.status_code for answer in answers] == [410, 410]
    assert not is_in(late)


def test_the_code_is_typed_as_people_type(desk: Flask) -> None:
    code, client = add_person("Relais", "relay"), desk.test_client()
    typed = f" {code[:4]} {code[4:8]}-{code[8:]} ".lower().replace("1", "l").replace("0", "o")
    answer = client.post("/desk/code", data={"code": typed}, follow_redirects=True)
    assert "Bienvenue, Relais" in words_of(answer.text)
    assert "ne marche pas" in client.post("/desk/code", data={"code": "ABCD-EFGH-JKMN"}).text


def test_a_new_invitation_makes_the_former_void(desk: Flask) -> None:
    first = add_person("Relais", "relay")
    second = invite_person("RELAIS")
    client = desk.test_client()
    assert [client.get(f"/desk/join/{code}").status_code for code in (first, second)] == [410, 200]


@pytest.mark.parametrize("password", ["", "court", "aaaaaaaaaaaa", "awaawaawaawa"])
def test_a_password_that_would_be_guessed_is_refused(desk: Flask, password: str) -> None:
    code, client = add_person("Relais", "relay"), desk.test_client()
    answer = client.post(f"/desk/join/{code}", data={"password": password})
    assert (answer.status_code, "trop court ou trop simple" in answer.text) == (422, True)
    assert client.get(f"/desk/join/{code}").status_code == 200


def test_a_wrong_password_and_an_unknown_name_are_told_the_same(desk: Flask, enter: Enter) -> None:
    enter("Relais")
    tried = [("Relais", "un autre mot"), ("Personne", THREE_WORDS), ("", "")]
    answers = [desk.test_client().post("/desk/", data={"name": n, "password": p}) for n, p in tried]
    assert {(a.status_code, "ne vont pas ensemble" in a.text) for a in answers} == {(422, True)}


def test_a_revoked_person_is_out_at_the_next_page(enter: Enter) -> None:
    client = enter("Relais")
    assert is_in(client)
    revoke_person("relais")
    assert not is_in(client)
    assert not is_in(sign_in(client, "Relais"))


def test_signing_out_ends_it_for_whoever_copied_the_cookie(desk: Flask, enter: Enter) -> None:
    client, thief = enter("Relais"), desk.test_client()
    cookie = client.get_cookie("desk", path="/desk/")
    assert cookie
    thief.set_cookie("desk", cookie.value, path="/desk/")
    assert is_in(thief)
    client.post("/desk/out")
    assert not is_in(thief)


def test_the_cookie_is_new_at_each_sign_in_and_hidden(desk: Flask, enter: Enter) -> None:
    enter("Relais")
    client = desk.test_client()
    client.set_cookie("desk", "fixed", path="/desk/")
    answer = client.post("/desk/", data={"name": "Relais", "password": THREE_WORDS})
    [said] = [line for line in answer.headers.getlist("Set-Cookie") if line.startswith("desk=")]
    assert ("fixed" not in said, "HttpOnly" in said, "SameSite=Lax" in said, "Path=/desk/" in said) == (True,) * 4
    assert "Secure" not in said
    over = client.post("/desk/", base_url="https://localhost", data={"name": "Relais", "password": THREE_WORDS})
    assert "Secure" in over.headers["Set-Cookie"]


def test_the_database_holds_nothing_that_opens_a_door(desk: Flask, enter: Enter) -> None:
    client, code = enter("Relais"), add_person("Coordination", "relay")
    cookie = client.get_cookie("desk", path="/desk/")
    tables = ("person", "sign_in", "invitation", "attempt")
    rows = [db.session.connection().exec_driver_sql(f"SELECT * FROM {table}").all() for table in tables]  # noqa: S608
    assert cookie and not [1 for each in (THREE_WORDS, cookie.value, code, "127.0.0.1") if each in str(rows)]


@pytest.mark.parametrize("headers", [{"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_no_other_site_makes_anybody_do_anything(desk: Flask, enter: Enter, headers: dict[str, str]) -> None:
    client, code = enter("Relais"), add_person("Coordination", "relay")
    data = {"name": "Relais", "password": THREE_WORDS}
    targets = ("/desk/", "/desk/out", "/desk/code", f"/desk/join/{code}")
    assert {client.post(target, data=data, headers=headers).status_code for target in targets} == {403}
    assert is_in(client)


@pytest.mark.parametrize(("limit", "hosts"), [(doors.NAME_HERE, 1), (doors.NAME, 254)])
def test_guessing_a_password_is_braked_here_and_from_everywhere(
    desk: Flask, enter: Enter, limit: Limit, hosts: int
) -> None:
    enter("Relais")
    client = desk.test_client()

    def guess(number: int) -> int:
        headers = {"X-Forwarded-For": f"198.51.100.{number % hosts}"}
        return client.post(
            "/desk/", data={"name": "Relais", "password": f"essai {number}"}, headers=headers
        ).status_code

    assert [guess(number) for number in range(limit.most)] == [422] * limit.most
    assert guess(limit.most) == 429


def test_guessing_codes_is_braked_by_the_half_of_an_ipv6_address(desk: Flask) -> None:
    client = desk.test_client()

    def guess(number: int, network: str = "2001:db8:1:2") -> int:
        headers = {"X-Forwarded-For": f"{network}::{number:x}"}
        return client.get(f"/desk/join/ABCDABCD{number:04}", headers=headers).status_code

    assert [guess(number) for number in range(doors.ADDRESS.most)] == [410] * doors.ADDRESS.most
    assert (guess(77), guess(77, "2001:db8:1:3")) == (429, 410)


def test_nothing_of_the_desk_is_kept_or_framed(desk: Flask, enter: Enter) -> None:
    client = enter("Relais")
    for address in ("/desk/suggestions", "/desk/", "/desk/join/nothing"):
        answer = client.get(address)
        assert answer.headers["Cache-Control"] == "no-store"
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        assert "data-base" not in answer.text


def test_the_desk_speaks_the_language_that_is_chosen(desk: Flask) -> None:
    client = desk.test_client()
    assert '<html lang="ar" dir="rtl">' in client.get("/desk/?lang=ar").text
    assert '<html lang="ar" dir="rtl">' in client.get("/desk/").text


def test_a_scope_is_only_of_what_there_is(desk: Flask) -> None:
    answer_invitation(add_person("Relais", "relay", ["les-tilleuls"]), THREE_WORDS)
    assert is_in(sign_in(desk.test_client(), "Relais"))


def test_a_page_that_only_a_button_shows_changes_its_language_at_the_door(enter: Enter) -> None:
    page = enter().post("/desk/people/invite", data={"name": "Nul"}).text
    assert 'href="/desk/?lang=ar"' in page


def test_a_sign_in_is_short_unless_the_machine_is_ones_own(desk: Flask, enter: Enter) -> None:
    enter("Relais")
    data = {"name": "Relais", "password": THREE_WORDS}
    for more, is_kept in (({}, False), ({"where": "mine"}, True)):
        answer = desk.test_client().post("/desk/", data=data | more)
        assert ("Max-Age" in answer.headers["Set-Cookie"]) is is_kept
    rows = db.session.connection().exec_driver_sql("SELECT signed_in_at, expires_at FROM sign_in ORDER BY expires_at")
    spans = [datetime.fromisoformat(until) - datetime.fromisoformat(since) for since, until in rows]
    assert (spans[0], spans[-1]) == (timedelta(hours=4), timedelta(days=30))
