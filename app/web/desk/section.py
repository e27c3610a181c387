"""A section of something that is edited at the desk: a form with the version of its fields, perhaps as it was typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ...domain.forms.field import Texts, texts_of
from ...domain.forms.sections import Section, document_of, version_of
from . import frame
from .controls import Control, Drawer
from .week_form import WeekForm


@dataclass(frozen=True)
class Again:
    """A form that was not taken, or only looked at: which section, what was typed, and what is said of it."""

    section: str
    texts: Texts
    version: str
    how: str = ""
    why: str = ""
    problems: Mapping[str, str] = field(default_factory=dict)
    sentence: str = ""

    @property
    def is_moved(self) -> bool:
        """Tell whether the place says something else since: it is shown beside what was typed, to go on from there."""
        return not self.version


@dataclass(frozen=True)
class Shown:
    """A section to draw."""

    name: str
    icon: str
    title: str
    controls: Sequence[Control]
    version: str
    says: Sequence[str]
    """What it says now, in a few words."""

    again: Again | None = None
    week: WeekForm | None = None
    """Its hours as rows of times; none for other sections, and for hours that say more."""

    preview: Sequence[str] = ()
    is_rich: bool = False
    """Whether its hours say more than rows of times can hold."""


def show_section(
    block: Any,
    section: Section,
    heading: tuple[str, str],
    drawer: Drawer,
    again: Again | None,
    says: Sequence[str] = (),
) -> Shown:
    """Return a section of a block under its pictogram and title; one that was not taken holds what was typed."""
    mine = again if again and again.section == section.name else None
    now = texts_of(section.fields, document_of(block))
    if mine:
        drawer = replace(drawer, problems=mine.problems, now=now if mine.is_moved else {})
    icon, title = heading
    return Shown(
        name=section.name,
        icon=icon,
        title=frame.say(title),
        controls=drawer.controls(section.fields, mine.texts if mine else now),
        version=(mine.version if mine else "") or version_of(block, section.tops),
        says=says,
        again=mine,
    )
