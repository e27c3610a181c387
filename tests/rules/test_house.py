"""Rules over the whole house: what reviews forget, said once."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import COMMANDS
from app.settings import HELP
from tests.rules.sources import name_of, room_of, tree_of

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
MODULES = sorted(APP.rglob("*.py"))
JS = APP / "static" / "js"
SCRIPTS = sorted(p for p in JS.rglob("*.js") if p.parent.name != "generated")
STYLES = sorted((APP / "static" / "css").rglob("*.css"))
TEMPLATES = sorted((APP / "templates").rglob("*.html"))

SCRIPTS_MAY_IMPORT = {
    "page": set(),
    "desk": {"map", "page"},
    "kiosk": {"page"},
    "hours": {"page"},
    "places": {"page"},
    "map": {"packs", "page"},
    "outbox": {"page"},
    "packs": {"page"},
    "routing": {"places"},
    "finder": {"hours", "page", "places"},
    "leading": {"directions", "hours", "outbox", "packs", "page", "places"},
    "directions": {"page", "places", "routing"},
    "studio": {"page"},
    "list": {"page"},
    "round": {"leading", "outbox", "page", "places"},
    "worker": {"outbox", "packs", "page"},
    "elements": {"finder", "hours", "map", "outbox", "packs", "page", "places"},
}
"""The folders of scripts; entry points may import any, and any the values that Python has written for them."""


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (n for n in ast.walk(tree_of(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize("folder", sorted({p.relative_to(JS).parts[0] for p in SCRIPTS if p.parent != JS}))
def test_scripts_import_what_their_folder_may(folder: str) -> None:
    found = {
        script.name: folders_imported_by(script) - {folder}
        for script in SCRIPTS
        if folder in script.relative_to(JS).parts[:-1]
    }
    assert {name: others for name, others in found.items() if not others <= SCRIPTS_MAY_IMPORT[folder]} == {}


def folders_imported_by(script: Path) -> set[str]:
    """Return the folders of what a script imports; entry points and what Python has written for scripts are in none."""
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", script.read_text(encoding="utf-8"), flags=re.DOTALL)
    named = re.findall(r"""(?:from|import)\s*\(?\s*"(\.[^"]+)\"""", code)
    targets = [(script.parent / name).resolve().relative_to(JS.resolve()) for name in named]
    return {target.parts[0] for target in targets if len(target.parts) > 1} - {"generated"}


def test_no_import_hides_inside_a_function() -> None:
    late = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        for function in functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert late == []


def test_no_module_is_longer_than_300_lines() -> None:
    long = [str(p.relative_to(ROOT)) for p in MODULES if len(p.read_text(encoding="utf-8").splitlines()) > 300]
    assert long == []


def test_no_function_is_longer_than_40_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{f.name}"
        for path in MODULES
        for f in functions(path)
        if (f.end_lineno or 0) - f.lineno >= 40
    ]
    assert long == []


def test_only_the_library_writes_to_the_database() -> None:
    """What writes, in `library` too, is named in few modules; others call its functions."""
    writers = {
        "asking",
        "attempts",
        "decisions",
        "editions",
        "edits",
        "fates",
        "filing",
        "hanging",
        "keeping",
        "load",
        "passkeys",
        "people",
        "photos",
        "records",
        "rounds",
        "same_files",
        "scans",
        "sending",
        "sign_ins",
        "slips",
        "suggestions",
        "tables",
        "tablets",
        "translating",
        "uses",
        "wordings",
        "writes",
    }
    outside = [m for m in MODULES if room_of(name_of(m)) != "library" or m.stem not in writers]
    statements = {"insert", "update", "delete"}
    found = []
    for path in outside:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sqlalchemy":
                found += [f"{path.relative_to(ROOT)}: {n.name}" for n in node.names if n.name in statements]
            if isinstance(node, ast.Attribute) and node.attr in {"commit", "flush", "bulk_save_objects"}:
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.attr}")
            if isinstance(node, ast.Attribute) and ast.unparse(node).endswith(("session.add", "session.delete")):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)}")
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and WRITES.match(node.value):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.value[:40]}")
            if isinstance(node, ast.Call) and re.search(
                r"(__table__|table_of\([^)]*\))\.(insert|update|delete)$", called(node)
            ):
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {called(node)}")
    assert found == []


def called(node: ast.Call) -> str:
    return ast.unparse(node.func)


WRITES = re.compile(r"\s*(INSERT INTO|UPDATE \w+ SET|DELETE FROM|DROP TABLE|TRUNCATE|REPLACE INTO)\b", re.IGNORECASE)
"""What writes where it is sent as text."""


def test_only_the_library_knows_its_tables() -> None:
    inner = {
        *("models", "decision_models", "photo_models", "sender_models", "wording_models"),
        *("sessions", "store", "edits", "rows", "digests"),
    }
    found = [
        f"{path.relative_to(ROOT)}: {node.module}"
        for path in MODULES
        if room_of(name_of(path)) != "library"
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ImportFrom)
        and (
            (node.module or "") in {"sqlalchemy", "sqlalchemy.orm", "flask_sqlalchemy"}
            or (
                node.level
                and (node.module or "").startswith("library.")
                and (node.module or "").rsplit(".", 1)[-1] in inner
            )
        )
    ]
    assert found == []


def test_no_fault_is_swallowed_whole() -> None:
    names_it = APP / "edition" / "unmade.py"  # what it catches is told by name, and costs one page
    swallowed = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in MODULES
        if path != names_it
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler | ast.Call) and _catches_all(node)
    ]
    assert swallowed == []


def _catches_all(node: ast.ExceptHandler | ast.Call) -> bool:
    """Whether `except`, or `suppress(…)`, takes every fault: alone or among others."""
    if isinstance(node, ast.ExceptHandler):
        caught = [node.type] if node.type else [ast.Name("Exception")]
    else:
        caught = node.args if ast.unparse(node.func).endswith("suppress") else []
    named = {name.id for each in caught for name in ast.walk(each) if isinstance(name, ast.Name)}
    return not named.isdisjoint({"Exception", "BaseException"})


def test_every_module_says_what_it_owns() -> None:
    silent = [
        str(p.relative_to(ROOT))
        for p in MODULES
        if p.read_text(encoding="utf-8").strip() and not ast.get_docstring(tree_of(p))
    ]
    assert silent == []


def test_no_script_writes_markup_from_strings() -> None:
    risky = re.compile(r"\.(?:inner|outer)HTML\s*\+?=|insertAdjacentHTML|document\.write|\beval\(|new Function")
    code = {p: re.sub(r"//.*", "", p.read_text(encoding="utf-8")) for p in SCRIPTS}
    assert [str(p.relative_to(APP)) for p, text in code.items() if risky.search(text)] == []


@pytest.mark.parametrize(("paths", "most"), [(SCRIPTS, 150), (STYLES, 300)], ids=["scripts", "styles"])
def test_no_script_or_style_is_too_long_to_read(paths: list[Path], most: int) -> None:
    assert [str(p.relative_to(APP)) for p in paths if len(p.read_text(encoding="utf-8").splitlines()) > most] == []


def test_no_script_exports_what_nobody_imports() -> None:
    """Tests may be the only ones who do. Of a script that is fetched late, what is asked for is not named beside it."""
    exported = re.compile(r"^export (?:async )?(?:function\*?|class|const|let) (\w+)", re.MULTILINE)
    taken = {named for script in [*SCRIPTS, *(ROOT / "tests" / "js").rglob("*.js")] for named in imported(script)}
    found = [
        f"{script.relative_to(JS)}: {name}"
        for script in SCRIPTS
        if script.parent != JS and (script, "") not in taken
        for name in exported.findall(script.read_text(encoding="utf-8"))
        if (script, name) not in taken
    ]
    assert found == []


def imported(script: Path) -> Iterator[tuple[Path, str]]:
    """Yield what a script takes from which module, by name; no name where it fetches a whole module."""
    text = script.read_text(encoding="utf-8")
    lists = re.findall(r'(?:import|export)\s*{([^}]*)}\s*from\s*"(\.[^"]+)"', text)
    named = [(module, each.split()[0]) for names, module in lists for each in names.split(",") if each.strip()]
    named += re.findall(r'\bimport\("(\.[^"]+)"\)(?:\.(?!catch|then)(\w+))?', text)
    yield from (((script.parent / module).resolve(), name) for module, name in named)


def test_styles_follow_the_writing_direction() -> None:
    physical = re.compile(
        r"(?:margin|padding|border)-(?:left|right)\b|text-align:\s*(?:left|right)|float:\s*(?:left|right)|!important"
    )
    assert [str(p.relative_to(APP)) for p in STYLES if physical.search(p.read_text(encoding="utf-8"))] == []


def test_templates_hold_no_inline_style_script_or_handler() -> None:
    inline = re.compile(r"\sstyle=|\son\w+=\"|<style|<script(?![^>]*(?:src=|application/(?:ld\+)?json))|\|\s*safe\b")
    assert {p.name for p in TEMPLATES if inline.search(p.read_text(encoding="utf-8"))} == set()


def test_the_readme_names_every_setting_and_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in [*HELP, *COMMANDS] if name not in readme] == []
