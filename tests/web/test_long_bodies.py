"""What the server takes of a body, by where it goes: a long translation and a file of them at the desk, no more."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.factory import create_app
from app.library.desk.people import add_person
from app.library.photos import MOST_BYTES as PHOTO_BYTES
from app.web.rsgi import DESK_BYTES, FILE_BYTES, most_bytes
from app.web.suggestions import FORM_BYTES
from tests.cast.library import settings_over, take_library, tiny_library

from .serving import Server, running
from .test_suggestions_killed import SERVE
from .visiting import Visitor

TEXT = "/desk/translations/ar/text/place:square-des-tilleuls/purpose"
FILE = "/desk/translations/ar/file"
PASSWORD = "trois mots ensemble"  # noqa: S105 - of nobody


@pytest.fixture
def server(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    take_library(tiny_library(tmp_path_factory), tmp_path / "var")
    with running(tmp_path / "var", SERVE) as server:
        yield server


def file_of(po: bytes) -> tuple[bytes, str]:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="ar.po"\r\n\r\n'
    return head + po + b"\r\n--x--\r\n", "multipart/form-data; boundary=x"


def test_long_translations_and_their_files_are_taken(server: Server, tmp_path: Path) -> None:
    visitor, port = Visitor(), server.port
    with create_app(settings_over(tmp_path / "var")).app_context():
        code = add_person("Traduction", "translator")
    assert visitor.post(port, f"/desk/join/{code}", password=PASSWORD) == 303
    [version] = re.findall(r'name="version" value="(\w+)"', visitor.get(port, TEXT)[1])
    assert visitor.post(port, TEXT, words="\u0644" * 8_000, version=version) == 303
    po = visitor.get(port, f"{FILE}.po")[1]
    padded = po + "# a line of no meaning\n" * (1_500_000 // 23)
    status, page = visitor.send(port, FILE, *file_of(padded.encode()))
    assert (status, "<dt>Pareils</dt>" in page) == (200, True)


def test_who_sends_more_is_refused_before_it_is_read(server: Server) -> None:
    kind = "Content-Type: application/json"
    head = f"POST /api/v1/suggestions HTTP/1.1\r\nHost: x\r\n{kind}\r\nContent-Length: 50000\r\n\r\n"
    assert server.ask_raw(head.encode()).split()[1] == b"413"


@pytest.mark.parametrize(
    ("method", "path", "most"),
    [
        ("POST", "/api/v1/suggestions", FORM_BYTES),
        ("POST", "/print/les-tilleuls/runs", FORM_BYTES),
        ("PUT", "/api/v1/suggestions/x/photo", PHOTO_BYTES),
        ("POST", "/desk/people", DESK_BYTES),
        ("POST", "/sous-dossier/desk/translations/pt-BR/file", FILE_BYTES),
    ],
)
def test_each_address_takes_what_it_needs(method: str, path: str, most: int) -> None:
    assert most_bytes(method, path) == most
