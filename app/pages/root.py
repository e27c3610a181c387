"""The pages that lead on to others: the choice of language and, on a static site, every printed code and the page of
lost addresses. There no server knows the visitor: a script reads the languages of the phone, and without script one
chooses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..domain.content import Content
from ..domain.subject import SUBJECTS
from ..domain.text import N_
from ..edition.file import PlannedFile, fingerprint_of
from ..edition.open_data import all_codes
from ..site.codes import code_path, is_live, part_of
from .context import Frame, SiteContext

LOST = "404.html"
"""Where static hosts look for the page of an address that they do not have."""

_NAME = N_("À deux pas")
_CHOICE = N_("Les lieux et les balades de mon quartier")
_OPEN = N_("Ouvrir la page")
_UNUSED = N_("Ce code ne mène plus à un lieu. Voir ce qu’il y a tout près.")
_LOST = N_("Cette page n’existe pas. Voir tous les quartiers.")


@dataclass(frozen=True)
class Door:
    """Where a page leads, below the language; `to` is what scripts follow, None when only the address can tell.

    `promise` is said of it in every language. `otherwise` is the language to lead to when the phone asks for none
    of ours; empty to let the visitor choose.
    """

    title: str
    promise: str
    rest: str = ""
    to: str | None = ""
    otherwise: str = ""
    indexed: bool = False
    part: str = ""
    """The part of the page that is for who comes from a sheet."""


def door_files(context: SiteContext) -> Iterator[PlannedFile]:
    """Yield the first page of the site; of a static one also its codes, as they are printed and as they are typed."""
    yield _leaf(context, "", Door(_NAME, _CHOICE, indexed=True))
    if context.site.is_static:
        source = context.languages[0].code
        yield _leaf(context, LOST, Door(_NAME, _LOST, to=None, otherwise=source))
        for code, target in all_codes(context.content).items():
            door = _door_of(context.content, code, target, source)
            for typed in dict.fromkeys((code, code.lower())):
                yield _leaf(context, f"{typed}/", door)


# Private


def _door_of(content: Content, code: str, target: Mapping[str, Any], source: str) -> Door:
    if not is_live(target):
        rest = code_path(code)
        return Door(_NAME, _UNUSED, rest, f"{rest}/", source)
    id = target["id"]
    kind = SUBJECTS[target["kind"]]
    rest = kind.path(id)
    part = part_of(target)
    return Door(kind.title_in(content, id), _OPEN, rest, f"{rest.rstrip('/')}/{part}", source, part=part)


def _leaf(context: SiteContext, path: str, door: Door) -> PlannedFile:
    source = context.voices()[0]
    view = {
        "frame": Frame(title=source.say(door.title), rest="", indexed=door.indexed),
        "door": door,
        "choices": tuple(
            (
                each.code,
                each.name,
                each.direction,
                each.say(door.promise),
                context.site.url(f"{each.code}/{door.rest}") + door.part,
            )
            for each in context.languages
        ),
    }
    return PlannedFile(
        path=path,
        media_type="text/html; charset=utf-8",
        fingerprint=fingerprint_of(context.base_fingerprint, view),
        make=lambda: source.render("root.html", view),
        shared=path == "",
    )
