"""The documents and the comments name only what is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rules.test_house import APP, MODULES, SCRIPTS, STYLES, TEMPLATES

ROOT = Path(__file__).resolve().parents[2]
PATHS = re.compile(r"`((?:app|data|walks|translations|docs|tests|bench)/[\w./-]*)`")
DOCUMENTS = ("README.md", "DESIGN.md", *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")))
MADE_BY_READERS = ("data/photos/", "walks/jouer-a-deux-pas.toml", "translations/es/LC_MESSAGES/")
"""What the guide has its readers make."""

COMMENTS = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
IN_COMMENTS = re.compile(
    r"(?<![\w./-])(?:(?:app|tests|bench|docs)/[\w./-]*\w|(?:[\w.-]+/)*[\w-]+\.(?:py|js|css))(?![\w/-])"
)
"""Paths from the root, and ends of paths that say which module of ours is meant."""

NAME_IN_MODULE = re.compile(r"`(\w+)`[\s*/]+(?:in|of)[\s*/]+`(app/[\w/]+\.py)`")


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_path_that_a_document_names_is_there(document: str) -> None:
    named = PATHS.findall((ROOT / document).read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists() and path not in MADE_BY_READERS] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_link_between_documents_leads_somewhere(document: str) -> None:
    file = ROOT / document
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", file.read_text(encoding="utf-8"))
    assert [link for link in links if not (file.parent / link).exists()] == []


@pytest.mark.parametrize("paths", [SCRIPTS, STYLES], ids=["scripts", "styles"])
def test_every_path_that_a_comment_names_is_there(paths: list[Path]) -> None:
    there = {f"/{path.relative_to(ROOT)}" for room in ("app", "bench", "docs", "tests") for path in files_of(room)}
    lost = [
        f"{path.relative_to(APP)}: {named}"
        for path in paths
        for comment in COMMENTS.findall(path.read_text(encoding="utf-8"))
        for named in IN_COMMENTS.findall(comment)
        if not (ROOT / named).exists() and not any(each.endswith(f"/{named.lstrip('./')}") for each in there)
    ]
    assert lost == []


@pytest.mark.parametrize(
    "paths", [MODULES, TEMPLATES, sorted((ROOT / "bench").glob("*.py"))], ids=["app", "pages", "bench"]
)
def test_every_path_that_a_module_names_is_there(paths: list[Path]) -> None:
    found = {
        path: re.findall(r"\b(?:app|tests|bench)/[\w/-]+\.\w+", path.read_text(encoding="utf-8")) for path in paths
    }
    assert [
        f"{path.name}: {name}" for path, names in found.items() for name in names if not (ROOT / name).exists()
    ] == []


def test_what_is_said_to_stand_in_a_module_stands_there() -> None:
    texts = [path.read_text(encoding="utf-8") for path in [*(ROOT / each for each in DOCUMENTS), *SCRIPTS, *STYLES]]
    named = {pair for text in texts for pair in NAME_IN_MODULE.findall(text)}
    assert [pair for pair in sorted(named) if not is_defined(*pair)] == []


def is_defined(name: str, module: str) -> bool:
    defines = rf"^\s*(?:(?:def|class) {name}\b|{name}\b\s*[:=])"
    return re.search(defines, (ROOT / module).read_text(encoding="utf-8"), re.MULTILINE) is not None


def files_of(room: str) -> Iterator[Path]:
    return (path for path in (ROOT / room).rglob("*") if path.suffix in {".py", ".js", ".css"})


def test_every_room_has_its_line_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = [path.name for path in (ROOT / "app").iterdir() if (path / "__init__.py").exists()]
    assert [room for room in rooms if not re.search(rf"^\| `{room}/", readme, re.MULTILINE)] == []
