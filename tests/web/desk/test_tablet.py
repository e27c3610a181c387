"""A tablet that a team shares: a few digits bring somebody back on it, nowhere else, and not for long."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select, update

from app.library.desk import sign_ins
from app.library.desk.models import SignInRow, TabletPinRow
from app.library.desk.people import find_person, revoke_person
from app.library.desk.tablets import FORGOTTEN_AFTER, FREE_TRIES
from app.library.moments import utc_now
from app.library.sessions import writing

from .conftest import Enter, words_of

PIN = "2580"


@pytest.fixture
def tablet(enter: Enter) -> FlaskClient:
    """The shared tablet, on which the relay has chosen digits and signed out."""
    client = enter("Relais", "relay")
    client.post("/desk/tablet", data={"pin": PIN})
    client.post("/desk/out")
    return client


def come_back(client: FlaskClient, pin: str = PIN, name: str = "Relais") -> tuple[int, str]:
    """Type digits under a name; return the status and what is said."""
    person = find_person(name)
    answer = client.post("/desk/tablet/in", data={"person": person.id if person else 0, "pin": pin})
    return answer.status_code, words_of(answer.text)


def test_digits_bring_back_who_chose_them(tablet: FlaskClient) -> None:
    person = find_person("Relais")
    assert person is not None
    assert "Sur cette tablette Relais" in words_of(tablet.get("/desk/").text)
    assert "Vos chiffres, Relais" in words_of(tablet.get(f"/desk/?who={person.id}").text)
    assert come_back(tablet)[0] == 303
    assert "Relais" in words_of(tablet.get("/desk/suggestions").text)


def test_another_machine_has_no_digits(desk: Flask, tablet: FlaskClient) -> None:
    other = desk.test_client()
    assert "Sur cette tablette" not in other.get("/desk/").text
    status, said = come_back(other)
    assert (status, "entrez avec votre nom et votre mot de passe" in said) == (422, True)
    assert come_back(tablet)[0] == 303


def test_after_five_errors_the_password_is_asked_for(tablet: FlaskClient) -> None:
    told = [come_back(tablet, "9071") for _ in range(FREE_TRIES)]
    assert {status for status, _ in told} == {422}
    assert "Essais qui restent : 1" in told[FREE_TRIES - 2][1]
    assert "ne servent plus" in told[-1][1]
    assert "ne servent plus" in come_back(tablet)[1]
    assert "Sur cette tablette" not in tablet.get("/desk/").text


def test_the_last_try_may_be_the_right_one(tablet: FlaskClient) -> None:
    for _ in range(FREE_TRIES - 1):
        come_back(tablet, "9071")
    assert come_back(tablet)[0] == 303
    tablet.post("/desk/out")
    assert "Essais qui restent : 4" in come_back(tablet, "9071")[1]


@pytest.mark.parametrize("pin", ["", "123", "1234", "8765", "0000", "12a4", "١٢٣٤", "123456789", "7890"])
def test_digits_that_are_tried_first_are_refused(enter: Enter, pin: str) -> None:
    client = enter("Relais", "relay")
    answer = client.post("/desk/tablet", data={"pin": pin})
    assert (answer.status_code, "De 4 à 8 chiffres" in words_of(answer.text)) == (422, True)
    client.post("/desk/out")
    assert "Sur cette tablette" not in client.get("/desk/").text


def test_it_closes_by_itself_when_nobody_touches_it(tablet: FlaskClient) -> None:
    come_back(tablet)
    _let_pass(sign_ins.UNTOUCHED - timedelta(minutes=3))
    assert tablet.get("/desk/suggestions").status_code == 200
    _let_pass(sign_ins.UNTOUCHED - timedelta(minutes=1))
    assert tablet.get("/desk/suggestions").status_code == 200, "the page before made it last"
    _let_pass(sign_ins.UNTOUCHED)
    assert tablet.get("/desk/suggestions").location == "/desk/"


def test_who_signs_in_there_by_password_stays_no_longer(enter: Enter, tablet: FlaskClient) -> None:
    enter("Coordination")
    tablet.post("/desk/", data={"name": "Coordination", "password": "trois mots ensemble", "where": "mine"})
    assert tablet.get("/desk/suggestions").status_code == 200
    _let_pass(sign_ins.UNTOUCHED)
    assert tablet.get("/desk/suggestions").location == "/desk/"


def test_who_is_revoked_is_off_every_tablet(tablet: FlaskClient) -> None:
    revoke_person("Relais")
    assert "Relais" not in words_of(tablet.get("/desk/").text)
    assert come_back(tablet)[0] == 422


def test_who_wants_is_off_the_tablet(tablet: FlaskClient) -> None:
    come_back(tablet)
    tablet.post("/desk/tablet/forget")
    tablet.post("/desk/out")
    assert "Sur cette tablette" not in tablet.get("/desk/").text
    assert come_back(tablet)[0] == 422


def test_digits_that_nobody_used_for_long_are_forgotten(tablet: FlaskClient) -> None:
    with writing() as session:
        session.execute(update(TabletPinRow).values(used_at=utc_now() - FORGOTTEN_AFTER))
        session.commit()
    assert "Sur cette tablette" not in tablet.get("/desk/").text
    assert come_back(tablet)[0] == 422


def test_the_database_has_neither_digits_nor_the_secret_of_the_tablet(tablet: FlaskClient) -> None:
    cookie = tablet.get_cookie("desk_tablet", path="/desk/")
    assert cookie is not None
    with writing() as session:
        row = session.scalars(select(TabletPinRow)).one()
        assert row.pin.startswith("$argon2id$")
        assert row.tablet != cookie.value


# Private


def _let_pass(time: timedelta) -> None:
    """Make every sign-in as old as if this time had passed."""
    with writing() as session:
        for row in session.scalars(select(SignInRow)):
            row.expires_at -= time
        session.commit()
