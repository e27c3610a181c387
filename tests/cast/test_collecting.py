"""What is read before the first test stays: nobody looks for rubbish there, and it is found all the same."""

import gc
from weakref import ref

from .collecting import every_object

READ = {"before": ["any", "test"]}


class Thing:
    """Something that holds itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_left_alone_is_found() -> None:
    gc.freeze()  # an edition made by an earlier test ends with all of it looked at again
    assert not any(each is READ for each in gc.get_objects())
    assert any(each is READ for each in every_object())


def test_what_a_test_leaves_is_taken_away() -> None:
    left = ref(Thing())
    gc.collect()
    assert (left(), gc.isenabled()) == (None, True)
