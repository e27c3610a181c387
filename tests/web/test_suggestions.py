"""`POST /api/v1/suggestions`: stored once, acknowledged once stored, and every refusal is a sentence."""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text as sql
from werkzeug.test import TestResponse

from app.domain.suggestion import MOST_CHARACTERS, Came, Kind, Suggestion
from app.library.db import db
from app.library.sending import AN_HOUR, FLOOD, TooFast
from app.library.sessions import writing
from app.library.suggestions import read_suggestions, receive_suggestion
from app.web.rate_limit import Pace, RateLimit
from tests.cast.content import read_tiny

API = "/api/v1/suggestions"
KEY = "3F0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d"
PLACE = "bibliotheque-des-tilleuls"
SAID = {"kind": "hours", "place": PLACE, "lang": "fr", "text": "Ouvre à 9 h le mardi.", "path": "/fr/places/x"}
WALK = "un-livre-au-vert"
SEEN = {"kind": "observation", "place": PLACE, "walk": WALK, "seen": "open", "typed": "2026-11-18T09:00:00Z"}
CAME = {"kind": "debrief", "walk": WALK, "came": {"adults": 4, "children": 7, "stops": 3}}


@pytest.fixture
def visitor(library: Flask) -> FlaskClient:
    return library.test_client()


def send(visitor: FlaskClient, body: object = None, *, key: str | None = KEY, **headers: str) -> TestResponse:
    given = {"Idempotency-Key": key} if key is not None else {}
    data = body if isinstance(body, bytes) else json.dumps(SAID if body is None else body)
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return visitor.post(API, data=data, headers={"Content-Type": "application/json", **given, **named})


def problem(answer: TestResponse) -> tuple[int, str, bool]:
    """Return the status, whether it is a problem in JSON, and that it has a sentence."""
    body = answer.get_json()
    return answer.status_code, answer.mimetype, bool(body["detail"].endswith((".", "؟"))) and body["status"] > 399


def test_it_is_created_then_answered_again(visitor: FlaskClient) -> None:
    first, again = send(visitor), send(visitor)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.get_json() == again.get_json()
    assert first.get_json()["key"] == KEY.lower()
    [found] = read_suggestions()
    assert (found.suggestion.text, found.suggestion.kind, found.state) == (SAID["text"], Kind.HOURS, "new")


def test_a_key_in_quotes_is_the_same_key(visitor: FlaskClient) -> None:
    assert [send(visitor).status_code, send(visitor, key=f'"{KEY.lower()}"').status_code] == [201, 200]


def test_it_names_the_bytes_that_it_has(visitor: FlaskClient) -> None:
    body = json.dumps(SAID, ensure_ascii=False).encode()
    assert send(visitor, body).get_json()["digest"] == sha256(body).hexdigest()


def test_another_message_under_the_same_key_is_kept_and_said_to_be_another(visitor: FlaskClient) -> None:
    answers = [send(visitor, SAID | {"text": text}) for text in ("Une chose", "Autre chose", "Autre chose")]
    assert [(each.status_code, each.get_json()["twin"]) for each in answers] == [(201, False), (201, True), (200, True)]
    assert {each.get_json()["key"] for each in answers} == {KEY.lower()}
    assert [each.suggestion.text for each in read_suggestions()] == ["Autre chose", "Une chose"]


