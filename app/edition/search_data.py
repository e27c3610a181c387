"""What the phone searches and filters by: two small files a territory and language, in columns.

`places.json` is the core every list and map needs (names, positions, kinds); `words.json` comes when somebody
searches or filters (facts, ages, purposes, streets, the words of every kind in every language).
Order everywhere: nearest to the school first; a place is its rank in that order.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from itertools import pairwise

from ..cache import Columns, once_each
from ..domain.category import Category
from ..domain.content import Content
from ..domain.place import Place
from ..domain.public import PublicContent
from ..domain.territory import Territory
from ..domain.text import Text, TextState, fold, slug_of
from ..language.isolates import isolate_latin
from ..language.typography import keep_together
from ..site.addresses import VERSION_DIGITS, Site
from .bundles import Bundle, PlannedFiles, in_bundles
from .file import PlannedFile, fingerprint_of
from .groups import GROUPS
from .search_facts import ages_of, is_plain, pack_facts, spoken_at
from .search_words import one_line, words_of_kinds

FORMAT = 1
PRECISION = 100_000
"""Coordinates are integers of 1e-5 degree: about a metre."""


@in_bundles
def phone_files(content: PublicContent, site: Site) -> Iterator[Bundle]:
    """Return the phone's data files of every language and territory."""
    for territory in content.territories.values():
        yield from _planned(content, site, territory).bundles


def places_path(lang: str, territory: str) -> str:
    """Return where the core of a territory's data is."""
    return f"{lang}/{territory}/places.json"


def places_version(content: PublicContent, site: Site, lang: str, territory: Territory) -> str:
    """Return the version of the core that a page may name in its address: the first digits of its SHA-256."""
    path = places_path(lang, territory.id)
    core = next(file for file in _planned(content, site, territory) if file.path == path)
    return core.fingerprint[:VERSION_DIGITS]


# Private


def _planned(content: PublicContent, site: Site, territory: Territory) -> PlannedFiles:
    seen = (FORMAT, site, territory, content.public_places(territory.id), content.anchor_of(territory),
            content.on_foot.get(territory.id), content.categories, content.texts)  # fmt: skip
    return GROUPS.take(("phone", territory.id), seen, partial(_files_of, content, site, territory))


def _files_of(content: PublicContent, site: Site, territory: Territory) -> Iterator[PlannedFile]:
    columns = _columns(content, territory)
    words = {
        **_answers(content, territory),
        "streets": "\n".join(_street(p) for p in content.public_places(territory.id)),
        **words_of_kinds(content, site.languages, territory, _kinds_used(content, territory)),
    }
    for lang in site.languages:
        core = _compact(_core(content, site, territory, lang, columns))
        yield _leaf(places_path(lang, territory.id), sha256(core).hexdigest()[:32], partial(bytes, core))
        found = _words(content, territory, lang, words)
        path = f"{lang}/{territory.id}/words.json"
        yield _leaf(path, fingerprint_of(path, found), partial(_compact, found))


def _leaf(path: str, fingerprint: str, make: Callable[[], bytes]) -> PlannedFile:
    return PlannedFile(path, "application/json", fingerprint, make, shared=True)


def _compact(data: Mapping[str, object]) -> bytes:
    """Write a column a line: those that all languages share are then one line of a pack."""
    columns = (f"{json.dumps(key)}:{json.dumps(data[key], ensure_ascii=False, separators=(',', ':'))}" for key in data)
    return ("{" + ",\n".join(columns) + "}").encode()


def _core(
    content: Content, site: Site, territory: Territory, lang: str, columns: Mapping[str, object]
) -> dict[str, object]:
    return {
        "format": FORMAT,
        "territory": territory.id,
        "lang": lang,
        "base": site.url(""),
        # What ends the address of a place on a plain file server; older scripts do without.
        **({"tail": "/"} if site.is_static else {}),
        **columns,
        "themes": [
            [t.id, *_label(content, t, lang), t.icon or t.id, int(t.practical)] for t in content.categories.themes
        ],
        "kinds": [_kind(content, c, lang) for c in _kinds_used(content, territory)],
    }


def _kind(content: Content, category: Category, lang: str) -> list[object]:
    themes = [t.id for t in content.categories.themes]
    theme = content.categories.theme_of(category.id)
    return [
        category.id,
        *_label(content, category, lang),
        content.categories.pictogram_of(category.id),
        themes.index(theme.id),
    ]


def _label(content: Content, category: Category, lang: str) -> tuple[str, str]:
    text = content.texts.of(f"category:{category.id}/label", category.label, lang)
    return _shown(text), "" if text.lang == lang else text.lang


def _shown(text: Text) -> str:
    """What scripts write as it is: the same marks as in pages."""
    return keep_together(isolate_latin(one_line(text.words), text.lang))


