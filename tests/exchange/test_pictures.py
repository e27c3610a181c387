"""Files of photos, and what becomes of them before anybody sees them."""

from io import BytesIO

import pytest
from PIL import Image

from app.exchange.pictures import (
    MOST_BYTES,
    MOST_SIDE,
    SHOWN_BYTES,
    PictureHeavy,
    PictureLarge,
    PictureRefused,
    PictureUnreadable,
    read_picture,
    redraw,
)
from tests.cast.pictures import GREEN, MAKER, ON_ITS_SIDE, bomb, door, noise

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_that_a_camera_wrote_beside_a_picture_is_kept(kind: str) -> None:
    sent = door(2400, 1800, kind=kind)
    assert MAKER.encode() in sent
    for kept in (redraw(sent), read_picture(sent).shown()):
        assert opened(kept).format == "WEBP"
        assert (dict(opened(kept).getexif()), MAKER.encode() in kept) == ({}, False)
    assert opened(redraw(sent)).size == (MOST_SIDE, 900)


def test_a_photo_shot_on_its_side_stands_upright() -> None:
    sent = door(1000, 500, orientation=ON_ITS_SIDE)
    picture = read_picture(sent)
    shown = opened(picture.shown())
    assert shown.size == (picture.width, picture.height) == (240, 480)
    red, green, blue = shown.convert("RGB").getpixel((120, 400))  # type: ignore[misc]
    assert max(abs(red - GREEN[0]), abs(green - GREEN[1]), abs(blue - GREEN[2])) < 12
    assert opened(redraw(sent)).size == (500, 1000)


def test_what_lets_something_through_lies_on_white() -> None:
    out = BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(out, "PNG")
    assert opened(redraw(out.getvalue())).convert("RGB").getpixel((20, 20)) == (255, 255, 255)


def test_a_small_photo_is_not_blown_up_and_a_heavy_one_becomes_light() -> None:
    assert (read_picture(door(300, 200)).width, opened(redraw(door(300, 200))).size) == (300, (300, 200))
    assert len(read_picture(noise()).shown()) <= SHOWN_BYTES
    assert len(redraw(noise())) < 2_000_000


@pytest.mark.parametrize(
    ("sent", "fault"),
    [
        (b"", PictureUnreadable),
        (SVG, PictureUnreadable),
        (b"GIF89a" + bytes(40), PictureUnreadable),
        (door()[:-400], PictureUnreadable),
        (bytes(MOST_BYTES + 1), PictureHeavy),
        (bomb(), PictureLarge),
    ],
    ids=["nothing", "svg", "gif", "half", "heavy", "bomb"],
)
def test_what_is_no_photo_is_refused(sent: bytes, fault: type[PictureRefused]) -> None:
    for read in (read_picture, redraw):
        with pytest.raises(fault):
            read(sent)


def test_what_stands_behind_a_picture_is_not_drawn() -> None:
    sent = door() + b"<script>alert(1)</script>"
    assert b"<script>" not in redraw(sent) + read_picture(sent).shown()
