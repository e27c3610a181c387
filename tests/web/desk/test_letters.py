"""An invitation sent by e-mail: to an address that is kept nowhere, and never instead of the link on the page."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.domain.mail import MailServer
from app.library.desk.people import read_invitation
from app.library.saving.keeping import read_lines
from app.web.desk.people import LETTERS
from tests.cast.letterbox import SENDER, Letterbox, letterbox

from .conftest import Enter, words_of

TO = "relais@association.example"
SITE = "https://quartier.example"


@pytest.fixture
def box(desk: Flask) -> Iterator[Letterbox]:
    """The server that the desk hands letters to."""
    with letterbox() as box:
        settings = desk.config["ADEUXPAS"]
        mail = MailServer(box.host, box.port, SENDER, is_tls=False)
        desk.config["ADEUXPAS"] = replace(settings, mail=mail, public_url=SITE)
        yield box


def invite(client: FlaskClient, name: str = "Kiosque") -> str:
    """Invite somebody; return the code as the form of the page holds it."""
    page = client.post("/desk/people", data={"name": name, "role": "relay"}).text
    found = re.search(r'name="code" value="([\w-]+)"', page)
    assert found, page
    return found[1]


def test_the_letter_has_the_link_and_the_code(enter: Enter, box: Letterbox) -> None:
    boss = enter()
    code = invite(boss)
    answer = boss.post("/desk/people/send", data={"code": code, "email": f" {TO}", "lang": "fr"})
    assert (answer.status_code, f"Envoyée à {TO}" in words_of(answer.text)) == (200, True)
    assert box.to == [[TO]]
    [letter] = box.letters
    text = letter.get_content()
    signs = code.replace("-", "")
    assert f"{SITE}/desk/join/{signs}" in text and code in text and f"{SITE}/desk/" in text
    assert "Kiosque" not in text and "Relais" not in text
    assert letter["Subject"] == "Une invitation au bureau"
    assert read_invitation(code).name == "Kiosque"
    assert f"/desk/join/{signs}" in answer.text, "and it is on the page still"


def test_it_speaks_the_language_of_the_person_and_french(enter: Enter, box: Letterbox) -> None:
    boss = enter()
    boss.post("/desk/people/send", data={"code": invite(boss), "email": TO, "lang": "ar"})
    boss.post("/desk/people/send", data={"code": invite(boss, "Balades"), "email": TO, "lang": "xx"})
    both, french = (letter.get_content() for letter in box.letters)
    assert "Ouvrez ce lien" in both and "هذه دعوة" in both and both.index("هذه دعوة") < both.index("Ouvrez")
    assert "Ouvrez ce lien" in french and "هذه دعوة" not in french


def test_the_address_is_kept_nowhere(enter: Enter, box: Letterbox) -> None:
    boss = enter()
    code = invite(boss)
    before = read_lines()
    boss.post("/desk/people/send", data={"code": code, "email": TO})
    assert read_lines() == before
    assert TO not in boss.get("/desk/people").text


@pytest.mark.parametrize(
    ("to", "said"),
    [("", "ne se lit pas"), ("a@b.fr, c@d.fr", "ne se lit pas"), (TO, "refuse cette adresse")],
)
def test_what_is_not_sent_loses_nothing(enter: Enter, box: Letterbox, to: str, said: str) -> None:
    box.refuses = TO
    boss = enter()
    code = invite(boss)
    answer = boss.post("/desk/people/send", data={"code": code, "email": to, "lang": "ar"})
    told = words_of(answer.text)
    assert (answer.status_code, said in told, "L’invitation est toujours là" in told) == (422, True, True)
    assert f"/desk/join/{code.replace('-', '')}" in answer.text
    assert f'value="{to}"' in answer.text and 'value="ar" lang="ar" selected' in answer.text
    assert box.letters == []


def test_a_server_that_is_gone_loses_nothing(desk: Flask, enter: Enter, box: Letterbox) -> None:
    gone = replace(desk.config["ADEUXPAS"].mail, port=9)
    desk.config["ADEUXPAS"] = replace(desk.config["ADEUXPAS"], mail=gone)
    boss = enter()
    code = invite(boss)
    answer = boss.post("/desk/people/send", data={"code": code, "email": TO})
    assert (answer.status_code, "ne répond pas" in words_of(answer.text)) == (422, True)
    assert read_invitation(code).name == "Kiosque"


def test_nobody_writes_to_the_whole_world(enter: Enter, box: Letterbox) -> None:
    boss = enter()
    form = {"code": invite(boss), "email": TO}
    sent = [boss.post("/desk/people/send", data=form).status_code for _ in range(LETTERS.most + 1)]
    assert sent == [200] * LETTERS.most + [429]
    assert len(box.letters) == LETTERS.most


def test_only_who_may_invite_sends(enter: Enter, box: Letterbox) -> None:
    code = invite(enter())
    for name, role, territories in (("Autre", "relay", ()), ("Ailleurs", "coordinator", ("les-tilleuls",))):
        answer = enter(name, role, *territories).post("/desk/people/send", data={"code": code, "email": TO})
        assert answer.status_code == 403
    assert box.letters == []


@pytest.mark.parametrize("code", ["", "0000-0000-0000", "\0", "x" * 500])
def test_a_code_that_invites_nobody_is_not_sent(enter: Enter, box: Letterbox, code: str) -> None:
    assert enter().post("/desk/people/send", data={"code": code, "email": TO}).status_code == 410
    assert box.letters == []


def test_without_a_server_there_is_no_such_form(enter: Enter) -> None:
    boss = enter()
    page = boss.post("/desk/people", data={"name": "Kiosque", "role": "relay"}).text
    assert "courriel" not in page
    assert boss.post("/desk/people/send", data={"code": "x", "email": TO}).status_code == 404
