"""Formats of posters: a folder is all that a further one takes."""

import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.domain.content import Content
from app.print import formats
from app.print.formats import format_names, read_format
from app.site.addresses import Site

from ..cast.sheets import draw_one

pytestmark = pytest.mark.usefixtures("print_shop")

FOLDER = Path(formats.__path__[0])


@pytest.fixture
def tall(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A format added as a folder: the A4 sheet on a longer page."""
    shutil.copytree(FOLDER / "a4", tmp_path / "tall")
    sheet = tmp_path / "tall" / "sheet.typ"
    text, page = sheet.read_text(encoding="utf-8"), "sheet.with(210mm, 297mm)"
    assert page in text
    sheet.write_text(text.replace(page, "sheet.with(210mm, 420mm)"), encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    yield "tall"
    read_format.cache_clear()
    sys.modules.pop("app.print.formats.tall", None)


def test_every_folder_is_a_format() -> None:
    assert format_names() == tuple(sorted(sheet.parent.name for sheet in FOLDER.glob("*/sheet.typ")))


def test_a_folder_more_is_a_format_more(tall: str, tiny: Content, site: Site) -> None:
    assert tall in format_names()
    drawn = draw_one(tiny, site, ("territory", "les-tilleuls"), fmt="png", ppi=72, sheet_format=tall)
    assert Image.open(io.BytesIO(drawn)).size == (595, 1191)
