"""Kinds of subject: one table says what each is, and no other module tells them apart by name."""

import ast
from collections.abc import Iterator

import pytest

from app.domain.subject import SUBJECTS, kind_of
from tests.cast.content import read_tiny
from tests.rules.sources import NAMES, tree_of

TABLE = "domain.subject"
ALLOWED = {
    "pages.places": "the words of a page, two of which are its place and the way to it on foot",
    "pages.facts": "a place or one of its services",
    "edition.search_facts": "a place or one of its services",
}
"""What looks like a switch on subjects and is none, with what it is."""

MODELS = {kind.model.__name__ for kind in SUBJECTS.values()}


def test_only_the_table_tells_subjects_apart() -> None:
    allowed = {TABLE, *ALLOWED}
    assert [found for name in sorted(NAMES.keys() - allowed) for found in switches(name)] == []


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_an_exception_is_still_needed(name: str) -> None:
    assert list(switches(name)) != []


@pytest.mark.parametrize(
    "code",
    [
        "kind == 'walk'",
        "entry.kind in ('place', 'walk')",
        "{'place': 1, 'walk': 2}",
        "dict(place=1, territory=2)",
        "key.startswith('walk:')",
        "key.startswith(('place:', 'walk:'))",
        "isinstance(subject, Walk)",
        "isinstance(subject, Place | Territory)",
        "match kind:\n    case 'territory' if ready: pass",
        "match subject:\n    case Place(): pass",
    ],
)
def test_the_rule_sees(code: str) -> None:
    assert [node for node in ast.walk(ast.parse(code)) if is_switch(node)] != []


def test_every_subject_knows_its_kind() -> None:
    content = read_tiny()
    held = [(kind, subject) for kind in SUBJECTS.values() for subject in kind.of(content).values()]
    assert [kind_of(subject) for _, subject in held] == [kind for kind, _ in held]
    assert {kind.name for kind, _ in held} == {"place", "walk", "territory"}


def switches(name: str) -> Iterator[str]:
    """Yield where a module tells kinds of subject apart by their names or their classes."""
    for node in ast.walk(tree_of(NAMES[name])):
        if is_switch(node):
            yield f"{name}:{getattr(node, 'lineno', '')}: {ast.unparse(node)[:80]}"


def is_switch(node: ast.AST) -> bool:
    """Tell whether a piece of code is a comparison, a table, a case or a test of class on kinds of subject."""
    match node:
        case ast.Compare():
            return any(_names(side) for side in (node.left, *node.comparators))
        case ast.Dict():
            return len({key.value for key in node.keys if isinstance(key, ast.Constant)} & SUBJECTS.keys()) > 1
        case ast.MatchValue():
            return bool(_names(node.value))
        case ast.MatchClass():
            return ast.unparse(node.cls) in MODELS
        case ast.Call():
            return _is_switching_call(node)
    return False


# Private


def _names(node: ast.AST) -> set[str]:
    """Return the kinds that an operand names: by itself, or in a list of names."""
    items = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else [node]
    told = {item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)}
    return {name for name in SUBJECTS if {name, f"{name}:"} & told}


def _is_switching_call(node: ast.Call) -> bool:
    called = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    if called == "isinstance":
        return bool({each.id for each in ast.walk(node.args[1]) if isinstance(each, ast.Name)} & MODELS)
    if called == "dict":
        return len({keyword.arg for keyword in node.keywords} & SUBJECTS.keys()) > 1
    return called == "startswith" and bool(_names(node.args[0]))
