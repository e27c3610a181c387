"""Bars of weeks, one row for each thing counted, as SVG beside their table; drawn by Vega where the extra `charts` is.

Without it there is no drawing, and the table keeps its meters. What Vega writes passes a strict policy: no style
attribute, no script. What is too small to be shown is no bar of nothing: it has words of its own.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from markupsafe import Markup

BAR, SOFT, LINE = "#0b5a60", "#4a5654", "#cfc3ad"
"""Always by day: a drawing on white, on paper too."""

WIDE_PX = 640
HIGH_PX = 44


@dataclass(frozen=True)
class Row:
    """What was counted of one thing in each week; None is too small to be shown."""

    name: str
    counts: Sequence[int | None]


def weeks_chart(id: str, weeks: Sequence[str], rows: Sequence[Row], hidden: str, *, is_rtl: bool) -> Markup | None:
    """Return the drawing of some rows, whose names inside begin with `id`; None where nothing draws or nothing is.

    `hidden` stands for what is too small. Time runs as the page is read.
    """
    if find_spec(_DRAWER) is None or not rows:
        return None
    spec = _spec(weeks, rows, hidden, is_rtl=is_rtl)
    return Markup(_drawn(id, json.dumps(spec, ensure_ascii=False)))  # noqa: S704 - of our own numbers, texts escaped


# Private

_DRAWER = "vl_convert"
_ID = re.compile(r'(\bid="|url\(#|href="#)')
_TOLD = re.compile(r' (?:role|aria-[a-z]+)="[^"]*"')
"""English words for screen readers: the table beside it says the same in the language of the page."""


@lru_cache(maxsize=64)
def _drawn(id: str, spec: str) -> str:
    """Return the SVG of a spec: half a second the first time, twenty milliseconds then, nothing once it was drawn."""
    svg: str = import_module(_DRAWER).vegalite_to_svg(json.loads(spec))
    svg = _ID.sub(rf"\1{id}-", _TOLD.sub("", svg))
    # Within a page that runs from the right, labels would be anchored at their other end.
    return svg.replace("<svg ", '<svg direction="ltr" aria-hidden="true" focusable="false" ', 1)


def _spec(weeks: Sequence[str], rows: Sequence[Row], hidden: str, *, is_rtl: bool) -> dict[str, Any]:
    values = [
        {"row": number, "name": row.name, "week": week, "at": at, "count": count}
        for number, row in enumerate(rows)
        for at, (week, count) in enumerate(zip(weeks, row.counts, strict=True))
    ]
    side = "end" if is_rtl else "start"
    x = {"field": "at", "type": "ordinal", "sort": "descending" if is_rtl else "ascending"}
    names = " : ".join(f"datum.value == {number} ? {json.dumps(row.name)}" for number, row in enumerate(rows))
    header = {"title": None, "labelExpr": f"{names} : ''", "labelOrient": "top", "labelAnchor": side, "labelPadding": 2}
    return {
        "data": {"values": values},
        "facet": {"row": {"field": "row", "type": "ordinal", "header": header | {"labelAngle": 0}}},
        "spacing": 10,
        "spec": {"width": WIDE_PX, "height": HIGH_PX, "layer": [_bars(weeks, x, is_rtl=is_rtl), _hidden(x, hidden)]},
        "config": {
            "font": "sans-serif",
            "view": {"stroke": None},
            "axis": {"labelColor": SOFT, "labelFontSize": 11, "gridColor": LINE, "domainColor": LINE, "ticks": False},
            "header": {"labelColor": "#12211f", "labelFontSize": 13, "labelFontWeight": "bold"},
        },
    }


def _bars(weeks: Sequence[str], x: dict[str, Any], *, is_rtl: bool) -> dict[str, Any]:
    # An Arabic date has marks that turn it around; the drawing runs from the left.
    plain = [week.replace("\u200f", "") for week in weeks]
    days = " : ".join(f"datum.value == {at} ? {json.dumps(week)}" for at, week in enumerate(plain))
    axis = {"title": None, "labelAngle": 0, "labelExpr": f"{days} : ''", "labelOverlap": True, "grid": False}
    number = {"title": None, "tickCount": 2, "tickMinStep": 5, "orient": "right" if is_rtl else "left", "domain": False}
    return {
        "mark": {"type": "bar", "color": BAR},
        "encoding": {"x": x | {"axis": axis}, "y": {"field": "count", "type": "quantitative", "axis": number}},
    }


def _hidden(x: dict[str, Any], hidden: str) -> dict[str, Any]:
    """Return the words that stand where a number is too small to be shown: blank would be read as zero."""
    return {
        "transform": [{"filter": "datum.count === null"}],
        "mark": {"type": "text", "text": hidden, "fontSize": 10, "color": SOFT, "baseline": "bottom"},
        "encoding": {"x": x, "y": {"value": HIGH_PX - 2}},
    }
