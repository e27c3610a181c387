"""The sentences that scripts say when somebody asks for more: files apart, so that no page carries them."""

from collections.abc import Iterator
from functools import partial

from pydantic_core import to_json

from ..language.catalogues import read_messages, translate_phone_messages
from ..language.phone import TOPICS
from ..language.typography import keep_together
from ..site.addresses import Site
from .file import PlannedFile, fingerprint_of

ON_DEMAND = ("directions",)
"""Topics that are fetched instead of standing in pages."""


def sentence_files(site: Site) -> Iterator[PlannedFile]:
    """Yield the files of the topics on demand in every language."""
    for lang in site.languages:
        translations = read_messages(lang)
        for topic in ON_DEMAND:
            said = to_json(translate_phone_messages(TOPICS[topic], lang, translations))
            data = keep_together(said.decode()).encode()
            path = sentences_path(lang, topic)
            yield PlannedFile(path, "application/json", fingerprint_of(path, data), partial(bytes, data), shared=True)


def sentences_path(lang: str, topic: str) -> str:
    """Return where the sentences of a topic are."""
    return f"{lang}/{topic}.json"
