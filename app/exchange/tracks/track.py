"""One line on the ground with the points that somebody named beside it, as a file of any format gave them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ...domain.geometry import Position, metres_between
from ...domain.problem import Problem
from ...domain.text import N_
from ..native.features import check_position, rounded
from ..native.source import Source

GAP_M = 100
"""A receiver that pauses leaves a gap; what is further apart is another outing."""

MOST_POINTS = 100_000


@dataclass(frozen=True)
class Track:
    """A line of two positions at least, the named points of its file, and its own name or ""."""

    line: tuple[Position, ...]
    points: tuple[tuple[str, Position], ...] = ()
    name: str = ""


def track_of(
    source: Source, lines: Sequence[Sequence[Position]], points: Sequence[tuple[str, Position]], name: str
) -> Track | Problem:
    """Return the one line that the pieces of a file make, or why they make none."""
    pieces = [piece for piece in lines if piece]
    if not pieces:
        return source.problem("", _NO_LINE)
    positions = [*(each for piece in pieces for each in piece), *(point for _, point in points)]
    wrong = next((problem for each in positions if (problem := check_position([*each]))), None)
    if wrong:
        value = next([*each] for each in positions if check_position([*each]))
        return source.problem("", wrong, value=value)
    if len(positions) > MOST_POINTS:
        return source.problem("", _TOO_MANY, count=len(positions), most=MOST_POINTS)
    joined = list(pieces[0])
    for piece in pieces[1:]:
        gap = metres_between(joined[-1], piece[0])
        if gap > GAP_M:
            return source.problem("", _TORN, count=len(pieces), metres=round(gap))
        joined += piece
    line = tuple((lon, lat) for lon, lat in map(rounded, joined))
    if len({*line}) < 2:
        return source.problem("", _ONE_POINT)
    return Track(line, tuple((called.strip(), (lon, lat)) for called, (lon, lat) in points), name.strip())


_NO_LINE = N_("ce fichier ne contient pas de tracé : il faut une trace, un itinéraire ou une ligne.")
_ONE_POINT = N_("le tracé n’a qu’un point : il en faut deux.")
_TOO_MANY = N_("le tracé compte {count} points : {most} au plus. Simplifiez-le d’abord.")
_TORN = N_("le fichier contient {count} tracés éloignés de {metres} m : gardez-en un seul.")
