import io
from collections.abc import Callable

import pytest
import typst
import zxingcpp
from PIL import Image, ImageFilter

from app.site.qr import QUIET_MODULES, matrix, payload_of, payload_problems, qr_png, qr_svg, short_address

PAYLOAD = "HTTPS://KQ.EXAMPLE/7K2MAB"


def read(image: Image.Image) -> str:
    found = zxingcpp.read_barcode(image.convert("L"))
    return found.text if found else ""


def drawn(module_px: int = 8) -> Image.Image:
    return Image.open(io.BytesIO(qr_png(PAYLOAD, module_px)))


def tilted(image: Image.Image) -> Image.Image:
    """The code in perspective: its lower edge is 40 % shorter."""
    side, shrink = image.width, 0.4 / image.width
    camera = (1, -shrink * side / 2, 0, 0, 0.6, 0, 0, -shrink)
    turned = image.convert("L").transform(
        (side, side), Image.Transform.PERSPECTIVE, camera, Image.Resampling.BILINEAR, fillcolor=255
    )
    return turned.rotate(20, expand=True, fillcolor=255)


@pytest.mark.parametrize(
    ("public_url", "code", "payload"),
    [
        ("https://kq.example", "7k2mab", "HTTPS://KQ.EXAMPLE/7K2MAB"),
        ("http://localhost:8000", "7K2MAB", "HTTP://LOCALHOST:8000/7K2MAB"),
        ("https://ville.example/quartier/", "7K2MAB", "HTTPS://VILLE.EXAMPLE/quartier/7K2MAB"),
    ],
)
def test_a_code_says_its_address_in_upper_case(public_url: str, code: str, payload: str) -> None:
    assert payload_of(public_url, code) == payload


def test_it_refuses_a_host_that_is_not_ascii() -> None:
    with pytest.raises(ValueError, match="not ASCII"):
        payload_of("https://forêt.example", "7K2MAB")


def test_the_address_beside_a_code_is_in_lower_case() -> None:
    assert short_address("https://KQ.example/", "7K2MAB") == "kq.example/7k2mab"
    assert short_address("https://KQ.example/Quartiers/18e", "7K2MAB") == "kq.example/Quartiers/18e/7k2mab"


@pytest.mark.parametrize(
    ("host", "version", "level"),
    [
        ("https://kq.example", 2, "Q"),
        ("https://a.fr", 2, "H"),
        ("https://abcdefgh.fr", 2, "Q"),
        ("https://quartier-bel-air.paris", 2, "M"),
        ("https://un-quartier-bien-loin.example", 3, "Q"),
    ],
)
def test_it_takes_the_strongest_level_that_costs_no_larger_version(host: str, version: int, level: str) -> None:
    made = matrix(payload_of(host, "7K2MAB"))
    assert (made.version, made.level, made.size) == (version, level, 17 + 4 * version)


def test_the_decoder_sees_the_version_and_the_level_we_chose() -> None:
    found = zxingcpp.read_barcode(drawn())
    assert (found.text, found.symbology_identifier[:2], found.ec_level) == (PAYLOAD, "]Q", "Q")


@pytest.mark.parametrize("module_px", [2, 3, 5, 8, 16])
def test_it_is_read_at_every_size(module_px: int) -> None:
    assert read(drawn(module_px)) == PAYLOAD


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(tilted, id="tilted"),
        pytest.param(lambda image: image.convert("L").filter(ImageFilter.GaussianBlur(3)), id="blurred"),
        pytest.param(lambda image: image.convert("L").point(lambda grey: 140 + grey // 6), id="pale"),
        pytest.param(lambda image: image.convert("L").rotate(45, expand=True, fillcolor=255), id="turned"),
    ],
)
def test_it_is_read_when(spoil: Callable[[Image.Image], Image.Image]) -> None:
    assert read(spoil(drawn())) == PAYLOAD


def test_it_has_a_quiet_zone_of_four_modules() -> None:
    image, margin = drawn(1).convert("L"), QUIET_MODULES
    ink = image.point(lambda grey: 255 - grey).getbbox()
    assert ink == (margin, margin, image.width - margin, image.height - margin)


def test_the_png_is_one_bit_a_pixel_with_whole_modules() -> None:
    image = drawn(5)
    assert (image.mode, image.width) == ("1", (25 + 2 * QUIET_MODULES) * 5)


def test_the_svg_is_small_and_draws_the_same_code() -> None:
    svg = qr_svg(PAYLOAD)
    page = "#set page(width: 66pt, height: 66pt, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%)"
    png = typst.compile(page.encode(), sys_inputs={"svg": svg}, format="png", ppi=288)
    assert len(svg) < 2000
    assert read(Image.open(io.BytesIO(png))) == PAYLOAD


@pytest.mark.parametrize(
    ("public_url", "said"),
    [
        (None, "affiche d’essai"),
        ("https://kq.example", ""),
        ("https://un-quartier-bien-loin.example", "29 carrés de côté"),
    ],
)
def test_it_warns_of_a_weaker_code(public_url: str | None, said: str) -> None:
    problems = payload_problems(public_url, "7K2MAB")
    assert [said in problem.tell() and problem.warning for problem in problems] == [True] * bool(said)