def _kinds_used(content: Content, territory: Territory) -> Sequence[Category]:
    used = {c for place in content.public_places(territory.id) for c in place.categories}
    return [c for c in content.categories.all.values() if c.id in used]


def _columns(content: Content, territory: Territory) -> dict[str, object]:
    """The part of the core that is the same in every language."""
    places = content.public_places(territory.id)
    rank = {c.id: n for n, c in enumerate(_kinds_used(content, territory))}
    west, south = (round(side * PRECISION) for side in (territory.bounds.west, territory.bounds.south))
    spots = _SPOTS.take(territory.id, (territory,), places, partial(_spot, territory))
    return {
        "count": len(places),
        "ids": "\n".join(_short_id(p) for p in places),
        "names": "\n".join(_name(p) for p in places),
        "origin": [west, south],
        "lon": [lon - west for lon, _, _ in spots],
        "lat": [lat - south for _, lat, _ in spots],
        "kind": [rank[p.categories[0]] if p.categories else -1 for p in places],
        "also": [[n, *(rank[c] for c in p.categories[1:])] for n, p in enumerate(places) if len(p.categories) > 1],
        "anchor": _anchor(content, territory),
        **_NOT_HERE,
        "vague": [n for n, p in enumerate(places) if not p.shows_address],
        "closed": [n for n, p in enumerate(places) if p.status.value.startswith("closed")],
        "further": [n for n, (_, _, is_further) in enumerate(spots) if is_further],
    }


_SPOTS = Columns()
"""By territory, where each place is."""


def _spot(territory: Territory, place: Place) -> tuple[int, int, bool]:
    lon, lat = (round(side * PRECISION) for side in place.position)
    return lon, lat, place.shows_address and territory.is_further(place.position)


_NOT_HERE: Mapping[str, object] = {"metres": [], "facts": [], "ages": [], "spoken": {}}
"""Columns of `words.json` that scripts of release 0.2.0, still open on a phone, look for in `places.json`."""


def _answers(content: Content, territory: Territory) -> dict[str, object]:
    """What filters ask of places, the same in every language."""
    places = content.public_places(territory.id)
    return {
        "metres": _metres(content, territory, places),
        "facts": [pack_facts(p) for p in places],
        "ages": [[n, *ages] for n, p in enumerate(places) if (ages := ages_of(p))],
        "spoken": _spoken(places),
        "plain": [n for n, p in enumerate(places) if is_plain(p)],
    }


@once_each
def _short_id(place: Place) -> str:
    """An id without what its name tells: `=` for the name's slug, `=-2` for the slug and an ending."""
    slug = slug_of(place.name)
    told = bool(slug) and place.id.startswith(slug) and _is_latin(place.name)
    return "=" + place.id[len(slug) :] if told else place.id


@once_each
def _name(place: Place) -> str:
    return keep_together(one_line(place.name))


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(c, "").startswith("LATIN") for c in name if c.isalpha())


def _metres(content: Content, territory: Territory, places: Sequence[Place]) -> list[int]:
    """Metres on foot from the school, each less the one before (nearest first); none without a school."""
    metres = [round(content.metres_from_school(territory, p) or 0) for p in places]
    steps = (now - before for before, now in pairwise([0, *metres]))
    return list(steps) if content.anchor_of(territory) else []


def _anchor(content: Content, territory: Territory) -> str:
    """What distances are counted from, as the phone says it: French tells a `college` from a `school`."""
    school = content.anchor_of(territory)
    if school is None:
        return ""
    return "college" if fold(school.name).startswith("college") else "school"


def _spoken(places: Iterable[Place]) -> dict[str, list[int]]:
    spoken: dict[str, list[int]] = {}
    for n, place in enumerate(places):
        for code in sorted(spoken_at(place)):
            spoken.setdefault(code, []).append(n)
    return dict(sorted(spoken.items()))


_PURPOSES = Columns()
"""By language and territory, the purpose of each place and its state."""


def _words(content: Content, territory: Territory, lang: str, shared: Mapping[str, object]) -> dict[str, object]:
    def told(place: Place) -> tuple[str, str]:
        text = content.texts.of(f"place:{place.id}/purpose", place.purpose, lang)
        return _shown(text), _state(text, lang)

    said, places = content.texts.by_language.get(lang), content.public_places(territory.id)
    purposes = _PURPOSES.take((lang, territory.id), (said,), places, told)
    return {
        "format": FORMAT,
        "purposes": [words for words, _ in purposes],
        "states": "".join(state for _, state in purposes),
        **shared,
    }


def _state(text: Text, lang: str) -> str:
    """One letter a purpose: `s` still in the source language, `m` drafted by a machine, `r` to be trusted."""
    if text and text.lang != lang:
        return "s"
    return "r" if text.state is TextState.REVIEWED else "m"


@once_each
def _street(place: Place) -> str:
    return one_line(place.address.street or "") if place.address else ""
