"""What every format keeps, whichever it is: codes that scan, its size, what the printer and the reader are told."""

import io
import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from app.domain.content import Content
from app.print.formats import read_format
from app.print.poster import PosterRefused, draw_order, words_of

from .conftest import changed
from .orders import LIBRARY, NAMES, SITE, addresses_in, order_of

pytestmark = pytest.mark.usefixtures("print_shop")

MM = 72 / 25.4
GATHERED = ("week", "holidays", "school", "theme", "map")
HIDDEN = [{"status": "draft"}, {"status": "closed_for_good"}, {"address_visibility": "hidden"}, {"verified": None}]


@pytest.fixture(scope="module")
def pdfs(tiny: Content) -> dict[str, bytes]:
    """Every format as a PDF, drawn once."""
    return {name: draw_order(read_format(name), order_of(name, tiny))[0] for name in NAMES}


def codes(png: bytes) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(Image.open(io.BytesIO(png)).convert("L"))


def validated(pdf: bytes, folder: Path) -> "subprocess.CompletedProcess[str]":
    (folder / "sheet.pdf").write_bytes(pdf)
    command = [sys.executable, "-m", "pdfua", "check", "--format", "json", str(folder / "sheet.pdf")]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.mark.parametrize("ppi", [150, 300])
@pytest.mark.parametrize("name", NAMES)
def test_every_code_leads_to_the_address_beside_it_and_is_as_large_as_declared(
    tiny: Content, name: str, ppi: int
) -> None:
    form, order = read_format(name), order_of(name, tiny)
    found = [code for page in draw_order(form, order, fmt="png", ppi=ppi) for code in codes(page)]
    told = {f"HTTPS://{address.upper()}" for address in addresses_in(words_of(form, order))}
    assert {code.text for code in found} == told
    largest = max(abs(code.position.top_right.x - code.position.top_left.x) for code in found)
    assert largest / ppi * 25.4 == pytest.approx(form.code_mm, rel=0.03)


@pytest.mark.parametrize("name", NAMES)
def test_its_pages_measure_what_it_declares(pdfs: dict[str, bytes], name: str) -> None:
    with pikepdf.Pdf.open(io.BytesIO(pdfs[name])) as pdf:
        boxes = [[float(edge) / MM for edge in page.mediabox] for page in pdf.pages]
    wide, high = read_format(name).page_mm
    assert boxes == [[0, 0, pytest.approx(wide, abs=0.1), pytest.approx(high, abs=0.1)]] * len(boxes)


@pytest.mark.parametrize("name", NAMES)
def test_it_asks_a_printer_for_its_own_size(pdfs: dict[str, bytes], name: str) -> None:
    with pikepdf.Pdf.open(io.BytesIO(pdfs[name])) as pdf:
        wishes = {key: str(value) for key, value in pdf.Root.ViewerPreferences.items()}
    assert (wishes["/PrintScaling"], wishes["/PickTrayByPDFSize"]) == ("/None", "True")
    assert wishes["/Duplex"] == f"/{read_format(name).sides}"


@pytest.mark.parametrize("name", [name for name in NAMES if read_format(name).is_read])
def test_what_is_read_is_an_accessible_document_with_its_title(pdfs: dict[str, bytes], name: str) -> None:
    with pikepdf.Pdf.open(io.BytesIO(pdfs[name])) as pdf:
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert "StructTreeRoot" in {key.strip("/") for key in pdf.Root}
        assert pdf.open_metadata()["pdfuaid:part"] == "1"


@pytest.mark.parametrize("name", [name for name in NAMES if read_format(name).is_read])
def test_a_validator_of_others_finds_nothing_in_what_is_read(pdfs: dict[str, bytes], name: str, tmp_path: Path) -> None:
    # 16 of the 106 rules of PDF/UA-1 that a machine can check. veraPDF knows them all, but comes with Java, and neither
    # from PyPI nor npm nor Debian: where it is installed, the next test asks it.
    assert validated(pdfs[name], tmp_path).returncode == 0, validated(pdfs[name], tmp_path).stdout


