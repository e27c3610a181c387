"""Keys of access: added with the password, good at one address, for one answer each; never the only way in."""

import json
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from app.library.desk.attempts import count_attempts
from app.library.desk.models import KeyChallengeRow, PasskeyRow, SignInRow
from app.library.desk.passkeys import MOST
from app.library.desk.people import (
    answer_invitation,
    find_person,
    invite_person,
    read_people,
    remove_keys,
    revoke_person,
)
from app.library.moments import utc_now
from app.library.sessions import reading, writing
from app.web.desk.doors import ADDRESS, NAME_HERE
from app.web.network import hashed

from .authenticator import PRESENT, Device, add_key, ask, browser_at, come_in, form_of, raw, text
from .conftest import THREE_WORDS, Enter, words_of

NOT_OPEN = "Cette clé d’accès n’ouvre pas le bureau"
ACCOUNT = "/desk/account"


@pytest.fixture
def phone(enter: Enter) -> FlaskClient:
    """The relay's own telephone, signed in."""
    return browser_at(enter("Relais", "relay"))


@pytest.fixture
def device(phone: FlaskClient) -> Device:
    """What holds the key of the relay."""
    made = Device()
    assert add_key(phone, made) == 303
    return made


@pytest.fixture
def other(desk: Flask) -> FlaskClient:
    """A browser on which nobody is signed in."""
    return browser_at(desk.test_client())


def is_in(client: FlaskClient) -> bool:
    return client.get("/desk/suggestions").status_code == 200


def refused(client: FlaskClient, answer: object, **form: str) -> str:
    """Send an answer that must be refused; return what is said."""
    told = client.post("/desk/keys", data=form_of(answer, **form))
    assert (told.status_code, is_in(client)) == (422, False)
    return words_of(told.text)


def row_of_the_key() -> PasskeyRow:
    with reading() as session:
        return session.scalars(select(PasskeyRow)).one()


def test_a_key_opens_what_a_password_opens(phone: FlaskClient, device: Device, other: FlaskClient) -> None:
    assert "Mon téléphone" in words_of(phone.get(ACCOUNT).text)
    assert "N’a pas encore servi" in words_of(phone.get(ACCOUNT).text)
    assert come_in(other, device, where="mine") == 303
    assert "Relais" in words_of(other.get("/desk/suggestions").text)
    assert "A servi le" in words_of(other.get(ACCOUNT).text)
    with reading() as session:
        mine = session.scalars(select(SignInRow).order_by(SignInRow.signed_in_at)).all()[-1]
        assert (mine.tablet, mine.expires_at > utc_now() + timedelta(days=29)) == (None, True)


def test_the_browser_is_told_to_make_sure_of_who_it_is(phone: FlaskClient, device: Device, other: FlaskClient) -> None:
    made = ask(phone, f"{ACCOUNT}/keys/ask", password=THREE_WORDS, name="Autre")
    assert (
        made["authenticatorSelection"] | {"residentKey": "required", "userVerification": "required"}
        == made["authenticatorSelection"]
    )
    assert (made["rp"]["id"], made["attestation"]) == ("quartier.example", "none")
    assert [raw(held["id"]) for held in made["excludeCredentials"]] == [device.id]
    asked = ask(other)
    assert (asked["userVerification"], asked["rpId"]) == ("required", "quartier.example")
    assert asked["allowCredentials"] == []


def test_an_answer_is_good_once(device: Device, other: FlaskClient) -> None:
    answer = device.sign(ask(other))
    assert other.post("/desk/keys", data=form_of(answer)).status_code == 303
    other.post("/desk/out")
    assert "a déjà servi" in refused(other, answer)


def test_what_was_asked_is_used_up_by_a_bad_answer_too(device: Device, other: FlaskClient) -> None:
    options = ask(other)
    assert NOT_OPEN in refused(other, Device(id=device.id, handle=device.handle).sign(options))
    assert "a déjà servi" in refused(other, device.sign(options))


def test_what_was_asked_too_long_ago_is_refused(device: Device, other: FlaskClient) -> None:
    answer = device.sign(ask(other))
    with writing() as session:
        session.execute(update(KeyChallengeRow).values(expires_at=utc_now()))
        session.commit()
    assert "plus de 5 minutes" in refused(other, answer)


def test_what_nobody_asked_is_refused(device: Device, other: FlaskClient) -> None:
    assert "a déjà servi" in refused(other, device.sign({"challenge": "AAAA"}))


