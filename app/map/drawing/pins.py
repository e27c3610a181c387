"""Pins: links with a pictogram, a number or a count, gathered where they would cover each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import dist

from ...domain.geometry import Position
from .canvas import Canvas
from .clusters import REACH_PX, gather
from .look import Look

DROP = "M0 0C-3-6-13-11-13-21a13 13 0 1 1 26 0C13-11 3-6 0 0z"
"""A drop of 26 by 34 pixels with its tip on the place."""

_NAMED = 6
"""How many places the label of a cluster names."""


@dataclass(frozen=True)
class Pin:
    """A place on a map: where it is, where its link goes, what it says, how it looks.

    With a `number` (the stop of a walk, a line of a poster) it shows the number instead of the pictogram.
    """

    id: str
    position: Position
    href: str
    label: str
    icon: str
    theme: str
    number: int | None = None


def draw_pins(pins: Sequence[Pin], sheet: Canvas, look: Look, words: "PinWords") -> str:
    """Return the marks of pins, gathered as they overlap at the first view."""
    groups = gather([sheet.spot(pin.position) for pin in pins], REACH_PX)
    marks = (_group([pins[i] for i in group], sheet, look, words) for group in groups)
    return "".join(marks)


def draw_each(pins: Sequence[Pin], sheet: Canvas, look: Look, sprite: str) -> str:
    """Return the marks of pins that are never gathered, the first over the others.

    Where they stand close none has room around it for a finger: it would cover the drop of another.
    """
    spots = [sheet.spot(pin.position) for pin in pins]
    is_alone = [sum(dist(spot, other) < REACH_PX for other in spots) == 1 for spot in spots]
    marks = [
        _draw_pin(pin, sheet, look, sprite, look.touch() if alone else "")
        for pin, alone in zip(pins, is_alone, strict=True)
    ]
    return "".join(reversed(marks))


def draw_school(school: tuple[Position, str] | None, sheet: Canvas, look: Look) -> str:
    """Return the ring and the name of the school, whatever pin stands over it: everybody knows where that is."""
    if school is None:
        return ""
    position, name = school
    said = f'<text y="24" {look.words("school-name", 12)}>{escape(name)}</text>'
    return look.mark(sheet.share(position), f'<g class="map-school"><circle r="9"/>{said}</g>')


def draw_here(look: Look, words: str) -> str:
    """Return the mark of where one is."""
    return (
        f'<circle r="13" {look.area("here-ring")}/><circle r="7" {look.area("here")}/>'
        f'<text y="28" {look.words("here-words", 13)}>{escape(words)}</text>'
    )


@dataclass(frozen=True)
class PinWords:
    """What a cluster says and where it leads, and where pictograms are."""

    cluster: str
    list_href: str
    sprite: str


# Private


def _draw_pin(pin: Pin, sheet: Canvas, look: Look, sprite: str, touch: str) -> str:
    """Return one pin as a link (as a mere mark when it has no address)."""
    # Who speaks to the phone says what the eye reads on the pin.
    label = pin.label if pin.number is None else f"{pin.number}. {pin.label}"
    inside = f'{touch}<path d="{DROP}" {look.fill(pin.theme)}/>{_sign(pin, look, sprite)}'
    return look.mark(sheet.share(pin.position), _link(pin.href, label, inside, {"data-place-id": pin.id}))


def _group(pins: Sequence[Pin], sheet: Canvas, look: Look, words: PinWords) -> str:
    if len(pins) == 1:
        return _draw_pin(pins[0], sheet, look, words.sprite, look.touch())
    label = words.cluster.format(count=len(pins), names=_names(pins))
    number = f'<text y="-16.2" {look.words("number", 13)}>{len(pins)}</text>'
    inside = f'{look.touch()}<path d="{DROP}" {look.fill("")}/>{number}'
    look_of = {"class": "map-pin map-cluster"}
    return look.mark(sheet.share(pins[0].position), _link(words.list_href, label, inside, look_of))


def _names(pins: Sequence[Pin]) -> str:
    named = ", ".join(pin.label for pin in pins[:_NAMED])
    return named + (", …" if len(pins) > _NAMED else "")


def _sign(pin: Pin, look: Look, sprite: str) -> str:
    if pin.number is not None:
        return f'<text y="-16.2" {look.words("number", 14)}>{pin.number}</text>'
    if not sprite:
        return '<circle cy="-21" r="4.5" fill="#fff"/>'
    return f'<use href="{escape(sprite)}#{escape(pin.icon)}" x="-8" y="-29" width="16" height="16"/>'


def _link(href: str, label: str, inside: str, attributes: Mapping[str, str]) -> str:
    """Return a link that says its words once: as its title, which a mouse shows and a screen reader reads."""
    told = {"class": "map-pin", **attributes}
    written = " ".join(f'{name}="{escape(value)}"' for name, value in told.items())
    if not href:
        return f'<g role="img" aria-label="{escape(label)}" {written}>{inside}</g>'
    return f'<a href="{escape(href)}" {written}><title>{escape(label)}</title>{inside}</a>'
