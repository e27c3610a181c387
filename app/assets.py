"""Everything that is built before the product runs: scripts, styles, pictograms, icons, fonts, messages.

Scripts and styles are Flask-Assets bundles that esbuild makes from ES modules and `@import`s. The names
of built files carry no hash, but for chunks: pages name one version of them all in their addresses.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from flask import Flask
from flask_assets import Bundle, Environment
from webassets.filter import Filter

from .critical import write_critical
from .icons import build_icons
from .language.catalogues import compile_messages
from .pictograms import build_pictograms
from .print.fonts import build_fonts
from .script_values import write_script_modules
from .site.page_styles import CRITICAL

STATIC = Path(__file__).parent / "static"
GEN = STATIC / "gen"
PROJECT = Path(__file__).parent.parent
NODE_MODULES = PROJECT / "node_modules"

PAGE_SCRIPTS = ("js/app.js", "js/map.js")
"""Entry points of pages; what they share goes into chunks beside them."""

LATE_SCRIPTS = (
    "js/at-stop.js",
    "js/desk.js",
    "js/desk-editor.js",
    "js/desk-keys.js",
    "js/directions.js",
    "js/hand-over.js",
    "js/kiosk.js",
    "js/leading.js",
    "js/list.js",
    "js/mail.js",
    "js/outbox.js",
    "js/pack.js",
    "js/photo.js",
    "js/qr-reader.js",
    "js/round.js",
    "js/studio.js",
)
"""Fetched when somebody asks for them, each whole: a chunk shared with pages would cost every page a request."""

STYLES = {
    "css/app.css": "gen/app.css",
    "css/map.css": "gen/map.css",
    "css/leading.css": "gen/leading.css",
    "css/kiosk.css": "gen/kiosk.css",
    "css/desk.css": "gen/desk.css",
    "css/desk-map.css": "gen/desk-map.css",
    "css/list.css": "gen/list.css",
    "css/round.css": "gen/round.css",
    "css/studio.css": "gen/studio.css",
}

FIRST_STYLES = ("gen/app.css", "gen/map.css", "gen/leading.css")
"""The sheets that the styles of first screens are cut from."""


class AssetsError(RuntimeError):
    """Something could not be built; the message says what and how to mend it."""


class Esbuild(Filter):
    """Bundle one entry point with esbuild."""

    def __init__(self, *options: str, dev: bool = False) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # webassets has no types
        self.flags = [*options, "--sourcemap=inline" if dev else "--minify"]

    def open(self, out: TextIO, source_path: str, **_: object) -> None:
        """Write the bundle of a source (webassets' way to read it)."""
        out.write(run_esbuild(source_path, *self.flags))


class SplitEsbuild(Esbuild):
    """Bundle several entry points at once: what they share goes into `gen/chunks/`, whose names carry a hash."""

    def __init__(self, entries: Sequence[str], *, dev: bool = False) -> None:
        super().__init__("--format=esm", "--splitting", f"--outdir={GEN}", dev=dev)
        self.flags.append("--chunk-names=chunks/[name]-[hash]")
        self.entries = entries
        self.made = False

    def open(self, out: TextIO, source_path: str, **_: object) -> None:
        """Make the whole set once, and write the entry point asked for."""
        if not self.made:
            shutil.rmtree(GEN / "chunks", ignore_errors=True)
            run_esbuild(*(str(STATIC / entry) for entry in self.entries), *self.flags)
            self.made = True
        out.write((GEN / Path(source_path).name).read_text(encoding="utf-8"))


ALIASES = {"protomaps": NODE_MODULES / "protomaps-leaflet" / "src", "pmtiles": NODE_MODULES / "pmtiles"}
"""What scripts import by another name: sources that protomaps-leaflet does not export, and one `pmtiles` for all."""


def run_esbuild(*arguments: str) -> str:
    """Run esbuild and return what it prints; raise `AssetsError` with its own words when it refuses."""
    options = ["--bundle", "--target=es2022,safari15.4", "--charset=utf8", "--log-level=warning"]
    command = [str(_esbuild()), *arguments, *options, "--external:*.svg", "--external:*.png"]
    command += [f"--alias:{name}={path}" for name, path in ALIASES.items()]
    result = subprocess.run(command, capture_output=True, text=True, env=_with_node(), check=False)  # noqa: S603 - our own command line
    if result.returncode:
        raise AssetsError(f"esbuild n’a pas pu assembler les scripts :\n{result.stderr}")
    return result.stdout


def init_app(app: Flask, *, dev: bool = False) -> Environment:
    """Register the bundles of scripts and styles."""
    app.config.update(ASSETS_CACHE=False, ASSETS_MANIFEST=False, ASSETS_URL_EXPIRE=False)
    environment = Environment(app)
    environment.directory, environment.url = str(STATIC), "/static"
    environment.append_path(str(STATIC), "/static")  # the application serves no static folder of its own
    scripts, styles = _sources("js"), _sources("css")
    split = SplitEsbuild(PAGE_SCRIPTS, dev=dev)
    for entry in PAGE_SCRIPTS:
        environment.register(Path(entry).name, _bundle(entry, f"gen/{Path(entry).name}", split, scripts))
    for entry in LATE_SCRIPTS:
        late = _bundle(entry, f"gen/{Path(entry).name}", Esbuild("--format=esm", dev=dev), scripts)
        environment.register(Path(entry).name, late)
    for name in ("sw.js", "door.js", "kept-first.js"):  # alone in their file: none may wait for another
        environment.register(name, _bundle(f"js/{name}", f"gen/{name}", Esbuild("--format=iife", dev=dev), scripts))
    for entry, output in STYLES.items():
        environment.register(output, _bundle(entry, output, Esbuild(dev=dev), styles))
    return environment


def build_assets(app: Flask, *, dev: bool = False, progress: Callable[[str], None] = lambda _: None) -> None:
    """Build everything that is older than its sources."""
    if not NODE_MODULES.is_dir():
        raise AssetsError("Les paquets npm manquent : lancez « make setup ».")
    GEN.mkdir(parents=True, exist_ok=True)
    write_script_modules(STATIC / "js" / "generated")
    changed = _remember_mode(dev)
    for bundle in init_app(app, dev=dev):
        progress(bundle.output)
        bundle.build(force=changed)
    for name, build in _others().items():
        progress(name)
        build()


def _others() -> dict[str, Callable[[], object]]:
    return {
        "gen/pictograms.svg": lambda: build_pictograms(NODE_MODULES, GEN / "pictograms.svg"),
        "critical": lambda: write_critical([STATIC / sheet for sheet in FIRST_STYLES], CRITICAL),
        "gen/icons": lambda: build_icons(STATIC / "img", GEN / "icons"),
        "print/fonts": lambda: build_fonts(NODE_MODULES, Path(__file__).parent / "print" / "fonts"),
        "translations": lambda: compile_messages(PROJECT / "translations"),
    }


def _remember_mode(dev: bool) -> bool:
    """Note how bundles are made, and tell whether those that lie here were made otherwise."""
    stamp, mode = GEN / ".mode", "dev" if dev else "minified"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == mode:
        return False
    stamp.write_text(mode, encoding="utf-8")
    return True


def _sources(suffix: str) -> list[str]:
    """Return every source of a kind, one by one: the patterns of webassets know no folders in folders."""
    return sorted(path.relative_to(STATIC).as_posix() for path in (STATIC / suffix).rglob(f"*.{suffix}"))


def _bundle(entry: str, output: str, esbuild: Esbuild, depends: Sequence[str]) -> Bundle:
    return Bundle(entry, filters=esbuild, output=output, depends=depends)


def _esbuild() -> Path:
    return NODE_MODULES / ".bin" / "esbuild"


def _with_node() -> dict[str, str]:
    """The environment with a `node` on the path: the system's, else the one PyPI brought into the venv."""
    if shutil.which("node"):
        return dict(os.environ)
    return {**os.environ, "PATH": f"{PROJECT / '.venv' / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
