"""Forms of a walk as the library reads them: places by their names, and an id for each variant and session."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ...domain.forms.field import Document, Field, Kind, Read, Texts, read_fields, rows_in, without_empty_rows
from ...domain.forms.sections import document_of
from ...domain.text import N_, free_slug, plain_text, slug_of
from ...domain.walk import Walk
from ..models import PlaceRow

NO_SUCH_PLACE = N_("Aucun lieu ne s’appelle ainsi : choisissez-le dans la liste.")


def read_walk_form(session: Session, fields: Sequence[Field], document: Document, texts: Texts) -> Read:
    """Return what a form says; a place may be typed by its name, as lists offer it."""
    full = without_empty_rows(fields, texts)
    typed = {name: text for name in _place_inputs(fields, full) if (text := _text(full, name))}
    ids = _ids(session, [*typed.values()])
    known = {name: [ids[text]] for name, text in typed.items() if text in ids}
    unknown = {name: NO_SUCH_PLACE for name, text in typed.items() if text not in ids}
    read = read_fields(fields, document, {**full, **known})
    return Read(read.fields, {**read.refusals, **unknown}, {**read.texts, **{name: full[name] for name in typed}})


def with_ids(walk: Walk, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return fields of a walk with an id for each session and variant that has none."""
    wanted = dict(fields)
    if wanted.get("session"):
        wanted["session"] = _sessions(walk, wanted["session"])
    if wanted.get("variant"):
        wanted["variant"] = _variants(wanted["variant"])
    return wanted


# Private

_VARIANTS = {"rain": "pluie", "heat": "chaleur", "tired": "courte"}
"""What a variant is called where nobody gave it an id: files are French."""


def _place_inputs(fields: Sequence[Field], texts: Texts) -> Iterator[str]:
    for field in fields:
        if field.kind is Kind.PLACE:
            yield field.name
        for inner in field.rows:
            if inner.kind is Kind.PLACE:
                yield from (f"{field.name}.{number}.{inner.name}" for number in rows_in(field, texts))


def _text(texts: Texts, name: str) -> str:
    return plain_text(next(iter(texts.get(name, ())), "")).strip()


def _ids(session: Session, typed: Sequence[str]) -> dict[str, str]:
    """Return the ids of places by what was typed: the id itself, or a name, which is then the first place's."""
    asked = select(PlaceRow.id, PlaceRow.name).where(or_(PlaceRow.id.in_(typed), PlaceRow.name.in_(typed)))
    found = [*session.execute(asked.order_by(PlaceRow.rank.desc()))] if typed else []
    return {name: id for id, name in found} | {id: id for id, _ in found}


def _variants(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    taken = {str(row["id"]) for row in rows if row.get("id")}
    found = []
    for row in rows:
        id = row.get("id") or free_slug(_VARIANTS.get(row.get("when", ""), "variante"), taken)
        taken.add(id)
        found.append({**row, "id": id})
    return found


def _sessions(walk: Walk, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return sessions with an id each; where one that was announced says something else, a change more is counted."""
    held = {each.id: document_of(each) for each in walk.sessions}
    taken: set[str] = set()
    found = []
    for row in rows:
        id = _session_id(row, taken)
        taken.add(id)
        was = held.get(id, {})
        new = {**row, "id": id} | ({"sequence": was["sequence"]} if "sequence" in was else {})
        if was and new != was and not new.get("example"):
            new["sequence"] = was.get("sequence", 0) + 1
        found.append(new)
    return found


def _session_id(row: Mapping[str, Any], taken: set[str]) -> str:
    if row.get("id"):
        return str(row["id"])
    return free_slug(slug_of(str(row.get("start", ""))) or "seance", taken)
