"""The rule of an address, which learns to build its address when one is first asked for.

Werkzeug writes and compiles two functions a rule at once: most of what it takes to make the application, and most
addresses are never built by it.
"""

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

_Build = Callable[..., tuple[str, str]]


class LazyRule(Rule):
    """A rule whose builders are compiled on first use."""

    def _compile_builder(self, append_unknown: bool = True) -> _Build:
        compile_now = super()._compile_builder
        compiled: list[_Build] = []

        def build(rule: Rule, /, **values: Any) -> tuple[str, str]:
            if not compiled:
                compiled.append(compile_now(append_unknown))
            return compiled[0](rule, **values)

        return build
