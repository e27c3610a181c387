"""Bars of weeks: drawn where the extra is installed, passing the policy, and never in the place of the table."""

import re

import pytest
from flask import Flask

from app.domain.use import Use
from app.library.uses import add_uses
from app.web.desk import charts
from app.web.desk.charts import Row, weeks_chart

from .conftest import Enter

WEEKS = ["2 nov. 2026", "9 nov. 2026", "16 nov. 2026"]
ROWS = [Row("Cartes", [None, 5, 40]), Row("خريطة <b>", [10, None, 20])]


@pytest.fixture
def drawer() -> None:
    pytest.importorskip("vl_convert")


@pytest.mark.usefixtures("drawer")
@pytest.mark.parametrize("is_rtl", [False, True])
def test_a_drawing_passes_the_policy_and_has_texts_as_texts(is_rtl: bool) -> None:
    svg = str(weeks_chart("use-1", WEEKS, ROWS, "< 5", is_rtl=is_rtl))
    assert svg.startswith('<svg direction="ltr" aria-hidden="true"')
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|aria-label|aria-roledescription", svg)
    assert "خريطة &lt;b&gt;" in svg and "Cartes" in svg and "<b>" not in svg
    assert all(id.startswith("use-1-") for id in re.findall(r'\bid="([^"]*)"', svg))


@pytest.mark.usefixtures("drawer")
def test_what_is_too_small_has_words_and_no_bar() -> None:
    svg = str(weeks_chart("use-1", WEEKS, ROWS, "< 5", is_rtl=False))
    assert svg.count("&lt; 5") == 2


@pytest.mark.usefixtures("drawer")
def test_time_runs_as_the_page_is_read() -> None:
    said = {rtl: str(weeks_chart("use-1", WEEKS, ROWS, "< 5", is_rtl=rtl)) for rtl in (False, True)}
    at = {rtl: [svg.index(week) for week in (WEEKS[0], WEEKS[-1])] for rtl, svg in said.items()}
    assert at[False][0] < at[False][1] and at[True][0] > at[True][1]


@pytest.mark.usefixtures("drawer")
@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_the_desk_shows_it_beside_the_table(enter: Enter, desk: Flask, lang: str) -> None:
    add_uses({(Use("map", "les-tilleuls", "fr"), desk.config["ADEUXPAS"].edition_date): 100})
    html = enter().get(f"/desk/uses?lang={lang}").text
    assert (html.count("<figure"), html.count("<table"), html.count("<meter")) == (3, 3, 0)


def test_without_the_extra_the_meters_stay(enter: Enter, desk: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(charts, "find_spec", lambda name: None)
    add_uses({(Use("map", "les-tilleuls", "fr"), desk.config["ADEUXPAS"].edition_date): 100})
    html = enter().get("/desk/uses?lang=fr").text
    assert (html.count("<figure"), html.count("<table"), "<meter" in html) == (0, 3, True)
