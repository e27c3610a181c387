"""A theme and its colour: one is added with the other, for a sign without one has the accent, which says no theme."""

import re
import tomllib
from pathlib import Path

from app.assets import PROJECT, STATIC

STYLES = STATIC / "css"


def themes() -> set[str]:
    told = tomllib.loads((PROJECT / "data" / "categories.toml").read_text(encoding="utf-8"))
    return {category["id"] for category in told["category"] if "parent" not in category}


def found(style: Path, pattern: str) -> list[tuple[str, ...]]:
    return re.findall(pattern, style.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_themes_are_those_that_have_a_colour() -> None:
    tokens = found(STYLES / "tokens.css", r"^  --theme-([\w-]+): (#[0-9a-f]{6});$")
    assert sorted(name for name, _ in tokens) == sorted(themes())


def test_doors_and_signs_of_each_theme_are_of_its_colour() -> None:
    rule = r"^\.door-([\w-]+), \.theme-([\w-]+) \{ --theme: var\(--theme-([\w-]+)\); \}$"
    assert sorted(found(STYLES / "components" / "needs.css", rule)) == [(name,) * 3 for name in sorted(themes())]
