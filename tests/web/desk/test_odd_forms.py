"""Odd forms: whatever is sent to the desk, the answer is a page, and what is refused has written nothing."""

import re
from pathlib import Path

from flask import Flask
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from werkzeug.routing import Rule

from app.domain.suggestion import Suggestion
from app.library.suggestions import receive_suggestion
from app.settings import Settings

from ...cast.library import rows_in
from .conftest import Enter
from .forms import Form, forms_on

PLACE = "bibliotheque-des-tilleuls"
TEMPLATES = Path(__file__).parents[3] / "app" / "templates" / "desk"
NAMES = sorted({name for file in TEMPLATES.glob("*.html") for name in re.findall(r'\bname="(\w+)"', file.read_text())})
"""Fields that forms of the desk have."""

MEANT = ["1", "0", "-1", "99999999999999999999", "new", "accepted", "refused", "later", "so_already", "hours", "phone"]
MEANT += ["status", "exception", "hint", "Tu 09:00-12:00", "mardi 9h-12h", "01 02 03 04 05", "2026-11-20", "relay"]
MEANT += [
    "ar",
    "fr",
    PLACE,
    "les-tilleuls",
    "<script>alert(1)</script>",
    "%(name)s {x} %",
    "\0",
    "\u202e",
    "x" * 9000,
    "",
]
ODD = st.sampled_from(MEANT) | st.text(max_size=30)
FORMS = st.dictionaries(st.sampled_from(NAMES), ODD, max_size=8)
PARTS = {"id": ["1", "2", "999", PLACE, "nulle-part"], "lang": ["ar", "en", "xx"]}


def addresses(app: Flask) -> list[Rule]:
    """Return every address of the desk that takes a form; going out would end the game."""
    found = [
        rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/desk/") and "POST" in (rule.methods or ())
    ]
    return [rule for rule in found if rule.rule != "/desk/out"]


def test_every_form_answers_with_a_page_or_writes(desk: Flask, enter: Enter, settings: Settings) -> None:
    for number in range(2):
        said = {"kind": "hours", "place": PLACE, "text": f"Message {number}"}
        receive_suggestion(f"key {number}", Suggestion.model_validate(said))
    client, rules = enter(), addresses(desk)
    assert len(rules) > 5
    enter("Kiosque", "volunteer")

    @hypothesis_settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(rule=st.sampled_from(rules), form=FORMS, data=st.data())
    def send(rule: Rule, form: dict[str, str], data: st.DataObject) -> None:
        parts = {name: data.draw(st.sampled_from(PARTS.get(name, MEANT[:9])), label=name) for name in rule.arguments}
        path = re.sub(r"<(?:[^<>:]+:)?(\w+)>", lambda found: parts[found[1]], rule.rule)
        before = rows_in(settings.data)
        answer = client.post(path, data=form)
        assert answer.status_code < 500, (path, form)
        if answer.status_code >= 400:
            assert rows_in(settings.data) == before, (path, form)

    send()


def test_a_real_form_with_odd_fields_answers_with_a_page_or_writes(
    desk: Flask, enter: Enter, settings: Settings
) -> None:
    said = {"kind": "hours", "place": PLACE, "text": "Ouvert le lundi."}
    receive_suggestion("key", Suggestion.model_validate(said))
    client = enter()
    forms = [form for page in pages(desk) for form in forms_on(page, client.get(page).text)]
    forms = [form for form in forms if form.fields and not form.address.endswith("/out")]
    assert len({form.address for form in forms}) >= 5

    @hypothesis_settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(form=st.sampled_from(forms), data=st.data())
    def send(form: Form, data: st.DataObject) -> None:
        odd = data.draw(st.dictionaries(st.sampled_from(sorted(form.fields)), ODD, min_size=1, max_size=3))
        before = rows_in(settings.data)
        answer = client.post(form.address, data=form.fields | odd)
        assert answer.status_code < 500, (form, odd)
        if answer.status_code >= 400:
            assert rows_in(settings.data) == before, (form, odd)

    send()


def pages(app: Flask) -> list[str]:
    """Return an address of every page of the desk that needs no more than an id, a language or a text."""
    found = [rule.rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("desk_") and is_page(rule)]
    filled = [rule.replace("<slug:id>", PLACE).replace("<lang>", "ar") for rule in found]
    filled = [rule.replace("<path:key>", f"place:{PLACE}/purpose") for rule in filled]
    filled = [re.sub(r"<int(?:\([^)]*\))?:id>", "1", rule) for rule in filled]
    return [path for path in filled if "<" not in path]


def is_page(rule: Rule) -> bool:
    return "GET" in (rule.methods or ()) and rule.rule != "/desk/out"