@pytest.mark.parametrize("key", [None, "", "42", "3f0c8a52-6b1e", f"{KEY}x", "é" * 36])
def test_a_message_without_a_true_key_is_refused(visitor: FlaskClient, key: str | None) -> None:
    assert problem(send(visitor, key=key)) == (400, "application/problem+json", True)


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b'{"text": "coup', 400),
        (b"\xff\xfe", 400),
        (b"[" * 5_000, 400),
        (b'{"text": "\\ud83d"}', 400),
        ([], 400),
        ("texte", 400),
        ({}, 422),
        (SAID | {"text": ["a"]}, 422),
        (SAID | {"kind": "spam"}, 422),
        (SAID | {"place": "nulle-part"}, 422),
        (SAID | {"place": "../../etc"}, 422),
        (SAID | {"edition": 10**12}, 422),
        (SAID | {"kind": "other", "text": " \n "}, 422),
        (SAID | {"text": "x" * (MOST_CHARACTERS + 1)}, 422),
        (SAID | {"text": "x" * 9_000}, 413),
        (SEEN | {"seen": None}, 422),
        (SEEN | {"seen": "ouvert"}, 422),
        (SEEN | {"walk": None}, 422),
        (SEEN | {"place": None}, 422),
        (SEEN | {"stop": 0}, 422),
        (SEEN | {"walk": "nulle-part"}, 422),
        (SAID | {"seen": "open"}, 422),
        (SAID | {"came": {"adults": 3}}, 422),
        (CAME | {"came": None}, 422),
        (CAME | {"walk": None}, 422),
        (CAME | {"came": {"adults": -1}}, 422),
        (CAME | {"came": {"names": 3}}, 422),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(visitor: FlaskClient, body: object, status: int) -> None:
    assert problem(send(visitor, body)) == (status, "application/problem+json", True)
    assert read_suggestions() == []


def test_what_a_leader_saw_is_stored_without_where_the_phone_was(visitor: FlaskClient) -> None:
    sent = SEEN | {"position": [2.37, 48.89], "lon": 2.37, "name": "Quelqu’un"}
    assert [send(visitor, sent).status_code, send(visitor, sent).status_code] == [201, 200]
    [found] = read_suggestions()
    assert (found.suggestion.seen, found.suggestion.walk, found.suggestion.text) == ("open", WALK, "")
    [row] = db.session.execute(sql("SELECT * FROM suggestion")).mappings()
    assert not {"2.37", "Quelqu’un"} & set(map(str, row.values()))


def test_a_debrief_is_numbers(visitor: FlaskClient) -> None:
    assert send(visitor, CAME).status_code == 201
    [found] = read_suggestions()
    assert found.suggestion.came == Came(adults=4, children=7, stops=3)


def test_other_types_are_refused(visitor: FlaskClient) -> None:
    assert problem(send(visitor, Content_Type="text/plain")) == (415, "application/problem+json", True)


@pytest.mark.parametrize(
    "text",
    [
        "مغلق يوم الثلاثاء 👩‍👧",
        "<script>alert(1)</script>",
        "🏊" * 1_900,
        "é" * MOST_CHARACTERS,
        "a\nb\tc",
        "'; DROP TABLE place",
    ],
)
def test_every_script_is_kept_as_it_was_written(visitor: FlaskClient, text: str) -> None:
    answer = send(visitor, json.dumps(SAID | {"text": text}, ensure_ascii=False).encode())
    assert answer.status_code == 201
    assert read_suggestions()[0].suggestion.text == text


@pytest.mark.parametrize(
    ("target", "headers", "start"),
    [
        ("?lang=ar", {}, "لا تحمل"),
        ("?lang=en", {"Accept_Language": "ar"}, "This message"),
        ("", {"Accept_Language": "en-GB"}, "This message"),
        ("?lang=xx", {}, "Ce message"),
    ],
)
def test_a_refusal_speaks_the_language_of_the_page(
    visitor: FlaskClient, target: str, headers: dict[str, str], start: str
) -> None:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    answer = visitor.post(API + target, json=SAID, headers=named)
    assert answer.get_json()["detail"].startswith(start)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://localhost"}, 201),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "same-origin", "Origin": "https://seen.by.the.proxy"}, 201),
        ({"Sec_Fetch_Site": "cross-site", "Origin": "http://localhost"}, 403),
        ({"Sec_Fetch_Site": "same-site"}, 403),
        ({}, 201),
    ],
)
def test_only_our_own_pages_may_send(visitor: FlaskClient, headers: dict[str, str], status: int) -> None:
    assert send(visitor, **headers).status_code == status
    assert len(read_suggestions()) == (status == 201)


