"""The volunteer's PIN: five tries, then one waits; right, it forgets the wrong ones."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from app.factory import create_app
from app.settings import SettingFault, read_settings
from app.web.pin import FREE_TRIES, LONGEST_WAIT_S, Tries, why_not


@pytest.fixture
def door(tmp_path: Path) -> Flask:
    settings = read_settings({"ADEUXPAS_DATA": str(tmp_path)})
    return create_app(replace(settings, kiosk_pin="2468"))


def test_ten_wrong_ones_make_a_long_wait(door: Flask) -> None:
    with door.test_request_context("/?lang=fr"):
        said = [why_not("1111") for _ in range(10)]
        assert said[:FREE_TRIES] == ["Ce code n’est pas le bon."] * FREE_TRIES
        assert all(words.startswith("Trop de codes faux") for words in said[FREE_TRIES:])
        assert why_not("2468").startswith("Trop de codes faux")


def test_a_right_one_forgets_the_wrong(door: Flask) -> None:
    with door.test_request_context("/?lang=fr"):
        assert [why_not(given) for given in ("1", "é", "2468", "1", "2468")][2::2] == ["", ""]


def test_the_wait_has_an_end() -> None:
    tries = Tries()
    for _ in range(50):
        tries.fail()
    assert 0 < tries.wait_s <= LONGEST_WAIT_S + 1


@pytest.mark.parametrize("text", ["12", "abcd", "١٢٣٤", "1234567890123"])
def test_a_pin_is_four_to_twelve_digits(text: str) -> None:
    with pytest.raises(SettingFault):
        read_settings({"ADEUXPAS_KIOSK_PIN": text})
