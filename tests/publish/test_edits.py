"""Whatever is edited, in whatever order: the edition that takes over most of the one before is the one made anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.cache import Cache, Columns
from app.domain.content import CodeEntry, Content
from app.domain.geometry import DEGREE_M
from app.domain.public import public_content
from app.domain.territory import Kiosk
from app.domain.text import Texts
from app.domain.walk import Meeting, WalkStatus
from app.edition import hours_parts
from app.edition.build import build_edition
from app.edition.groups import GROUPS
from app.edition.packs.plan import PackPlan, plan_packs
from app.edition.store import Edition
from app.pages import cards, kiosk, lines, list_files, lists
from app.publish.plan import plan_edition
from app.site.addresses import Site

from ..cast.collecting import every_object
from ..cast.printed import edit, read_tiny

SITE = Site(languages=("fr", "ar"), version="0", public_url="https://quartier.example")
DAY = date(2026, 11, 18)
OWN = ("edition.json", "edition-line.json", "sw.js")
"""What tells which edition it belongs to, besides the manifests of packs and their patches."""


def made(content: Content, folder: Path) -> Edition:
    planned, packs = plan_edition(content, SITE, DAY), plan_packs(content, SITE)
    return build_edition(folder, planned, date=DAY, version="0", site=SITE, packs=packs)


def told(edition: Edition) -> dict[str, str]:
    apart = {
        path for path in edition.files if path.endswith(".patch.gz") or (path.startswith("packs/") and path[-1] == "n")
    }
    return {path: file.sha256 for path, file in edition.files.items() if path not in {*OWN, *apart}}


def changing(**facts: Any) -> Callable[[Content, Random], Content]:
    return lambda content, dice: edit(content, dice.choice([*content.places]), **facts)


def moved(content: Content, dice: Random) -> Content:
    here, there = dice.sample([*content.places], 2)
    return edit(content, here, position=content.places[there].position)


def added(content: Content, dice: Random) -> Content:
    model = content.places[dice.choice([*content.places])]
    place = model.model_copy(update={"id": f"lieu-{len(content.places)}", "code": None})
    return replace(content, places={**content.places, place.id: place})


def gone(content: Content, dice: Random) -> Content:
    named = {stop.place for walk in content.walks.values() for stop in walk.stops}
    named |= {territory.school for territory in content.territories.values()}
    id = dice.choice([id for id in content.places if id not in named])
    return replace(content, places={key: place for key, place in content.places.items() if key != id})


def reworded(content: Content, dice: Random) -> Content:
    home = dice.choice([*content.territories.values()])
    home = home.model_copy(update={"name": f"{home.name} bis"})
    return replace(content, territories={**content.territories, home.id: home})


def reaching(content: Content, dice: Random) -> Content:
    home = dice.choice([*content.territories.values()])
    told = home.model_dump(by_alias=True) | {"reach_m": 200 - home.reach_m}
    return replace(content, territories={**content.territories, home.id: type(home).model_validate(told)})


def turned(content: Content, dice: Random) -> Content:
    walk = dice.choice([*content.walks.values()])
    walk = walk.model_copy(update={"stops": walk.stops[::-1], "legs": (), "summary": "Dans l’autre sens."})
    return replace(content, walks={**content.walks, walk.id: walk})


def translated(content: Content, dice: Random) -> Content:
    arabic = dict(content.texts.by_language["ar"])
    key = dice.choice([key for key in arabic if key.endswith(("/purpose", "/label", "/title"))])
    arabic[key] = replace(arabic[key], words=f"{arabic[key].words} أيضا")
    return replace(content, texts=Texts({**content.texts.by_language, "ar": arabic}))


def untranslated(content: Content, dice: Random) -> Content:
    arabic = dict(content.texts.by_language["ar"])
    arabic.pop(dice.choice([key for key in arabic if key.endswith("/purpose")]))
    return replace(content, texts=Texts({**content.texts.by_language, "ar": arabic}))


def regrouped(content: Content, dice: Random) -> Content:
    kinds = {**content.categories.all}
    kind = dice.choice([*kinds.values()])
    kinds[kind.id] = kind.model_copy(update={"label": f"{kind.label} et plus"})
    return replace(content, categories=replace(content.categories, all=kinds))


def resorted(content: Content, dice: Random) -> Content:
    kind = dice.choice([kind.id for kind in content.categories.all.values() if kind.parent])
    return edit(content, dice.choice([*content.places]), categories=(kind,))


def turned_over(content: Content, dice: Random) -> Content:
    ids = [*content.places]
    dice.shuffle(ids)
    return replace(content, places={id: content.places[id] for id in ids})


def reprinted(content: Content, dice: Random) -> Content:
    key = f"place:{dice.choice([*content.places])}"
    return replace(content, reprints={**content.reprints, key: (("les horaires", DAY),)})


def withdrawn(content: Content, dice: Random) -> Content:
    walk = dice.choice([*content.walks.values()])
    return replace(content, walks={**content.walks, walk.id: walk.model_copy(update={"status": WalkStatus.DRAFT})})


def met(content: Content, dice: Random) -> Content:
    walk, place = dice.choice([*content.walks.values()]), dice.choice([*content.places])
    walk = walk.model_copy(update={"meeting": Meeting(place=place), "status": WalkStatus.PUBLISHED})
    return replace(content, walks={**content.walks, walk.id: walk})


def coded(content: Content, dice: Random) -> Content:
    code = "".join(dice.sample("23456789ABCDEFGH", 6))
    entries = (CodeEntry(code, "place", dice.choice([*content.places])), CodeEntry(code[::-1], "walk", "parti"))
    return replace(content, codes=(*content.codes, *entries))


def schooled(content: Content, dice: Random) -> Content:
    home, school = dice.choice([*content.territories.values()]), dice.choice([*content.places])
    home = home.model_copy(update={"school": school, "contact": f"{school}@quartier.example"})
    return replace(content, territories={**content.territories, home.id: home})


def staffed(content: Content, dice: Random) -> Content:
    home, place = dice.choice([*content.territories.values()]), dice.choice([*content.places])
    kiosk = Kiosk(place=place, greeting="Entrez !")
    return replace(content, territories={**content.territories, home.id: home.model_copy(update={"kiosk": kiosk})})


EDITS = (
    changing(hours="Mo-Fr 09:00-18:30; PH off"),
    changing(name="Un autre nom"),
    changing(purpose="Lire avec d’autres."),
    changing(address_visibility="hidden"),
    changing(status="draft"),
    changing(bring=["none"]),
    moved,
    added,
    gone,
    reworded,
    reaching,
    turned,
    translated,
    untranslated,
    regrouped,
    turned_over,
    reprinted,
    resorted,
    changing(languages=[]),
    changing(status="closed_for_good"),
    withdrawn,
    met,
    coded,
    schooled,
    staffed,
    changing(status="published"),
    changing(address_visibility="area"),
)


def test_edits_make_what_is_made_from_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kiosk, "MOST", 2)  # the screen of a kiosk shows as many places
    dice, content = Random(7), read_tiny()  # noqa: S311 - the same edits every time
    made(content, tmp_path / "edited")
    for number, change in enumerate(dice.sample(EDITS, len(EDITS))):
        content = change(content, dice)
        edition = made(content, tmp_path / "edited")
        if number in (4, len(EDITS) - 1):
            anew = made(content, tmp_path / f"anew-{number}")
            assert told(edition) == told(anew) and edition.digest == anew.digest, change


def forget() -> None:
    """Forget all that plans take over from the ones before."""
    for _ in range(2):
        GROUPS.begin()
    for each in every_object():
        if isinstance(each, (Cache, Columns)):
            each.__init__()  # type: ignore[misc]


def planned(content: Content) -> list[tuple[str, str] | PackPlan]:
    files = plan_edition(content, SITE, DAY)
    return [*((file.path, file.mark) for file in files), *plan_packs(content, SITE)]


def test_edits_plan_what_is_planned_from_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (cards, lines, list_files, lists):  # lists and blocks of several pages, with few places
        monkeypatch.setattr(module, "PAGE_SIZE", 2)
    monkeypatch.setattr(lines, "MOST", 3)
    monkeypatch.setattr(hours_parts, "PLACES_A_PART", 2)
    dice, content = Random(3), read_tiny()  # noqa: S311 - the same edits every time
    forget()
    edited = []
    for change in dice.sample(EDITS, len(EDITS)):
        content = change(content, dice)
        edited.append((change, content, planned(content)))
    for change, content, found in edited:
        forget()
        assert found == planned(content), change


def test_a_place_at_the_same_door_outside_makes_its_neighbour_again_and_no_screen() -> None:
    content = read_tiny()
    territory = next(iter(content.territories))
    named = {stop.place for walk in content.walks.values() for stop in walk.stops}
    inside = [place for place in public_content(content).public_places(territory) if place.shows_address]
    here = next(place for place in inside if place.address and place.address.street)
    there = next(place.id for place in inside if place.id not in {*named, here.id})
    lon, lat = here.position
    while content.territories[territory].holds((lon, lat)):
        lat += 20 / DEGREE_M
    content = edit(content, here.id, position=(lon, lat - 20 / DEGREE_M))
    content = edit(content, there, position=(lon, lat + 100 / DEGREE_M), address=here.address)
    assert content.territories_of(content.places[there]) == ()
    before, after = (
        {file.path: file.mark for file in plan_edition(each, SITE, DAY)}
        for each in (content, edit(content, there, purpose="Lire avec d’autres."))
    )
    assert before[f"fr/places/{here.id}"] != after[f"fr/places/{here.id}"]
    assert before[f"kiosk/{territory}/fr"] == after[f"kiosk/{territory}/fr"]


def test_a_place_that_a_kiosk_does_not_show_makes_its_screen_not_again(monkeypatch: pytest.MonkeyPatch) -> None:
    content = read_tiny()
    monkeypatch.setattr(kiosk, "MOST", 1)
    monkeypatch.setattr(kiosk, "numbers_in", lambda context, territory: {})
    territory = next(iter(content.territories))
    named = {stop.place for walk in content.walks.values() for stop in walk.stops}
    public = public_content(content).public_places(territory)
    far = next(place.id for place in public[1:] if place.id not in named)
    path = f"kiosk/{territory}/fr"
    before, after = (
        next(file.mark for file in plan_edition(each, SITE, DAY) if file.path == path)
        for each in (content, edit(content, far, bring=["none"]))
    )
    assert before == after
