"""The register of sheets that hang: where each is, and what it said when it was printed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from .models import HangingRow
from .sessions import reading, writing

MOST_IN_A_TERRITORY = 1_000
MOST_LETTERS = 120


@dataclass(frozen=True)
class Hanging:
    """A sheet that hangs: what it is of (as the studio writes it), where, since when, and a digest of what it says."""

    id: int
    territory: str
    query: str
    spot: str
    digest: str
    printed: date


def read_hanging(territory: str) -> list[Hanging]:
    """Return the sheets that hang in a territory, in the order of where they are."""
    asked = select(HangingRow).where(HangingRow.territory == territory).order_by(HangingRow.spot, HangingRow.id)
    with reading() as session:
        return [_hanging(row) for row in session.scalars(asked)]


def hang_sheet(territory: str, query: str, spot: str, digest: str, day: date) -> bool:
    """Note that a sheet hangs somewhere; False when the register of the territory is full."""
    with writing() as session:
        held = session.scalars(select(HangingRow.id).where(HangingRow.territory == territory)).all()
        if len(held) >= MOST_IN_A_TERRITORY:
            return False
        session.add(HangingRow(territory=territory, query=query, spot=spot, digest=digest, printed=day))
        session.commit()
        return True


def replace_sheet(territory: str, id: int, digest: str, day: date) -> None:
    """Note that a sheet was printed again and hangs in the place of the former."""
    with writing() as session:
        row = session.get(HangingRow, id)
        if row is not None and row.territory == territory:
            row.digest, row.printed = digest, day
            session.commit()


def take_down_sheet(territory: str, id: int) -> None:
    """Note that a sheet hangs no more."""
    with writing() as session:
        row = session.get(HangingRow, id)
        if row is not None and row.territory == territory:
            session.delete(row)
            session.commit()


# Private


def _hanging(row: HangingRow) -> Hanging:
    return Hanging(row.id, row.territory, row.query, row.spot, row.digest, row.printed)
