"""What every group of facts that a file writes is made of."""

from pydantic import BaseModel, ConfigDict


class Block(BaseModel):
    """A group of facts: unknown keys are refused, nothing changes once read."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, allow_inf_nan=False)