def test_what_was_asked_to_make_a_key_lets_nobody_in(phone: FlaskClient, device: Device, other: FlaskClient) -> None:
    options = ask(phone, f"{ACCOUNT}/keys/ask", password=THREE_WORDS, name="Autre")
    assert "a déjà servi" in refused(other, device.sign(options))


@pytest.mark.parametrize(
    "lie",
    [
        *({"origin": "https://quartier.exemple"}, {"origin": "http://quartier.example"}, {"host": "example"}),
        *({"flags": PRESENT}, {"flags": 0}, {"handle": b"person 99"}),
    ],
    ids=["other site", "plain http", "other host", "person not verified", "nobody present", "somebody else's"],
)
def test_an_answer_that_is_not_right_is_refused(device: Device, other: FlaskClient, lie: dict[str, object]) -> None:
    for name, value in lie.items():
        setattr(device, name, value)
    assert NOT_OPEN in refused(other, device.sign(ask(other)))


@pytest.mark.parametrize("lie", [{"origin": "https://ailleurs.example"}, {"host": "example"}, {"flags": PRESENT}])
def test_a_key_that_is_not_right_is_not_kept(phone: FlaskClient, lie: dict[str, object]) -> None:
    options = ask(phone, f"{ACCOUNT}/keys/ask", password=THREE_WORDS, name="Mon téléphone")
    answer = phone.post(f"{ACCOUNT}/keys", data=form_of(Device(**lie).make(options), name="Mon téléphone"))  # type: ignore[arg-type]
    assert (answer.status_code, "n’a pas fait de clé qui convienne" in words_of(answer.text)) == (422, True)
    assert "Retirer cette clé" not in words_of(phone.get(ACCOUNT).text)


def test_a_copy_that_lags_behind_is_refused(phone: FlaskClient, other: FlaskClient) -> None:
    device = Device(count=4)
    add_key(phone, device)
    device.count = 5
    assert come_in(other, device) == 303
    other.post("/desk/out")
    assert NOT_OPEN in refused(other, device.sign(ask(other)))
    device.count = 6
    assert come_in(other, device) == 303
    assert row_of_the_key().sign_count == 6


def test_who_does_not_know_the_password_adds_no_key(phone: FlaskClient) -> None:
    for _ in range(NAME_HERE.most):
        told = phone.post(f"{ACCOUNT}/keys/ask", data={"password": "autre chose", "name": "À moi"})
        assert (told.status_code, "pas votre mot de passe" in told.get_json()["sentence"]) == (422, True)
    told = phone.post(f"{ACCOUNT}/keys/ask", data={"password": THREE_WORDS, "name": "À moi"})
    assert (told.status_code, "Trop d’essais" in told.get_json()["sentence"]) == (429, True)


def test_a_device_is_asked_no_more_often_than_a_password(device: Device, other: FlaskClient, desk: Flask) -> None:
    options = ask(other)
    with desk.test_request_context():
        count_attempts([hashed("address here")], ADDRESS.most)
    assert other.post("/desk/keys/ask").status_code == 429
    assert other.post("/desk/keys", data=form_of(device.sign(options))).status_code == 429
    assert not is_in(other)


def test_another_persons_request_makes_no_key(phone: FlaskClient, enter: Enter) -> None:
    options = ask(phone, f"{ACCOUNT}/keys/ask", password=THREE_WORDS, name="Un")
    stranger = browser_at(enter("Kiosque", "volunteer"))
    assert stranger.post(f"{ACCOUNT}/keys", data=form_of(Device().make(options), name="Un")).status_code == 422
    assert "Retirer cette clé" not in words_of(stranger.get(ACCOUNT).text)


def test_a_shared_tablet_gets_no_key(phone: FlaskClient, device: Device) -> None:
    options = ask(phone, f"{ACCOUNT}/keys/ask", password=THREE_WORDS, name="Tablette")
    phone.post("/desk/tablet", data={"pin": "2580"})
    assert "Ajouter une clé" not in phone.get(ACCOUNT).text
    told = phone.post(f"{ACCOUNT}/keys/ask", data={"password": THREE_WORDS, "name": "Tablette"})
    assert (told.status_code, "faites-le sur votre propre téléphone" in told.get_json()["sentence"]) == (422, True)
    answer = phone.post(f"{ACCOUNT}/keys", data=form_of(Device().make(options), name="Tablette"))
    assert (answer.status_code, words_of(answer.text).count("Retirer cette clé")) == (422, 1)


