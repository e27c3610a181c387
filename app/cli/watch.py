"""The watch beside the server: it prints a new edition when the library changed or a new week began."""

import threading

import click

from ..web.press import Press
from .progress import FAULTS
from .telling import say, say_count, say_fault

EVERY_S = 2.0


class Watch:
    """A thread with a start and a stop. It says a failure once, and tries again."""

    def __init__(self, press: Press) -> None:
        self._press = press
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._said = ""

    def start(self) -> None:
        """Begin to watch, after a first pause: the server forks its workers meanwhile."""
        self._thread.start()

    def stop(self) -> None:
        """End the watch."""
        self._stopped.set()

    # Private

    def _run(self) -> None:
        while not self._stopped.wait(EVERY_S):
            try:
                self._look()
                self._said = ""
            except FAULTS as error:
                self._say_once(say_fault(error))

    def _look(self) -> None:
        if not self._press.is_current():
            edition = self._press.print_edition()
            told = say_count("%(num)s fichier refait", "%(num)s fichiers refaits", edition.made)
            click.echo(say("Édition %(number)s : %(files)s.", number=edition.number, files=told))

    def _say_once(self, sentence: str) -> None:
        if sentence != self._said:
            click.echo(sentence, err=True)
        self._said = sentence
