"""Ids and codes for what the desk adds: such as nothing has nor ever had, for paper still leads to those."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from ...domain.code import draw_code
from ...domain.text import free_slug
from ..models import CodeRow


def free_id(session: Session, kind: str, wanted: str, held: Iterable[str]) -> str:
    """Return an id for something of a kind, as near to the one wanted as can be. `new` is a page of the desk."""
    taken = {*held, "new"} | {*session.scalars(select(CodeRow.id).where(CodeRow.kind == kind))}
    return free_slug(wanted, taken)


def free_code(session: Session) -> str:
    """Return a code that nobody was ever given."""
    given = {*session.scalars(select(CodeRow.code))}
    return next(code for code in iter(draw_code, "") if code not in given)
