"""A sheet of one subject, drawn in one line."""

from collections.abc import Sequence

from app.domain.content import Content
from app.domain.public import public_content
from app.print.formats import DEFAULT, read_format
from app.print.order import Named, Order
from app.print.poster import Picture, draw_order
from app.site.addresses import Site


def draw_one(
    content: Content,
    site: Site,
    subject: Named,
    languages: Sequence[str] = ("fr", "ar"),
    *,
    fmt: Picture = "pdf",
    ppi: float = 150,
    sheet_format: str = DEFAULT,
) -> bytes:
    """Return the first page of the sheet of one subject."""
    order = Order(public_content(content), site, (subject,), tuple(languages))
    return draw_order(read_format(sheet_format), order, fmt=fmt, ppi=ppi)[0]
