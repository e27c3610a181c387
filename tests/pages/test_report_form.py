"""The form of a report: it works without script, knows its place, and does not pretend where nobody receives."""

from dataclasses import replace

import pytest

from ..cast.printed import SITE, Page, parsed, read_tiny, render

PLACE = "places/bibliotheque-des-tilleuls"


@pytest.fixture(scope="module")
def forms(pages: dict[str, str]) -> dict[str, Page]:
    return {path: parsed(html) for path, html in pages.items()}


def fields(page: Page) -> dict[str, str]:
    named = [attrs for tag, attrs in page.elements if tag in ("input", "textarea") and attrs.get("name")]
    return {attrs["name"]: attrs.get("value", "") for attrs in named if attrs.get("type") not in ("radio", "checkbox")}


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
def test_every_place_has_a_form_that_a_browser_can_send_alone(forms: dict[str, Page], lang: str) -> None:
    page = forms[f"{lang}/{PLACE}"]
    [form] = [attrs for tag, attrs in page.elements if tag == "form"]
    assert (form["action"], form["method"]) == (f"/api/v1/suggestions?lang={lang}", "post")
    assert fields(page) == {
        "place": "bibliotheque-des-tilleuls",
        "path": f"/{lang}/{PLACE}",
        "text": "",
        "leave_empty": "",
    }


def test_a_walk_has_one_too(forms: dict[str, Page]) -> None:
    found = fields(forms["fr/walks/un-livre-au-vert"])
    assert (found["walk"], found["kind"], "place" in found) == ("un-livre-au-vert", "correction", False)


def test_no_field_asks_who_writes(forms: dict[str, Page]) -> None:
    asked = {name for page in forms.values() for name in fields(page)}
    assert asked & {"name", "email", "phone", "tel", "address"} == set()


def test_a_copy_without_server_hides_its_form_until_script_comes() -> None:
    page = Page(render(read_tiny(), replace(SITE, is_static=True))[f"fr/{PLACE}"])
    [form] = [attrs for tag, attrs in page.elements if tag == "report-form"]
    assert ("data-static" in form, "hidden" in form) == (True, True)


def test_a_site_that_loses_its_server_makes_its_pages_again() -> None:
    html = {static: render(read_tiny(), replace(SITE, is_static=static))[f"fr/{PLACE}"] for static in (True, False)}
    assert html[True] != html[False]
