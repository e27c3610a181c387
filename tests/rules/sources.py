"""The sources of the house, as rules read them: its modules, what each imports, and where packages begin."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "app"
MODULES = sorted(APP.rglob("*.py"))


def name_of(path: Path) -> str:
    """Return the dotted name of a module below `app` (`edition.packs.plan`); "" is `app` itself."""
    parts = path.relative_to(APP).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path): path for path in MODULES}


@cache
def imports_of(name: str) -> frozenset[str]:
    """Return the modules of ours that a module imports, in whatever way: `from`, `import`, or `import_module`."""
    return frozenset(_imported(name)) - {name}


@cache
def tree_of(path: Path) -> ast.Module:
    """Return what a module says, read once for all rules; they only look."""
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(name: str) -> str:
    """Return the room of a module: the first folder below `app`, or the module's own name at its root."""
    return name.split(".")[0]


def called(node: ast.Call) -> str:
    """Return the last word of what is called: `_` of `voice._("Oui")`."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


# Private


def _imported(name: str) -> Iterator[str]:
    path = NAMES[name]
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom):
            yield from _from(node, package)
        elif isinstance(node, ast.Import):
            yield from (alias.name.removeprefix("app.") for alias in node.names if alias.name.startswith("app."))
        elif isinstance(node, ast.Call) and called(node) == "import_module" and node.args:
            yield from _by_name(node.args[0], package)


def _from(node: ast.ImportFrom, package: list[str]) -> Iterator[str]:
    if node.level:
        base = [*package[: len(package) - node.level + 1], *(node.module or "").split(".")]
    elif (node.module or "").split(".")[0] == "app":
        base = (node.module or "").split(".")[1:]
    else:
        return
    module = ".".join(part for part in base if part)
    for alias in node.names:
        whole = f"{module}.{alias.name}" if module else alias.name
        yield whole if whole in NAMES else module


def _by_name(argument: ast.expr, package: list[str]) -> Iterator[str]:
    """What `import_module` is told: a name, relative or not; a name made up on the way is every module it may be."""
    if isinstance(argument, ast.JoinedStr):
        start = "".join(part.value for part in argument.values if isinstance(part, ast.Constant)).removeprefix("app.")
        yield from (name for name in NAMES if name.startswith(start) and name.count(".") == start.count("."))
    elif isinstance(argument, ast.Constant):
        told = str(argument.value)
        yield ".".join([*package, told[1:]]) if told.startswith(".") else told.removeprefix("app.")
