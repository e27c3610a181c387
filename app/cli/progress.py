"""What commands say while they work and when they cannot: a bar, and one sentence."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from ..edition.bindery import Progress
from ..edition.store import EditionError
from ..library.faults import LibraryFault


class Refusal(Exception):
    """A command cannot go on; the message says why in one sentence."""


FAULTS = (Refusal, EditionError, LibraryFault, OSError)
"""What the machine or the library may do to a command: said in a sentence. All else is a fault of ours."""


@contextmanager
def bar(label: str) -> Iterator[Progress]:
    """Show a bar while something counts up; nothing when there is nobody to look at it."""
    with click.progressbar(length=1, label=label, file=sys.stderr, update_min_steps=20) as shown:

        def advance(done: int, total: int) -> None:
            shown.length = total
            shown.update(done - shown.pos)

        yield advance


@contextmanager
def said() -> Iterator[None]:
    """End the command with the sentence of what went wrong (exit 2)."""
    try:
        yield
    except FAULTS as error:
        click.echo(str(error), err=True)
        sys.exit(2)
