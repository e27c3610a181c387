"""A desk over the tiny territory: a coordinator of all of it, and people who come in as anybody does."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from app.library.desk.people import add_person, answer_invitation

THREE_WORDS = "trois mots ensemble"
Enter = Callable[..., FlaskClient]


@pytest.fixture
def desk(library: Flask) -> Flask:
    """The site with a library; nobody is at its desk."""
    return library


@pytest.fixture
def enter(desk: Flask) -> Enter:
    """Add somebody and let them in: return their browser."""

    def come(name: str = "Relais", role: str = "coordinator", *territories: str) -> FlaskClient:
        answer_invitation(add_person(name, role, territories), THREE_WORDS)
        return sign_in(desk.test_client(), name)

    return come


def sign_in(client: FlaskClient, name: str, password: str = THREE_WORDS) -> FlaskClient:
    client.post("/desk/", data={"name": name, "password": password})
    return client


def words_of(html: str) -> str:
    """Return the text of a page, with plain spaces."""
    text = re.sub(r"<[^>]+>", " ", html)
    return " ".join(text.replace("\u00a0", " ").replace("\u202f", " ").split())
