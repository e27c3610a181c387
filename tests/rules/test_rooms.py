"""Rooms: what each may know of the others, and that no way leads back."""

import re
from collections.abc import Iterator, Mapping, Set
from pathlib import Path

import pytest

from tests.rules.sources import APP, NAMES, ROOT, imports_of, room_of

MAY_IMPORT: Mapping[str, Set[str]] = {
    "domain": set(),
    "cache": {"domain"},
    "settings": {"domain"},
    "icons": set(),
    "pictograms": set(),
    "language": {"domain"},
    "site": {"domain", "language"},
    "exchange": {"domain", "pictograms"},
    "library": {"domain", "exchange"},
    "map": {"cache", "domain", "language", "site"},
    "edition": {"cache", "domain", "language", "map", "site"},
    "pages": {"cache", "domain", "edition", "language", "map", "site"},
    "print": {"cache", "domain", "language", "map", "site"},
    "publish": {"cache", "domain", "edition", "language", "library", "map", "pages", "print", "settings", "site"},
    "studio": {
        *("cache", "domain", "exchange", "language", "library", "map", "pages", "print", "publish", "settings"),
        "site",
    },
    "web": {
        *("domain", "edition", "exchange", "language", "library", "map", "pages", "print", "publish", "settings"),
        *("site", "studio"),
    },
    "factory": {"library", "settings", "web"},
    "server": {"domain", "factory", "settings", "web"},
    "critical": set(),
    "script_values": {"domain", "language", "map", "site", "edition"},
    "assets": {"critical", "icons", "language", "pictograms", "print", "script_values", "site"},
    "cli": {
        *("assets", "domain", "edition", "exchange", "factory", "language", "library", "map"),
        *("print", "publish", "server", "settings", "site", "studio"),
    },
}
"""Read from the top: nothing imports what stands below it."""


@pytest.mark.parametrize("name", sorted(name for name in NAMES if name))
def test_imports_go_one_way(name: str) -> None:
    room = room_of(name)
    assert {room_of(other) for other in imports_of(name)} - {room} <= MAY_IMPORT[room]


def test_the_readme_has_the_rooms_in_the_order_of_the_table() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `([a-z]+)/`", readme, re.MULTILINE)
    assert told == [room for room in MAY_IMPORT if (APP / room).is_dir()]


def test_the_table_of_rooms_has_no_circle() -> None:
    assert list(_circles({room: frozenset(others) for room, others in MAY_IMPORT.items()})) == []


def test_no_module_comes_back_to_itself() -> None:
    # The one table that loads commands when they are called is what a command may ask for another.
    table = {"cli"}
    graph = {name: imports_of(name) - {""} for name in NAMES if name and name not in table}
    assert list(_circles({name: found & graph.keys() for name, found in graph.items()})) == []


def test_nothing_of_the_library_leans_on_its_desk() -> None:
    # What makes the tables has to know all of them.
    below = {name for name in NAMES if name.startswith("library.") and not name.startswith("library.desk")}
    leaning = {name: {other for other in imports_of(name) if other.startswith("library.desk")} for name in below}
    assert {name: found for name, found in leaning.items() if found} == {"library.migrating": {"library.desk.models"}}


def test_every_room_has_a_tenant() -> None:
    folders = [path.parent for path in APP.rglob("__init__.py") if path.parent != APP]
    empty = [f for f in folders if not any(p.name != "__init__.py" for p in f.rglob("*.py")) and _is_bare(f)]
    assert [str(f.relative_to(APP)) for f in empty] == []


# Private


def _is_bare(folder: Path) -> bool:
    return not (folder / "__init__.py").read_text(encoding="utf-8").strip()


def _circles(graph: Mapping[str, Set[str]]) -> Iterator[list[str]]:
    """Yield every way that leads back to where it started: what is left when whoever imports nothing more goes."""
    left = {name: set(others) & graph.keys() for name, others in graph.items()}
    while free := [name for name, others in left.items() if not others]:
        for name in free:
            del left[name]
        for others in left.values():
            others.difference_update(free)
    if left:
        yield sorted(left)
