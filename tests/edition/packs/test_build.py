"""The pack of a territory: whole, the same from the same pages, and cheap to bring up to date."""

import gzip
import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.domain.content import Content
from app.edition.build import build_edition
from app.edition.packs.parts import read_blocks, read_part
from app.edition.packs.patch import apply_patch
from app.edition.packs.plan import plan_packs
from app.edition.store import Edition, EditionStore
from app.publish.plan import plan_edition
from app.site.addresses import Site
from tests.cast.copies import copied

from ...cast.printed import edit, read_tiny

SITE = Site(languages=("fr", "ar"), version="0", public_url="https://quartier.example")
DAY = date(2026, 11, 18)


class Shop:
    """An edition's folder, and what one reads from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = EditionStore(folder)

    def build(self, content: Content, maker: str = "") -> "Edition":
        planned, packs = plan_edition(content, SITE, DAY), plan_packs(content, SITE)
        return build_edition(self.folder, planned, date=DAY, version="0", site=SITE, maker=maker, packs=packs)

    @property
    def edition(self) -> Edition:
        edition = self.store.current()
        assert edition is not None
        return edition

    def body(self, path: str) -> bytes:
        return self.store.body(self.edition.files[path])

    def manifest(self) -> Any:
        return json.loads(self.body(f"packs/{territory_of(read_tiny())}.json"))

    def decoded(self, entry: Any) -> bytes:
        body = self.body(entry["path"])
        return gzip.decompress(body) if entry["coding"] == "gzip" else body

    def pages(self, lang: str) -> dict[str, bytes]:
        manifest = self.manifest()
        shared = {entry["name"]: entry for entry in manifest["shared"]}
        found = {}
        for entry in manifest["languages"][lang]:
            part = self.decoded(entry)
            after = json.loads(part.split(b"\n")[0]).get("after")
            before = read_blocks(self.decoded(shared[after])) if after else {}
            found |= {planned_file.path: planned_file.body for planned_file in read_part(part, before)}
        return found


def territory_of(content: Content) -> str:
    return next(iter(content.territories))


def entries(manifest: Any) -> dict[str, Any]:
    every = [*manifest["shared"], *(entry for parts in manifest["languages"].values() for entry in parts)]
    return {entry["name"]: entry for entry in every}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an edition of the tiny territory."""
    folder = tmp_path_factory.mktemp("first")
    Shop(folder).build(read_tiny())
    return folder


@pytest.fixture
def shop(first: Path, tmp_path: Path) -> Shop:
    """A shop of the test's own that has made that edition."""
    return Shop(copied(first, tmp_path / "shop"))


def test_a_manifest_says_what_it_holds_in_the_words_that_phones_know(shop: Shop) -> None:
    # Phones of former releases read these: another word would leave them with nothing.
    manifest = shop.manifest()
    entries = [*manifest["shared"], *(entry for found in manifest["languages"].values() for entry in found)]
    assert {entry["kind"] for entry in entries} == {"leaves", "file"}


def test_it_holds_every_page_of_the_quarter_as_it_is_served(shop: Shop) -> None:
    content = read_tiny()
    edition = shop.edition
    territory = territory_of(content)
    places = {f"fr/places/{place.id}" for place in content.public_places(territory)}
    walks = {f"fr/walks/{walk.id}{page}" for walk in content.public_walks(territory) for page in ("", "/lead")}
    lists = {path for path in edition.files if path.startswith(f"fr/{territory}/")}
    pages = shop.pages("fr")
    plain = ("", "about", "accessibility", "directions.json", "fate", "help", "list", "outbox", "privacy", "sources")
    assert set(pages) == places | walks | lists | {f"fr/{page}" for page in plain}
    assert all(body == shop.body(path) for path, body in pages.items())


def test_it_holds_the_picture_of_every_code_of_the_quarter(shop: Shop) -> None:
    content = read_tiny()
    pictures = {
        planned_file.path: planned_file
        for planned_file in read_part(shop.decoded(entries(shop.manifest())["all/pictures"]))
    }
    assert {f"qr/{place.code}.svg" for place in content.public_places(territory_of(content)) if place.code} <= set(
        pictures
    )
    assert all(
        planned_file.body == shop.body(path) and planned_file.lang == "" for path, planned_file in pictures.items()
    )


def test_every_part_has_the_length_and_hash_that_the_manifest_tells(shop: Shop) -> None:
    for entry in entries(shop.manifest()).values():
        decoded = shop.decoded(entry)
        assert (len(decoded), sha256(decoded).hexdigest()) == (entry["size"], entry["sha256"])
        assert len(shop.body(entry["path"])) == entry["bytes"]


def test_the_same_pages_make_the_same_pack(shop: Shop, tmp_path: Path) -> None:
    other = Shop(tmp_path / "other")
    other.build(read_tiny())
    assert other.manifest() == shop.manifest()


