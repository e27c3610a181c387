"""How a map is dressed: for the screen by CSS classes, for paper by colours written in the drawing.

On the screen marks and names stand at percentages of the drawing, so they keep their size in pixels
however large it is shown; on paper everything is in the pixels of the first view.
"""

from dataclasses import dataclass
from html import escape
from typing import Protocol

from ..mercator import Point
from .canvas import Canvas
from .labels import Name

STROKES = {
    "motorway": (1.0, 20.0),
    "path": (0.8, 4.0),
    "minor": (1.2, 9.0),
    "major": (1.6, 15.0),
    "link": (0.8, 3.0),
    "canal": (0.0, 27.0),
    "walk": (3.0, 0.0),
    "route": (4.0, 0.0),
    "scale": (2.0, 0.0),
}
"""Width of a line: pixels, and metres on the ground. `components/map-drawing.css` says the same for the screen."""

CASE_PX = 1.8
"""What the darker edge of a street adds to its width."""


class Look(Protocol):
    """What a drawing asks of its medium."""

    def frame(self, canvas: Canvas, content: str, attributes: str) -> str:
        """Return the whole SVG around its content."""
        ...

    def base(self, canvas: Canvas, content: str) -> str:
        """Return content drawn in the canvas's units."""
        ...

    def line(self, kind: str, *, case: bool = False) -> str:
        """Return the attributes of a line."""
        ...

    def area(self, kind: str) -> str:
        """Return the attributes of an area."""
        ...

    def name(self, name: Name) -> str:
        """Return a name at its place."""
        ...

    def mark(self, share: Point, content: str) -> str:
        """Return content in pixels around a point given as shares of the side."""
        ...

    def fill(self, theme: str) -> str:
        """Return the fill of a pin."""
        ...

    def touch(self) -> str:
        """Return what a finger finds around a pin."""
        ...

    def words(self, kind: str, size: float) -> str:
        """Return the attributes of a text of a mark."""
        ...


class Screen:
    """Classes only; colours and widths are in `components/map-drawing.css`."""

    def frame(self, canvas: Canvas, content: str, attributes: str) -> str:
        """Return the inline SVG: no viewBox, its size is the page's.

        What does not depend on the language stands on lines of its own: a pack then holds it once.
        """
        start = f'<svg xmlns="http://www.w3.org/2000/svg" class="map-drawing" direction="ltr"{attributes}>'
        return f"{start}\n{content}</svg>"

    def base(self, canvas: Canvas, content: str) -> str:
        """Return a nested SVG that stretches the units over the drawing; it says nothing to a reader."""
        box = f'viewBox="0 0 {canvas.units} {canvas.units}" width="100%" height="100%" preserveAspectRatio="none"'
        return f'<svg class="map-base" {box} overflow="visible" aria-hidden="true">{content}</svg>'

    def line(self, kind: str, *, case: bool = False) -> str:
        """Return the class of a line."""
        return f'class="map-line map-{kind}{"-case" if case else ""}"'

    def area(self, kind: str) -> str:
        """Return the class of an area."""
        return f'class="map-{kind}"'

    def name(self, name: Name) -> str:
        """Return a name turned around its own middle (`transform-box` in `components/map-drawing.css`)."""
        turned = f' transform="rotate({name.angle})"' if name.angle else ""
        drop = f' dy="{name.drop_px}"' if name.drop_px else ""
        spot = f'x="{_percent(name.x)}" y="{_percent(name.y)}"{drop}'
        return f'<text class="{name.kind}" {spot}{turned}>{escape(name.words)}</text>'

    def mark(self, share: Point, content: str) -> str:
        """Return a nested SVG whose origin is the point."""
        x, y = share
        return f'<svg x="{_percent(x)}" y="{_percent(y)}" overflow="visible">{content}</svg>'

    def fill(self, theme: str) -> str:
        """Return the colour token of a theme."""
        return f'fill="var(--theme-{theme},#155e63)"' if theme else 'class="map-cluster-drop"'

    def touch(self) -> str:
        """Return an unseen square of 44 pixels."""
        return '<rect x="-22" y="-40" width="44" height="44" fill="none" pointer-events="all"/>'

    def words(self, kind: str, size: float) -> str:
        """Return the class of a text."""
        return f'class="map-{kind}"'


