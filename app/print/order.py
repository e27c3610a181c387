"""What a sheet is made from: the content, what it is about, its languages, its day, and how it is to come out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from ..domain.public import PublicContent
from ..domain.subject import SUBJECTS, TERRITORY, Subject
from ..domain.territory import Territory
from ..domain.text import SOURCE
from ..language.language import Language
from ..language.on_paper import voice
from ..map.legs import RoutedLeg
from ..site.addresses import Site
from ..site.qr import TEST_BASE
from .calibration import Calibration

Named = tuple[str, str]
"""The kind and the id of a subject."""

LegsOf = Callable[[str], Sequence[RoutedLeg] | None]
"""The legs of a walk, by its id, where streets were asked."""


@dataclass(frozen=True)
class Options:
    """How sheets are to come out: without colours, from which label on, with which numbers, on which printer."""

    bw: bool = False
    start: int = 1
    count: int = 0
    calibration: Calibration = field(default_factory=Calibration)
    theme: str = ""
    test_sheet: bool = False


@dataclass(frozen=True)
class Order:
    """One sheet asked for. `territory` is the quarter that it is printed for; codes lead to `base` without a site."""

    content: PublicContent
    site: Site
    subjects: tuple[Named, ...]
    languages: tuple[str, ...]
    today: date | None = None
    base: str = TEST_BASE
    legs_of: LegsOf = lambda walk: None
    territory: str = ""
    options: Options = field(default_factory=Options)

    @property
    def public_url(self) -> str:
        """The address that codes lead to."""
        return self.site.public_url or self.base

    @property
    def day(self) -> date:
        """The day of a sheet that speaks of one."""
        if self.today is None:
            raise LookupError("A sheet about some days was ordered without a day.")
        return self.today

    @cached_property
    def voices(self) -> tuple[Language, ...]:
        """The languages of the sheet, each once, French first."""
        asked = dict.fromkeys(self.languages)
        return tuple(voice(lang) for lang in sorted(asked, key=lambda lang: lang != SOURCE))

    @property
    def first(self) -> Subject:
        """The subject of a sheet that has one."""
        kind, id = self.subjects[0]
        return SUBJECTS[kind].of(self.content)[id]

    @cached_property
    def home(self) -> Territory | None:
        """The quarter that the sheet is printed for: the one asked, else the first of its first subject."""
        if self.territory:
            return self.content.territories[self.territory]
        kind, _ = self.subjects[0]
        return next(iter(SUBJECTS[kind].homes(self.content, self.first)), None)

    @property
    def quarter(self) -> Territory:
        """The quarter of a sheet that cannot be without one."""
        found = self.home
        if found is None:
            raise LookupError("A sheet about a quarter was ordered without one.")
        return found

    def about(self, subject: Named) -> "Order":
        """Return the same order for one subject."""
        return replace(self, subjects=(subject,))


def subjects_within(content: PublicContent, territory: str, kinds: Sequence[str]) -> list[Named]:
    """Return all that a quarter has of the first kind that it has any of; itself counts as one."""
    for kind in kinds:
        found = [(kind, subject.id) for subject in SUBJECTS[kind].within(content, territory)]
        if found or kind == TERRITORY.name:
            return found
    return []
