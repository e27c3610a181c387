"""What a map shows at a position: pixels of a screenshot, found by longitude and latitude."""

import io
import math

from PIL import Image
from playwright.sync_api import Page

Spot = tuple[float, float]
Colour = tuple[int, int, int]

NEAR_PX = 3


class Sight:
    """The picture of a map's frame, zoomed so many times from its first view."""

    def __init__(self, page: Page, zooms: int = 0) -> None:
        box = page.locator("[data-frame]").bounding_box()
        bounds = page.locator(".map-drawing").get_attribute("data-bounds")
        assert box and bounds
        west, south, east, north = map(float, bounds.split(","))
        self.closer = 2**zooms
        self.width, self.height = box["width"], box["height"]
        self.side = min(self.width, self.height)
        self.corner = world(west, north)
        self.scale = self.side / (world(east, south)[0] - self.corner[0])
        self.picture = picture(page)

    def pixel(self, position: Spot) -> Spot:
        """The drawing stands in the middle of the frame; zooming keeps that middle."""
        x, y = world(*position)
        left, top = (self.width - self.side) / 2, (self.height - self.side) / 2
        first = left + (x - self.corner[0]) * self.scale, top + (y - self.corner[1]) * self.scale
        middle = self.width / 2, self.height / 2
        return middle[0] + (first[0] - middle[0]) * self.closer, middle[1] + (first[1] - middle[1]) * self.closer

    def colours(self, position: Spot) -> list[Colour]:
        """The colours around a position, from its middle outwards."""
        x, y = (round(part) for part in self.pixel(position))
        steps = range(-NEAR_PX, NEAR_PX + 1)
        near = sorted(((dx, dy) for dx in steps for dy in steps), key=lambda gap: math.hypot(*gap))
        return [colour_at(self.picture, x + dx, y + dy) for dx, dy in near]

    def colour(self, position: Spot) -> Colour:
        """The colour at a position."""
        return self.colours(position)[0]


def picture(page: Page) -> Image.Image:
    """What the frame of a map shows."""
    page.mouse.move(0, 0)
    return Image.open(io.BytesIO(page.locator("[data-frame]").screenshot())).convert("RGB")


def main_colours(shown: Image.Image) -> list[Colour]:
    """The colours that cover more than a pixel in five hundred."""
    counted = shown.getcolors(shown.width * shown.height) or []
    least = shown.width * shown.height / 500
    return [(c[0], c[1], c[2]) for n, c in counted if isinstance(c, tuple) and n > least]


def colour_at(shown: Image.Image, x: int, y: int) -> Colour:
    colour = shown.getpixel((x, y))
    assert isinstance(colour, tuple)
    return colour[0], colour[1], colour[2]


def world(lon: float, lat: float) -> Spot:
    """Return a position on the Mercator square of side 1."""
    sine = math.sin(math.radians(lat))
    return (lon + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def is_blue(colour: Colour) -> bool:
    return colour[2] > colour[0] + 20


def is_green(colour: Colour) -> bool:
    return colour[1] > max(colour[0], colour[2]) + 6


def is_yellow(colour: Colour) -> bool:
    return colour[0] > colour[2] + 40


def is_night(colour: Colour) -> bool:
    return sum(colour) < 3 * 110
