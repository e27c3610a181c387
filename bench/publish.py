"""Time and files of a publication of the project's own content: the first one, the same again, and after one edit.

    python bench/publish.py

Needs the built assets (`adeuxpas assets`). The floor is a plain copy of the same folder (`shutil.copytree`), measured
in the same run.
"""

import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from flask import Flask

from app.factory import create_app
from app.library.content.load import load_folder
from app.library.migrating import migrate_library
from app.publish.address import read_address
from app.publish.export import Publication, SiteExport
from app.publish.folder import Report, write_folder
from app.settings import ROOT, read_settings

ADDRESS = read_address("https://mairie.example/quartiers/18e/")
Made = TypeVar("Made")


def main() -> None:
    """Print a line for each of the three, and the floor."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        app = create_app(read_settings({"ADEUXPAS_DATA": f"{root}/var", "ADEUXPAS_TODAY": "2026-11-18"}))
        with app.app_context():
            migrate_library()
            load_folder(ROOT)
        measure("first", app, root / "site")
        measure("same again", app, root / "site")
        with app.app_context():
            load_folder(edited(root / "content"))
        measure("after one edit", app, root / "site")
        seconds, copy = timed(lambda: Path(shutil.copytree(root / "site", root / "copy")))
        sizes = [file.stat().st_size for file in copy.rglob("*") if file.is_file()]
        print(f"{'floor: a copy':15} {seconds:6.2f} s · {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB")


def measure(name: str, app: Flask, site: Path) -> None:
    """Print what a publication cost, from a process that has done nothing yet."""
    publisher, cpu = SiteExport(app, ADDRESS), cpu_s()
    making, made = timed(publisher.make)
    writing, report = timed(lambda: write(publisher, made, site))
    print(
        f"{name:15} {making + writing:6.2f} s (make {making:.2f}, write {writing:.2f}; {cpu_s() - cpu:.2f} CPU)"
        f" · {report.written} written, {report.unchanged} unchanged, {report.removed} removed",
        flush=True,
    )


def write(publisher: SiteExport, made: Publication, site: Path) -> Report:
    """Bring the folder in step."""
    return write_folder(site, publisher.files(made))


def edited(folder: Path) -> Path:
    """Return the project's content with other words in one place."""
    for name in ("data", "walks", "translations"):
        shutil.copytree(ROOT / name, folder / name)
    places = folder / "data/places.geojson"
    places.write_text(places.read_text(encoding="utf-8").replace("Nager", "Nager beaucoup", 1), encoding="utf-8")
    return folder


def cpu_s() -> float:
    """Return the seconds of processor that we and our children have used: other work on the machine counts less."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Return the seconds that some work took, and what it made."""
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made


if __name__ == "__main__":
    main()
