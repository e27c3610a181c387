"""What `check` says of the sessions of a walk on a day."""

from datetime import date
from pathlib import Path

import pytest

from app.exchange.native import read_content

from ...library.folders import WALK, spoil, tiny_copy

LAST = 'text = "Les jeux sont pour les petits, les bancs pour les grands."\n'


def told(tmp_path: Path, start: str, more: str = "", today: date = date(2027, 1, 10)) -> list[str]:
    """Return what is said of one session of the tiny walk; its first stop opens on Wednesdays from ten to seven."""
    folder = tiny_copy(tmp_path)
    spoil(folder, WALK, LAST, f'{LAST}\n[[session]]\nid = "essai"\nstart = "{start}"\n{more}')
    return [problem.tell() for problem in read_content(folder, today)[1]]


def test_a_session_when_doors_are_open_is_fine(tmp_path: Path) -> None:
    assert told(tmp_path, "2027-01-13 14:00") == []


def test_a_door_that_is_closed_then_is_named_with_its_hour(tmp_path: Path) -> None:
    [said] = told(tmp_path, "2027-01-13 08:00")
    assert "séance n° 1, champ start" in said
    assert "« Bibliothèque des Tilleuls » est fermé quand le groupe y arrive, vers 08:00" in said.replace("\u00a0", " ")


@pytest.mark.parametrize("more", ["example = true\n", 'cancelled = "Trop de neige."\n'])
def test_doors_are_nobodys_matter_where_nobody_comes(tmp_path: Path, more: str) -> None:
    assert told(tmp_path, "2027-01-13 08:00", more) == []


def test_a_session_that_is_over_may_go(tmp_path: Path) -> None:
    [said] = told(tmp_path, "2027-01-08 14:00")
    assert "la séance du 2027-01-08 14:00 est passée" in said


@pytest.mark.parametrize(("today", "count"), [(date(2027, 3, 9), 0), (date(2027, 3, 10), 1)])
def test_a_cancelled_one_stays_as_long_as_calendars_tell_it(tmp_path: Path, today: date, count: int) -> None:
    assert len(told(tmp_path, "2027-01-08 14:00", 'cancelled = "Trop de neige."\n', today)) == count
