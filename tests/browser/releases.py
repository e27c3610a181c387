"""The next release of the product, as a folder that a server can run: this one, its scripts named and dressed anew."""

import shutil
from pathlib import Path

from .server import ROOT

LINKED = ("data", "walks", "translations", "migrations", "node_modules", "pyproject.toml")
NEW_LOOK = "\n:root { --release: next }\n"


def make_next_release(folder: Path) -> Path:
    """Write a release whose chunks have other names, whose styles and late scripts have other bytes."""
    shutil.copytree(ROOT / "app", folder / "app", ignore=shutil.ignore_patterns("__pycache__"))
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    built = folder / "app/static/gen"
    for chunk in sorted((built / "chunks").iterdir()):
        _rename(built, chunk)
    for script in built.glob("*.js"):
        script.write_text(f"{script.read_text(encoding='utf-8')}\n/* the next release */\n", encoding="utf-8")
    styles = built / "app.css"
    styles.write_text(styles.read_text(encoding="utf-8") + NEW_LOOK, encoding="utf-8")
    return folder


# Private


def _rename(built: Path, chunk: Path) -> None:
    """Give a chunk the name that other contents would give it."""
    name, _, digest = chunk.stem.rpartition("-")
    renamed = chunk.rename(chunk.with_name(f"{name}-{digest[::-1]}{chunk.suffix}"))
    for script in [*built.glob("*.js"), *renamed.parent.iterdir()]:
        words = script.read_text(encoding="utf-8")
        script.write_text(words.replace(chunk.name, renamed.name), encoding="utf-8")
