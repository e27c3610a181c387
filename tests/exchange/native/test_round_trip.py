"""Reader and writer are a pair: what one writes the other reads, whatever is written; and nothing raises."""

import json
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import tomlkit
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as some

from app.domain.calendar import Calendar, SchoolHoliday
from app.domain.category import Categories, Category, Need
from app.domain.content import CodeEntry
from app.domain.leg import Checked, Leg, WayFacts
from app.domain.place import Accessibility, Ages, Cost, HoursException, Place, Service, Spoken
from app.domain.plan import Label, Plan, Way
from app.domain.plan_geojson import parse_plan
from app.domain.territory import Territory
from app.domain.text import TextState, Translation, plain_text
from app.domain.verified import CheckedFacts, Verified
from app.domain.walk import Emergency, Meeting, Notice, Question, Session, Stop, Variant, Walk, WayService
from app.exchange.native import paths_in, read_content, rewritten, write_content
from app.exchange.native.calendars import read_calendar, write_calendar
from app.exchange.native.categories import read_categories, write_categories
from app.exchange.native.codes import read_codes, write_codes
from app.exchange.native.places import read_places, write_places
from app.exchange.native.plan import read_plan, write_plan
from app.exchange.native.source import Source
from app.exchange.native.territories import read_territories, write_territories
from app.exchange.native.texts import read_texts, write_texts
from app.exchange.native.walks import read_walk, write_walk

from ...conftest import TINY
from ...library.folders import problems_of, tiny_copy

letters = some.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
sentences = some.text(letters, min_size=1, max_size=40).map(plain_text).filter(bool)
paragraphs = some.lists(sentences, min_size=1, max_size=3).map("\n".join)
slugs = some.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
degrees = some.floats(-180, 180).map(lambda number: round(number, 6) + 0.0)
positions = some.tuples(degrees, some.floats(-89, 89).map(lambda number: round(number, 6) + 0.0)).filter(any)
days = some.dates(date(2020, 1, 1), date(2030, 12, 31))
maybe = some.none()

exceptions = some.builds(
    lambda day, kind, reason: HoursException(from_=day, to=day, kind=kind, hours="10:00-12:00", reason=reason),
    days,
    some.sampled_from(["closed", "hours", "message"]),
    maybe | sentences,
)
checked = some.builds(lambda day: CheckedFacts(hours=Verified(on=day, how="visit")), days)
services = some.builds(
    Service,
    id=slugs,
    name=sentences,
    purpose=maybe | sentences,
    ages=some.just(Ages(max_months=36)),
    checks=maybe | checked,
)
places = some.builds(
    Place,
    id=slugs,
    name=sentences,
    position=positions,
    status=some.sampled_from(["draft", "published", "closed_for_good"]),
    purpose=maybe | sentences,
    description=maybe | paragraphs,
    categories=some.lists(slugs, max_size=3).map(tuple),
    hours=maybe | some.just("Mo-Fr 09:00-17:00"),
    exceptions=some.lists(exceptions, max_size=2).map(tuple),
    bring=maybe | some.just(()) | some.just(("id",)),
    cost=maybe | some.builds(Cost, kind=some.just("paid"), details=maybe | sentences),
    languages=some.just((Spoken(code="ar", by="staff"),)) | some.just(()),
    accessibility=maybe | some.builds(Accessibility, steps=maybe | some.integers(0, 9)),
    services=some.lists(services, max_size=2).map(tuple),
    note=maybe | paragraphs,
)
questions = some.builds(Question, question=sentences, options=some.just(("Oui", "Non")), answer=some.just(2))
stops = some.builds(
    Stop,
    place=slugs,
    text=maybe | paragraphs,
    sense=maybe | sentences,
    leader=maybe | paragraphs,
    optional=some.booleans(),
    questions=some.lists(questions, max_size=2).map(tuple),
) | some.builds(Stop, point=positions, name=sentences, stay_min=some.integers(0, 60), host=maybe | sentences)
lines = some.lists(positions, min_size=2, max_size=9).map(tuple)
ways = some.builds(WayFacts, path=lines, way=maybe | paragraphs, stroller=some.sampled_from(["yes", "unknown"]))
checks = some.builds(Checked, on=days, by=sentences)
ends = {"from_": some.just(1), "to": some.just(2)}
drawn = some.builds(
    Leg,
    **ends,
    mode=some.just("drawn"),
    path=lines,
    steps=maybe | some.integers(0, 9),
    obstacle=some.lists(sentences, max_size=2).map(tuple),
    checked=maybe | checks,
    step_free=maybe | ways,
)
legs = drawn | some.builds(Leg, **ends, via=lines)
sessions = some.builds(
    Session, id=some.just("essai"), start=some.just("2027-01-13 14:00"), example=some.booleans(),
    register_=maybe | sentences, cancelled=maybe | sentences, leader=maybe | paragraphs,
)  # fmt: skip
notices = some.builds(lambda day, text: Notice(from_=day, to=day, text=text, stops=(1,)), days, sentences)


