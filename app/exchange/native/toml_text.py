"""TOML read with the line of each fault, and written in one stable way."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import tomlkit

from ...domain.problem import Problem
from ...domain.text import N_, plain_texts
from .days import has_french_day
from .source import Reading, Source, line_of

_AT = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_WIDTH = 100


def parse_toml(source: Source) -> Reading[dict[str, Any]]:
    """Return the tables of a file, or why it has none."""
    text = source.decode()
    if isinstance(text, Problem):
        return Reading({}, (text,), readable=False)
    try:
        return Reading(plain_texts(tomllib.loads(text)))
    except RecursionError:
        fault = source.problem("", N_("trop de blocs emboîtés les uns dans les autres."))
    except ValueError as error:  # TOMLDecodeError, and int() on 5,000 digits
        fault = _syntax_problem(source, str(error))
    return Reading({}, (fault,), readable=False)


def _syntax_problem(source: Source, message: str) -> Problem:
    found = _AT.fullmatch(message)
    if found is None:
        return source.problem("", N_("le TOML est mal écrit ({message})."), message=message)
    where = line_of(int(found[2]), int(found[3]))
    line = source.data.decode("utf-8-sig").splitlines()[int(found[2]) - 1 : int(found[2])]
    sentence = next((said for start, said in _SYNTAX.items() if found[1].startswith(start)), _UNEXPECTED)
    return source.problem(where, _written_otherwise("".join(line)) or sentence, message=found[1])


def _written_otherwise(line: str) -> str | None:
    """Return what to say of a line that a person wrote as letters are written, not files."""
    if has_french_day(line):
        return _FRENCH_DAY
    return _SMART_QUOTES if re.search(r"=\s*\[?\s*[“”„«‘’]", line) else None


def write_toml(document: Mapping[str, Any]) -> str:
    """Return the text of a document: plain keys first, then tables, in the order given, a blank line between."""
    return "\n\n".join(_blocks("", "", document)) + "\n"


def _blocks(path: str, header: str, block: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a block, then those of each block in it, under the whole path to it."""
    tables = {key: value for key, value in block.items() if _is_table(value)}
    lines = [f"{key} = {_value(value)}" for key, value in block.items() if key not in tables]
    if header or lines:
        yield "\n".join([header, *lines] if header else lines)
    for key, value in tables.items():
        name = f"{path}.{key}" if path else key
        if isinstance(value, Mapping):
            yield from _blocks(name, f"[{name}]", value)
        else:
            yield from chain.from_iterable(_blocks(name, f"[[{name}]]", each) for each in value)


def _is_table(value: object) -> bool:
    items = value if isinstance(value, (list, tuple)) else [value]
    return bool(items) and isinstance(items[0], Mapping)


def _value(value: Any) -> str:
    if isinstance(value, str) and "\n" in value:
        # The first newline after the quotes is not part of the text: its lines all start at the margin.
        quoted = tomlkit.string(value, multiline=True).as_string().removeprefix(_QUOTES)
        return _QUOTES + ("" if value.startswith("\n") else "\n") + quoted
    if isinstance(value, (list, tuple)):
        return _array(value)
    written: str = tomlkit.item(value).as_string()
    return written


def _array(values: Sequence[Any]) -> str:
    array = tomlkit.array()
    array.extend(values)
    if len(array.as_string()) > _WIDTH:
        array.multiline(True)
    return array.as_string()


_QUOTES = '"""'
_FRENCH_DAY = N_("une date s’écrit année-mois-jour, comme 2027-01-13 ; avec une heure, « 2027-01-13 14:00 ».")
_SMART_QUOTES = N_('les guillemets sont ceux d’un traitement de texte : remplacez-les par des guillemets droits ".')
_UNEXPECTED = N_("le TOML est mal écrit ({message}).")
_SYNTAX = {
    "Cannot overwrite a value": N_("une clé est écrite deux fois : gardez-en une."),
    "Cannot declare": N_("un bloc est écrit deux fois : gardez-en un ({message})."),
    "Expected '=' after a key": N_("il manque « = » après la clé."),
    "Invalid value": N_("la valeur est mal écrite : un texte se met entre guillemets droits."),
    "Unterminated string": N_("il manque le guillemet qui ferme le texte."),
    "Illegal character": N_("un retour à la ligne ou un caractère invisible coupe un texte : fermez le guillemet."),
    "Unclosed array": N_("il manque le crochet qui ferme la liste."),
    "Expected newline or end of document": N_("la valeur est mal écrite, ou suivie d’un mot de trop."),
}
