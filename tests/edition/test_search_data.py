"""What phones search and filter by."""

import gzip
import json
import shutil
import subprocess
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.domain.category import Category
from app.domain.content import Content
from app.domain.place import Place
from app.domain.public import public_content
from app.domain.text import fold, slug_of
from app.edition.file import PlannedFile
from app.edition.search_data import phone_files, places_path, places_version
from app.edition.search_facts import QUESTIONS, Fact, ages_of, pack_facts, spoken_at
from app.exchange.native import read_content
from app.map.basemap import basemaps_of
from app.map.legs import measured
from app.site.addresses import Site

from ..conftest import TINY

ROOT = Path(__file__).resolve().parents[2]
SITE = Site(languages=("fr", "en", "ar"), version="0")


@pytest.fixture(scope="module")
def content() -> Content:
    found, _ = read_content(TINY)
    assert found is not None
    return found


def leaves_of(content: Content) -> dict[str, PlannedFile]:
    return {planned_file.path: planned_file for planned_file in phone_files(public_content(content), SITE)}


def read(content: Content, path: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(leaves_of(content)[path].make())
    return data


def place(**fields: object) -> Place:
    return Place.model_validate({"id": "un-lieu", "name": "Un lieu", "position": (2.36, 48.89)} | fields)


def answer(question: str, **fields: object) -> Fact:
    packed = pack_facts(place(**fields))
    return Fact(packed >> 2 * list(QUESTIONS).index(question) & 3)


@pytest.mark.parametrize(
    ("question", "fields", "expected"),
    [
        ("free", {}, Fact.UNKNOWN),
        ("free", {"cost": {"kind": "free"}}, Fact.YES),
        ("free", {"cost": {"kind": "sliding"}}, Fact.NO),
        ("no_appointment", {"access": {"appointment": "required"}}, Fact.NO),
        ("no_appointment", {"access": {"drop_in": True}}, Fact.YES),
        ("no_appointment", {"access": {"registration": True}}, Fact.UNKNOWN),
        ("no_papers", {"bring": ["none"]}, Fact.YES),
        ("no_papers", {"bring": ["id", "caf"]}, Fact.NO),
        ("drop_in", {"access": {"drop_in": False}}, Fact.NO),
        ("stroller", {"accessibility": {"stroller": "limited"}}, Fact.LIMITED),
        ("wheelchair", {"accessibility": {"stroller": "yes"}}, Fact.UNKNOWN),
    ],
)
def test_a_fact_is_yes_no_limited_or_unknown(question: str, fields: dict[str, object], expected: Fact) -> None:
    assert answer(question, **fields) is expected


def test_one_free_service_is_enough_to_come_for() -> None:
    service = {"id": "s", "name": "S", "cost": {"kind": "free"}, "ages": {"max_months": 35}}
    rich = place(cost={"kind": "paid"}, services=[service], ages={"min_months": 72})
    assert pack_facts(rich) & 3 == Fact.YES
    assert ages_of(rich) == (0, 1500)


def test_languages_are_asked_for_without_their_region() -> None:
    assert spoken_at(place(languages=[{"code": "ar-MA"}, {"code": "zh-Hant"}])) == {"ar", "zh"}


@pytest.mark.parametrize(
    ("name", "slug"),
    [("École élémentaire Évangile (33)", "ecole-elementaire-evangile-33"), ("L’Œuvre", "l-oeuvre"), ("حديقة", "")],
)
def test_a_name_gives_an_id(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_each_language_and_territory_has_its_two_files(content: Content) -> None:
    expected = {
        f"{lang}/{t}/{name}.json"
        for lang in SITE.languages
        for t in content.territories
        for name in ("places", "words")
    }
    assert set(leaves_of(content)) == expected


def test_columns_follow_the_public_places(content: Content) -> None:
    territory = next(iter(content.territories))
    core = read(content, f"fr/{territory}/places.json")
    places = content.public_places(territory)
    assert core["names"].split("\n") == [p.name for p in places]
    assert {len(core[column]) for column in ("lon", "lat", "kind")} == {len(places)}
    words = read(content, f"fr/{territory}/words.json")
    assert {len(words[column]) for column in ("facts", "purposes")} == {len(places)}


def test_what_only_filters_ask_comes_with_the_words(content: Content) -> None:
    territory = next(iter(content.territories))
    core = read(content, f"fr/{territory}/places.json")
    assert [core[column] for column in ("metres", "facts", "ages", "spoken")] == [[], [], [], {}]


def test_kinds_are_found_by_their_words_in_every_language(content: Content) -> None:
    territory = next(iter(content.territories))
    words = [read(content, f"{lang}/{territory}/words.json")["kinds"] for lang in SITE.languages]
    assert words[0] == words[1] == words[2]


def test_every_word_of_a_kind_leads_to_it(content: Content) -> None:
    territory = next(iter(content.territories))
    words, used = read(content, f"fr/{territory}/words.json"), _kinds_of(content, territory)
    missing = [c for c in content.categories.all.values() if c.parent and c not in used]
    said = dict(
        zip([*used, *missing], [*words["kinds"], *(all_words for _, all_words in words["missing"])], strict=True)
    )
    for kind, all_words in said.items():
        told = {fold(word) for word in all_words.split(",")}
        assert {fold(word) for word in kind.synonyms} <= told, kind.id
        assert len(told) == len(all_words.split(",")), "each once"


def test_words_that_a_kind_helps_with_too_stand_behind_a_lone_sign(content: Content) -> None:
    territory = next(iter(content.territories))
    used = _kinds_of(content, territory)
    kind = used[0].model_copy(update={"synonyms": ("~sieste", "calme", "~repos")})
    helping = replace(content, categories=replace(content.categories, all={**content.categories.all, kind.id: kind}))
    told = read(helping, f"fr/{territory}/words.json")["kinds"][0].split(",")
    plain, also = told[: told.index("~")], told[told.index("~") + 1 :]
    assert "calme" in plain
    assert sorted(also) == ["repos", "sieste"]


def test_a_theme_does_not_repeat_the_words_of_its_kinds(content: Content) -> None:
    territory = next(iter(content.territories))
    words = read(content, f"fr/{territory}/words.json")
    themes = [theme.id for theme in content.categories.themes]
    borne = {(themes.index(content.categories.theme_of(c.id).id), fold(w)) for c in _below(content) for w in c.synonyms}
    told = {(n, fold(w)) for n, all_words in enumerate(words["themes"]) for w in all_words.split(",")[1:]}
    assert borne & told == set()
    assert told


def _kinds_of(content: Content, territory: str) -> list[Category]:
    used = {c for place in public_content(content).public_places(territory) for c in place.categories}
    return [c for c in content.categories.all.values() if c.id in used]


def _below(content: Content) -> list[Category]:
    return [c for c in content.categories.all.values() if c.parent]


def test_the_same_content_has_the_same_fingerprints(content: Content) -> None:
    twice = [{path: planned_file.fingerprint for path, planned_file in leaves_of(content).items()} for _ in range(2)]
    assert twice[0] == twice[1]


def test_the_version_of_the_core_is_what_its_bytes_begin_with(content: Content) -> None:
    public, territory = public_content(content), next(iter(content.territories.values()))
    for lang in SITE.languages:
        path = places_path(lang, territory.id)
        core = leaves_of(content)[path].make()
        assert places_version(public, SITE, lang, territory) == sha256(core).hexdigest()[:8]


def test_a_new_purpose_changes_words_and_not_the_core(content: Content) -> None:
    territory = next(iter(content.territories))
    first = content.public_places(territory)[0]
    changed = first.model_copy(update={"purpose": "Tout autre chose."})
    after = leaves_of(replace(content, places={**content.places, first.id: changed}))
    moved = {
        path for path, planned_file in leaves_of(content).items() if planned_file.fingerprint != after[path].fingerprint
    }
    assert f"fr/{territory}/words.json" in moved
    assert not any(path.endswith("places.json") for path in moved)


def test_kinds_without_a_place_are_known_by_their_words_too(content: Content) -> None:
    territory = next(iter(content.territories))
    used = {c for place in public_content(content).public_places(territory) for c in place.categories}
    words = read(content, f"fr/{territory}/words.json")
    kinds = [c for c in content.categories.all.values() if c.parent and c.id not in used]
    assert [all_words.split(",")[0] for _, all_words in words["missing"]] == [c.label.split(" (")[0] for c in kinds]


def test_a_label_that_lists_things_is_not_taken_apart(content: Content) -> None:
    territory = next(iter(content.territories))
    water = content.categories.all["quotidien"].model_copy(update={"label": "Eau, douches", "synonyms": ("pratique",)})
    all_categories = {**content.categories.all, "quotidien": water}
    listed = replace(content, categories=replace(content.categories, all=all_categories))
    rank = [t.id for t in listed.categories.themes].index("quotidien")
    assert "douches" not in read(listed, f"fr/{territory}/words.json")["themes"][rank]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sample")
    content, _ = read_content(ROOT)
    assert content is not None
    # As an edition has them: the nearest by the streets first.
    public = measured(public_content(content), basemaps_of(content))
    for planned_file in phone_files(public, SITE):
        file = folder / planned_file.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(planned_file.make())
    return folder


def search(script: str, sample: Path) -> dict[str, Any]:
    command = ["node", str(ROOT / "tests/js/finder" / script), str(sample)]
    result: dict[str, Any] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not on the path.")
def test_people_find_what_they_mean(sample: Path) -> None:
    result = search("recall.js", sample)
    assert result["queries"] >= 60
    assert result["recall"] >= 0.95, result["missed"]


@pytest.mark.skipif(shutil.which("node") is None, reason="Node is not on the path.")
def test_a_need_is_answered_in_every_quarter_or_said_to_have_no_place_yet(sample: Path) -> None:
    result = search("asked.js", sample)
    assert sorted(lang for lang, counted in result["tally"].items() if counted["asked"] >= 4 * 50) == ["ar", "en", "fr"]
    assert not result["wrong"]


def test_the_words_of_a_quarter_stay_small(sample: Path) -> None:
    # Eight bytes a word: 5,000 of them, in three languages, fetched once when somebody searches.
    assert max(len(gzip.compress(file.read_bytes())) for file in sample.glob("*/*/words.json")) < 40_000
