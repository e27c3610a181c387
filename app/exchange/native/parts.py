"""A folder of content, file by file: what each said, before all of it is believed together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from ...domain.calendar import Calendar
from ...domain.category import Categories
from ...domain.content import CodeEntry, Content
from ...domain.picture import Picture
from ...domain.place import Place
from ...domain.plan import Plan
from ...domain.problem import Problem
from ...domain.territory import Territory
from ...domain.text import Texts, Translation
from ...domain.walk import Walk
from .source import Reading
from .texts import texts_for

Block = TypeVar("Block")
FilePictures = Reading[dict[str, Picture]]
"""The pictures of photos by the names of their files; `ids` are all that lie there, readable or not."""


@dataclass(frozen=True)
class Parts:
    """The reading of every file; walks by slug, texts and those of leaders by language."""

    territories: Reading[dict[str, Territory]]
    places: Reading[dict[str, Place]]
    categories: Reading[Categories]
    calendar: Reading[Calendar | None]
    plan: Reading[Plan]
    codes: Reading[tuple[CodeEntry, ...]]
    walks: Mapping[str, Reading[Walk | None]] = field(default_factory=dict)
    texts: Mapping[str, Reading[dict[str, Translation]]] = field(default_factory=dict)
    leader_texts: Mapping[str, Reading[dict[str, Translation]]] = field(default_factory=dict)
    pictures: FilePictures = field(default_factory=lambda: Reading({}))
    today: date | None = None
    """The day on which files were read; None where no day says what is past."""

    @property
    def owners(self) -> dict[str, CodeEntry]:
        """Who each code was given to; the first line counts, a second one is a fault of its own."""
        return {entry.code: entry for entry in reversed(self.codes.value)}

    @property
    def read_walks(self) -> dict[str, Walk]:
        """The walks that could be read, by id."""
        return {slug: reading.value for slug, reading in self.walks.items() if reading.value}

    def problems(self) -> Iterator[Problem]:
        """Yield what each file's reader found."""
        whole: list[Reading[Any]] = [self.territories, self.places, self.categories, self.calendar, self.plan]
        whole.append(self.pictures)
        texts = (*self.texts.values(), *self.leader_texts.values())
        for reading in (*whole, self.codes, *self.walks.values(), *texts):
            yield from reading.problems

    def content(self) -> Content | None:
        """Return the whole, or None without a calendar to hold it."""
        if self.calendar.value is None:
            return None
        return Content(
            territories=self.territories.value,
            places=self.places.value,
            walks=self.read_walks,
            categories=self.categories.value,
            calendar=self.calendar.value,
            texts=Texts(self._all_texts()),
            codes=self.codes.value,
            plan=self.plan.value,
            pictures=self.pictures.value,
        )

    def _all_texts(self) -> dict[str, dict[str, Translation]]:
        languages = sorted({*self.texts, *self.leader_texts})
        read = [self.texts, self.leader_texts]
        said = {lang: [each[lang].value for each in read if lang in each] for lang in languages}
        return {
            lang: joined for lang, each in said.items() if (joined := {k: t for one in each for k, t in one.items()})
        }


def parts_of(content: Content) -> Parts:
    """Return a content as if its files had just been read."""
    said = content.texts.by_language
    return Parts(
        territories=_reading(content.territories),
        places=_reading(content.places),
        categories=Reading(content.categories, ids=frozenset(content.categories.all)),
        calendar=Reading(content.calendar),
        plan=Reading(content.plan),
        codes=Reading(tuple(content.codes)),
        walks={slug: Reading(walk, ids=frozenset({slug})) for slug, walk in content.walks.items()},
        texts={language: Reading(texts_for(each, leader=False)) for language, each in said.items()},
        leader_texts={language: Reading(texts_for(each, leader=True)) for language, each in said.items()},
        pictures=_reading(content.pictures),
    )


def _reading(blocks: Mapping[str, Block]) -> Reading[dict[str, Block]]:
    return Reading(dict(blocks), ids=frozenset(blocks))