def few(strategy):
    return some.lists(strategy, max_size=1).map(tuple)


walks = some.builds(
    lambda stop, **fields: Walk(format=1, id="une-balade", status="draft", territory="ici", stop=stop, **fields),
    some.lists(stops, min_size=3, max_size=4).map(tuple),
    leader=maybe | paragraphs,
    emergency=maybe | some.builds(Emergency, place=slugs, text=maybe | paragraphs, leader=maybe | paragraphs),
    leg=few(legs),
    variant=few(some.builds(Variant, id=slugs, when=some.just("rain"), drop=some.just((2,)), text=maybe | sentences)),
    service=few(some.builds(WayService, kind=some.just("water"), point=positions, stop=some.just(1))),
    notice=few(notices),
    session=few(sessions),
    title=sentences,
    summary=maybe | paragraphs,
    advice=maybe | paragraphs,
    themes=some.lists(slugs, max_size=30).map(tuple),
    valid_until=maybe | days,
    meeting=maybe | some.builds(Meeting, point=positions, name=sentences),
)
translations = some.builds(
    Translation,
    key=slugs.map("place:{}/purpose".format),
    source=paragraphs,
    words=paragraphs,
    state=some.sampled_from([TextState.MACHINE, TextState.TO_REVIEW, TextState.REVIEWED]),
    note=some.just("") | some.just("Une remarque.\nSur deux lignes."),
)


def by_id(strategy, key="id"):
    return some.lists(strategy, max_size=3, unique_by=lambda each: getattr(each, key)).map(
        lambda found: {getattr(each, key): each for each in found}
    )


def source(path: str, text: str) -> Source:
    return Source(path, text.encode())


def errors(reading) -> list[str]:
    return [problem.tell() for problem in reading.problems]


@given(by_id(places))
def test_places_come_back(given_places: dict[str, Place]) -> None:
    reading = read_places(source("data/places.geojson", write_places(given_places)))
    assert (errors(reading), list(reading.value.items())) == ([], list(given_places.items()))


@given(walks)
def test_a_walk_comes_back(walk: Walk) -> None:
    reading = read_walk(source("walks/une-balade.toml", write_walk(walk)))
    assert (errors(reading), reading.value) == ([], walk)


@given(by_id(translations, "key"))
def test_translations_come_back(texts: dict[str, Translation]) -> None:
    reading = read_texts(source("translations/ar/LC_MESSAGES/content.po", write_texts("ar", texts)))
    assert (errors(reading), list(reading.value.items())) == ([], list(texts.items()))


@given(by_id(some.builds(Category, id=slugs, label=sentences, synonyms=some.lists(sentences, max_size=9).map(tuple))))
def test_categories_come_back(found: dict[str, Category]) -> None:
    categories = Categories(found, tuple(Need(f"e-{name}", "Une entrée", "parcs", (name,)) for name in found))
    reading = read_categories(source("data/categories.toml", write_categories(categories)))
    assert (errors(reading), reading.value) == ([], categories)


@given(some.dictionaries(days, sentences, max_size=4), sentences)
def test_a_calendar_comes_back(holidays: dict[date, str], label: str) -> None:
    school = {"C": (SchoolHoliday("ete", label, date(2027, 7, 3), date(2027, 8, 31)),)}
    calendar = Calendar(dict(sorted(holidays.items())), school, date(2028, 7, 3))
    reading = read_calendar(source("data/calendars.toml", write_calendar(calendar)), date(2026, 11, 18))
    assert (errors(reading), reading.value) == ([], calendar)


@given(some.lists(some.lists(positions, min_size=2, max_size=4).map(tuple), max_size=3, unique=True), sentences)
def test_a_plan_comes_back(lines: list, name: str) -> None:
    ways = tuple(Way("street", line, name, "path", guessed=len(line) > 2) for line in lines)
    plan = Plan(ways, (), tuple(Label("park", name, line[0]) for line in lines[:1]), name)
    reading = read_plan(source("data/plan.geojson", write_plan(plan)))
    assert (errors(reading), reading.value) == ([], plan)


def test_water_keeps_its_names() -> None:
    basin = ((2.37, 48.8905), (2.3715, 48.8905), (2.3715, 48.8912), (2.37, 48.8905))
    canal = Way("water", ((2.37, 48.89), (2.38, 48.89)), "Canal")
    labels = (Label("water", "Bassin", (2.371, 48.890733)), Label("water", "Source", (2.372, 48.891)))
    plan = Plan((canal,), (basin,), labels, "Mention")
    assert read_plan(source("data/plan.geojson", write_plan(plan))).value == plan


