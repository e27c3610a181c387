"""One page context: what a page is made from says its language too."""

import ast

from tests.rules.sources import APP, tree_of


def test_no_function_of_pages_is_told_the_language_twice() -> None:
    twice = [
        f"{path.relative_to(APP)}:{function.name}"
        for path in sorted((APP / "pages").rglob("*.py"))
        for function in ast.walk(tree_of(path))
        if isinstance(function, ast.FunctionDef)
        if {"context", "language"} <= {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
    ]
    assert twice == []
