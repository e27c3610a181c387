"""`PUT /api/v1/suggestions/<key>/photo`: kept once, after its note, without what a camera writes beside a picture."""

import contextlib
import http.client
import json
import struct
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image, ImageCms, ImageDraw
from werkzeug.test import TestResponse

from app.library.photos import MOST_BYTES, MOST_SIDE
from app.library.sessions import writing
from app.library.suggestions import read_suggestions
from app.settings import Settings
from app.web.rate_limit import Pace, RateLimit

from .serving import Server, running
from .test_full_disk import fill, filled, small_disk
from .test_suggestions import KEY, SAID, SEEN, problem, send
from .test_suggestions_killed import SERVE

__all__ = ["small_disk"]

ADDRESS = f"/api/v1/suggestions/{KEY}/photo"
WHO = b"Telephone of Awa"
ORIENTATION, MAKER, PLACE_OF_SHOT = 0x0112, 0x010F, 0x8825


def jpeg(size: tuple[int, int] = (900, 600), colour: str = "teal", **said: object) -> bytes:
    """Return a photo with a square in its upper left corner."""
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 4, size[1] // 4), "white")
    out = BytesIO()
    image.save(out, "JPEG", **said)
    return out.getvalue()


def told_jpeg() -> bytes:
    """Return a photo that says who took it, where, and in which colours."""
    exif = Image.Exif()
    exif[MAKER], exif[ORIENTATION] = WHO.decode(), 6
    exif.get_ifd(PLACE_OF_SHOT)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return jpeg(exif=exif, icc_profile=profile, comment=WHO, xmp=b"<x:xmpmeta>" + WHO)


def bomb() -> bytes:
    """Return a small file that claims to be of 40 000 × 40 000 pixels."""
    data = bytearray(jpeg((16, 16)))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", 40_000, 40_000)
    return bytes(data)


def segments(data: bytes) -> set[int]:
    """Return the markers of a JPEG before its picture, read byte by byte."""
    found, at = set(), 2
    while data[at + 1] != 0xDA:
        found.add(data[at + 1])
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return found


@pytest.fixture
def visitor(library: Flask) -> FlaskClient:
    """Somebody whose note has arrived."""
    visitor = library.test_client()
    assert send(visitor, SEEN).status_code == 201
    return visitor


@pytest.fixture
def kept(settings: Settings) -> Path:
    return settings.data / "photos" / f"{KEY.lower()}.jpg"


def put(visitor: FlaskClient, data: bytes, address: str = ADDRESS, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return visitor.put(address, data=data, headers={"Content-Type": "image/jpeg", **named})


def test_it_is_kept_once_and_said_twice(visitor: FlaskClient, kept: Path) -> None:
    data = jpeg()
    answers = [put(visitor, data) for _ in range(2)]
    said = {"key": KEY.lower(), "photo": sha256(data).hexdigest()}
    assert [(answer.status_code, answer.get_json()) for answer in answers] == [(201, said), (200, said)]
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    assert [each.photo for each in read_suggestions()] == [said["photo"]]


def test_the_note_may_come_again_after_its_photo(visitor: FlaskClient, kept: Path) -> None:
    put(visitor, jpeg())
    assert (send(visitor, SEEN).status_code, kept.exists()) == (200, True)


def test_nothing_is_left_of_who_took_it_and_where(visitor: FlaskClient, kept: Path) -> None:
    sent = told_jpeg()
    assert sent.count(WHO) == 3 and {0xE1, 0xE2, 0xFE} <= segments(sent)
    assert put(visitor, sent).status_code == 201
    data = kept.read_bytes()
    assert WHO not in data and not segments(data) & ({*range(0xE1, 0xF0)} | {0xFE})
    with Image.open(kept) as image:
        assert not image.getexif() and "icc_profile" not in image.info
        assert image.size == (600, 900), "held upright"
        assert image.getpixel((550, 50)) > (240, 240, 240)


@pytest.mark.parametrize("size", [(4_000, 3_000), (300, 3_900), (1_280, 960)])
def test_a_large_one_is_made_smaller(visitor: FlaskClient, kept: Path, size: tuple[int, int]) -> None:
    assert put(visitor, jpeg(size)).status_code == 201
    with Image.open(kept) as image:
        assert max(image.size) == MOST_SIDE
        assert image.width / image.height == pytest.approx(size[0] / size[1], rel=0.02)


def test_black_and_white_and_printers_colours_are_photos(visitor: FlaskClient, kept: Path) -> None:
    for mode in ("L", "CMYK"):
        out = BytesIO()
        Image.new(mode, (40, 30)).save(out, "JPEG")
        assert put(visitor, out.getvalue()).status_code in (201, 409)


def test_another_photo_under_the_same_key_is_a_conflict(visitor: FlaskClient, kept: Path) -> None:
    put(visitor, jpeg())
    before = kept.read_bytes()
    assert problem(put(visitor, jpeg(colour="red"))) == (409, "application/problem+json", True)
    assert kept.read_bytes() == before


@pytest.mark.parametrize("key", ["0f0c8a52-6b1e-4a0e-9c57-0d6a3b1f2e4d", "42", "..%2f..%2fadeuxpas"])
def test_a_photo_without_its_note_is_refused(visitor: FlaskClient, kept: Path, key: str) -> None:
    answer = put(visitor, jpeg(), f"/api/v1/suggestions/{key}/photo")
    assert answer.status_code in (404, 405) and not kept.parent.exists()


def test_only_what_was_seen_at_a_stop_has_a_photo(library: Flask, kept: Path) -> None:
    visitor = library.test_client()
    assert send(visitor, SAID).status_code == 201
    assert problem(put(visitor, jpeg())) == (404, "application/problem+json", True)
    assert not kept.exists()


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"", 422),
        (b"not a picture", 422),
        (jpeg()[:2_000], 422),
        (bomb(), 422),
        (jpeg((4_100, 4_100)), 422),
        (bytes(MOST_BYTES + 1), 413),
    ],
    ids=["nothing", "words", "half", "bomb", "too many pixels", "too heavy"],
)
def test_what_is_no_photo_is_refused_with_a_sentence(
    visitor: FlaskClient, kept: Path, data: bytes, status: int
) -> None:
    assert problem(put(visitor, data)) == (status, "application/problem+json", True)
    assert not kept.exists()


