"""`data/categories.toml`: the tree of categories, then the needs of the home page."""

from collections.abc import Iterator, Mapping, Sequence

from ...domain.block import Block
from ...domain.category import Categories, Category, Need
from ...domain.place import Sentence, Slug
from ...domain.problem import Problem
from ...domain.text import N_
from ...pictograms import pictogram_names
from .sentences import guess, unknown_key, written
from .source import Reading, Source
from .tables import read_tables
from .toml_text import parse_toml, write_toml

PATH = "data/categories.toml"

_KEY = "entry"
"""What files and translations call a need since the first release: those of others would no longer be read."""


class _Need(Block):
    id: Slug
    label: Sentence
    icon: Sentence
    categories: tuple[Slug, ...]


def read_categories(source: Source) -> Reading[Categories]:
    """Return the categories and needs of a file."""
    parsed = parse_toml(source)
    if not parsed.readable:
        return Reading(Categories({}), parsed.problems, readable=False)
    known = ["category", _KEY]
    faults = [unknown_key(source, f"champ {key}", key, known) for key in parsed.value if key not in known]
    categories = read_tables(source, parsed.value, "category", Category, "catégorie")
    needs = read_tables(source, parsed.value, _KEY, _Need, "entrée")
    faults += [*categories.problems, *needs.problems]
    faults += [*_icon_faults(source, "catégorie", categories.value), *_icon_faults(source, "entrée", needs.value)]
    by_id = {category.id: category for category in categories.value}
    faults += [*_parent_faults(source, by_id, categories.ids), *_need_faults(source, needs.value, categories.ids)]
    found = tuple(Need(each.id, each.label, each.icon, each.categories) for each in needs.value)
    return Reading(Categories(by_id, found), tuple(faults), categories.ids)


def write_categories(categories: Categories) -> str:
    """Return the text of a file of categories."""
    needs = [_Need(id=e.id, label=e.label, icon=e.icon, categories=e.categories) for e in categories.needs]
    tables = {"category": [written(each) for each in categories.all.values()], _KEY: [written(each) for each in needs]}
    return write_toml(tables)


def _icon_faults(source: Source, noun: str, blocks: Sequence[Category | _Need]) -> Iterator[Problem]:
    """Find the pictograms that do not exist; without one of its own, a category has that of its theme."""
    names = pictogram_names()
    for block in blocks:
        if block.icon is None or block.icon in names:
            continue
        where = f"{noun} {block.id}, champ icon"
        near = guess(block.icon, names)
        if near:
            sentence = N_("le pictogramme « {icon} » n’existe pas\u00a0: vouliez-vous dire « {guess} » ?")
            yield source.problem(where, sentence, icon=block.icon, guess=near)
        else:
            sentence = N_("le pictogramme « {icon} » n’existe pas\u00a0: choisissez un nom de app/pictograms.toml.")
            yield source.problem(where, sentence, icon=block.icon)


def _parent_faults(source: Source, categories: Mapping[str, Category], ids: frozenset[str]) -> Iterator[Problem]:
    for category in categories.values():
        where = f"catégorie {category.id}, champ parent"
        if category.parent is not None and category.parent not in ids:
            yield source.problem(where, N_("la catégorie « {parent} » n’existe pas."), parent=category.parent)
        elif _is_its_own_ancestor(category, categories):
            yield source.problem(where, N_("la catégorie est sa propre ancêtre : enlevez un des parents."))


def _is_its_own_ancestor(category: Category, categories: Mapping[str, Category]) -> bool:
    met: set[str] = set()
    above: Category | None = category
    while above is not None and above.id not in met:
        met.add(above.id)
        above = categories.get(above.parent or "")
    return above is category


def _need_faults(source: Source, needs: list[_Need], ids: frozenset[str]) -> Iterator[Problem]:
    for need in needs:
        for category in need.categories:
            if category not in ids:
                sentence = N_("la catégorie « {category} » n’existe pas.")
                yield source.problem(f"entrée {need.id}, champ categories", sentence, category=category)
