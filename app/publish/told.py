"""What is told: the content of the library, in sentences that the desk may have translated otherwise."""

from ..domain.content import Content
from ..language.wordings import lay_over
from ..library.content.queries import read_library
from ..library.content.wordings import read_wordings


def read_what_is_told() -> Content:
    """Return everything the library holds; from then on catalogues say what its desk says."""
    lay_over(read_wordings())
    return read_library()
