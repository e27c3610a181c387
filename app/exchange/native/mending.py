"""Parsing one block, and what remains of it without its faults.

A place with a wrong hour may also lie in the sea: what can still be understood goes on to the checks that
look at everything together, so that all is said in one go. A mended object never enters a library.
"""

import json
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[int | str, ...]

_STAND_INS = {"name": "?", "title": "?", "label": "?", "status": "draft"}
"""For fields that an object cannot be without."""


def parse_block(model: type[Model], document: Mapping[str, Any]) -> Model:
    """Return a domain object, or raise pydantic's own error."""
    return parse_text(model, json_of(document))


def parse_text(model: type[Model], text: str) -> Model:
    """Return a domain object from its JSON: there a date may be a text and a list a tuple, yet "12" is no number.

    Keys are those of files (`from`), never those of Python (`from_`): what is read must be what would be written.
    """
    return model.model_validate_json(text, strict=True, by_alias=True, by_name=False)


def json_of(document: Mapping[str, Any]) -> str:
    """Return a document as JSON of plain letters."""
    return json.dumps(document, default=str)


def mend_block(model: type[Model], document: Mapping[str, Any], faults: Sequence[tuple[str, Loc]]) -> Model | None:
    """Return what remains without the faulty fields, or else without the blocks that hold them."""
    for depth in (None, 1):
        rest = deepcopy(dict(document))
        for kind, loc in reversed(faults):
            _take_out(rest, loc[:depth], is_missing=kind == "missing")
        try:
            return parse_block(model, rest)
        except ValidationError:
            continue
    return None


def _take_out(document: dict[str, Any], loc: Loc, *, is_missing: bool) -> None:
    holder: Any = document
    try:
        for step in loc[:-1]:
            holder = holder[step]
    except (LookupError, TypeError):
        return  # a fault around this one has taken it out already
    key = loc[-1]
    if isinstance(holder, list):
        del holder[int(key) : int(key) + 1]
    elif key in _STAND_INS and len(loc) == 1:
        holder[key] = _STAND_INS[key]
    elif isinstance(holder, dict) and (not is_missing or len(loc) == 1):
        holder.pop(key, None)