def test_who_comes_in_by_key_on_a_shared_tablet_stays_no_longer(phone: FlaskClient, device: Device) -> None:
    phone.post("/desk/tablet", data={"pin": "2580"})
    phone.post("/desk/out")
    assert come_in(phone, device, where="mine") == 303
    with reading() as session:
        row = session.scalars(select(SignInRow)).one()
        assert (row.tablet is not None, row.expires_at < utc_now() + timedelta(minutes=16)) == (True, True)


def test_a_key_that_was_removed_opens_nothing(phone: FlaskClient, device: Device, other: FlaskClient) -> None:
    kept = row_of_the_key()
    phone.post(f"{ACCOUNT}/keys/remove", data={"key": kept.id})
    assert "Retirer cette clé" not in words_of(phone.get(ACCOUNT).text)
    assert NOT_OPEN in refused(other, device.sign(ask(other)))
    row = row_of_the_key()
    assert (row.removed_at is not None, row.removed_by) == (True, kept.person)
    assert is_in(phone), "only the key is over"


def test_nobody_removes_anothers_key(device: Device, enter: Enter, other: FlaskClient) -> None:
    stranger = enter("Kiosque", "volunteer")
    stranger.post(f"{ACCOUNT}/keys/remove", data={"key": row_of_the_key().id})
    assert come_in(other, device) == 303


def test_who_is_revoked_does_not_come_in(device: Device, other: FlaskClient) -> None:
    answer = device.sign(ask(other))
    revoke_person("Relais")
    assert NOT_OPEN in refused(other, answer)
    invite_person("Relais")
    assert NOT_OPEN in refused(other, device.sign(ask(other)))


def test_a_new_password_ends_keys_and_an_invitation_alone_does_not(device: Device, other: FlaskClient) -> None:
    code = invite_person("Relais")
    assert come_in(other, device) == 303
    other.post("/desk/out")
    answer_invitation(code, "un autre bon mot")
    assert NOT_OPEN in refused(other, device.sign(ask(other)))


def test_a_lost_telephone_is_shut_out_by_the_coordinator(
    phone: FlaskClient, device: Device, enter: Enter, other: FlaskClient
) -> None:
    boss = enter("Coordination")
    assert "1 clé d’accès" in words_of(boss.get("/desk/people").text)
    assert boss.post("/desk/people/keys/remove", data={"name": "Relais"}).status_code == 303
    assert "clé d’accès" not in words_of(boss.get("/desk/people").text)
    assert NOT_OPEN in refused(other, device.sign(ask(other)))
    assert not is_in(phone)
    coordinator = find_person("Coordination")
    assert coordinator and row_of_the_key().removed_by == coordinator.id
    assert other.post("/desk/", data={"name": "Relais", "password": THREE_WORDS}).status_code == 303


def test_only_a_coordinator_removes_the_keys_of_others(device: Device, enter: Enter) -> None:
    relay = enter("Kiosque", "relay")
    assert relay.post("/desk/people/keys/remove", data={"name": "Relais"}).status_code == 403
    assert [member.keys for member in read_people()] == [0, 1]


def test_one_has_so_many_keys(phone: FlaskClient) -> None:
    for number in range(MOST):
        assert add_key(phone, Device(), f"Clé {number}") == 303
    told = phone.post(f"{ACCOUNT}/keys/ask", data={"password": THREE_WORDS, "name": "De trop"})
    assert (told.status_code, f"déjà {MOST} clés" in told.get_json()["sentence"]) == (422, True)
    assert remove_keys("Relais") == MOST


def test_a_key_is_added_once(phone: FlaskClient, device: Device) -> None:
    assert add_key(phone, device, "Encore") == 422


@pytest.mark.parametrize("name", ["", "   ", "x" * 41])
def test_a_key_has_a_name(phone: FlaskClient, name: str) -> None:
    told = phone.post(f"{ACCOUNT}/keys/ask", data={"password": THREE_WORDS, "name": name})
    assert (told.status_code, "Donnez à cette clé un nom" in told.get_json()["sentence"]) == (422, True)


@pytest.mark.parametrize("origin", ["http://quartier.example", "http://192.168.1.20:8000", "https://10.0.0.1"])
def test_where_browsers_know_no_keys_it_says_so(desk: Flask, origin: str) -> None:
    told = browser_at(desk.test_client(), origin).post("/desk/keys/ask")
    assert (told.status_code, "demandent une adresse en https" in told.get_json()["sentence"]) == (422, True)


def test_this_machine_may_have_keys(desk: Flask) -> None:
    assert ask(browser_at(desk.test_client(), "http://localhost:8000"))["rpId"] == "localhost"