def test_an_edition_without_change_leaves_the_manifest_as_it_is(shop: Shop) -> None:
    before = shop.manifest()
    shop.build(read_tiny())
    assert shop.manifest() == before


def test_an_edit_leaves_the_parts_it_does_not_touch(shop: Shop) -> None:
    content = read_tiny()
    before = entries(shop.manifest())
    shop.build(edit(content, "bibliotheque-des-tilleuls", purpose="Lire autrement."))
    after = entries(shop.manifest())
    changed = {name for name in after if after[name]["sha256"] != before[name]["sha256"]}
    assert "fr/pages" in changed
    assert changed.isdisjoint({"codes", "hours", "map", "paths"})


def test_it_holds_the_codes_of_its_own_territory_where_the_phone_looks_for_all(shop: Shop) -> None:
    content = read_tiny()
    far = replace(content.codes[0], code="ZZZZZZ", kind="territory", id="ailleurs")
    elsewhere = content.territories[territory_of(content)].model_copy(update={"id": "ailleurs", "code": "ZZZZZZ"})
    shop.build(
        replace(content, territories={**content.territories, "ailleurs": elsewhere}, codes=(*content.codes, far))
    )
    entry = entries(shop.manifest())["codes"]
    own, whole = json.loads(shop.decoded(entry)), json.loads(shop.body("codes.json"))
    assert entry["target"] == "codes.json"
    assert whole.keys() >= {*own, "ZZZZZZ"}
    assert "ZZZZZZ" not in own
    assert content.territories[territory_of(content)].code in own


def test_a_patch_leads_from_each_edition_that_is_kept(shop: Shop) -> None:
    content = read_tiny()
    olds = []
    for words in ("Lire.", "Lire et jouer.", "Lire, jouer, demander."):
        shop.build(edit(content, "bibliotheque-des-tilleuls", purpose=words))
        olds.append(shop.decoded(entries(shop.manifest())["fr/pages"]))
    entry = entries(shop.manifest())["fr/pages"]
    for old in olds[:-1]:
        patch = entry["patches"][sha256(old).hexdigest()[:20]]
        body = shop.body(patch["path"])
        assert len(body) == patch["bytes"] < entry["bytes"] / 4
        assert apply_patch(old, gzip.decompress(body)) == olds[-1]


def test_another_maker_makes_every_part_again(shop: Shop) -> None:
    before = entries(shop.manifest())
    shop.build(read_tiny(), maker="other")
    assert {n: e["sha256"] for n, e in entries(shop.manifest()).items()} == {n: e["sha256"] for n, e in before.items()}


def test_a_former_part_that_the_disk_lost_costs_its_patch_alone(shop: Shop) -> None:
    content = read_tiny()
    first = shop.edition
    lost = first.files[entries(shop.manifest())["fr/pages"]["path"]].sha256
    (shop.folder / "objects" / lost[:2] / lost).unlink()
    shop.build(edit(content, "bibliotheque-des-tilleuls", purpose="Lire autrement."))
    entry = entries(shop.manifest())["fr/pages"]
    assert "patches" not in entry
    assert b"Lire autrement." in shop.decoded(entry)


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff"])
def test_a_former_manifest_that_the_disk_damaged_costs_its_patches_alone(shop: Shop, damage: bytes) -> None:
    content = read_tiny()
    first = shop.edition
    digest = first.files[f"packs/{territory_of(content)}.json"].sha256
    (shop.folder / "objects" / digest[:2] / digest).write_bytes(damage)
    shop.build(edit(content, "bibliotheque-des-tilleuls", purpose="Lire autrement."))
    entry = entries(shop.manifest())["fr/pages"]
    assert "patches" not in entry
    assert b"Lire autrement." in shop.decoded(entry)


def test_a_former_part_that_the_disk_damaged_costs_its_patch_alone(shop: Shop) -> None:
    content = read_tiny()
    first = shop.edition
    digest = first.files[entries(shop.manifest())["fr/pages"]["path"]].sha256
    file = shop.folder / "objects" / digest[:2] / digest
    body = bytearray(file.read_bytes())
    body[len(body) // 2] ^= 0xFF
    file.write_bytes(body)
    shop.build(edit(content, "bibliotheque-des-tilleuls", purpose="Lire autrement."))
    assert "patches" not in entries(shop.manifest())["fr/pages"]


def test_a_place_that_leaves_the_quarter_leaves_the_pack(shop: Shop) -> None:
    content = read_tiny()
    rest = {id: place for id, place in content.places.items() if id != "toilettes-du-square"}
    shop.build(replace(content, places=rest))
    assert "fr/places/toilettes-du-square" not in shop.pages("fr")
