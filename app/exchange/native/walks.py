"""`walks/<slug>.toml`: one file a walk."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from ...domain.problem import Problem
from ...domain.text import N_
from ...domain.walk import Walk
from .sentences import read_block, written
from .source import Reading, Source
from .toml_text import parse_toml, write_toml
from .walk_faults import walk_faults
from .walk_points import point_faults, with_rounded_points

FOLDER = "walks"


def path_of(slug: str) -> str:
    """Return where a walk is written."""
    return f"{FOLDER}/{slug}.toml"


def read_walk(source: Source) -> Reading[Walk | None]:
    """Return the walk of a file."""
    parsed = parse_toml(source)
    slug = PurePosixPath(source.path).stem
    if not parsed.readable:
        return Reading(None, parsed.problems, frozenset({slug}), readable=False)
    document = parsed.value
    faults = [*_format_faults(source, document), *_id_faults(source, document, slug), *point_faults(source, document)]
    if any(fault.where == "champ format" for fault in faults):
        return Reading(None, tuple(faults), frozenset({slug}))
    walk, others = read_block(Walk, with_rounded_points(document), source, "")
    faults += [*others, *(walk_faults(source, walk) if walk else ())]
    return Reading(walk, tuple(faults), frozenset({slug}))


def write_walk(walk: Walk) -> str:
    """Return the text of a walk's file."""
    return write_toml(written(walk, "python"))


def _format_faults(source: Source, document: Mapping[str, Any]) -> Iterator[Problem]:
    found = document.get("format")
    if found != 1 or isinstance(found, (bool, float)):
        sentence = N_("le format « {format} » n’est pas connu : la première ligne doit être format = 1.")
        yield source.problem("champ format", sentence, format="absent" if found is None else found)


def _id_faults(source: Source, document: Mapping[str, Any], slug: str) -> Iterator[Problem]:
    if isinstance(document.get("id"), str) and document["id"] != slug:
        sentence = N_(
            "l’identifiant « {id} » n’est pas le nom du fichier : écrivez « {slug} », ou renommez le fichier."
        )
        yield source.problem("champ id", sentence, id=document["id"], slug=slug)
