"""The phone finds the same routes as the server, to the last bit."""

import base64
import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.domain.geometry import Position
from app.domain.routing.build import build_graph
from app.domain.routing.codec import encode
from app.domain.routing.graph import PathGraph
from app.domain.routing.profile import Profile
from app.domain.routing.route import Route, Router
from app.domain.routing.way import FootWay
from tests.cast.quarter import quarter_ways

from .basemaps import ROOT, osm_ways, plan_ways
from .village import graph_of

ANSWERS = Path(__file__).resolve().parents[2] / "js" / "routing" / "answers.js"

Question = tuple[Position, Position, Profile]


def questions_on(ways: Sequence[FootWay], number: int) -> list[Question]:
    """Return pairs of positions on and beside the ways, the same every time."""
    dice = Random(9)  # noqa: S311
    spots = [position for way in ways for position in way.line]
    beside = lambda: tuple(round(axis + dice.uniform(-6e-4, 6e-4), 6) for axis in dice.choice(spots))  # noqa: E731
    pairs = [(beside(), beside()) for _ in range(number // 2)] + [
        tuple(dice.sample(spots, 2)) for _ in range(number // 2)
    ]
    return [(start, end, profile) for start, end in pairs for profile in Profile]


def ask_phone(graph: PathGraph, questions: Sequence[Question]) -> list[Any]:
    """Return what the scripts of the phone answer."""
    asked = {"graph": base64.b64encode(encode(graph)).decode(), "questions": questions}
    run = subprocess.run(
        ["node", ANSWERS], input=json.dumps(asked), capture_output=True, check=True, text=True, cwd=ROOT
    )
    return json.loads(run.stdout)


def as_phone_says(route: Route) -> dict[str, Any]:
    """Return a route with the names of its parts in JavaScript."""
    said = asdict(route) | {"minutes": route.minutes, "stepCount": route.step_count}
    said["knowsSteps"] = said.pop("knows_steps")
    said["pieces"] = [{**piece, "stepCount": piece["step_count"]} for piece in said["pieces"]]
    for piece in said["pieces"]:
        del piece["step_count"]
    return json.loads(json.dumps(said))


@pytest.mark.parametrize(
    ("ways", "knows_steps"),
    [(osm_ways, True), (quarter_ways, True), (plan_ways, False)],
    ids=["osm", "quarter", "plan"],
)
def test_the_phone_finds_the_routes_of_the_server(ways: Any, knows_steps: bool) -> None:
    graph = build_graph(ways(), knows_steps=knows_steps)
    router = Router(graph)
    questions = questions_on(ways(), 300)
    routes = [router.route(*question) for question in questions]
    expected = [as_phone_says(r) if r else router.why_not(*q) for r, q in zip(routes, questions, strict=True)]
    assert ask_phone(graph, questions) == expected


def test_the_village_of_the_scripts_is_the_one_of_these_tests() -> None:
    packed = base64.b64encode(encode(graph_of())).decode()
    assert f'"{packed}"' in (ROOT / "tests" / "js" / "routing" / "village.js").read_text(encoding="utf-8")
