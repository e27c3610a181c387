"""A whole folder of content: `data/`, `walks/`, `translations/`, read and written together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from ...domain.calendar import PARIS
from ...domain.category import Categories
from ...domain.content import Content
from ...domain.place import Place
from ...domain.plan import Plan
from ...domain.problem import Problem
from ...domain.text import N_, Translation
from . import calendars, categories, codes, photos, places, plan, territories, texts, walks
from .check_parts import check_parts
from .known import Known
from .parts import FilePictures, Parts, parts_of
from .source import Reading, Source, Value, read_source
from .walk_lines import with_lines


@dataclass(frozen=True)
class Folder:
    """What a folder holds: its content when nothing is wrong, every problem, the bytes of files and of photos."""

    content: Content | None
    problems: list[Problem]
    files: dict[str, bytes]
    photos: dict[str, bytes] = field(default_factory=dict)


def read_content(folder: Path, today: date | None = None) -> tuple[Content | None, list[Problem]]:
    """Return the content of a folder and every problem at once; there is no content with an error."""
    read = read_folder(folder, today)
    return read.content, read.problems


def read_folder(folder: Path, today: date | None = None, known: Known | None = None) -> Folder:
    """Read every file of content below a folder; `today` says if the calendar ends soon, and what is over."""
    if not folder.is_dir():
        missing = Problem(str(folder), "", N_("ce dossier n’existe pas : donnez celui qui contient data/."))
        return Folder(None, [missing], {})
    disk = _Disk(folder, known or Known())
    parts = _read_parts(disk, today or today_in_paris())
    problems = list(parts.problems())
    problems += _others(problems, check_parts(parts))
    problems = with_lines(problems, disk.files)
    problems.sort(key=lambda problem: problem.warning)
    fine = all(problem.warning for problem in problems)
    return Folder(parts.content() if fine else None, problems, disk.files, disk.photos)


def check_content(content: Content) -> Iterator[Problem]:
    """Yield what is wrong in a content as a whole, however it came together."""
    yield from check_parts(parts_of(content))


def today_in_paris() -> date:
    """Return the day that it is where families read."""
    return datetime.now(PARIS).date()


def canonical_files(content: Content) -> dict[str, bytes]:
    """Return every file of a content in its canonical text, by path."""
    files = {
        territories.PATH: territories.write_territories(content.territories),
        places.PATH: places.write_places(content.places),
        categories.PATH: categories.write_categories(content.categories),
        calendars.PATH: calendars.write_calendar(content.calendar),
        codes.PATH: codes.write_codes(content.codes),
    }
    if content.plan != Plan():
        files[plan.PATH] = plan.write_plan(content.plan)
    files |= {walks.path_of(slug): walks.write_walk(walk) for slug, walk in content.walks.items()}
    for language, translations in content.texts.by_language.items():
        for leader, path in ((False, texts.path_of(language)), (True, texts.leader_path_of(language))):
            said = texts.texts_for(translations, leader=leader)
            files |= {path: texts.write_texts(language, said)} if said else {}
    return {path: text.encode() for path, text in files.items()}


def write_content(content: Content, folder: Path) -> None:
    """Write every file of a content in its canonical text."""
    for path, data in canonical_files(content).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def rewritten(source: Source) -> bytes | None:
    """Return what one file says in its canonical text; None when it says nothing right."""
    reading, write = _pair_of(source)
    if any(not problem.warning for problem in reading.problems) or reading.value is None:
        return None
    return write(reading.value).encode()


def paths_in(folder: Path) -> list[str]:
    """Return the paths of the files of content that a folder holds."""
    disk = _Disk(folder, Known())
    data = [path for path in _DATA if disk.has(path)]
    found = [walks.path_of(slug) for slug in disk.walk_slugs()]
    found += [texts.path_of(language) for language in disk.languages("content.po")]
    return data + found + [texts.leader_path_of(language) for language in disk.languages("leader.po")]


def _others(read: Sequence[Problem], found: Iterable[Problem]) -> list[Problem]:
    """Return what was found and not read before; nothing is missed from a block that is there with a fault in it."""
    said = {(problem.file, problem.where) for problem in read}
    blocks = {(file, where.rpartition(", ")[0]) for file, where in said}
    either = said | blocks
    return [p for p in found if (p.file, p.where) not in (either if p.warning else said)]


def _pair_of(source: Source) -> tuple[Reading[Any], Callable[[Any], str]]:
    """Return what the reader of a file finds in it, and the writer that goes with it."""
    if source.path in _DATA:
        read, write = _DATA[source.path]
        return read(source), write
    if source.path.startswith(f"{walks.FOLDER}/"):
        return walks.read_walk(source), walks.write_walk
    language = source.path.split("/")[1]
    return texts.read_texts(source), partial(texts.write_texts, language)


_DATA: dict[str, tuple[Callable[[Source], Reading[Any]], Callable[[Any], str]]] = {
    territories.PATH: (territories.read_territories, territories.write_territories),
    places.PATH: (places.read_places, places.write_places),
    categories.PATH: (categories.read_categories, categories.write_categories),
    calendars.PATH: (partial(calendars.read_calendar, today=date.min), calendars.write_calendar),
    plan.PATH: (plan.read_plan, plan.write_plan),
    codes.PATH: (codes.read_codes, codes.write_codes),
}


class _Disk:
    """The files read so far, by path below the folder."""

    def __init__(self, folder: Path, known: Known) -> None:
        self.folder = folder
        self.known = known
        self.files: dict[str, bytes] = {}
        self.photos: dict[str, bytes] = {}

    def read(self, path: str, reader: Callable[[Source], Reading[Value]], nothing: Value) -> Reading[Value]:
        source = read_source(self.folder, path)
        if isinstance(source, Problem):
            return Reading(nothing, (source,), readable=False)
        self.files[path] = source.data
        try:
            return self.known.reading(source) or reader(source)
        except RecursionError:
            fault = source.problem("", N_("trop de blocs emboîtés les uns dans les autres."))
            return Reading(nothing, (fault,), readable=False)

    def read_photos(self, shown: Reading[dict[str, Place]]) -> FilePictures:
        pictures, self.photos = photos.read_photos(self.folder, shown, self.known.pictures)
        return pictures

    def has(self, path: str) -> bool:
        return (self.folder / path).is_file()

    def walk_slugs(self) -> list[str]:
        return sorted(path.stem for path in (self.folder / walks.FOLDER).glob("*.toml"))

    def languages(self, name: str) -> list[str]:
        found = (self.folder / "translations").glob(f"*/LC_MESSAGES/{name}")
        return sorted(path.parent.parent.name for path in found)


def _read_parts(disk: _Disk, today: date) -> Parts:
    nowhere: dict[str, Place] = {}
    found = disk.read(places.PATH, places.read_places, nowhere)
    return Parts(
        territories=disk.read(territories.PATH, territories.read_territories, {}),
        places=found,
        categories=disk.read(categories.PATH, categories.read_categories, Categories({})),
        calendar=disk.read(calendars.PATH, lambda source: calendars.read_calendar(source, today), None),
        plan=disk.read(plan.PATH, plan.read_plan, Plan()) if disk.has(plan.PATH) else Reading(Plan()),
        codes=disk.read(codes.PATH, codes.read_codes, ()),
        walks={slug: disk.read(walks.path_of(slug), walks.read_walk, None) for slug in disk.walk_slugs()},
        texts=_read_texts(disk, "content.po", texts.path_of),
        leader_texts=_read_texts(disk, "leader.po", texts.leader_path_of),
        pictures=disk.read_photos(found),
        today=today,
    )


def _read_texts(disk: _Disk, name: str, path_of: Callable[[str], str]) -> dict[str, Reading[dict[str, Translation]]]:
    return {lang: disk.read(path_of(lang), texts.read_texts, {}) for lang in disk.languages(name)}
