"""Anything at all typed into the forms of the editor is taken or refused with a sentence; nothing breaks."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.forms.sections import PLACE_SECTIONS
from app.domain.forms.walk_sections import WALK_SECTIONS
from app.library.content.queries import read_library

from .conftest import Enter
from .editor import PAGE, form_of, inputs_in

WALK = "/desk/walks/du-college-au-square"
PAGES = {"stop": "/stops/2", "new": "/stops/new", "leg": "/legs/2", "step_free": "/legs/3"}
"""The sections of a walk that have pages of their own."""

TEXTS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "0", "-1", "99999999999", "1e9", "NaN", "2026-02-31", "24:00", "<b>", "\x00", "a" * 5000, "٣", "yes"]
    ),
)
fuzzed = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12)


@pytest.mark.parametrize("section", PLACE_SECTIONS)
def test_no_section_of_a_place_breaks(enter: Enter, section: str) -> None:
    client = enter()
    held = {name: v for name, v in form_of(client, section).items() if name not in ("section", "version")}

    @fuzzed
    @given(st.fixed_dictionaries({name: TEXTS for name in held}), st.sampled_from(["", "check", "look", "find"]))
    def type_anything(typed: dict[str, str], button: str) -> None:
        version = form_of(client, section)["version"]
        sent = {**typed, "section": section, "version": version} | ({button: "1"} if button else {})
        assert client.post(PAGE, data=sent).status_code in (200, 303, 409, 422)
        assert client.get(PAGE).status_code == 200

    type_anything()


@pytest.mark.parametrize("section", [*WALK_SECTIONS, *PAGES])
def test_no_section_of_a_walk_breaks(enter: Enter, section: str) -> None:
    client, page = enter(), f"{WALK}{PAGES.get(section, '')}"
    held = {name: v for name, v in form_of(client, section, page).items() if name not in ("section", "version")}

    @fuzzed
    @given(st.fixed_dictionaries({name: TEXTS for name in held}))
    def type_anything(typed: dict[str, str]) -> None:
        version = form_of(client, section, page)["version"]
        sent = {**typed, "section": section, "version": version}
        assert client.post(page, data=sent).status_code in (303, 409, 422)
        assert (client.get(page).status_code, client.get(WALK).status_code) == (200, 200)

    type_anything()


def test_no_new_place_breaks(enter: Enter) -> None:
    client = enter()
    held = inputs_in(client.get("/desk/places/new").text, 'name="as"')

    @fuzzed
    @given(st.fixed_dictionaries({name: TEXTS for name in held}))
    def type_anything(typed: dict[str, str]) -> None:
        before = len(read_library().places)
        answer = client.post("/desk/places/new", data=typed)
        assert answer.status_code in (303, 409, 422)
        assert len(read_library().places) == before + (answer.status_code == 303)

    type_anything()


@fuzzed
@given(st.text(max_size=200))
def test_no_file_of_a_walk_breaks(enter: Enter, text: str) -> None:
    client = enter(f"Relais {hash(text)}", "relay")
    assert client.post("/desk/walks", data={"toml": text}).status_code in (303, 404, 422)
