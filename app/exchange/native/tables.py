"""Repeated TOML tables (`[[category]]`): each becomes one block, or its faults."""

from collections.abc import Mapping
from typing import Any

from ...domain.problem import Problem
from ...domain.text import N_
from .mending import Model
from .sentences import read_block
from .source import Reading, Source


def read_tables(
    source: Source, document: Mapping[str, Any], key: str, model: type[Model], noun: str
) -> Reading[list[Model]]:
    """Return the blocks under `[[key]]` in order; `noun` names them in problems."""
    tables = document.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(table, Mapping) for table in tables):
        fault = source.problem(f"champ {key}", N_("écrivez [[{key}]] au-dessus de chaque bloc."), key=key)
        return Reading([], (fault,))
    read = [read_block(model, table, source, _subject(noun, table, number)) for number, table in enumerate(tables, 1)]
    faults = [fault for _, problems in read for fault in problems]
    faults += _twins(source, tables, noun)
    ids = frozenset(str(table.get("id")) for table in tables)
    return Reading([block for block, _ in read if block], tuple(faults), ids)


def _subject(noun: str, table: Mapping[str, Any], number: int) -> str:
    name = table.get("id")
    return f"{noun} {name[:80]}" if isinstance(name, str) and name else f"{noun} n° {number}"


def _twins(source: Source, tables: list[Mapping[str, Any]], noun: str) -> list[Problem]:
    """Find blocks with the same id (in the same zone, for holidays)."""
    seen: set[tuple[str, str]] = set()
    faults = []
    for number, table in enumerate(tables, 1):
        name = (str(table.get("id")), str(table.get("zone")))
        if "id" in table and name in seen:
            sentence = N_("l’identifiant « {id} » est pris par un autre : chacun a le sien.")
            faults.append(source.problem(_subject(noun, table, number), sentence, id=name[0]))
        seen.add(name)
    return faults
