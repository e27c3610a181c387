"""Letters by e-mail, handed to real servers: taken, or refused with a reason; never on a line that others can read."""

import socket
from pathlib import Path

import pytest

from app.domain.mail import MailFault, MailServer, read_address, read_mail_server
from app.exchange import mail
from app.exchange.mail import send_letter, try_mail_server
from tests.cast.letterbox import PASSWORD, SENDER, USER, letterbox, make_certificate
from tests.cast.process import free_port

TO = "relais@association.example"


def server_at(host: str, port: int, user: str = "", password: str = "", *, is_tls: bool = False) -> MailServer:
    return MailServer(host, port, SENDER, is_tls, user, password)


def refusal(server: MailServer, to: str = TO) -> str:
    with pytest.raises(MailFault) as told:
        send_letter(server, to, "Une invitation", "Voici.")
    return str(told.value)


def test_a_letter_arrives_as_it_was_written() -> None:
    with letterbox() as box:
        send_letter(
            server_at(box.host, box.port), f" {TO} ", "Une invitation · دعوة", "Voici le lien.\nهذا هو الرابط.\n"
        )
    [letter] = box.letters
    assert (letter["From"], letter["To"], letter["Subject"]) == (f"À deux pas <{SENDER}>", TO, "Une invitation · دعوة")
    assert letter.get_content().replace("\r\n", "\n") == "Voici le lien.\nهذا هو الرابط.\n"
    assert (letter.get_content_type(), letter["Auto-Submitted"]) == ("text/plain", "auto-generated")
    assert letter["Message-ID"].endswith("@quartier.example>") and letter["Date"]
    assert (box.to, box.greeted) == ([[TO]], ["quartier.example"]), "not the name of this machine"


def test_tls_from_the_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tls = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tls.file))
    with letterbox("localhost", tls=tls, at_once=True, login=True) as box:
        send_letter(server_at("localhost", box.port, USER, PASSWORD, is_tls=True), TO, "Une", "Voici.")
    assert len(box.letters) == 1


def test_tls_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tls = make_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tls.file))
    with letterbox("127.0.0.2", tls=tls, login=True) as box:
        send_letter(server_at("127.0.0.2", box.port, USER, PASSWORD), TO, "Une", "Voici.")
    assert len(box.letters) == 1


@pytest.mark.parametrize("at_once", [True, False])
def test_a_certificate_that_nobody_vouches_for_gets_nothing(tmp_path: Path, at_once: bool) -> None:
    with letterbox("127.0.0.2", tls=make_certificate(tmp_path), at_once=at_once) as box:
        assert "n’est pas sûre" in refusal(server_at("127.0.0.2", box.port, USER, PASSWORD, is_tls=at_once))
    assert box.letters == []


def test_another_machine_without_tls_gets_nothing() -> None:
    with letterbox("127.0.0.2", login=True) as box:
        assert "n’est pas sûre" in refusal(server_at("127.0.0.2", box.port, USER, PASSWORD))
    assert box.letters == []


def test_a_wrong_password_is_said() -> None:
    with letterbox(login=True) as box:
        told = refusal(server_at(box.host, box.port, USER, "autre"))
        assert "refuse notre nom ou notre mot de passe" in told and "autre" not in told
        assert "n’a pas pris le message (réponse 530)" in refusal(server_at(box.host, box.port)) or box.letters == []


def test_an_address_that_the_server_does_not_know_is_said() -> None:
    with letterbox() as box:
        box.refuses = TO
        assert "refuse cette adresse" in refusal(server_at(box.host, box.port))


def test_a_server_that_is_not_there_is_said() -> None:
    assert "127.0.0.1 ne répond pas" in refusal(server_at("127.0.0.1", free_port()))
    assert "ne répond pas" in refusal(server_at("nulle-part.invalid", 25))


def test_a_server_that_says_nothing_is_not_waited_for_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "PATIENCE_S", 0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert "ne répond pas" in refusal(server_at("127.0.0.1", silent.getsockname()[1]))


def test_a_server_is_tried_without_a_letter() -> None:
    with letterbox(login=True) as box:
        try_mail_server(server_at(box.host, box.port, USER, PASSWORD))
        with pytest.raises(MailFault):
            try_mail_server(server_at(box.host, box.port, USER, "autre"))
    assert box.letters == []


@pytest.mark.parametrize(
    "text", ["relais@association.example", " Relais+1@A.b-c.example ", "o'neil@x.fr", "a.b@xn--caf-dma.fr"]
)
def test_an_address_is_one(text: str) -> None:
    assert read_address(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        *("", "relais", "@x.fr", "a@b", "a@b..fr", ".a@b.fr", "a..b@x.fr", "a@b.fr, c@d.fr", "a@b.fr\nBcc: c@d.fr"),
        *("a b@c.fr", "<a@b.fr>", "é@b.fr", "a@bé.fr", "a@[127.0.0.1]", "a@-b.fr", f"{'a' * 65}@b.fr", "a@b.fr\0"),
        f"a@{'b.' * 130}fr",
    ],
)
def test_what_is_no_address_is_said(text: str) -> None:
    with pytest.raises(MailFault, match="ne se lit pas"):
        read_address(text)


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("smtp://mail.example", ("mail.example", 587, False, "", "")),
        ("smtps://mail.example", ("mail.example", 465, True, "", "")),
        ("smtp://a%40b:p%3Aw@mail.example:2525/", ("mail.example", 2525, False, "a@b", "p:w")),
        ("smtp://[::1]:25", ("::1", 25, False, "", "")),
    ],
)
def test_a_server_is_read_from_its_address(url: str, read: tuple[object, ...]) -> None:
    found = read_mail_server(url, SENDER)
    assert (found.host, found.port, found.is_tls, found.user, found.password) == read
    assert not found.password or found.password not in repr(found)
