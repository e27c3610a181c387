"""What a worker says: with each new edition, as the desk translated it since the one before."""

from contextlib import suppress

from flask import Flask

from ..language.wordings import lay_over
from ..library.content.wordings import read_wordings
from ..library.faults import LibraryFault
from .request import current_edition


def init_app(app: Flask) -> None:
    """Look before each request that no file answers whether there is another edition."""
    spoken_as = [0]

    @app.before_request
    def speak_as_the_edition() -> None:
        edition = current_edition().edition
        if edition is not None and edition.number != spoken_as[0]:
            with suppress(LibraryFault):  # who cannot read the library speaks as before
                lay_over(read_wordings())
                spoken_as[0] = edition.number
