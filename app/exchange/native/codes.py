"""`data/codes.csv`: the short codes given so far. Lines are added, never changed: paper does not forget."""

import csv
import io
from collections.abc import Iterator, Sequence

from ...domain.code import ALPHABET, is_code
from ...domain.content import CodeEntry
from ...domain.problem import Problem
from ...domain.subject import SUBJECTS
from ...domain.text import N_
from .source import Reading, Source, line_of

PATH = "data/codes.csv"
CODE_TAKEN = N_("ce code est déjà donné à « {id} » ({kind}) : un code imprimé ne change pas de lieu.")
_HEADER = ["code", "kind", "id"]


def read_codes(source: Source) -> Reading[tuple[CodeEntry, ...]]:
    """Return the codes of a file, in its order."""
    text = source.decode()
    if isinstance(text, Problem):
        return Reading((), (text,), readable=False)
    try:
        rows = [(line, row) for line, row in enumerate(csv.reader(io.StringIO(text), strict=True), 1) if row]
    except csv.Error as error:
        return Reading((), (source.problem("", N_("le CSV est mal écrit ({error})."), error=error),), readable=False)
    if rows[0][1] != _HEADER:
        fault = source.problem(line_of(1), N_("la première ligne doit être « code,kind,id »."))
        return Reading((), (fault,), readable=False)
    faults = tuple(_faults(source, rows[1:]))
    return Reading(tuple(CodeEntry(*row) for _, row in rows[1:] if len(row) == len(_HEADER)), faults)


def write_codes(codes: Sequence[CodeEntry]) -> str:
    """Return the text of a file of codes."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([_HEADER, *([c.code, c.kind, c.id] for c in codes)])
    return written.getvalue()


def _faults(source: Source, rows: Sequence[tuple[int, list[str]]]) -> Iterator[Problem]:
    first_line: dict[str, int] = {}
    for line, row in rows:
        if len(row) != len(_HEADER):
            sentence = N_("la ligne a {count} colonnes : trois sont attendues (code, kind, id).")
            yield source.problem(line_of(line), sentence, count=len(row))
            continue
        yield from _row_faults(source, line_of(line), *row)
        if row[0] in first_line:
            sentence = N_("le code « {code} » est déjà donné ligne {first} : un code ne sert qu’une fois.")
            yield source.problem(line_of(line), sentence, code=row[0], first=first_line[row[0]])
        first_line.setdefault(row[0], line)


def _row_faults(source: Source, where: str, code: str, kind: str, identifier: str) -> Iterator[Problem]:
    if not is_code(code):
        sentence = N_("« {code} » n’est pas un code : six caractères parmi {alphabet}, dont un chiffre.")
        yield source.problem(where, sentence, code=code, alphabet=ALPHABET)
    if kind not in SUBJECTS:
        sentence = N_("« {value} » n’est pas proposé : choisissez parmi {offered}.")
        yield source.problem(where, sentence, value=kind, offered=", ".join(SUBJECTS))
    if not identifier.strip():
        yield source.problem(where, N_("l’identifiant manque."))