def test_no_other_site_is_allowed_to_ask(visitor: FlaskClient) -> None:
    asked = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    answer = visitor.options(API, headers=asked)
    assert not [name for name in dict(answer.headers) if name.lower().startswith("access-control")]


def test_a_flood_is_told_when_to_come_again(library: Flask, visitor: FlaskClient) -> None:
    library.extensions["rate_limit"] = RateLimit(site=Pace(a_minute=6, at_once=2), clock=lambda: 0.0)
    answers = [send(visitor, key=str(uuid4())) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [201, 201, 429]
    assert (problem(answers[2])[1:], answers[2].headers["Retry-After"]) == (("application/problem+json", True), "10")


LINKS = "https://a.example https://b.example www.c.example"


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ({"leave_empty": "https://spam.example"}, "doubtful"),
        ({"text": LINKS}, "doubtful"),
        ({"text": '<a href="x">ici</a>'}, "doubtful"),
        ({"text": "[url=x]ici[/url]"}, "doubtful"),
        ({"text": "Voir https://a.example et www.b.example"}, "new"),
        ({"text": "Le prix est de <5 €, l’URL a changé"}, "new"),
    ],
)
def test_what_a_program_seems_to_have_sent_is_kept_apart_and_answered_the_same(
    visitor: FlaskClient, more: dict[str, str], state: str
) -> None:
    answer = send(visitor, SAID | more)
    assert (answer.status_code, answer.get_json()["state"]) == (201, "new")
    assert [each.state for each in read_suggestions()] == [state]


def test_a_network_that_sends_too_fast_is_kept_apart_and_one_that_floods_waits(visitor: FlaskClient) -> None:
    pace, theirs = {"sender": "a"}, {"sender": "b"}
    said, now = Suggestion.model_validate(SAID), datetime(2026, 11, 18, 14, 30, tzinfo=UTC)
    for number in range(AN_HOUR + 1):
        receive_suggestion(str(number), said, now=now, **pace)
    receive_suggestion("again", said, now=now, **theirs)
    receive_suggestion("0", said, now=now, **pace)  # what comes again costs nothing
    receive_suggestion("later", said, now=now + timedelta(hours=1), **pace)
    assert [each.state for each in read_suggestions()].count("doubtful") == 1
    db.session.execute(sql("UPDATE sending SET count = :most WHERE who = 'a'"), {"most": AN_HOUR * FLOOD})
    db.session.commit()
    with pytest.raises(TooFast) as flood:
        receive_suggestion("flood", said, now=now, **pace)
    assert flood.value.wait_s == 1800
    receive_suggestion("tomorrow", said, now=now + timedelta(days=1), **pace)
    assert db.session.execute(sql("SELECT count(*) FROM sending")).scalar() == 1


def test_a_phone_draws_new_addresses_and_stays_one_network(visitor: FlaskClient) -> None:
    for number in range(3):
        send(visitor, key=str(uuid4()), X_Forwarded_For=f"2001:db8::{number:x}")
    send(visitor, key=str(uuid4()), X_Forwarded_For="2001:db8:0:1::1")
    rows = db.session.execute(sql("SELECT who, count FROM sending")).all()
    assert sorted(count for _, count in rows) == [1, 3]
    assert not [who for who, _ in rows if "2001" in who]


def test_a_flood_is_told_when_its_hour_is_over(visitor: FlaskClient) -> None:
    send(visitor, X_Forwarded_For="6.6.6.6")
    db.session.execute(sql("UPDATE sending SET count = 600"))
    db.session.commit()
    answer = send(visitor, key=str(uuid4()), X_Forwarded_For="6.6.6.6")
    assert problem(answer) == (429, "application/problem+json", True)
    assert 0 < int(answer.headers["Retry-After"]) <= 3600