def test_another_format_is_refused_whatever_it_calls_itself(visitor: FlaskClient) -> None:
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, "PNG")
    assert put(visitor, out.getvalue()).status_code == 422
    assert problem(put(visitor, out.getvalue(), Content_Type="image/png")) == (415, "application/problem+json", True)


def test_only_our_own_pages_may_send(visitor: FlaskClient, kept: Path) -> None:
    assert problem(put(visitor, jpeg(), Origin="https://evil.example"))[0] == 403
    assert not kept.exists()


def test_a_flood_is_told_when_to_come_again(library: Flask, visitor: FlaskClient) -> None:
    library.extensions["rate_limit"] = RateLimit(site=Pace(a_minute=6, at_once=1), clock=lambda: 0.0)
    assert [put(visitor, jpeg()).status_code for _ in range(2)] == [201, 429]


def test_a_refusal_speaks_the_language_of_the_page(visitor: FlaskClient) -> None:
    assert put(visitor, b"", f"{ADDRESS}?lang=en").get_json()["detail"].startswith("This photo")


def test_a_locked_library_asks_to_come_again(visitor: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.library.photos.PATIENCE_MS", 20)
    with writing():
        assert problem(put(visitor, jpeg())) == (503, "application/problem+json", True)
    assert put(visitor, jpeg()).status_code == 201


def test_nobody_can_look_at_it(visitor: FlaskClient, kept: Path) -> None:
    put(visitor, jpeg())
    name = kept.name
    for path in (
        ADDRESS,
        f"/photos/{name}",
        f"/api/v1/photos/{name}",
        f"/fr/../../photos/{name}",
        f"/var/photos/{name}",
    ):
        answer = visitor.get(path)
        assert answer.status_code in (404, 405) and not answer.data.startswith(b"\xff\xd8")


def ask(
    server: Server, method: str, path: str, body: bytes, kind: str, **headers: str
) -> tuple[int, dict[str, object]]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    with contextlib.closing(connection):
        connection.request(method, path, body, {"Content-Type": kind, **headers})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())


def test_a_full_disk_keeps_nothing_until_there_is_room(
    small_disk: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = filled(small_disk / "var", tmp_path_factory)
    with running(data, SERVE) as server:
        note = json.dumps(SEEN).encode()
        key = {"Idempotency-Key": KEY}
        assert ask(server, "POST", "/api/v1/suggestions", note, "application/json", **key)[0] == 201
        filling = fill(small_disk)
        status, told = ask(server, "PUT", ADDRESS, jpeg(), "image/jpeg")
        assert (status, bool(told["detail"])) == (503, True)
        assert not [*data.glob("photos/*")]
        filling.unlink()
        assert ask(server, "PUT", ADDRESS, jpeg(), "image/jpeg")[0] == 201


def test_the_server_takes_a_photo_where_it_takes_no_long_message(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    data = filled(tmp_path / "var", tmp_path_factory)
    heavy = jpeg((1_280, 1_280)) + bytes(250_000)
    with running(data, SERVE) as server:
        note = json.dumps(SEEN).encode()
        ask(server, "POST", "/api/v1/suggestions", note, "application/json", **{"Idempotency-Key": KEY})
        assert ask(server, "PUT", ADDRESS, heavy, "image/jpeg")[0] == 201
        assert ask(server, "PUT", ADDRESS, bytes(MOST_BYTES + 1), "image/jpeg")[0] == 413
        assert ask(server, "POST", "/api/v1/suggestions", heavy, "application/json")[0] == 413
