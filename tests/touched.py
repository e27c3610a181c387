"""Which tests to run after an edit, for `make quick`: those of the rooms that it touches, and the rules of the house.

What an edit breaks in another room is for `make test` to find.
"""

import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
ALWAYS = "tests/rules"

BESIDE = {
    "app/templates": ("tests/pages", "tests/web/test_edition_rules.py"),
    "app/static": ("tests/assets", "tests/test_critical.py"),
    "translations": ("tests/language", "tests/test_sentences.py"),
    "migrations": ("tests/library",),
    "app/library/desk": ("tests/library/desk", "tests/web/desk"),
    "app/studio": ("tests/web/test_studio.py", "tests/web/test_runs.py", "tests/web/test_hanging.py"),
    **dict.fromkeys(("data", "walks"), ("tests/test_data.py",)),
}
"""Tests of what is no room of Python, and of the room that is tested where its pages are answered."""


def mirrored(changed: Iterable[str]) -> list[str]:
    """Return the tests, as pytest takes them, of files told by their paths below the project."""
    found = {ALWAYS}
    for path in changed:
        beside = [tests for folder, tests in BESIDE.items() if path.startswith(f"{folder}/")]
        found.update(*beside or [[test] for test in (_mirror(PurePosixPath(path)),) if test])
    return sorted(test for test in found if not any(f"{test}/".startswith(f"{other}/") for other in found - {test}))


def changed_files() -> list[str]:
    """Return the paths of what is not committed yet."""
    told = subprocess.run(
        ["git", "status", "--porcelain", "--untracked-files=all", "--no-renames", "-z"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [line[3:] for line in told.stdout.split("\0") if line]


# Private


def _mirror(path: PurePosixPath) -> str:
    """Return the tests that mirror a file: itself, its folder in `tests`, or the nearest above it; "" for none."""
    if path.suffix != ".py" or path.parts[0] not in ("app", "tests"):
        return ""
    if path.name.startswith("test_"):
        return path.as_posix() if (ROOT / path).exists() else ""
    folder = PurePosixPath("tests", *path.parent.parts[1:])
    alone = folder / f"test_{path.name}"
    if folder == PurePosixPath("tests"):
        return alone.as_posix() if (ROOT / alone).exists() else ""
    return next((each.as_posix() for each in (folder, *folder.parents[:-2]) if (ROOT / each).is_dir()), "")


if __name__ == "__main__":
    print(*mirrored(changed_files()))