@dataclass(frozen=True)
class Palette:
    """The colours of a printed map."""

    earth: str = "#f3eee5"
    veil: str = "#ffffff"
    street: str = "#ffffff"
    major: str = "#ffe3a3"
    path: str = "#e3ddcf"
    motorway: str = "#ddd8cf"
    case: str = "#c9c0b0"
    water: str = "#a9cfe6"
    park: str = "#cfe5bb"
    ink: str = "#3b3a36"
    water_ink: str = "#1d5878"
    park_ink: str = "#33602b"
    accent: str = "#0f5b61"
    halo: str = "#ffffff"


@dataclass(frozen=True)
class Paper:
    """Every colour and width explicit: no style sheet reaches into a PDF."""

    canvas: Canvas
    palette: Palette = Palette()

    def frame(self, canvas: Canvas, content: str, attributes: str) -> str:
        """Return a stand-alone SVG of `px` by `px`."""
        size = f'viewBox="0 0 {canvas.px} {canvas.px}" width="{canvas.px}" height="{canvas.px}"'
        earth = f'<rect width="{canvas.px}" height="{canvas.px}" fill="{self.palette.earth}"/>'
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{earth}{content}</svg>'

    def base(self, canvas: Canvas, content: str) -> str:
        """Return a group scaled from units to pixels."""
        return f'<g transform="scale({canvas.px / canvas.units:.5g})">{content}</g>'

    def line(self, kind: str, *, case: bool = False) -> str:
        """Return fill, stroke and width in units."""
        pixels, metres = STROKES[kind]
        width = (pixels + metres * self.canvas.px_per_m + (CASE_PX if case else 0)) * self._units_per_px
        ends = "round" if kind != "motorway" else "butt"
        dashes = self._dashes(kind)
        return (
            f'fill="none" stroke="{self._line_colour(kind, case)}" stroke-width="{width:.3g}" '
            f'stroke-linecap="{ends}" stroke-linejoin="round"{dashes}'
        )

    def area(self, kind: str) -> str:
        """Return the fill of an area."""
        if kind.startswith("veil"):
            return f'fill="{self.palette.veil}" fill-opacity=".3" fill-rule="evenodd"'
        colours = {"water": self.palette.water, "park": self.palette.park, "here-ring": self.palette.halo}
        return f'fill="{colours.get(kind, self.palette.accent)}"'

    def name(self, name: Name) -> str:
        """Return a name around its middle, its halo under it."""
        x, y = name.x * self.canvas.px, name.y * self.canvas.px + name.drop_px
        size = 12 if name.kind == "major" else 11
        turned = f'transform="translate({x:.1f} {y:.1f}) rotate({name.angle})" y="{size * 0.35:.1f}"'
        return f"<text {turned} {self.words(name.kind, size)}>{escape(name.words)}</text>"

    def mark(self, share: Point, content: str) -> str:
        """Return a group moved to the point."""
        x, y = share
        return f'<g transform="translate({x * self.canvas.px:.1f} {y * self.canvas.px:.1f})">{content}</g>'

    def fill(self, theme: str) -> str:
        """Return one colour for every pin: themes differ by number on paper."""
        return f'fill="{self.palette.accent}"'

    def touch(self) -> str:
        """Return nothing: nobody taps paper."""
        return ""

    def words(self, kind: str, size: float) -> str:
        """Return font, colour and, for words that lie on the map itself, a halo."""
        anchor = "start" if kind == "scale-words" else "middle"
        font = f'font-family="Noto Sans, sans-serif" font-size="{size}" text-anchor="{anchor}"'
        if kind == "number":
            return f'{font} font-weight="700" fill="#fff"'
        ink = {"water": self.palette.water_ink, "park": self.palette.park_ink}.get(kind, self.palette.ink)
        halo = f'stroke="{self.palette.halo}" stroke-width="2.6" stroke-linejoin="round" paint-order="stroke"'
        return f'{font} fill="{ink}" {halo}'

    @property
    def _units_per_px(self) -> float:
        return self.canvas.units / self.canvas.px

    def _line_colour(self, kind: str, case: bool) -> str:
        if case:
            return self.palette.case
        colours = {"major": self.palette.major, "minor": self.palette.street, "canal": self.palette.water}
        colours |= {"motorway": self.palette.motorway, "walk": self.palette.accent}
        colours |= {"route": self.palette.accent, "scale": self.palette.ink}
        return colours.get(kind, self.palette.path)

    def _dashes(self, kind: str) -> str:
        pattern = {"link": (2, 3), "walk": (6, 6)}.get(kind)
        if pattern is None:
            return ""
        return f' stroke-dasharray="{" ".join(f"{part * self._units_per_px:.3g}" for part in pattern)}"'


def _percent(share: float) -> str:
    return f"{share * 100:.2f}".rstrip("0").rstrip(".") + "%"
