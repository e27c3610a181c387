"""Adding one thing to a folder of content: its code, its line, its file. What was there stays as it is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...domain.content import CodeEntry, Content
from ...domain.problem import Problem
from ...domain.text import TextState, Translation
from . import codes, places, territories, texts, walks
from .check_parts import check_parts
from .features import write_features
from .json_text import parse_json
from .parts import parts_of
from .source import Reading, Source


@dataclass(frozen=True)
class Addition:
    """The files that change, the codes first: a code that leads nowhere harms nobody. Problems are those of the new."""

    path: str
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def add_place(content: Content, files: Mapping[str, bytes], feature: Mapping[str, Any]) -> Addition:
    """Return what a further feature of `data/places.geojson` changes."""
    source = Source(places.PATH, _with_feature(files[places.PATH], feature))
    reading = places.read_places(source)
    grown = replace(content, places=reading.value)
    return _addition(grown, files, source, reading, ("place", feature["id"], feature["properties"]["code"]))


def add_walk(content: Content, files: Mapping[str, bytes], slug: str, code: str, text: str) -> Addition:
    """Return what a further file of `walks/` changes."""
    source = Source(walks.path_of(slug), text.encode())
    reading = walks.read_walk(source)
    grown = replace(content, walks={**content.walks, **({slug: reading.value} if reading.value else {})})
    return _addition(grown, files, source, reading, ("walk", slug, code))


def add_territory(
    content: Content, files: Mapping[str, bytes], feature: Mapping[str, Any], names: Mapping[str, str]
) -> Addition:
    """Return what a further feature of `data/territories.geojson` changes; `names` are its name in other languages.

    No outline may lie on another's. A language of `names` has a file already.
    """
    identifier, name = feature["id"], feature["properties"]["name"]
    source = Source(territories.PATH, _with_feature(files[territories.PATH], feature))
    reading = territories.read_territories(source)
    grown = replace(content, territories=reading.value)
    added = _addition(grown, files, source, reading, ("territory", identifier, feature["properties"]["code"]))
    crossed = [*territories.check_among(identifier, reading.value)]
    named = [Translation(f"territory:{identifier}/name", name, words, TextState.REVIEWED) for words in names.values()]
    paths = map(texts.path_of, names)
    said = {path: _with_text(files[path], text) for path, text in zip(paths, named, strict=True)}
    return replace(added, files={**added.files, **said}, problems=(*crossed, *added.problems))


# Private

_NAMED = {places.PATH: "lieu {}", territories.PATH: "territoire {}"}
"""How problems of a file that holds many name one of them."""


def _addition(
    grown: Content, files: Mapping[str, bytes], source: Source, reading: Reading[Any], given: tuple[str, str, str]
) -> Addition:
    kind, identifier, code = given
    entry = CodeEntry(code, kind, identifier)
    grown = replace(grown, codes=(*grown.codes, entry))
    subject = _NAMED[source.path].format(identifier) if source.path in _NAMED else ""
    found = [*reading.problems, *check_parts(parts_of(grown))]
    own = [p for p in found if p.file == source.path and f"{p.where}, ".startswith(f"{subject}, " if subject else "")]
    changed = {codes.PATH: _with_line(files[codes.PATH], entry), source.path: source.data}
    return Addition(source.path, changed, tuple(own))


def _with_line(data: bytes, entry: CodeEntry) -> bytes:
    end = b"\r\n" if b"\r\n" in data else b"\n"
    line = codes.write_codes([entry]).splitlines()[1].encode()
    return data + (b"" if data.endswith(b"\n") else end) + line + end


def _with_text(data: bytes, text: Translation) -> bytes:
    entry = texts.write_texts("", {text.key: text}).partition("\n\n")[2]
    return data.rstrip() + b"\n\n" + entry.encode()


def _with_feature(data: bytes, feature: Mapping[str, Any]) -> bytes:
    """Return a collection with one feature more, as `dump` writes it; what stands before it is not touched."""
    document = parse_json(Source("", data)).value
    document["features"].append(feature)
    before, bracket, after = data.rpartition(b"]")
    grown = before.rstrip() + b",\n" + _block(feature) + b"\n " + bracket + after
    if parse_json(Source("", grown)).value == document:
        return grown
    # Something stands after the list, or the list was empty: the file is written anew.
    return write_features(document["features"]).encode()


def _block(feature: Mapping[str, Any]) -> bytes:
    text = write_features([feature])
    return text.partition("[\n")[2].removesuffix("\n ]\n}\n").encode()
