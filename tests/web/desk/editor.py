"""What tests of the desk's editor share: a form as a browser would send it, with what is typed into it."""

import re
from html import unescape
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.content import CodeEntry
from app.domain.territory import Territory
from app.library.content.writes import give_code, save_territory

PLACE = "bibliotheque-des-tilleuls"
PAGE = f"/desk/places/{PLACE}"


def form_of(client: FlaskClient, section: str, page: str = PAGE) -> dict[str, list[str]]:
    """Return what the form of a section holds, by input."""
    return inputs_in(client.get(page).text, f'name="section" value="{section}"')


def inputs_in(html: str, mark: str) -> dict[str, list[str]]:
    """Return what the form that holds a mark would send."""
    form = next(each for each in re.findall(r"<form.*?</form>", html, re.S) if mark in each)
    held: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        known = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if known.get("type") not in ("checkbox", "radio") or " checked" in tag:
            held.setdefault(known["name"], []).append(unescape(known.get("value", "on")))
    for name, options in re.findall(r'<select[^>]* name="([^"]+)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.findall(r'<option value="([^"]*)" selected', options)
        held[name] = chosen or re.findall(r'<option value="([^"]*)"', options)[:1]
    for name, text in re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.S):
        held[name] = [unescape(text)]
    return held


def save(client: FlaskClient, section: str, page: str = PAGE, **typed: Any) -> TestResponse:
    """Send the form of a section with some of its inputs typed anew; `__` stands for a point in their names."""
    held = form_of(client, section, page)
    return client.post(page, data={**held, **{name.replace("__", "."): text for name, text in typed.items()}})


def add_far_territory() -> None:
    """Add a quarter that none of the tiny places belongs to."""
    corners = ((2.40, 48.84), (2.41, 48.84), (2.41, 48.85), (2.40, 48.85), (2.40, 48.84))
    give_code(CodeEntry("A1LLE5", "territory", "ailleurs"), by="test")
    found = save_territory(Territory(id="ailleurs", name="Ailleurs", code="A1LLE5", outline=(corners,)), by="test")
    assert not found.is_refused, found.problems
