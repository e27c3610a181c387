"""Runs: a sheet for each place of a quarter, drawn elsewhere; stopped, killed or refused, nothing half is offered."""

import json
import os
import re
import signal
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from flask.testing import FlaskClient
from pikepdf import Pdf

from app.factory import create_app
from app.studio.runs import FOLDER, KEPT_S
from tests.cast.copies import lent
from tests.cast.library import settings_over, tiny_edition
from tests.cast.process import wait_until

RUNS = "/print/les-tilleuls/runs"
FIELDS = {"format": "a5", "langs": ["fr", "ar"], "each": "place"}


@pytest.fixture
def data(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lent(tiny_edition(tmp_path_factory), tmp_path / "var")


@pytest.fixture
def volunteer(data: Path) -> FlaskClient:
    return create_app(settings_over(data)).test_client()


def mark_in(volunteer: FlaskClient, **fields: object) -> str:
    page = volunteer.get(f"{RUNS}/new", query_string=FIELDS | fields).get_data(as_text=True)
    found = re.search(r'name="confirm" value="(\w+)"', page)
    return found[1] if found else ""


def begin(volunteer: FlaskClient, **fields: object) -> str:
    """Begin a run, its doubts confirmed, and return its address."""
    asked = FIELDS | fields
    answer = volunteer.post(RUNS, data=asked | {"confirm": mark_in(volunteer, **fields)})
    assert answer.status_code == 303, answer.get_data(as_text=True)
    return answer.headers["Location"].partition("?")[0]


def finished(volunteer: FlaskClient, run: str) -> str:
    wait_until(lambda: volunteer.get(f"{run}/state").get_json()["state"] != "drawing", 60)
    return str(volunteer.get(f"{run}/state").get_json()["state"])


def test_every_place_comes_in_one_file(volunteer: FlaskClient) -> None:
    run = begin(volunteer)
    assert finished(volunteer, run) == "done"
    page = volunteer.get(f"{run}?lang=fr").get_data(as_text=True)
    file = volunteer.get(f"{run}/file")
    assert len(Pdf.open(BytesIO(file.data)).pages) == 4
    assert "4 feuilles sont prêtes" in page
    assert file.headers["Content-Disposition"] == 'attachment; filename="adeuxpas-a5-les-tilleuls.pdf"'


def test_or_a_file_for_each(volunteer: FlaskClient) -> None:
    run = begin(volunteer, binding="zip")
    assert finished(volunteer, run) == "done"
    names = ZipFile(BytesIO(volunteer.get(f"{run}/file").data)).namelist()
    assert len(names) == 4 and all(name.endswith(".pdf") for name in names)


def test_it_begins_when_its_doubts_are_confirmed(volunteer: FlaskClient) -> None:
    answer = volunteer.post(RUNS, data=FIELDS)
    assert answer.status_code == 409
    assert "cochez la case" in answer.get_data(as_text=True)


def test_one_runs_at_a_time_and_can_be_stopped(volunteer: FlaskClient, data: Path) -> None:
    mark = mark_in(volunteer)
    run = begin(volunteer)
    other = volunteer.post(RUNS, data=FIELDS | {"confirm": mark})
    stopped = volunteer.post(f"{run}/cancel")
    assert (other.status_code, stopped.status_code) == (409, 303)
    assert finished(volunteer, run) == "cancelled"
    assert volunteer.get(f"{run}/file").status_code == 404
    assert {file.name for file in (data / FOLDER / run.rsplit("/", 1)[1]).iterdir()} == {
        *("asked.json", "state.json", "cancel"),
    }


def test_one_that_was_killed_says_so(volunteer: FlaskClient) -> None:
    run = begin(volunteer)
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        if run.rsplit("/", 1)[1] in process.read_text(errors="ignore"):
            os.kill(int(process.parent.name), signal.SIGKILL)
    assert finished(volunteer, run) == "died"
    assert "recommencez" in volunteer.get(f"{run}?lang=fr").get_data(as_text=True)
    assert volunteer.get(f"{run}/file").status_code == 404
    assert finished(volunteer, begin(volunteer)) == "done"


def test_it_is_removed_after_half_an_hour(volunteer: FlaskClient, data: Path) -> None:
    run = begin(volunteer)
    assert finished(volunteer, run) == "done"
    state = data / FOLDER / run.rsplit("/", 1)[1] / "state.json"
    long_ago = time.time() - KEPT_S - 60
    os.utime(state, (long_ago, long_ago))
    assert volunteer.get(run).status_code == 404
    assert not state.parent.exists()


@pytest.mark.parametrize("id", ["0" * 16, "..", "%2e%2e", "lock", "a.b"])
def test_there_is_no_other(volunteer: FlaskClient, id: str) -> None:
    assert volunteer.get(f"{RUNS}/{id}").status_code == 404


def test_another_site_cannot_start_one(volunteer: FlaskClient) -> None:
    fields = FIELDS | {"confirm": mark_in(volunteer)}
    assert volunteer.post(RUNS, data=fields, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_from_elsewhere_it_needs_the_volunteers_code(volunteer: FlaskClient) -> None:
    fields = FIELDS | {"confirm": mark_in(volunteer), "lang": "fr"}
    answer = volunteer.post(f"{RUNS}?lang=fr", data=fields, environ_base={"REMOTE_ADDR": "192.0.2.7"})
    assert answer.status_code == 409 and "ADEUXPAS_KIOSK_PIN" in answer.get_data(as_text=True)


def test_what_is_refused_is_named_at_the_end(volunteer: FlaskClient, data: Path) -> None:
    state = {"id": "abc", "state": "done", "done": 2, "total": 2, "refused": [["Square", "Ce lieu est fermé."]]}
    folder = data / FOLDER / "abc"
    folder.mkdir(parents=True)
    (folder / "state.json").write_text(json.dumps(state | {"file": "a5.pdf"}))
    asked = {"territory": "les-tilleuls", "each": "place", "fields": {}, "base": "http://127.0.0.1"}
    (folder / "asked.json").write_text(json.dumps(asked))
    page = volunteer.get(f"{RUNS}/abc?lang=fr").get_data(as_text=True)
    assert "1 feuille est prête" in page and "Ce lieu est fermé." in page
