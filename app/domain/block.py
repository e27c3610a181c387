"""What every group of facts that a file writes is made of."""

from typing import Annotated, Any, TypeVar
from weakref import WeakValueDictionary

from pydantic import AfterValidator, BaseModel, ConfigDict


class Block(BaseModel):
    """A group of facts: unknown keys are refused, nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False)

    def model_post_init(self, _context: Any, /) -> None:
        """Forget which fields were told: nobody asks, and a set of their names in each is a third of a content."""
        object.__setattr__(self, "__pydantic_fields_set__", _NONE)


_NONE: set[str] = set()
"""Of all blocks: one that is copied gets a copy of it."""

Thing = TypeVar("Thing", bound=Block)


def _one_for_all(block: Thing) -> Thing:
    return _KNOWN.setdefault(block, block)  # type: ignore[return-value]


_KNOWN: WeakValueDictionary[Block, Block] = WeakValueDictionary()

Shared = Annotated[Thing, AfterValidator(_one_for_all)]
"""A group of facts that many places have alike, such as what it costs: those that are read have it together."""