def test_a_neighbour_behind_the_same_proxy_is_not_braked(library: Flask, visitor: FlaskClient) -> None:
    library.extensions["rate_limit"] = RateLimit(address=Pace(a_minute=6, at_once=1), clock=lambda: 0.0)
    seen = ["10.0.0.1", "10.0.0.1", "6.6.6.6, 10.0.0.2"]
    assert [send(visitor, X_Forwarded_For=each).status_code for each in seen] == [201, 429, 200]


def test_a_locked_library_asks_to_come_again(visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.library.suggestions.PATIENCE_MS", 20)
    with writing():
        busy = send(visitor)
    assert (problem(busy), busy.headers["Retry-After"]) == ((503, "application/problem+json", True), "5")
    assert send(visitor).status_code == 201


def test_a_library_that_is_gone_asks_to_come_again(visitor: FlaskClient, library: Flask) -> None:
    (library.config["ADEUXPAS"].data / "adeuxpas.db").unlink()
    assert send(visitor).status_code == 503


def test_a_browser_without_script_is_thanked_with_a_page(visitor: FlaskClient) -> None:
    form = {"place": PLACE, "walk": "", "kind": "closed", "text": "مغلق", "leave_empty": "", "path": "/ar/places/x"}
    answers = [visitor.post(f"{API}?lang=ar", data=form) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 200]
    ticket = db.session.scalar(sql("SELECT ticket FROM suggestion"))
    assert all(f"{ticket[:4]}-{ticket[4:]}" in each.text and 'dir="rtl"' in each.text for each in answers)
    assert answers[0].headers["Cache-Control"] == "no-store"
    assert [each.suggestion.kind for each in read_suggestions()] == [Kind.CLOSED]


def test_a_form_that_says_nothing_is_answered_with_a_bare_sentence(visitor: FlaskClient) -> None:
    answer = visitor.post(f"{API}?lang=en", data={"place": PLACE, "kind": "other"})
    assert (answer.status_code, answer.mimetype) == (422, "text/plain")
    assert answer.text.startswith("Choose")


def test_a_long_form_in_arabic_fits_and_a_longer_one_is_refused(visitor: FlaskClient) -> None:
    sent = [visitor.post(API, data={"place": PLACE, "kind": "hours", "text": "م" * n}) for n in (2_000, 2_001, 9_000)]
    assert [answer.status_code for answer in sent] == [201, 422, 413]


HERE = {"kind": "new_place", "territory": "les-tilleuls", "text": "Un atelier vélo", "path": "/fr/les-tilleuls/map"}


@pytest.mark.parametrize(
    ("more", "is_kept"),
    [
        ({}, True),
        ({"kind": "need"}, True),
        ({"lon": 0.0}, False),
        ({"lon": "loin"}, False),
        ({"lon": 1e9}, False),
        ({"lat": None}, False),
        ({"kind": "other"}, False),
    ],
)
def test_where_a_new_place_is_is_kept_within_reach_and_its_words_always(
    visitor: FlaskClient, more: dict[str, object], is_kept: bool
) -> None:
    lon, lat = read_tiny().places["square-des-tilleuls"].position
    answer = send(visitor, HERE | {"lon": str(lon), "lat": lat} | more)
    [found] = read_suggestions()
    assert (answer.status_code, found.suggestion.text) == (201, "Un atelier vélo")
    assert found.suggestion.spot == ((round(lon, 5), round(lat, 5)) if is_kept else None)


def test_a_form_without_script_sends_no_position_and_is_thanked(visitor: FlaskClient) -> None:
    assert visitor.post(API, data=HERE | {"lon": "", "lat": ""}).status_code == 201
    assert read_suggestions()[0].suggestion.spot is None


def test_no_address_is_stored(visitor: FlaskClient) -> None:
    send(visitor, X_Forwarded_For="203.0.113.7", User_Agent="Telephone/1")
    row = db.session.connection().exec_driver_sql("SELECT * FROM suggestion").mappings().one()
    assert not [value for value in row.values() if "203.0.113" in str(value) or "Telephone" in str(value)]
