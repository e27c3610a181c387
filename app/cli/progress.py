"""What commands say while they work and when they cannot: a bar, and one sentence."""

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from errno import ENOSPC
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..domain.fault import Fault
from ..edition.build import Progress
from ..library.faults import DiskFull, require_room
from ..settings import read_settings
from .telling import say_fault

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar


class Refusal(Fault):
    """A command cannot go on; its sentence is in the language of the terminal already."""


FAULTS = (Fault, OSError)
"""What the machine or the library may do to a command: said in a sentence. All else is a fault of ours."""


@contextmanager
def bar(label: str, *, counts: bool = False) -> Iterator[Progress]:
    """Show a bar once something counts up; nothing when there is nothing to do. `counts` says "12/340" beside it."""
    with ExitStack() as open_bars:
        shown: list[ProgressBar[int]] = []

        def advance(done: int, total: int) -> None:
            if not shown:
                new = click.progressbar(
                    length=total, label=label, file=sys.stderr, update_min_steps=20, show_pos=counts
                )
                shown.append(open_bars.enter_context(new))
            shown[0].update(done - shown[0].pos)

        yield advance


def as_full_disk(error: Exception) -> Exception:
    """Return the sentence for a full disk where that is what the system refused, else the error itself."""
    if not isinstance(error, OSError) or error.errno != ENOSPC:
        return error
    try:
        require_room(Path(error.filename) if error.filename else read_settings().data)
    except DiskFull as full:
        return full
    return error


@contextmanager
def said() -> Iterator[None]:
    """End the command with the sentence of what went wrong (exit 2)."""
    try:
        yield
    except FAULTS as error:
        click.echo(say_fault(as_full_disk(error)), err=True)
        sys.exit(2)
