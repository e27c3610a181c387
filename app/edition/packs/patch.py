"""A patch: how a phone makes the bytes of a part from those of an earlier edition.

    {"format":1,"from":"<sha256>","to":"<sha256>","size":n,"ops":[[0,4000],"new text",[4010,900]]}

`[offset, length]` copies old bytes, a text inserts its own. Lines are looked up first, then the words of lines that
changed are compared: a column of all places in JSON is a single line.
"""

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from itertools import accumulate

from .copies import agreeing, copies_of_lines

FORMAT = 1

_WORDS = re.compile(rb"[^\s,:;<>\"']*[\s,:;<>\"']?")
_SHORTEST_COPY = 24
"""Bytes: a shorter copy costs more to name than to insert."""

_ENDS = tuple(bytes([each]) for each in b"\n\t\v\f\r ,:;<>\"'")
"""What a word ends with."""

_MOST_WORDS = 300
"""Two texts of more words than this are compared as lines are: each against each would take seconds."""

Op = tuple[int, int] | bytes


def make_patch(old: bytes, new: bytes, hashes: tuple[str, str] | None = None) -> bytes:
    """Return the patch that leads from `old` to `new`, as JSON; `hashes` are their SHA-256 where these are known."""
    return _written(_ops(old, new), hashes or (sha256(old).hexdigest(), sha256(new).hexdigest()), len(new))


def chain_patches(first: bytes, second: bytes, new: bytes) -> bytes:
    """Return the patch that leads to `new` from what `first` leads from, by way of what `second` does.

    The oldest bytes are not looked at: what `second` copies, `first` has copied or inserted.
    """
    told, last = json.loads(first), json.loads(second)
    return _written(_chained(_read(told["ops"]), _read(last["ops"]), new), (told["from"], last["to"]), len(new))


def apply_patch(old: bytes, patch: bytes) -> bytes:
    """Return what a patch makes of `old`, as the phone does (`js/packs/patch.js`)."""
    ops = json.loads(patch)["ops"]
    return b"".join(op.encode() if isinstance(op, str) else old[op[0] : op[0] + op[1]] for op in ops)


# Private


def _written(ops: Iterable[Op], hashes: tuple[str, str], size: int) -> bytes:
    told = {"format": FORMAT, "from": hashes[0], "to": hashes[1], "size": size}
    found = [list(op) if isinstance(op, tuple) else op.decode() for op in _joined(ops)]
    return json.dumps(told | {"ops": found}, ensure_ascii=False, separators=(",", ":")).encode()


def _read(ops: Iterable[Sequence[int] | str]) -> list[Op]:
    return [op.encode() if isinstance(op, str) else (op[0], op[1]) for op in ops]


def _chained(first: Sequence[Op], second: Iterable[Op], new: bytes) -> Iterator[Op]:
    """Say each copy of `second` as what `first` made of it; short ones are inserted."""
    starts = [*accumulate(map(_length, first), initial=0)]
    at = 0
    for op in second:
        if isinstance(op, bytes):
            yield op
            at += len(op)
            continue
        begin, left = op
        while left:
            number = bisect_right(starts, begin) - 1
            source, skipped = first[number], begin - starts[number]
            length = min(left, starts[number + 1] - begin)
            if isinstance(source, bytes) or length < _SHORTEST_COPY:
                yield new[at : at + length]
            else:
                yield source[0] + skipped, length
            begin, left, at = begin + length, left - length, at + length


def _length(op: Op) -> int:
    return len(op) if isinstance(op, bytes) else op[1]


def _ops(old: bytes, new: bytes) -> Iterator[Op]:
    """Copy the lines that the old bytes have, in whatever order; compare the words of those between two copies."""
    runs = [*copies_of_lines(old, new)]
    for (start, end, text), (resumes, *_) in zip(runs, [*runs[1:], (len(old), 0, b"")], strict=True):
        yield start, end - start
        if len(text) > _SHORTEST_COPY and end < resumes:
            yield from _ops_in_lines(old, end, resumes, text)
        else:
            yield text


def _runs(before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[tuple[int, int, int]]:
    """Yield runs of old words to copy (first, end), each with the number of new words that come after it.

    As lines are copied (`copies.py`).
    """
    counts = Counter(before)
    once = {word: number for number, word in enumerate(before) if counts[word] == 1}
    start = end = others = at = 0
    while at < len(after):
        same = 0 if others else agreeing(before, after, end, at)
        end, at = end + same, at + same
        if at == len(after):
            break
        number = once.get(after[at], -1)
        at += 1
        if number < 0:
            others += 1
            continue
        yield start, end, others
        start, end, others = number, number + 1, 0
    yield start, end, others


def _ops_in_lines(old: bytes, start: int, end: int, text: bytes) -> Iterator[Op]:
    """Compare the words of some lines that changed: what they begin and end with first, which is most of them."""
    line = old[start:end]
    first, last = _alike(line, text)
    before, after = _WORDS.findall(line[first : len(line) - last]), _WORDS.findall(text[first : len(text) - last])
    head = agreeing(before, after)
    tail = agreeing(before[head:][::-1], after[head:][::-1])
    olds = _offsets(before)
    start += first
    yield start - first, first + olds[head]
    yield from _ops_in_words(start + olds[head], before[head : len(before) - tail], after[head : len(after) - tail])
    yield start + olds[len(before) - tail], olds[-1] - olds[len(before) - tail] + last


def _alike(one: bytes, other: bytes) -> tuple[int, int]:
    """Return how many bytes two texts begin and end with alike: whole words, which are then not told apart."""
    first = agreeing(one, other)
    first = max(one.rfind(each, 0, first) for each in _ENDS) + 1
    last = agreeing(one[first:][::-1], other[first:][::-1])
    found = (one.find(each, len(one) - last) for each in _ENDS)
    return first, len(one) - min((at + 1 for at in found if at >= 0), default=len(one))


def _ops_in_words(start: int, before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[Op]:
    if max(len(before), len(after)) > _MOST_WORDS:
        yield from _ops_in_many_words(start, before, after)
        return
    olds, news, text = _offsets(before), _offsets(after), b"".join(after)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal" and olds[b] - olds[a] >= _SHORTEST_COPY:
            yield start + olds[a], olds[b] - olds[a]
        else:
            yield text[news[c] : news[d]]


def _ops_in_many_words(start: int, before: Sequence[bytes], after: Sequence[bytes]) -> Iterator[Op]:
    starts, at = _offsets(before), 0
    for first, end, others in _runs(before, after):
        length = starts[end] - starts[first]
        copied = b"".join(after[at : at + end - first])
        yield (start + starts[first], length) if length >= _SHORTEST_COPY else copied
        at += end - first
        yield b"".join(after[at : at + others])
        at += others


def _offsets(pieces: Sequence[bytes]) -> list[int]:
    return [*accumulate(map(len, pieces), initial=0)]


def _joined(ops: Iterable[Op]) -> Iterator[Op]:
    """Join neighbours of one kind; drop empty ones."""
    last: Op | None = None
    for op in ops:
        if op == b"" or (isinstance(op, tuple) and op[1] == 0):
            continue
        if isinstance(op, bytes) and isinstance(last, bytes):
            last += op
        elif isinstance(op, tuple) and isinstance(last, tuple) and sum(last) == op[0]:
            last = last[0], last[1] + op[1]
        else:
            if last is not None:
                yield last
            last = op
    if last is not None:
        yield last
