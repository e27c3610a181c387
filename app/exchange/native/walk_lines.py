"""On which line of a walk's file a problem is: whoever mends it scrolls through a page of text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ...domain.problem import Problem
from .source import Source, line_of
from .walks import FOLDER

Loc = tuple[int | str, ...]


def with_lines(problems: Iterable[Problem], files: Mapping[str, bytes]) -> list[Problem]:
    """Return the problems, those of walks with the line of what they name."""
    known: dict[str, Mapping[Loc, int]] = {}
    return [_with_line(problem, files, known) for problem in problems]


def lines_in(text: str) -> dict[Loc, int]:
    """Return where each block and each key of a TOML text begins: `("stop", 2, "text")` stands on line 14."""
    found: dict[Loc, int] = {}
    counts: Counter[Loc] = Counter()
    block: Loc = ()
    for number, line in _lines_outside_of_texts(text):
        if header := _HEADER.match(line):
            block = _block_of(header, counts)
            found.setdefault(block, number)
        elif key := _KEY.match(line):
            found.setdefault((*block, key[1]), number)
    return found


# Private

_HEADER = re.compile(r"\s*(\[{1,2})\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_QUOTES = re.compile(r'"""|' + "'''")
_NUMBERED = {
    "arrêt": "stop",
    "avis": "notice",
    "service": "service",
    "séance": "session",
    "tronçon": "leg",
    "variante": "variant",
}


def _lines_outside_of_texts(text: str) -> Iterator[tuple[int, str]]:
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if not inside:
            yield number, line
        inside ^= len(_QUOTES.findall(line)) % 2 == 1


def _block_of(header: re.Match[str], counts: Counter[Loc]) -> Loc:
    """Return the place of a block: of a list within a list (`[[stop.quiz]]`) the last one is meant."""
    *outer, name = header[2].split(".")
    block: Loc = ()
    for each in outer:
        block = (*block, each, counts[(*block, each)]) if counts[(*block, each)] else (*block, each)
    block = (*block, name)
    if header[1] == "[":
        return block
    counts[block] += 1
    return (*block, counts[block])


def _with_line(problem: Problem, files: Mapping[str, bytes], known: dict[str, Mapping[Loc, int]]) -> Problem:
    if not problem.file.startswith(f"{FOLDER}/") or problem.file not in files or problem.where.startswith("ligne "):
        return problem
    if problem.file not in known:
        text = Source(problem.file, files[problem.file]).decode()
        known[problem.file] = lines_in(text) if isinstance(text, str) else {}
    loc = _loc_of(problem.where)
    ends = (loc[:end] for end in range(len(loc), 0, -1))
    line = next((known[problem.file][end] for end in ends if end in known[problem.file]), None)
    return problem if line is None else replace(problem, where=f"{line_of(line)}, {problem.where}")


def _loc_of(where: str) -> Loc:
    """Return what a problem names (`arrêt n° 2, champ quiz n° 1, answer`) as a place in the file."""
    loc: Loc = ()
    for part in where.split(", "):
        name, _, number = part.removeprefix("champ ").partition(" n° ")
        loc += (_NUMBERED.get(name, name) if part == where.split(", ")[0] else name,)
        loc += (int(number),) if number.isdigit() else ()
    return tuple(step for step in loc if step != "")
