"""The pictograms: one SVG sprite of symbols that take the colour of the text, cut from open icon sets."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

TABLE = Path(__file__).with_suffix(".toml")
_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"[-+]?(?:\d+\.\d*|\.\d+|\d+)(?:[eE][-+]?\d+)?")
_FLAG = re.compile(r"[01]")
_ARC_FLAGS = (3, 4)
_STROKE = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
_FILL = 'fill="currentColor"'


class PictogramError(RuntimeError):
    """A pictogram of the table cannot be drawn; the message names it and its file."""


@dataclass(frozen=True)
class Pictogram:
    """A name of ours, the file it is cut from, and the share of its width to leave empty on each side."""

    name: str
    file: Path
    padding: float = 0


def pictogram_names(table: Path = TABLE) -> frozenset[str]:
    """Return every name that `#name` may ask of the sprite."""
    return frozenset(_entries(tomllib.loads(table.read_text(encoding="utf-8"))))


def build_pictograms(node_modules: Path, out: Path, table: Path = TABLE) -> None:
    """Write the sprite when the table or a set is newer; raise `PictogramError` for a file that is not there."""
    pictograms = read_pictograms(node_modules, table)
    sources = [table, Path(__file__), *(p.file for p in pictograms)]
    if out.exists() and out.stat().st_mtime >= max(source.stat().st_mtime for source in sources):
        return
    out.parent.mkdir(parents=True, exist_ok=True)
    symbols = "".join(draw_symbol(pictogram) for pictogram in pictograms)
    out.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n', encoding="utf-8")


def read_pictograms(node_modules: Path, table: Path = TABLE) -> list[Pictogram]:
    """Read the table; raise `PictogramError` when a set or a file it names does not exist."""
    content = tomllib.loads(table.read_text(encoding="utf-8"))
    return [_find(name, entry, content["sets"], node_modules) for name, entry in _entries(content).items()]


def draw_symbol(pictogram: Pictogram) -> str:
    """Return the `<symbol>` of a pictogram: no size, no style, two decimals."""
    tree = ElementTree.parse(pictogram.file).getroot()  # noqa: S314 - a file of a package we pinned
    ink = _STROKE if tree.get("stroke") == "currentColor" else _FILL
    box = _padded([float(edge) for edge in tree.get("viewBox", "").split()], pictogram.padding)
    drawn = "".join(f'<path d="{shape}"/>' for shape in _shapes(tree))
    return f'<symbol id="{pictogram.name}" viewBox="{box}" {ink}>{drawn}</symbol>'


def tidy_path(d: str) -> str:
    """Return path data with numbers of two decimals and no needless separator."""
    steps = re.findall(r"([a-df-zA-DF-Z])([^a-df-zA-DF-Z]*)", d)
    return "".join(command + _join(_numbers(command, rest)) for command, rest in steps)


def _entries(content: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    groups = [group for title, group in content.items() if title != "sets"]
    names = [name for group in groups for name in group]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise PictogramError(f"Pictogram names written twice: {', '.join(twice)}.")
    return {name: entry for group in groups for name, entry in group.items()}


def _find(name: str, entry: str, sets: Mapping[str, Mapping[str, str | float]], node_modules: Path) -> Pictogram:
    chosen, _, file = entry.partition("/")
    if chosen not in sets:
        raise PictogramError(f"Pictogram “{name}” wants the set “{chosen}”; known sets: {', '.join(sets)}.")
    path = node_modules / str(sets[chosen]["folder"]) / f"{file}.svg"
    if not path.is_file():
        raise PictogramError(f"Pictogram “{name}” wants {entry}, but {path} does not exist.")
    return Pictogram(name, path, float(sets[chosen]["padding"]))


def _shapes(tree: ElementTree.Element) -> Iterator[str]:
    # Tabler's first path is an invisible frame.
    paths = (path for path in tree.iter(f"{_SVG}path") if path.get("stroke") != "none")
    return (tidy_path(path.get("d", "")) for path in paths)


def _padded(box: list[float], padding: float) -> str:
    left, top, width, height = box
    margin = width * padding
    return " ".join(_short(edge) for edge in (left - margin, top - margin, width + 2 * margin, height + 2 * margin))


def _numbers(command: str, text: str) -> list[str]:
    found: list[str] = []
    position = 0
    while match := _next_number(command, len(found), text, position):
        found.append(_short(float(match[0])))
        position = match.end()
    return found


def _next_number(command: str, index: int, text: str, position: int) -> re.Match[str] | None:
    # An arc's two flags may be written without a separator: "a1 1 0 01.5.5".
    is_flag = command in "aA" and index % 7 in _ARC_FLAGS
    return (_FLAG if is_flag else _NUMBER).search(text, position)


def _short(number: float) -> str:
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def _join(numbers: list[str]) -> str:
    joined = ""
    for number in numbers:
        glued = (
            not joined
            or number.startswith("-")
            or (number.startswith(".") and "." in joined.rsplit(" ")[-1].rsplit("-")[-1])
        )
        joined += number if glued else f" {number}"
    return joined
