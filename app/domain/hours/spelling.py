"""Hours as people write them, turned into OSM syntax: `Mo-Fr 9h-17h` → `Mo-Fr 09:00-17:00`.

Only a suggestion for the person who wrote them: nothing guessed here is ever taken for a fact.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_WORDS = {
    "comment": r"\"[^\"]*\"|(?:uniquement )?sur (?:rendez[- ]vous|r\.?d\.?v\.?)",
    "SH": r"(?:pendant )?(?:les )?vacances(?: scolaires)?|sh",
    "PH": r"(?:les )?jours? f[ée]ri[ée]s?|ph",
    "Mo-Su": r"tous les jours|7 ?j ?/ ?7|7/7",
    "24/7": r"24 ?h? ?/ ?(?:24 ?h?|7)",
    "off": r"(?:est )?ferm[ée]{1,2}s?|closed|off",
    "Mo": r"lundis?|lun|lu|monday|mon|mo",
    "Tu": r"mardis?|mar|ma|tuesday|tue|tu",
    "We": r"mercredis?|mer|me|wednesday|wed|we",
    "Th": r"jeudis?|jeu|je|thursday|thu|th",
    "Fr": r"vendredis?|ven|ve|friday|fri|fr",
    "Sa": r"samedis?|sam|sa|saturday|sat",
    "Su": r"dimanches?|dim|di|sunday|sun|su",
    "12:00": "midi",
    "-": r"-|–|—|/|au|[àa]|jusqu['’][àa]|to",
    ",": r",|et|and",
    "": r"[;:.]|du|les?|de|d['’]|ouvert|from|h",
}
_CLOCK = r"(?P<hour>\d{1,2})(?:\s*[h:.]\s*(?P<minute>\d{2})?(?!\d))?"
_SCAN = re.compile(
    r"\s*(?:"
    + "|".join(
        f"(?P<t{n}>{words}{'' if words[0] in '-;,' else '(?![a-zà-ÿ])'})" for n, words in enumerate(_WORDS.values())
    )
    + f"|{_CLOCK})\\.?"
)


@dataclass
class _Clause:
    """One rule in the making."""

    days: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    end: str = ""

    @property
    def is_whole(self) -> bool:
        return bool(self.times) or bool(self.days and self.end)

    def written(self) -> str:
        return " ".join(part for part in ("".join(self.days), ",".join(self.times), self.end) if part)


def respell_hours(text: str) -> str | None:
    """Return the text in OSM syntax, or nothing when a word of it means nothing here."""
    tokens = _tokens(text.lower().replace("\u00a0", " ").replace("\u202f", " ").strip())
    if tokens is None:
        return None
    clauses = [_Clause()]
    dash = False
    for kind, token in tokens:
        if kind == "day":
            _add_day(clauses, token, dash=dash)
        elif kind == "time":
            _add_time(clauses[-1], token, dash=dash)
        elif kind == "end":
            _add_end(clauses, token)
        dash = kind == "dash"
    return "; ".join(clause.written() for clause in clauses) or None


# Private


def _tokens(text: str) -> list[tuple[str, str]] | None:
    tokens: list[tuple[str, str]] = []
    place = 0
    while place < len(text):
        found = _SCAN.match(text, place)
        if not found or found.end() == place:
            return None
        tokens += _token(found)
        place = found.end()
    return tokens


def _token(found: re.Match[str]) -> Iterator[tuple[str, str]]:
    if found["hour"]:
        yield "time", f"{int(found['hour']):02}:{found['minute'] or '00'}"
        return
    name = next(name for n, name in enumerate(_WORDS) if found[f"t{n}"] is not None)
    if name == "comment":
        yield "end", '"' + found[0].strip(' ".') + '"'
    elif name == "off":
        yield "end", name
    elif name in ("12:00", "24/7"):
        yield "time", name
    elif name in ("-", ","):
        yield {"-": "dash", ",": "comma"}[name], name
    elif name:
        yield "day", name


def _add_day(clauses: list[_Clause], day: str, *, dash: bool) -> None:
    if clauses[-1].is_whole:
        clauses.append(_Clause())
    days = clauses[-1].days
    if days:
        # "vacances lundi-vendredi" are the working days of the holidays: a space, not a comma.
        day = ("-" if dash else " " if days[-1] in ("SH", "PH") and day not in ("SH", "PH") else ",") + day
    days.append(day)


def _add_time(clause: _Clause, time: str, *, dash: bool) -> None:
    if dash and clause.times and "-" not in clause.times[-1]:
        clause.times[-1] += f"-{time}"
    else:
        clause.times.append(time)


def _add_end(clauses: list[_Clause], end: str) -> None:
    if end == "off" and clauses[-1].is_whole:
        clauses.append(_Clause())
    clauses[-1].end = end
