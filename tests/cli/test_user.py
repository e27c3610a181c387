"""`adeuxpas user`: the people of the desk from the terminal."""

import re

import pytest
from click.testing import CliRunner
from flask import Flask

from app.cli import commands
from app.library.desk.models import PasskeyRow
from app.library.desk.people import answer_invitation, find_person, read_invitation
from app.library.moments import utc_now
from app.library.sessions import writing
from tests.cast.letterbox import SENDER, Letterbox, letterbox


@pytest.fixture(autouse=True)
def here(library: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADEUXPAS_DATA", str(library.config["ADEUXPAS"].data))


def run(*words: str, lang: str = "fr_FR.UTF-8") -> tuple[int, str]:
    done = CliRunner(env={"LANG": lang, "LC_ALL": None, "LC_MESSAGES": None}).invoke(commands, ["user", *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_first_coordinator_gets_a_link_and_a_code() -> None:
    exit_code, said = run("add", "Relais")
    link = re.search(r"/desk/join/(\w{12})$", said, re.M)
    typed = re.search(r"le code ((?:\w{4}-?){3}),", said)
    assert (exit_code, link is not None, typed is not None) == (0, True, True)
    assert link and typed
    assert read_invitation(typed[1]) == read_invitation(link[1])
    assert read_invitation(link[1]).may_invite


def test_a_relay_of_one_territory_is_listed_as_such() -> None:
    run("add", "Coordination", "--role", "relay", "--territory", "les-tilleuls")
    assert "Coordination · Habitant-relais · les-tilleuls · invitation jusqu’au " in run("list")[1]
    assert run("list")[1].endswith("1 personne.\n")


def test_a_revoked_person_stays_in_the_list_and_may_come_back() -> None:
    answer_invitation(run("add", "Relais")[1].split("/desk/join/")[1].split()[0], "trois mots ensemble")
    assert run("revoke", "relais")[0] == 0
    assert "retiré le" in run("list")[1]
    assert run("invite", "Relais")[0] == 0
    assert "retiré" not in run("list")[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("add", "Relais", "--role", "chef"), "n’est pas un rôle : choisissez parmi coordinator, relay"),
        (("add", "Relais", "--territory", "ailleurs"), "Le quartier « ailleurs » n’existe pas : choisissez parmi"),
        (("add", "A"), "Écrivez un nom de 2 à 60 signes"),
        (("revoke", "Nul"), "Personne ne s’appelle « Nul »"),
        (("invite", "Nul"), "Personne ne s’appelle « Nul »"),
    ],
)
def test_what_cannot_be_is_a_sentence(words: tuple[str, ...], sentence: str) -> None:
    exit_code, said = run(*words)
    assert (exit_code, sentence in said) == (2, True), said
    assert find_person("Relais") is None


def test_a_name_is_given_once() -> None:
    run("add", "Relais")
    assert "déjà au bureau" in run("add", "RELAIS")[1]


def test_the_keys_of_a_lost_telephone_are_counted_and_removed() -> None:
    answer_invitation(run("add", "Relais")[1].split("/desk/join/")[1].split()[0], "trois mots ensemble")
    person = find_person("Relais")
    assert person
    with writing() as session:
        made = {"public_key": b"", "sign_count": 0, "host": "quartier.example", "added_at": utc_now()}
        session.add_all(PasskeyRow(person=person.id, credential=each, name=each, **made) for each in ("a", "b"))
        session.commit()
    assert "2 clés d’accès" in run("list")[1]
    assert run("remove-keys", "relais") == (0, "2 clés d’accès retirées ; relais entre avec son mot de passe.\n")
    assert "clé" not in run("list")[1]
    assert run("remove-keys", "Nul")[0] == 2


def by_mail(box: Letterbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADEUXPAS_SMTP_URL", f"smtp://{box.host}:{box.port}")
    monkeypatch.setenv("ADEUXPAS_SMTP_FROM", SENDER)


def test_an_invitation_is_sent_by_e_mail_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with letterbox() as box:
        by_mail(box, monkeypatch)
        exit_code, said = run("add", "Relais", "--email", "relais@association.example", "--lang", "en")
        assert (exit_code, "Envoyée à relais@association.example" in said) == (0, True)
        assert run("invite", "Relais", "--email", "relais@association.example")[0] == 0
    first, second = (letter.get_content() for letter in box.letters)
    assert re.search(r"/desk/join/\w{12}", said)[0] in first  # type: ignore[index]
    assert "Open this link" in first and "Ouvrez ce lien" in first
    assert "Open this link" not in second


def test_a_letter_that_is_refused_leaves_the_link(monkeypatch: pytest.MonkeyPatch) -> None:
    with letterbox() as box:
        by_mail(box, monkeypatch)
        box.refuses = "relais@association.example"
        exit_code, said = run("add", "Relais", "--email", "relais@association.example")
    assert (exit_code, "/desk/join/" in said, "refuse cette adresse" in said) == (2, True, True)
    assert find_person("Relais")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--email", "relais"), "Cette adresse ne se lit pas"),
        (("--email", "relais@association.example"), "Aucun serveur de courriel : réglez ADEUXPAS_SMTP_URL"),
    ],
)
def test_nobody_is_added_where_a_letter_cannot_leave(words: tuple[str, ...], sentence: str) -> None:
    exit_code, said = run("add", "Relais", *words)
    assert (exit_code, sentence in said) == (2, True), said
    assert find_person("Relais") is None


def test_a_letter_is_in_a_language_that_we_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    with letterbox() as box:
        by_mail(box, monkeypatch)
        assert "Nous n’écrivons pas en « xx »" in run("add", "Relais", "--email", "a@b.fr", "--lang", "xx")[1]
    assert find_person("Relais") is None
