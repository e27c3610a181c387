"""A poster tells what one cannot scan: hours or whom to ask, how long a walk is and where it starts."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.domain.content import Content
from app.domain.place import Contact
from app.map.basemap import basemaps_of
from app.map.legs import legs_on_paper
from app.print.sheet import Sheet, describe
from app.site.addresses import Site

from ..cast.printed import rendered
from ..cast.sheets import draw_one
from .conftest import changed

LIBRARY, WALK = "bibliotheque-des-tilleuls", "du-college-au-square"
HOURS = "mardi, jeudi et vendredi : 13 h – 19 h · mercredi : 10 h – 19 h · samedi : 10 h – 18 h"


def sheet(content: Content, kind: str = "place", id: str = LIBRARY, languages: Sequence[str] = ("fr", "ar")) -> Sheet:
    return describe(content, kind, id, languages)


def plain(words: str) -> str:
    return words.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_place_tells_its_hours_in_french_and_in_the_other_language(tiny: Content) -> None:
    described = sheet(tiny)
    assert plain(described.told).startswith(HOURS)
    assert "من 13:00 إلى 19:00" in described.rows[1].more.words


def test_a_place_without_hours_says_whom_to_ask(tiny: Content) -> None:
    unknown = changed(tiny, LIBRARY, hours=None, hours_known="no", contact=None)
    assert sheet(unknown).told in ("Horaires : demandez au kiosque.", "Horaires : demandez à l’école.")


def test_a_place_with_a_telephone_is_to_be_called(tiny: Content) -> None:
    phone = Contact.model_validate({"phones": [{"number": "+33140386540"}]})
    assert sheet(changed(tiny, LIBRARY, hours=None, hours_known="no", contact=phone)).told == (
        "Horaires : appelez avant de venir."
    )


def test_a_walk_tells_where_it_starts_and_the_time_that_its_page_tells(tiny: Content, tmp_path: Path) -> None:
    legs = legs_on_paper(tiny, "walk", WALK, basemaps_of(tiny, tmp_path))
    told = plain(describe(tiny, "walk", WALK, ("fr",), legs=legs).told)
    time, _, start = told.partition(" en tout. ")
    assert start == "Départ : Devant la grille du collège."
    assert f"environ {time} avec de jeunes enfants" in plain(rendered(tiny, f"fr/walks/{WALK}"))


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler's pdftotext is not installed")
@pytest.mark.usefixtures("print_shop")
def test_the_sheet_itself_has_the_hours(tiny: Content, site: Site, tmp_path: Path) -> None:
    file = tmp_path / "poster.pdf"
    file.write_bytes(draw_one(tiny, site, ("place", LIBRARY)))
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True).stdout
    assert "13 h – 19 h" in plain(text)


@pytest.mark.usefixtures("print_shop")
def test_hours_that_have_no_room_leave_it_to_whom_to_ask(tiny: Content, site: Site) -> None:
    wordy = changed(tiny, LIBRARY, hours="; ".join(f"{day} 09:07-12:13,13:0{n}-18:3{n}" for n, day in enumerate(DAYS)))
    assert draw_one(wordy, site, ("place", LIBRARY), ("fr", "en", "ar", "es")).startswith(b"%PDF")


DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
