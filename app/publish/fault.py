"""The way a publication is refused."""

from ..domain.fault import Fault


class PublicationFault(Fault):
    """A site of files cannot be written as asked."""
