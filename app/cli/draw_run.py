"""`python -m app.cli.draw_run ID`: draw a run to its end, at low priority; only what is whole is offered."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

from ..domain.fault import Fault
from ..domain.subject import SUBJECTS
from ..factory import create_app
from ..print.imposition import SIDES, TO_FOLD
from ..print.printer import bound
from ..publish.batch import Made, draw_batch
from ..settings import Settings, read_settings
from ..studio.now import look_now
from ..studio.run_orders import HANGING, sheets_of_run
from ..studio.runs import FOLDER, Asked, Run, is_cancelled, read_asked, save
from ..studio.sheets import named

LEAST_PRIORITY = 15
ONE_SIDE = "Simplex"


def main(id: str) -> None:
    """Draw a run and say how it ended."""
    with suppress(OSError):
        os.nice(LEAST_PRIORITY)
    settings = read_settings()
    sheets = settings.data / FOLDER / id / "sheets"
    run = Run(id, "drawing")
    try:
        sheets.mkdir()
        with create_app(settings).app_context():
            run = _draw(settings, run, read_asked(settings, id), sheets)
    except (OSError, Fault):
        run = replace(run, state="failed")
    finally:
        shutil.rmtree(sheets, ignore_errors=True)
    save(settings, run)


# Private


def _draw(settings: Settings, run: Run, asked: Asked, sheets: Path) -> Run:
    now = look_now(settings, asked.base)
    planned = sheets_of_run(now, asked)
    run = replace(run, total=len(planned))
    save(settings, run)
    for form, order in planned:
        (made,) = draw_batch(form, [order])
        if is_cancelled(settings, run.id):
            return replace(run, state="cancelled")
        run = replace(run, done=run.done + 1, refused=(*run.refused, *_reasons(made)))
        _keep(sheets, run.done, made, form.name if asked.each == HANGING else "")
        save(settings, run)
    names, sides = ({getattr(form, of) for form, _ in planned} for of in ("name", "sides"))
    name = HANGING if asked.each == HANGING else "".join(names)
    return _finish(settings, run, asked, sheets, name, sides.pop() if len(sides) == 1 else ONE_SIDE)


def _reasons(made: Made) -> Iterator[tuple[str, str]]:
    kind, id = made.order.subjects[0]
    title = SUBJECTS[kind].title_in(made.order.content, id)
    for problem in made.refused.problems if made.refused else ():
        yield made.order.options.theme or title, named(made.order, problem).tell()


def _keep(sheets: Path, number: int, made: Made, form: str) -> None:
    if made.refused:
        return
    name = "-".join(part for part in (f"{number:03}", form, made.name) if part)
    (sheets / f"{name}.pdf").write_bytes(made.pages[0])
    if made.to_fold:
        (sheets / f"{name}-{TO_FOLD}.pdf").write_bytes(made.to_fold)


def _finish(settings: Settings, run: Run, asked: Asked, sheets: Path, name: str, sides: str) -> Run:
    """Bind what was drawn into one file; of a booklet, what is to be folded."""
    drawn = sorted(sheets.iterdir())
    if not drawn:
        return replace(run, state="nothing")
    target = f"{name}-{asked.territory}.{asked.binding}"
    part = settings.data / FOLDER / run.id / f"{target}.part"
    if asked.binding == "zip":
        with ZipFile(part, "w", ZIP_STORED) as archive:
            for file in drawn:
                archive.write(file, file.name)
    else:
        folded = {file.stem.removesuffix(f"-{TO_FOLD}") for file in drawn if file.stem.endswith(f"-{TO_FOLD}")}
        printed = [file for file in drawn if file.stem not in folded]
        part.write_bytes(
            bound((file.read_bytes() for file in printed), SIDES if len(folded) == len(printed) else sides)
        )
    part.replace(part.with_name(target))
    return replace(run, state="done", file=target)


if __name__ == "__main__":
    main(sys.argv[1])
