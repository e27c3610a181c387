"""Packed pages: many rendered pages in one part, written so that what they share stands there once.

    {"format":1,"files":[["fr/a","text/html; charset=utf-8","fr",3,"9f86d0…"],…],"blocks":7}
    @k3Fq                        a block: lines that always stand together, in two files or more,
    =<header>                    under the beginning of their hash
    =</header>
    @k3Fq                        a file: that block,
    =<p>Only here</p>            and lines of its own

A block's name depends on nothing but its text, so that a page that comes or goes changes little else: patches stay
small. Pages repeat their frame; written so, gzip's window of 32 kB is wide enough for the rest. A file is its lines
joined by line feeds. A part may follow another (`"after":"all/pages"`, a part without files): the blocks of that
one are known too. It holds what does not depend on the language (drawings, names, positions), each line by itself: an
edit then touches few blocks, and those that stand beside one another are alike.
"""

import json
from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

FORMAT = 1
SHORT_HASH = 8
"""Hexadecimal digits by which a phone tells that a page came out whole: the part has its whole hash in the manifest."""

LEAST = 8
"""Characters: to name a shorter line would cost more than to write it again."""

LONG = 60
"""Characters a line must have to be looked up in another part."""

SHORTEST = 4
"""Characters of the name of a block, unless another one has the same."""

Lines = Sequence[str]
Blocks = Mapping[str, Lines]
"""Lines by the name of their block."""

FirstLines = Mapping[str, tuple[str, int]]
"""By its first line, the name of a block and how many lines it has."""


@dataclass(frozen=True)
class PackedPage:
    """A file of the edition as a pack holds it."""

    path: str
    media_type: str
    lang: str
    body: bytes


@dataclass(frozen=True)
class Before:
    """The part that another follows: its name in the pack, and its blocks."""

    name: str
    blocks: Blocks


def write_part(files: Sequence[PackedPage], before: Before | None = None) -> bytes:
    """Return the part that holds the files, in their order."""
    texts = [_lines_of(file) for file in files]
    foreign = before.blocks if before else {}
    known = set(chain.from_iterable(foreign.values()))
    shared = {line for line in _repeated(texts) if len(line) >= LEAST and line not in known}
    blocks = _blocks(texts, shared, foreign)
    first_lines = first_lines_of(foreign, blocks)
    records = [list(records_of(lines, first_lines)) for lines in texts]
    rows = [row_of(file, len(found)) for file, found in zip(files, records, strict=True)]
    return _written(blocks, before.name if before else "", rows, chain.from_iterable(records))


def write_common(languages: Iterable[Sequence[PackedPage]]) -> bytes:
    """Return the part, without files, of the long lines that the same pages in several languages have in common."""
    texts = [list(chain.from_iterable(map(_lines_of, files))) for files in languages]
    return write_blocks(blocks_of_common({line for line in _repeated(texts) if len(line) >= LONG}))


def blocks_of_common(lines: Iterable[str]) -> dict[str, Lines]:
    """Return lines that languages have in common as blocks: each by itself, so that an edit touches few, and in the
    order of the alphabet, in which like stands beside like."""
    blocks: dict[str, Lines] = {}
    for line in sorted(lines):
        blocks[name_of([line], blocks)] = [line]
    return blocks


def write_blocks(blocks: Blocks) -> bytes:
    """Return a part, without files, of blocks that others name."""
    return _written(blocks, "", [], ())


def read_blocks(part: bytes) -> Blocks:
    """Return the blocks of a part."""
    head, *lines = part.decode().split("\n")
    return blocks_in("\n".join(lines[: json.loads(head)["blocks"]]))


def blocks_in(told: str) -> dict[str, Lines]:
    """Return the blocks that records tell: a name at each `@`, a line at each `=`."""
    blocks: dict[str, Lines] = {}
    for record in told.split("\n") if told else ():
        if record[0] == "@":
            blocks[record[1:]] = lines = list[str]()
            add = lines.append
        else:
            add(record[1:])
    return blocks


def names_by_line(blocks: Blocks) -> dict[str, str]:
    """Return by line the name of the block that it is in."""
    return {line: name for name, lines in blocks.items() for line in lines}


