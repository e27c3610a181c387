"""How far each language has come, in one line."""

from pathlib import Path

from ..domain.content import Content
from ..domain.text import SOURCE
from ..exchange.native.texts import texts_share
from ..language.completing import catalogue_path, interface_share
from .telling import here, say


def language_lines(folder: Path, content: Content) -> list[str]:
    """Return a line for each language of a folder, French apart."""
    tags = {path.parent.name for path in (folder / "translations").glob("*/LC_MESSAGES")} - {SOURCE}
    return [language_line(folder, content, tag) for tag in sorted(tags)]


def language_line(folder: Path, content: Content, tag: str) -> str:
    """Return how much of the interface and of the texts is there in a language."""
    number = here().formats.number
    interface = interface_share(folder / catalogue_path(tag))
    said, every = texts_share(tag, content)
    return say(
        "%(tag)s\u00a0: phrases %(interface)s sur %(sentences)s, textes %(texts)s sur %(all)s",
        tag=tag,
        interface=number(interface.said),
        sentences=number(interface.all),
        texts=number(said),
        all=number(every),
    )
