"""Loose leaves: many rendered pages in one part, written so that what they share stands there once.

    {"format":1,"shared":2,"files":[["fr/a","text/html; charset=utf-8","fr",3,"9f86d0…"],…]}
    <header>                     the shared lines, each of at least two files
    </header>
    @0+2                         a file: lines 0 and 1 of the shared ones,
    =<p>Only here</p>            and lines of its own

Pages repeat their frame; after this, gzip's window of 32 kB is wide enough for the rest. A file is its lines joined
by line feeds. A part may follow another (`"after":"all/places-0"`, the name of a part without files): the shared
lines of that one are counted first. It holds what does not depend on the language: drawings, names, positions.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

FORMAT = 1
SHORT_HASH = 20
"""Hexadecimal digits by which a phone tells that a page came out whole."""

LONG = 60
"""Characters: to name a shorter line from another part would cost more than to hold it twice."""


@dataclass(frozen=True)
class LooseLeaf:
    """A file of the edition as a pack holds it."""

    path: str
    media_type: str
    lang: str
    body: bytes


@dataclass(frozen=True)
class Before:
    """The part that another follows: its name in the pack, and its shared lines."""

    name: str
    lines: Sequence[str]


def write_leaves(files: Sequence[LooseLeaf], before: Before | None = None) -> bytes:
    """Return the part that holds the files, in their order."""
    texts = [file.body.decode().split("\n") for file in files]
    known = before.lines if before else ()
    shared = _shared(texts, set(known))
    numbers = {line: number for number, line in enumerate((*known, *shared))}
    records = [list(_records(lines, numbers)) for lines in texts]
    rows = [
        [file.path, file.media_type, file.lang, len(found), sha256(file.body).hexdigest()[:SHORT_HASH]]
        for file, found in zip(files, records, strict=True)
    ]
    told = {"format": FORMAT} | ({"after": before.name} if before else {}) | {"shared": len(shared), "files": rows}
    head = json.dumps(told, separators=(",", ":"))
    return "\n".join([head, *shared, *chain.from_iterable(records)]).encode()


def write_common_lines(bodies: Iterable[Iterable[bytes]]) -> bytes:
    """Return the part of the long lines that files of at least two languages hold (an iterable a language)."""
    texts = [[line for body in files for line in body.decode().split("\n") if len(line) >= LONG] for files in bodies]
    lines = _shared(texts, set())
    head = json.dumps({"format": FORMAT, "shared": len(lines), "files": []}, separators=(",", ":"))
    return "\n".join([head, *lines]).encode()


def lines_of(part: bytes) -> Sequence[str]:
    """Return the shared lines of a part."""
    head, *lines = part.decode().split("\n")
    return lines[: json.loads(head)["shared"]]


def read_leaves(part: bytes, before: Sequence[str] = ()) -> Iterator[LooseLeaf]:
    """Yield the files of a part, as the phone cuts them out (`js/lib/leaves.js`)."""
    head, *lines = part.decode().split("\n")
    told = json.loads(head)
    shared, at = [*before, *lines[: told["shared"]]], told["shared"]
    for path, media_type, lang, count, _ in told["files"]:
        body = "\n".join(chain.from_iterable(_lines(record, shared) for record in lines[at : at + count]))
        yield LooseLeaf(path, media_type, lang, body.encode())
        at += count


# Private


def _shared(texts: Sequence[Sequence[str]], known: Set[str]) -> Sequence[str]:
    """Return the lines of at least two texts but the known ones, in the order they are first seen."""
    texts_with = Counter(line for lines in texts for line in set(lines))
    return list(dict.fromkeys(line for lines in texts for line in lines if texts_with[line] > 1 and line not in known))


def _records(lines: Sequence[str], numbers: Mapping[str, int]) -> Iterator[str]:
    """Yield the records of a file: runs of shared lines as numbers, others as they are."""
    start = length = 0
    for line in lines:
        number = numbers.get(line, -1)
        if length and number == start + length:
            length += 1
            continue
        if length:
            yield _reference(start, length)
        start, length = number, int(number >= 0)
        if number < 0:
            yield f"={line}"
    if length:
        yield _reference(start, length)


def _reference(start: int, length: int) -> str:
    return f"@{start}+{length}" if length > 1 else f"@{start}"


def _lines(record: str, shared: Sequence[str]) -> Sequence[str]:
    if record.startswith("="):
        return [record[1:]]
    start, _, length = record[1:].partition("+")
    return shared[int(start) : int(start) + int(length or 1)]
