"""What applications of the product have in common, worked out once a process: it makes one, tests make a thousand.

Each application of tests has its own settings, library and edition; its rules and its statements are those of all.
"""

from collections.abc import Mapping
from hashlib import sha256

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.util import LRUCache

from app.edition import store
from app.web.rule import LazyRule

_MOST = 5_000
"""What is kept at most of statements, which are some hundred in a few forms, and of what was compressed."""


def use_remembered() -> None:
    """Have every application of this process take over what the first one read and compiled."""
    _remember_rules()
    _remember_statements()
    _remember_twins()


# Private


def _remember_rules() -> None:
    """Read the parts of an address once; the parts say the same for each application, and nobody changes them."""
    read, known = LazyRule.compile, dict[tuple[str, frozenset[str], str | None], tuple[object, ...]]()

    def compile_rule(rule: LazyRule) -> None:
        key = rule.rule, frozenset(rule.defaults or ()), rule.subdomain
        if key not in known:
            read(rule)
            known[key] = rule._parts, rule._trace, rule._converters, frozenset(rule.arguments)
        rule._parts, rule._trace, rule._converters, arguments = known[key]  # type: ignore[assignment]
        rule.arguments |= arguments  # type: ignore[arg-type]
        rule._build = rule._compile_builder(False).__get__(rule, None)
        rule._build_unknown = rule._compile_builder(True).__get__(rule, None)

    LazyRule.compile = compile_rule  # type: ignore[method-assign,assignment]


def _remember_statements() -> None:
    """Compile a statement once for all SQLite files: SQLAlchemy keeps it by dialect, and each engine has its own."""
    known = LRUCache(_MOST)
    SQLiteDialect_pysqlite.__eq__ = lambda ours, other: type(ours) is type(other)  # type: ignore[method-assign,assignment]
    SQLiteDialect_pysqlite.__hash__ = lambda ours: hash(type(ours))  # type: ignore[method-assign,assignment]

    @event.listens_for(Engine, "engine_connect")
    def share(connection: Connection) -> None:
        if type(connection.dialect) is SQLiteDialect_pysqlite:
            connection.engine._compiled_cache = known


def _remember_twins() -> None:
    """Compress the same bytes once: each edition made from nothing has the scripts and styles of all."""
    compress = store.compress
    known: LRUCache[tuple[bytes, str, bool], Mapping[str, bytes]] = LRUCache(_MOST)

    def remembered(data: bytes, media_type: str, *, shared: bool) -> Mapping[str, bytes]:
        key = sha256(data).digest(), media_type, shared
        found = known.get(key)
        if found is None:
            found = known[key] = compress(data, media_type, shared=shared)
        return found

    store.compress = remembered
