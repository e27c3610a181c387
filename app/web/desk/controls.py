"""Controls: the fields of a section as a template draws them, with their words, what they hold and what is wrong."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ...domain.category import Categories
from ...domain.forms.field import Field, Kind, Texts, rows_in
from ...domain.forms.sections import SPOKEN
from ...language.language import Language
from ...map.drawing.draw import Drawing
from . import labels

Choice = tuple[str, str]
"""A code and its words."""


@dataclass(frozen=True)
class Group:
    """Choices that belong together, under words of their own."""

    title: str
    choices: Sequence[Choice]


@dataclass(frozen=True)
class Control:
    """One field to draw. `name` is that of its input; `rows` are the controls of each row, the last one empty."""

    name: str
    kind: str
    label: str
    hint: str = ""
    texts: Sequence[str] = ()
    unit: str = ""
    """Beside a number, of what it is; of several codes the first."""

    choices: Sequence[Choice] = ()
    groups: Sequence[Group] = ()
    problem: str = ""
    now: str = ""
    """What the subject says by now, where that is not what was typed."""

    longest: int = 300
    has_nothing: bool = True
    """Whether nothing may be chosen; `nothing` is what that is then, if it is no ignorance."""

    nothing: str = ""

    streets: Drawing | None = None
    """The streets under a position."""

    is_french: bool = False
    rows: Sequence[Sequence["Control"]] = field(default_factory=tuple)

    @property
    def text(self) -> str:
        """What it holds, if that is one text."""
        return next(iter(self.texts), "")

    @property
    def key(self) -> str:
        """An id for the page."""
        return self.name.replace(".", "-")


@dataclass(frozen=True)
class Drawer:
    """Draws fields in a language; `problems` are sentences by input."""

    language: Language
    categories: Categories
    problems: Mapping[str, str] = field(default_factory=dict)
    now: Texts = field(default_factory=dict)
    """What the subject says by now, where that is to be shown beside what was typed."""

    streets: Drawing | None = None
    offered: Mapping[str, Sequence[Choice]] = field(default_factory=dict)
    """By the label of a field, choices that are known only here: the stops of a walk, its variants."""

    places: Mapping[str, str] = field(default_factory=dict)
    """By its id, the name by which a place is typed."""

    scope: str = ""
    """What the labels of these fields begin with, where they are not those of a place."""

    def controls(self, fields: Sequence[Field], texts: Texts) -> list[Control]:
        """Return the controls of fields that hold texts."""
        return [self._control(each, self._label(each.name), each.name, texts) for each in fields]

    # Private

    def _label(self, name: str) -> str:
        return f"{self.scope}{name}" if f"{self.scope}{name}" in labels.LABELS else name

    def _control(self, each: Field, named: str, name: str, texts: Texts) -> Control:
        """`named` is how labels know it, `name` its input."""
        held = texts.get(name, ())
        if each.kind is Kind.POSITION:
            held = [next(iter(texts.get(f"{name}.{step}", ())), "") for step in ("lon", "lat")]
        if each.kind is Kind.PLACE:
            held = [self.places.get(text, text) for text in held]
        choices = self._choices(each, named, held)
        return Control(
            name=name,
            kind=each.kind.value,
            label=self._said(labels.LABELS, named) or named,
            hint=self._said(labels.HINTS, named),
            texts=held,
            unit=next(iter(texts.get(f"{name}.unit", ()) or texts.get(f"{name}.main", ())), "years"),
            choices=choices,
            groups=self._groups() if named == "categories" else (),
            problem=self.problems.get(name, ""),
            now=self._now(name, held, dict(choices)),
            longest=each.longest,
            has_nothing=not each.default and not each.is_required,
            nothing=self._said(labels.NOTHING, named),
            # A row has no plan of its own: its form holds several.
            streets=self.streets if each.kind is Kind.POSITION and name == each.name else None,
            is_french=each.kind in _WRITTEN and (bool(self.scope) or named in _FRENCH),
            rows=self._rows(each, named, name, texts),
        )

    def _now(self, name: str, held: Sequence[str], words: Mapping[str, str]) -> str:
        said = self.now.get(name, ())
        return self.language.formats.list(words.get(text, text) for text in said) if [*said] != [*held] else ""

    def _said(self, words: Mapping[str, str], named: str) -> str:
        return self.language.say(words[named]) if named in words else ""

    def _rows(self, each: Field, named: str, name: str, texts: Texts) -> Sequence[Sequence[Control]]:
        if each.kind is not Kind.ROWS:
            return ()
        numbers = rows_in(each, texts)
        return [
            [self._control(inner, f"{named}.{inner.name}", f"{name}.{n}.{inner.name}", texts) for inner in each.rows]
            for n in [*numbers, (numbers[-1] + 1 if numbers else 0)]
        ]

    def _choices(self, each: Field, named: str, held: Sequence[str]) -> list[Choice]:
        if named == "categories":
            return []
        if offered := self.offered.get(named):
            return [*offered, *((code, code) for code in held if code and code not in dict(offered))]
        codes = ("yes", "no") if each.kind is Kind.FLAG else each.choices
        known = self._words_for(each, named)
        others = [code for code in held if code and code not in codes]
        told = [(code, known(code)) for code in (*codes, *others)] if codes else []
        return sorted(told, key=lambda choice: choice[1].casefold()) if each.choices == SPOKEN else told

    def _words_for(self, each: Field, named: str) -> Callable[[str], str]:
        if each.choices == SPOKEN:
            return self.language.formats.language
        words = labels.CHOICES.get(named, labels.FLAG if each.kind is Kind.FLAG else labels.DEGREE)
        return lambda code: self.language.say(words[code]) if code in words else code

    def _groups(self) -> list[Group]:
        """Return the kinds of place under their themes; in French, as families know them."""
        by_theme = {theme.id: Group(theme.label, [(theme.id, theme.label)]) for theme in self.categories.themes}
        for category in self.categories.all.values():
            if category.parent:
                theme = self.categories.theme_of(category.id)
                by_theme[theme.id] = Group(theme.label, [*by_theme[theme.id].choices, (category.id, category.label)])
        return [*by_theme.values()]


_WRITTEN = (Kind.LINE, Kind.TEXT, Kind.LINES, Kind.PLACE)
_FRENCH = frozenset(
    {"name", "purpose", "description", "access_hint", "exceptions.reason", "cost.details", "first_visit.welcome"}
    | {"first_visit.just_look", "first_visit.accompany", "address.street", "address.extra", "note", "kiosk.greeting"}
    | {"contact.phones.label", "sources.name", "address.city", "short_name", "city"}
)
"""Texts that are written in French whatever the language of the page."""
