"""The way a sheet is refused: with every reason at once."""

from collections.abc import Sequence

from ..domain.problem import Problem


class PosterRefused(ValueError):
    """A sheet cannot be printed as asked; `problems` says why, each in a sentence."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(problem.tell() for problem in problems))
        self.problems = tuple(problems)
