"""The sample that the project ships: complete, honest, and written as it promises."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from app.domain.code import is_code
from app.domain.content import Content
from app.domain.duration import LONGEST_MIN, minutes_walking
from app.domain.geometry import metres_between
from app.domain.place import Place, Status
from app.domain.public import public_content
from app.domain.translatable import leader_texts, translatable_texts
from app.domain.walk import Walk, WalkStatus
from app.exchange.native import read_content, write_content
from app.map.basemap import basemaps_of
from app.map.legs import legs_of

ROOT = Path(__file__).parents[1]
VOCABULARY = ROOT.parent / "shared" / "facts" / "data-inclusion_v1" / "thematiques_v1.csv"
LOOKED_UP = Path(__file__).parent / "samples" / "data-inclusion.csv"
"""The values of that vocabulary that we have looked up: one more line when a category gets another one."""

THEMES = 16
ARABIC = re.compile(r"[\u0600-\u06ff]")


@cache
def sample() -> Content:
    content, problems = read_content(ROOT, today=date(2027, 1, 1))
    assert [problem.tell() for problem in problems] == []
    assert content is not None
    return content


def published() -> list[Place]:
    return [place for place in sample().places.values() if place.status is Status.PUBLISHED]


def drafts() -> list[Place]:
    return [place for place in sample().places.values() if place.status is Status.DRAFT]


def french_texts() -> Iterator[tuple[str, str]]:
    yield from translatable_texts(sample()).items()
    yield from leader_texts(sample()).items()
    for place in sample().places.values():
        yield f"{place.id} name", place.name
        yield f"{place.id} street", (place.address and place.address.street) or ""


def test_each_territory_has_places_to_show_and_places_to_verify() -> None:
    for territory in sample().territories:
        assert sample().public_places(territory) and sample().drafts_by_territory[territory], territory


def test_each_territory_lists_places_near_its_school() -> None:
    for territory in sample().territories.values():
        nearest, *others = sample().public_places(territory.id)
        assert nearest.id == territory.school
        assert len(others) >= 15, territory.id


def test_each_place_lies_in_a_territory() -> None:
    homeless = [place.id for place in sample().places.values() if not sample().territories_of(place)]
    assert homeless == []


def test_a_published_place_says_what_it_is_for_and_since_when_we_know() -> None:
    for place in published():
        assert place.purpose and len(place.purpose) <= 140, place.id
        assert place.code and place.categories and place.verified, place.id


def test_a_draft_says_what_to_verify() -> None:
    for place in drafts():
        assert place.note and place.note.startswith("À vérifier avant de publier"), place.id
        assert place.verified is None, place.id


def test_every_place_names_its_source_and_the_date_of_it() -> None:
    for place in sample().places.values():
        first = place.sources[0]
        assert first.ref and first.licence and first.on and first.fields, place.id


def test_what_has_no_open_licence_is_for_the_desk_only() -> None:
    closed = re.compile("Guide de la solidarité|Soliguide|MaMaMa")
    for place in published():
        assert not [source.name for source in place.sources if closed.search(source.name)], place.id


def test_each_territory_prints_the_notice_of_every_register_that_it_shows() -> None:
    for territory in sample().territories.values():
        names = {
            source.name.split(",")[0] for place in sample().public_places(territory.id) for source in place.sources
        }
        named = names & {"FINESS", "France services", "OpenStreetMap"}
        assert "FINESS" in named
        assert [name for name in named if not any(name in notice for notice in territory.notices)] == [], territory.id


def test_no_two_places_of_a_kind_stand_at_one_door() -> None:
    for number, place in enumerate(published()):
        same = [other for other in published()[:number] if other.categories[0] == place.categories[0]]
        assert not [other.id for other in same if metres_between(place.position, other.position) < 10], place.id


def test_nothing_from_before_2020_is_shown_as_a_phone_or_as_hours() -> None:
    for place in drafts():
        assert place.hours is None and not place.services, place.id
        assert place.contact is None or place.contact.phones == (), place.id
    for place in published():
        if place.hours or place.contact:
            assert place.verified and place.verified.on.year >= 2020, place.id


def test_only_a_place_with_hours_says_that_they_are_known() -> None:
    for place in sample().places.values():
        assert place.hours_known == ("yes" if place.hours else "unknown"), place.id


def test_a_digital_help_session_is_dated_and_is_not_the_hours_of_its_place() -> None:
    sessions = [(place, service) for place in published() for service in place.services]
    assert sessions
    for place, service in sessions:
        assert place.hours is None and service.hours, place.id
        assert service.verified and service.verified.on.isoformat() == "2022-06-30", place.id


def test_free_is_said_only_of_what_the_city_leaves_open_to_all() -> None:
    free = {place.categories[0] for place in sample().places.values() if place.cost}
    assert free <= {"parc", "jardin", "square", "promenade", "toilettes", "fontaine"}


def test_every_code_is_given_once_and_belongs_to_what_carries_it() -> None:
    content = sample()
    given = {(entry.kind, entry.id): entry.code for entry in content.codes}
    assert all(is_code(entry.code) for entry in content.codes)
    assert len({entry.code for entry in content.codes}) == len(content.codes)
    for kind, things in (("place", content.places), ("territory", content.territories), ("walk", content.walks)):
        carried = {(kind, each.id): each.code for each in things.values() if each.code}
        assert carried.items() <= given.items()


def test_two_codes_differ_by_two_signs_so_that_one_slip_opens_no_other_door() -> None:
    codes = [entry.code for entry in sample().codes]
    close = [(a, b) for n, a in enumerate(codes) for b in codes[:n] if sum(map(str.__ne__, a, b)) < 2]
    assert close == []


def test_there_are_sixteen_themes_and_each_kind_is_below_one() -> None:
    categories = sample().categories
    assert len(categories.themes) == THEMES
    assert all(categories.theme_of(category).parent is None for category in categories.all)
    assert [theme.id for theme in categories.themes if theme.practical] == ["quotidien"]


def test_a_theme_says_how_long_its_facts_hold() -> None:
    lasting = {theme.id for theme in sample().categories.themes if theme.stale_after_months == 24}
    assert lasting == {"parcs", "quotidien"}


@pytest.mark.parametrize("vocabulary", [VOCABULARY, LOOKED_UP], ids=["national", "looked up"])
def test_every_data_inclusion_code_exists(vocabulary: Path) -> None:
    if not vocabulary.exists():
        pytest.skip("the national vocabulary is not beside this checkout")
    with vocabulary.open(encoding="utf-8") as file:
        known = {row["value"] for row in csv.DictReader(file)}
    used = {code for category in sample().categories.all.values() for code in category.data_inclusion}
    assert used <= known


def test_french_has_its_own_apostrophe() -> None:
    assert [key for key, text in french_texts() if "'" in text] == []


def test_french_keeps_its_punctuation_on_the_line() -> None:
    assert [key for key, text in french_texts() if re.search(r" [:;!?»]|« ", text)] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_text_but_the_names_of_territories_is_translated(language: str) -> None:
    words = sample().texts.by_language[language]
    untold = [key for key in translatable_texts(sample()) if key not in words and not key.startswith("territory:")]
    assert untold == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_drafted_translation_says_so(language: str) -> None:
    assert {text.state.value for text in sample().texts.by_language[language].values()} == {"machine"}


def test_every_arabic_text_is_in_arabic() -> None:
    assert [key for key, text in sample().texts.by_language["ar"].items() if not ARABIC.search(text.words)] == []


def test_every_category_has_synonyms_in_every_language() -> None:
    for category in sample().categories.all.values():
        key = f"category:{category.id}/synonyms"
        found = [
            sample().texts.of(key, ", ".join(category.synonyms), language).words for language in ("fr", "en", "ar")
        ]
        assert all(words.count(",") >= 2 for words in found), key


def shown_walks() -> list[Walk]:
    return [walk for walk in sample().walks.values() if walk.status is WalkStatus.PUBLISHED]


def test_each_territory_shows_two_walks_and_each_has_stops_to_read() -> None:
    counts = Counter(walk.territory for walk in shown_walks())
    assert counts.keys() == set(sample().territories) and min(counts.values()) >= 2
    for walk in shown_walks():
        assert sample().is_walk_public(walk) and walk.code and len(walk.stops) >= 5
        assert walk.summary and walk.advice and walk.meeting and walk.emergency, walk.id


def test_each_stop_has_something_to_say_to_sense_to_ask_and_to_mind() -> None:
    for walk in shown_walks():
        for stop in walk.stops:
            assert stop.text and stop.sense and stop.leader and len(stop.questions) == 1, (walk.id, stop.place)
        senses, questions = [s.sense for s in walk.stops], [s.questions[0].question for s in walk.stops]
        assert len({*senses}) == len(senses) and len({*questions}) == len(questions), walk.id


def test_a_walk_is_as_long_as_children_walk() -> None:
    basemaps = basemaps_of(sample())
    public = public_content(sample())
    for walk in shown_walks():
        metres = sum(leg.metres for leg in legs_of(public, walk, basemaps[walk.territory]).values())
        assert minutes_walking(metres) + sum(stop.stay_min for stop in walk.stops) <= LONGEST_MIN, walk.id


def test_nothing_is_said_of_the_steps_of_a_walk_that_nobody_walked() -> None:
    for walk in shown_walks():
        assert walk.checked is None and not any(leg.is_surveyed or leg.steps is not None for leg in walk.legs), walk.id


def test_sessions_of_the_sample_are_examples_and_say_so() -> None:
    sessions = [session for walk in shown_walks() for session in walk.sessions]
    assert len(sessions) == len(shown_walks())
    assert all(session.example and "exemple" in (session.register_ or "") for session in sessions)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_text_of_leaders_is_translated(language: str) -> None:
    words = sample().texts.by_language[language]
    assert [key for key, text in leader_texts(sample()).items() if words[key].source != text] == []


def test_stops_of_a_walk_are_a_family_s_steps_apart() -> None:
    for walk in sample().walks.values():
        spots = [sample().places[stop.place].position for stop in walk.stops if stop.place]
        legs = [metres_between(start, end) for start, end in pairwise(spots)]
        assert max(legs) < 700, walk.id


def test_the_calendars_reach_the_summer_of_2028() -> None:
    calendar = sample().calendar
    assert calendar.known_until.isoformat() == "2028-07-03"
    assert len(calendar.public_holidays) == 3 * 11
    assert len(calendar.school_holidays["C"]) == 11


def test_the_files_are_written_as_the_library_writes_them(tmp_path: Path) -> None:
    write_content(sample(), tmp_path)
    written = [path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) >= 20
    assert [str(path) for path in written if (tmp_path / path).read_bytes() != (ROOT / path).read_bytes()] == []