def read_part(part: bytes, before: Blocks | None = None) -> Iterator[PackedPage]:
    """Yield the files of a part, as the phone cuts them out (`js/packs/files.js`)."""
    head, *lines = part.decode().split("\n")
    told = json.loads(head)
    at: int = told["blocks"]
    blocks = {**(before or {}), **blocks_in("\n".join(lines[:at]))}
    for path, media_type, lang, count, _ in told["files"]:
        found = (blocks[r[1:]] if r.startswith("@") else (r[1:],) for r in lines[at : at + count])
        yield PackedPage(path, media_type, lang, "\n".join(chain.from_iterable(found)).encode())
        at += count


def first_lines_of(foreign: Blocks, blocks: Blocks) -> FirstLines:
    """Return the blocks that a file may use, by their first line."""
    return {lines[0]: (name, len(lines)) for name, lines in (*foreign.items(), *blocks.items())}


def records_of(lines: Lines, first_lines: FirstLines) -> Iterator[str]:
    """Yield what is written for the lines of a file: a block, or a line of its own."""
    at = 0
    while at < len(lines):
        name, length = first_lines.get(lines[at], ("", 1))
        yield f"@{name}" if name else f"={lines[at]}"
        at += length


def name_of(lines: Lines, known: Collection[str]) -> str:
    """Return the beginning of the hash of a block, as long as it takes to be the only one."""
    name = urlsafe_b64encode(sha256("\n".join(lines).encode()).digest()).decode()
    return next(name[:length] for length in range(SHORTEST, len(name)) if name[:length] not in known)


def row_of(file: PackedPage, count: int) -> list[object]:
    """Return what the head of a part says of a file that is so many records."""
    return [file.path, file.media_type, file.lang, count, sha256(file.body).hexdigest()[:SHORT_HASH]]


# Private


def _lines_of(file: PackedPage) -> Lines:
    return file.body.decode().split("\n")


def _repeated(texts: Sequence[Lines]) -> set[str]:
    """Return the lines that stand in at least two texts."""
    counts: Counter[str] = Counter()
    for lines in texts:
        counts.update(set(lines))
    return {line for line, count in counts.items() if count > 1}


def _blocks(texts: Sequence[Lines], shared: Collection[str], foreign: Collection[str] = ()) -> dict[str, Lines]:
    """Return the longest runs of shared lines that always stand together, in the order they are first seen.

    No block has the name of a `foreign` one.
    """
    follows, leads = _neighbours(texts, shared)
    firsts = [
        line for line in dict.fromkeys(chain.from_iterable(texts)) if line in shared and _start(line, follows, leads)
    ]
    blocks: dict[str, Lines] = {}
    taken = set(foreign)
    for first in firsts:
        lines = [first]
        while (after := leads[lines[-1]]) and follows[after] == lines[-1] and after != first:
            lines.append(after)
        name = name_of(lines, taken)
        taken.add(name)
        blocks[name] = lines
    return blocks


def _neighbours(texts: Sequence[Lines], shared: Collection[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return for each shared line the one it always follows and the one it always leads to, "" for none."""
    pairs: set[tuple[str, str]] = set()
    for lines in texts:
        known = [line if line in shared else "" for line in lines]
        pairs.update(zip(["", *known], [*known, ""], strict=True))
    follows: dict[str, str] = {}
    leads: dict[str, str] = {}
    for before, after in pairs:
        if after:
            follows[after] = "" if after in follows else before
        if before:
            leads[before] = "" if before in leads else after
    return follows, leads


def _start(line: str, follows: Mapping[str, str], leads: Mapping[str, str]) -> bool:
    before = follows[line]
    return not before or leads[before] != line


def _written(blocks: Blocks, after: str, rows: Sequence[Sequence[object]], records: Iterable[str]) -> bytes:
    told = [record for name, lines in blocks.items() for record in (f"@{name}", *(f"={line}" for line in lines))]
    known = {"format": FORMAT} | ({"after": after} if after else {}) | {"files": rows, "blocks": len(told)}
    return "\n".join([json.dumps(known, separators=(",", ":")), *told, *records]).encode()
