"""TOML read with the line of each fault, and written in one stable way."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit

from ...domain.problem import Problem
from ...domain.text import N_, plain_texts
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
    sentence = next((said for start, said in _SYNTAX.items() if found[1].startswith(start)), _UNEXPECTED)
    return source.problem(where, sentence, message=found[1])


def write_toml(document: Mapping[str, Any]) -> str:
    """Return the text of a document: plain keys first, then tables, in the order given, a blank line between."""
    tables = {key: value for key, value in document.items() if _is_table(value)}
    head = {key: value for key, value in document.items() if key not in tables}
    blocks = [_lines("", head)] if head else []
    for key, value in tables.items():
        if isinstance(value, Mapping):
            blocks.append(_lines(f"[{key}]", value))
        else:
            blocks += [_lines(f"[[{key}]]", each) for each in value]
    return "\n\n".join(blocks) + "\n"


def _is_table(value: object) -> bool:
    items = value if isinstance(value, (list, tuple)) else [value]
    return bool(items) and isinstance(items[0], Mapping)


def _lines(header: str, block: Mapping[str, Any]) -> str:
    lines = [f"{key} = {_value(value)}" for key, value in block.items()]
    return "\n".join([header, *lines] if header else lines)


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
