"""Posters by their address: a PDF, or the sentence that says why there is none."""

import pytest
from flask.testing import FlaskClient

from app.factory import create_app
from app.web import posters
from tests.cast.copies import lent
from tests.cast.library import settings_over, tiny_edition


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    data = lent(tiny_edition(tmp_path_factory), tmp_path_factory.mktemp("posters"))
    return create_app(settings_over(data)).test_client()


@pytest.mark.parametrize("query", ["", "?lang=ar", "?lang=fr", "?lang=xx", "?lang=../../etc"])
@pytest.mark.parametrize("name", ["b1bt11", "B1BT11-en", "B1BT11-xx"])
def test_a_place_has_its_poster(reader: FlaskClient, name: str, query: str) -> None:
    answer = reader.get(f"/poster/{name}.pdf{query}")
    assert (answer.status_code, answer.mimetype, answer.data[:5]) == (200, "application/pdf", b"%PDF-")


@pytest.mark.parametrize(("code", "status"), [("AAAAA2", 404), ("G0NE00", 410), ("zzzzzz", 404)])
def test_a_code_that_leads_nowhere_has_none(reader: FlaskClient, code: str, status: int) -> None:
    assert reader.get(f"/poster/{code}.pdf").status_code == status


def test_while_one_is_drawn_the_next_is_asked_to_come_back(reader: FlaskClient) -> None:
    with posters.DRAWING:
        answer = reader.get("/poster/B1BT11.pdf")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