def test_a_park_keeps_its_outline_and_its_name() -> None:
    lawn = ((2.37, 48.8905), (2.3715, 48.8905), (2.3715, 48.8912), (2.37, 48.8905))
    labels = (Label("park", "Jardin", (2.371, 48.890733)), Label("park", "Square", (2.372, 48.891)))
    plan = Plan((), (lawn,), labels, "Mention", greens=(lawn,))
    assert read_plan(source("data/plan.geojson", write_plan(plan))).value == plan
    assert parse_plan(write_plan(plan)) == plan


@given(sentences, some.lists(sentences, max_size=2).map(tuple))
def test_a_territory_comes_back(name: str, notices: tuple[str, ...]) -> None:
    ring = ((2.0, 48.0), (2.1, 48.0), (2.1, 48.1), (2.0, 48.0))
    hole = ((2.06, 48.02), (2.08, 48.02), (2.08, 48.04), (2.06, 48.02))
    here = {"ici": Territory(id="ici", name=name, outline=(ring, hole), notices=notices, languages=("fr", "ar"))}
    reading = read_territories(source("data/territories.geojson", write_territories(here)))
    assert (errors(reading), reading.value) == ([], here)


def test_codes_come_back() -> None:
    codes = (CodeEntry("A1B2C3", "place", "ici"), CodeEntry("Z9Y8X7", "walk", "la-bas"))
    assert read_codes(source("data/codes.csv", write_codes(codes))).value == codes


@pytest.mark.parametrize("path", paths_in(TINY))
def test_the_tiny_territory_is_written_in_canonical_bytes(path: str) -> None:
    data = (TINY / path).read_bytes()
    assert rewritten(Source(path, data)) == data


def test_write_content_gives_files_that_read_the_same(tmp_path: Path) -> None:
    content, _ = read_content(TINY)
    assert content is not None
    write_content(content, tmp_path)
    assert read_content(tmp_path) == (content, [])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=some.sampled_from(paths_in(TINY)), where=some.floats(0, 1), noise=some.binary(max_size=8))
@example(path="data/places.geojson", where=0.5, noise=b"\xff\xfe")
def test_no_noise_in_a_file_makes_the_reader_raise(tmp_path: Path, path: str, where: float, noise: bytes) -> None:
    folder = tmp_path / "content"
    if not folder.exists():
        tiny_copy(tmp_path)
    data = (TINY / path).read_bytes()
    cut = int(where * len(data))
    (folder / path).write_bytes(data[:cut] + noise + data[cut + len(noise) :])
    assert all(len(line) < 900 for line in problems_of(folder))
    (folder / path).write_bytes(data)


KEYS = ["type", "features", "geometry", "coordinates", "properties", "id", "name", "hours", "exceptions", "outline"]
json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from(KEYS), inner, max_size=4),
    max_leaves=12,
)


@given(json_values, some.sampled_from(["Point", "Polygon", "LineString"]))
def test_no_json_makes_a_reader_raise(value: object, kind: str) -> None:
    feature = {"type": "Feature", "id": value, "geometry": {"type": kind, "coordinates": value}, "properties": value}
    other = {"type": "Feature", "id": "a", "geometry": value, "properties": {"name": value, "kind": "water"}}
    text = json.dumps({"type": "FeatureCollection", "features": [feature, other, value]})
    for path, read in [("places", read_places), ("territories", read_territories), ("plan", read_plan)]:
        assert read(source(f"data/{path}.geojson", text)).problems


toml_values = some.recursive(
    some.booleans() | some.integers(-9, 9) | some.floats() | some.text(letters, max_size=5) | some.dates(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from(KEYS), inner, max_size=3),
    max_leaves=8,
)
TOML = [("walks/un-livre-au-vert.toml", read_walk), ("data/categories.toml", read_categories)]
TOML.append(("data/calendars.toml", partial(read_calendar, today=date(2026, 11, 18))))


@given(some.sampled_from(TOML), some.data(), toml_values)
def test_no_toml_makes_a_reader_raise(file: tuple, data: some.DataObject, value: object) -> None:
    path, read = file
    document = tomlkit.parse((TINY / path).read_text(encoding="utf-8")).unwrap()
    key = data.draw(some.sampled_from([*document, "inconnue"]))
    document[key] = value
    read(source(path, tomlkit.dumps(document)))


def test_a_list_that_is_wrong_in_and_around_is_taken_out_once() -> None:
    document = tomlkit.parse((TINY / "walks/un-livre-au-vert.toml").read_text(encoding="utf-8")).unwrap()
    assert errors(read_walk(source("walks/un-livre-au-vert.toml", tomlkit.dumps({**document, "stop": [False]}))))
