"""Which files a pack is made from: its own, and no others."""

from app.edition.packs.members import Members
from app.edition.packs.plan import FilePlan, PackPlan, PartPlan
from app.edition.store import StoredFile

PAGES = PartPlan("pages", "fr", ("fr/about", "fr/gone"), below=("fr/bel-air/",))
PLAN = PackPlan(
    "bel-air",
    {"fr": (PAGES,)},
    PartPlan("pictures", "", ("qr/ABCDEF.svg",)),
    (FilePlan("hours", "hours/bel-air.json"),),
)
PATHS = ("fr/about", "fr/bel-air/", "fr/bel-air/map", "fr/bel-air-nord/", "hours/bel-air.json", "hours/other.json")


def files(**changed: str) -> dict[str, StoredFile]:
    return {path: StoredFile("text/html", "", changed.get(path, path), 1, 0, 0) for path in PATHS}


def test_a_part_holds_its_paths_and_what_lies_below_its_folders() -> None:
    assert Members(files()).paths(PAGES) == ["fr/about", "fr/bel-air/", "fr/bel-air/map"]


def test_a_pack_is_made_from_its_own_files_alone() -> None:
    before = Members(files()).digest(PLAN)
    for path in ("fr/about", "fr/bel-air/map", "hours/bel-air.json"):
        assert Members(files(**{path: "new"})).digest(PLAN) != before
    for path in ("fr/bel-air-nord/", "hours/other.json"):
        assert Members(files(**{path: "new"})).digest(PLAN) == before
