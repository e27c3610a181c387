"""Anybody can say that a place or an answer is missing, from every list of a territory."""

import pytest

from app.domain.suggestion import Kind, Suggestion

from ..cast.printed import Page, read_tiny, render

LISTS = ("les-tilleuls/", "les-tilleuls/t/parcs/", "les-tilleuls/walks/")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return render(read_tiny())


@pytest.mark.parametrize("lang", ["fr", "en", "ar"])
@pytest.mark.parametrize("rest", LISTS)
def test_a_list_takes_what_is_missing(pages: dict[str, str], rest: str, lang: str) -> None:
    page = Page(pages[f"{lang}/{rest}"])
    fields = {found["name"]: found.get("value", "") for found in page.all("input") if found.get("type") == "hidden"}
    assert fields == {"territory": "les-tilleuls", "path": f"/{lang}/{rest}"}
    kinds = [Kind(found["value"]) for found in page.all("input") if found.get("name") == "kind"]
    assert kinds == [Kind.NEW_PLACE, Kind.NEED, Kind.OTHER]
    for kind in kinds:
        assert Suggestion.model_validate(fields | {"kind": kind, "text": "Personne ne répare les vélos."}).territory
