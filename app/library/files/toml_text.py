"""TOML read with the line of each fault, and written in one stable way."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import Item

from ...domain.problem import Problem
from ...domain.text import N_
from .source import Reading, Source, line_of

_AT = re.compile(r"(.*) \(at line (\d+), column (\d+)\)")
_WIDTH = 100


def parse_toml(source: Source) -> Reading[dict[str, Any]]:
    """Return the tables of a file, or why it has none."""
    text = source.decode()
    if isinstance(text, Problem):
        return Reading({}, (text,), readable=False)
    try:
        return Reading(tomllib.loads(text.replace("\r\n", "\n")))
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
    """Return the text of a document: plain keys first, then tables, in the order given."""
    written = tomlkit.document()
    for key, value in document.items():
        if not _is_table(value):
            written.add(key, _item(value))
    for key, value in document.items():
        if _is_table(value):
            written.add(key, _tables(value))
    return tomlkit.dumps(written).strip() + "\n"


def _is_table(value: object) -> bool:
    return isinstance(value, Mapping) or (
        isinstance(value, (list, tuple)) and bool(value) and isinstance(value[0], Mapping)
    )


def _tables(value: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> Item:
    if isinstance(value, Mapping):
        return _table(value)
    tables = tomlkit.aot()
    for each in value:
        tables.append(_table(each))
    return tables


def _table(value: Mapping[str, Any]) -> Item:
    table = tomlkit.table()
    for key, each in value.items():
        table.add(key, _item(each))
    table.add(tomlkit.nl())
    return table


def _item(value: Any) -> Item:
    if isinstance(value, str) and "\n" in value and _fits_multiline(value):
        return tomlkit.string("\n" + value, multiline=True)
    if isinstance(value, (list, tuple)):
        return _array(value)
    item: Item = tomlkit.item(value)
    return item


def _fits_multiline(text: str) -> bool:
    """Tell whether a text stands in triple quotes exactly as it is."""
    return not text.startswith("\n") and "\r" not in text


def _array(values: Sequence[Any]) -> Item:
    array = tomlkit.array()
    array.extend(values)
    if len(array.as_string()) > _WIDTH:
        array.multiline(True)
    return array


_UNEXPECTED = N_("le TOML est mal écrit ({message}).")
_SYNTAX = {
    "Cannot overwrite a value": N_("une clé est écrite deux fois : gardez-en une."),
    "Cannot declare": N_("un bloc est écrit deux fois : gardez-en un ({message})."),
    "Expected '=' after a key": N_("il manque « = » après la clé."),
    "Invalid value": N_("la valeur est mal écrite : un texte se met entre guillemets droits."),
    "Unterminated string": N_("il manque le guillemet qui ferme le texte."),
    "Illegal character": N_("un retour à la ligne ou un caractère invisible coupe un texte : fermez le guillemet."),
    "Unclosed array": N_("il manque le crochet qui ferme la liste."),
    "Expected newline or end of document": N_("il y a un mot de trop après la valeur : passez à la ligne."),
}
