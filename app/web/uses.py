"""Counts what the edition hands out: the kind of page, its quarter and language, the day; nothing of who asked."""

from flask import Flask

from ..domain.use import Use, use_of
from ..edition.store import Edition
from ..library.uses import add_uses
from ..publish.current import CurrentEdition
from ..settings import Settings
from .tally import Tally


class Uses:
    """Counts paths of the edition as they are asked for."""

    def __init__(self, app: Flask, current_edition: CurrentEdition) -> None:
        self._settings: Settings = app.config["ADEUXPAS"]
        self._current = current_edition
        self._tally = Tally(app, add_uses)
        self._edition: Edition | None = None
        self._territories: frozenset[str] = frozenset()
        self._known: dict[str, Use | None] = {}

    def note(self, path: str) -> None:
        """Count that a path of the edition was asked for."""
        use = self._use_of(path)
        if use is not None:
            self._tally.note((use, self._settings.edition_date))

    def write(self) -> None:
        """Write what was counted."""
        self._tally.write()

    # Private

    def _use_of(self, path: str) -> Use | None:
        edition = self._current.edition
        if edition is None:
            return None
        if edition is not self._edition:
            packs = (name.removeprefix("packs/") for name in edition.files if name.startswith("packs/"))
            self._territories = frozenset(name.removesuffix(".json") for name in packs if "/" not in name)
            self._edition, self._known = edition, {}
        if path not in self._known:
            self._known[path] = use_of(path, edition.languages, self._territories)
        return self._known[path]