def test_a_key_of_another_address_is_named_so(phone: FlaskClient, device: Device, desk: Flask) -> None:
    assert "autre adresse" not in words_of(phone.get(ACCOUNT).text)
    assert "Pour une autre adresse : quartier.example" in words_of(
        browser_at(phone, "https://b.example").get(ACCOUNT).text
    )


def test_the_database_does_not_hold_what_a_device_is_asked(other: FlaskClient) -> None:
    asked = ask(other)["challenge"]
    with reading() as session:
        row = session.scalars(select(KeyChallengeRow)).one()
        assert asked not in row.hash and raw(asked).hex() not in row.hash
        assert row.expires_at <= utc_now() + timedelta(minutes=5)


def test_another_sites_page_gets_nothing(device: Device, other: FlaskClient) -> None:
    answer = device.sign(ask(other))
    theirs = {"Origin": "https://ailleurs.example", "Sec-Fetch-Site": "cross-site"}
    for path in ("/desk/keys/ask", "/desk/keys"):
        assert other.post(path, data=form_of(answer), headers=theirs).status_code == 403


def test_nobody_at_the_desk_has_an_account(other: FlaskClient) -> None:
    assert other.get(ACCOUNT).location == "/desk/"
    for path in ("/keys/ask", "/keys", "/keys/remove"):
        assert other.post(f"{ACCOUNT}{path}").status_code == 401


ODD = st.one_of(st.none(), st.integers(), st.text(max_size=8), st.binary(max_size=60).map(lambda each: each.hex()))
ODD_JSON = st.recursive(ODD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner))


@hypothesis_settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_garbled_answer_is_a_sentence(
    phone: FlaskClient, device: Device, other: FlaskClient, data: st.DataObject
) -> None:
    """Fields of an honest answer bent one by one: the answer is a page that says so, and nothing is kept."""
    with writing() as session:
        session.execute(update(KeyChallengeRow).values(expires_at=utc_now()))
        session.commit()
    is_new = data.draw(st.booleans())
    client = phone if is_new else other
    options = _drawn(client, is_new)
    answer = (Device().make if is_new else device.sign)(options)
    part = data.draw(st.sampled_from(["all", "id", "type", "response", "inside", "bytes", "text"]))
    bent: object = answer
    if part == "all":
        bent = data.draw(ODD_JSON)
    elif part in ("inside", "bytes"):
        name = data.draw(st.sampled_from(sorted(answer["response"])))
        answer["response"][name] = data.draw(ODD_JSON) if part == "inside" else _bend(answer["response"][name], data)
    elif part != "text":
        answer[part] = data.draw(ODD_JSON)
    sent = {"credential": data.draw(st.text(max_size=40)) if part == "text" else json.dumps(bent), "name": "Une clé"}
    told = client.post(f"{ACCOUNT}/keys" if is_new else "/desk/keys", data=sent)
    assert told.status_code in (422, 429) or (told.status_code == 303 and part in ("inside", "bytes")), told.text
    if told.status_code == 303 and not is_new:
        other.post("/desk/out")


@pytest.mark.parametrize(
    "sent", ["", "{", "[]" * 9, "[" * 19_000, "x" * 50_000, '{"response": {"clientDataJSON": 9}}', "\0"]
)
def test_what_is_no_answer_is_a_sentence(phone: FlaskClient, other: FlaskClient, sent: str) -> None:
    for client, path in ((phone, f"{ACCOUNT}/keys"), (other, "/desk/keys")):
        told = client.post(path, data={"credential": sent, "name": "Une clé"})
        assert (told.status_code, "n’est pas lisible" in words_of(told.text)) == (422, True)


# Private


def _drawn(client: FlaskClient, is_new: bool) -> dict[str, object]:
    with writing() as session:
        session.connection().exec_driver_sql("DELETE FROM attempt")
        session.commit()
    if is_new:
        return ask(client, f"{ACCOUNT}/keys/ask", password=THREE_WORDS, name="Une clé")
    return ask(client)


def _bend(told: str, data: st.DataObject) -> str:
    """Return some bytes of an answer changed, taken away, or doubled."""
    held = bytearray(raw(told))
    at = data.draw(st.integers(0, max(0, len(held) - 1)))
    how = data.draw(st.sampled_from(["flip", "cut", "double"]))
    if how == "flip" and held:
        held[at] ^= 1 << data.draw(st.integers(0, 7))
    return text(bytes(held[:at]) if how == "cut" else bytes(held * 2) if how == "double" else bytes(held))
