"""JSON read strictly: no key twice, no NaN, no endless number, and each fault with its line."""

import json
import re
from collections.abc import Iterator
from typing import Any

from ...domain.problem import Problem
from ...domain.text import N_, plain_texts
from .source import Reading, Source, line_of

_LONGEST_INTEGER = 18
_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}:]|-?(?:NaN|Infinity)|(?<![\d.eE+])-?\d{19,}(?![\d.eE])', re.DOTALL)


def parse_json(source: Source) -> Reading[Any]:
    """Return the document in a file, or why it has none."""
    text = source.decode()
    if isinstance(text, Problem):
        return Reading(None, (text,), readable=False)
    strict = _Strict()
    try:
        document = json.loads(
            text, object_pairs_hook=strict.pairs, parse_constant=strict.suspect, parse_int=strict.integer
        )
    except json.JSONDecodeError as error:
        fault = source.problem(line_of(error.lineno, error.colno), _syntax_sentence(error), near=_near(error))
        return Reading(None, (fault,), readable=False)
    except RecursionError:
        return Reading(
            None, (source.problem("", N_("trop de blocs emboîtés les uns dans les autres.")),), readable=False
        )
    problems = tuple(_locate_faults(source, text)) if strict.suspicious else ()
    return Reading(plain_texts(document), problems)


class _Strict:
    """The fast parser's hooks: they only notice that something is wrong; `_locate_faults` says where."""

    suspicious = False

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        self.suspicious |= len(found) < len(pairs)
        return found

    def suspect(self, _word: str) -> None:
        self.suspicious = True

    def integer(self, digits: str) -> int | None:
        if len(digits) <= _LONGEST_INTEGER:
            return int(digits)
        self.suspicious = True
        return None


def _locate_faults(source: Source, text: str) -> Iterator[Problem]:
    seen: list[set[str]] = []
    string = ""
    for token in _TOKEN.finditer(text):
        word = token.group()
        if word == "{":
            seen.append(set())
        elif word == "}":
            seen.pop()
        elif word == ":":
            if string in seen[-1]:
                yield source.problem(
                    _line_at(text, token), N_("la clé {key} est écrite deux fois : gardez-en une."), key=string
                )
            seen[-1].add(string)
        elif word.startswith('"'):
            string = word
        else:
            yield source.problem(
                _line_at(text, token), N_("{value} n’est pas un nombre que l’on peut garder."), value=word
            )


def _line_at(text: str, token: re.Match[str]) -> str:
    return line_of(text.count("\n", 0, token.start()) + 1)


def _near(error: json.JSONDecodeError) -> str:
    return error.doc[max(0, error.pos - 20) : error.pos + 20].strip()


def _syntax_sentence(error: json.JSONDecodeError) -> str:
    if error.pos >= len(error.doc.rstrip()):
        return N_("le JSON s’arrête trop tôt : il manque une accolade ou un crochet à la fin.")
    return _SYNTAX.get(error.msg, N_("le JSON est mal écrit près de « {near} »."))


_SYNTAX = {
    "Expecting ',' delimiter": N_("il manque une virgule près de « {near} »."),
    "Expecting ':' delimiter": N_("il manque deux-points après la clé, près de « {near} »."),
    "Illegal trailing comma before end of object": N_("une virgule est de trop près de « {near} »."),
    "Illegal trailing comma before end of array": N_("une virgule est de trop près de « {near} »."),
    "Expecting property name enclosed in double quotes": N_(
        "une clé entre guillemets droits est attendue près de « {near} » (une virgule de trop ?)."
    ),
    "Extra data": N_("le JSON est fini avant « {near} » : enlevez ce qui suit."),
    "Invalid control character at": N_(
        "un retour à la ligne ou un caractère invisible coupe un texte près de « {near} »."
    ),
}
