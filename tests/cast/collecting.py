"""When the collector of cycles looks for rubbish in a run: seldom, and never in what stays until the end of it.

A worker has read five thousand tests and the product; visiting all of that again and again took an eighth of the time
of tests without a browser.
"""

import gc
from typing import Any

_OBJECTS = 20_000
"""How many new ones there are before it looks among them: a page makes a few thousand, an application as many."""


def pause_collecting() -> None:
    """Leave all as it lies while modules and tests are read: none of it is rubbish."""
    gc.disable()


def resume_collecting() -> None:
    """Look from now on, among what tests make alone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 20)
    gc.enable()


def every_object() -> list[Any]:
    """Return every object that there is, those that stay included."""
    gc.unfreeze()
    found = gc.get_objects()
    gc.freeze()
    return found