def test_that_validator_finds_a_sheet_that_is_cut_and_claims_nothing(pdfs: dict[str, bytes], tmp_path: Path) -> None:
    assert "UA-01-005" in validated(pdfs["stickers"], tmp_path).stdout


@pytest.mark.skipif(shutil.which("verapdf") is None, reason="veraPDF is not installed")
def test_verapdf_finds_nothing_in_what_is_read(pdfs: dict[str, bytes], tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.pdf" for name in NAMES if read_format(name).is_read]
    for file in files:
        file.write_bytes(pdfs[file.stem])
    command = ["verapdf", "--flavour", "ua1", "--format", "text", *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True)
    assert [line for line in told.stdout.splitlines() if not line.startswith("PASS")] == []


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
@pytest.mark.parametrize("name", NAMES)
def test_ten_millimetres_are_drawn_on_it_and_its_day_beside_them(pdfs: dict[str, bytes], name: str) -> None:
    text = subprocess.run(["pdftotext", "-", "-"], input=pdfs[name], capture_output=True, check=True).stdout.decode()
    assert "10 mm" in text and "18 nov. 2026" in text


@pytest.mark.parametrize(
    "languages", [("fr",), ("fr", "ar", "ta", "zh"), ("fr", "en", "pt", "tr"), ("fr", "ta", "tr", "zh")]
)
@pytest.mark.parametrize("name", NAMES)
def test_it_is_drawn_in(tiny: Content, name: str, languages: tuple[str, ...]) -> None:
    form = read_format(name)
    asked = languages[: form.most_languages]
    assert draw_order(form, order_of(name, tiny, asked), fmt="svg")[0].startswith(b"<svg")


@pytest.mark.parametrize("name", NAMES)
def test_a_long_host_is_broken_rather_than_refused(tiny: Content, name: str) -> None:
    host = "la-carte-des-ressources-du-quartier-de-la-chapelle.paris.example.org"
    order = replace(order_of(name, tiny), site=replace(SITE, public_url=f"https://{host}"))
    assert draw_order(read_format(name), order, fmt="svg")[0].startswith(b"<svg")


@pytest.mark.parametrize("name", NAMES)
def test_without_colours_there_are_none(tiny: Content, name: str) -> None:
    page = draw_order(read_format(name), order_of(name, tiny, bw=True), fmt="png", ppi=30)[0]
    red, green, blue = (band.tobytes() for band in Image.open(io.BytesIO(page)).convert("RGB").split())
    assert red == green == blue


@pytest.mark.parametrize("name", NAMES)
def test_it_refuses_more_languages_than_it_has_room_for(tiny: Content, name: str) -> None:
    with pytest.raises(PosterRefused, match="langues ; 5 sont demandées"):
        draw_order(read_format(name), order_of(name, tiny, ("fr", "ar", "en", "es", "ta")))


@pytest.mark.parametrize("facts", HIDDEN, ids=str)
@pytest.mark.parametrize("name", [name for name in NAMES if "place" in read_format(name).prints])
def test_it_refuses_a_place_that_families_may_not_see(tiny: Content, name: str, facts: dict[str, object]) -> None:
    with pytest.raises(PosterRefused):
        draw_order(read_format(name), order_of(name, changed(tiny, LIBRARY, **facts)))


@pytest.mark.parametrize("facts", HIDDEN, ids=str)
@pytest.mark.parametrize("name", GATHERED)
def test_a_sheet_of_several_leaves_such_a_place_out(tiny: Content, name: str, facts: dict[str, object]) -> None:
    form, hidden = read_format(name), changed(tiny, LIBRARY, **facts)
    try:
        words = words_of(form, order_of(name, hidden))
    except PosterRefused:
        return
    assert tiny.places[LIBRARY].name not in json.dumps(words, ensure_ascii=False)


def test_every_sheet_leads_to_the_site(tiny: Content) -> None:
    told = [address for name in NAMES for address in addresses_in(words_of(read_format(name), order_of(name, tiny)))]
    assert {address.split("/")[0] for address in told} == {str(SITE.public_url).split("//")[1]}


def test_a_format_says_what_it_prints_and_is_drawn_by_a_folder() -> None:
    assert [name for name in NAMES if not read_format(name).title or not Path(read_format(name).typst).exists()] == []
