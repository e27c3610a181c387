"""Watches: threads that look again and again, and do what there is to do."""

import threading

import click

from ..publish.make import EditionMaker
from .left_out import tell_left_out
from .progress import FAULTS, as_full_disk
from .telling import say, say_count, say_fault

EVERY_S = 0.4
"""An edit is to be public within a second; a look is one small query."""

START_AFTER_S = 2.0
"""The server forks its workers meanwhile: none must inherit a look that is half done."""


class Watch:
    """A thread with a start and a stop. It says a failure once, and tries again."""

    def __init__(self) -> None:
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self.run, name="watch", daemon=True)
        self._said = ""

    def start(self) -> None:
        """Begin to watch, after a first pause."""
        self._thread.start()

    def stop(self) -> None:
        """End the watch."""
        self._stopped.set()

    def run(self) -> None:
        """Look again and again in this thread, until somebody ends the watch."""
        pause = START_AFTER_S
        while not self._stopped.wait(pause):
            pause = EVERY_S
            try:
                self.look()
                self._said = ""
            except FAULTS as error:
                self._say_once(say_fault(as_full_disk(error)))

    def look(self) -> None:
        """Look, and do what there is to do."""
        raise NotImplementedError

    # Private

    def _say_once(self, sentence: str) -> None:
        if sentence != self._said:
            click.echo(sentence, err=True)
        self._said = sentence


class EditionWatch(Watch):
    """The watch beside the server: it prints a new edition when the library changed or a new week began."""

    def __init__(self, maker: EditionMaker) -> None:
        super().__init__()
        self._maker = maker

    def look(self) -> None:
        """Print the next edition when there is something to print."""
        if not self._maker.is_current():
            edition = self._maker.make_edition()
            told = say_count("%(num)s fichier refait", "%(num)s fichiers refaits", edition.made)
            click.echo(say("Édition %(number)s : %(files)s.", number=edition.number, files=told))
            tell_left_out(edition.unmade)
