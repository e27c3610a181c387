"""What Python and the scripts share is said once."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from app.assets import STATIC
from app.map.drawing.look import STROKES
from app.map.drawing.words import KINDS, SIZES_PX
from app.script_values import script_modules, write_script_modules

STYLES = STATIC / "css" / "components"
READ = """
const modules = process.argv.slice(1)
const read = await Promise.all(modules.map((module) => import(module)))
console.log(JSON.stringify(read.map((module) => ({ ...module })), (_, value) => (value === Infinity ? "never" : value)))
"""


def test_scripts_read_what_python_says(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"type": "module"}')
    write_script_modules(tmp_path)
    files = [str(tmp_path / name) for name in ("routing.js", "places.js", "distance.js")]
    run = subprocess.run(
        ["node", "--input-type=module", "-e", READ, *files], capture_output=True, check=True, text=True
    )
    routing, places, distance = json.loads(run.stdout)
    assert routing["COSTS"]["wheelchair"]["kind=steps"] == ["never", 0]
    assert routing["FIELDS"][1] == ["surface", 2, ["", "smooth", "rough"], 2]
    assert routing["MAGIC"].to_bytes(4, "little") == b"ADPG"
    assert places["ANSWERS"] == ["unknown", "no", "yes", "unknown"]
    assert distance["FAMILY_PACE_KMH"] == 4


@pytest.mark.parametrize("name", script_modules())
def test_the_modules_built_are_those_of_this_python(name: str) -> None:
    built = STATIC / "js" / "generated" / name
    assert built.read_text(encoding="utf-8") == script_modules()[name], "run: adeuxpas assets"


def test_what_says_the_same_keeps_its_date(tmp_path: Path) -> None:
    write_script_modules(tmp_path)
    dates = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    write_script_modules(tmp_path)
    assert {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()} == dates


@pytest.mark.parametrize("kind", sorted(STROKES.keys() - {"scale"}))
def test_lines_are_as_wide_in_the_style_as_on_paper(kind: str) -> None:
    style = (STYLES / "map-drawing.css").read_text(encoding="utf-8")
    pixels, metres = STROKES[kind]
    assert _width(style, kind) == (pixels, metres)


@pytest.mark.parametrize(("kind", "px"), list(zip(KINDS, SIZES_PX, strict=True)))
def test_names_are_as_large_in_the_style_as_they_are_measured(kind: str, px: float) -> None:
    style = (STYLES / "map-names.css").read_text(encoding="utf-8")
    sizes = re.search(rf"\.map-names \.{kind} {{[^}}]*?font-size: ([\d.]+)px", style)
    common = re.search(r"font-size: ([\d.]+)px", style)
    assert common
    assert float((sizes or common)[1]) == px


def _width(style: str, kind: str) -> tuple[float, float]:
    """Return the pixels of a line and its metres on the ground."""
    rule = re.search(rf"\.map-{kind} {{[^}}]*?stroke-width: ([^;]+);", style)
    assert rule, kind
    pixels = re.search(r"([\d.]+)px", rule[1])
    metres = re.search(r"([\d.]+) \* var\(--map-m\)", rule[1])
    return float(pixels[1]) if pixels else 0.0, float(metres[1]) if metres else 0.0
