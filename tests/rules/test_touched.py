"""What `make quick` runs after an edit."""

import pytest

from ..touched import ROOT, mirrored


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("app/pages/cards.py", ["tests/pages"]),
        ("app/domain/routing/codec.py", ["tests/domain/routing"]),
        ("app/print/formats/school/__init__.py", ["tests/print"]),
        ("app/cache.py", ["tests/test_cache.py"]),
        ("app/cli/posters.py", ["tests/cli"]),
        ("app/library/desk/trash.py", ["tests/library/desk", "tests/web/desk"]),
        ("app/templates/home.html", ["tests/pages", "tests/web/test_edition_rules.py"]),
        ("app/static/css/app.css", ["tests/assets", "tests/test_critical.py"]),
        ("data/places.geojson", ["tests/test_data.py"]),
        ("tests/web/test_files.py", ["tests/web/test_files.py"]),
        ("tests/web/conftest.py", ["tests/web"]),
        ("tests/web/test_gone.py", []),
        ("README.md", []),
    ],
)
def test_an_edit_runs_the_mirrored_its_room_and_the_rules(changed: str, tests: list[str]) -> None:
    found = mirrored([changed])
    assert found == sorted([*tests, "tests/rules"])
    assert all((ROOT / test).exists() for test in found)


def test_a_file_is_not_told_beside_its_folder() -> None:
    assert mirrored(["app/web/files.py", "tests/web/desk/test_walks.py"]) == ["tests/rules", "tests/web"]


def test_every_room_has_tests_that_mirror_it() -> None:
    rooms = sorted({path.relative_to(ROOT).as_posix() for path in (ROOT / "app").glob("*/*.py")})
    assert [room for room in rooms if mirrored([room]) == ["tests/rules"]] == []
