"""What a server would draw when asked and a site of files must have ready: codes as pixels, and the posters."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from ..domain.content import CodeEntry, Content
from ..domain.hours.asked import hours_of
from ..domain.hours.freshness import freshness_of
from ..domain.place import Place
from ..domain.public import public_content
from ..domain.subject import SUBJECTS
from ..domain.text import SOURCE
from ..edition.file import PlannedFile, fingerprint_of
from ..edition.store import Edition, EditionStore
from ..language.on_paper import sentences_digest
from ..map.basemap import Basemap
from ..pages.context import SiteContext, digest_of_place
from ..print.guard import refusals
from ..print.refusal import PosterRefused
from ..site.addresses import POSTER_LANGUAGE, Site
from ..site.codes import live_codes
from ..site.qr import payload_of, qr_png
from .sheets import Asked, Printable, draw_sheet

PDF = "application/pdf"


def paper_files(content: Content, site: Site, today: date, basemaps: Mapping[str, Basemap]) -> Iterator[PlannedFile]:
    """Yield the picture of every code in use and its posters; without a public address there is nothing to print."""
    if site.public_url is None:
        return
    context = SiteContext(public_content(content), site, basemaps)
    for entry in live_codes(context.content):
        yield _picture(site, entry.code)
        yield from _posters(context, entry, today)


def drawn(paper: Edition, store: EditionStore) -> Edition:
    """Return the paper without the posters that could not be drawn: those hold the reasons instead."""
    files = paper.files.items()
    whole = {path: stored for path, stored in files if stored.media_type != PDF or _is_pdf(store.body(stored))}
    return replace(paper, files=whole)


# Private


def _picture(site: Site, code: str) -> PlannedFile:
    payload = payload_of(site.public_url or "", code)
    return PlannedFile(f"qr/{code}.png", "image/png", fingerprint_of(payload), lambda: qr_png(payload))


def _posters(context: SiteContext, entry: CodeEntry, today: date) -> Iterator[PlannedFile]:
    for path, languages in _readers(context.site, entry.code).items():
        if not refusals(context.content, entry.kind, entry.id, languages):
            shown = fingerprint_of(languages, context.site.public_url, _shown(context, entry, languages, today))
            yield PlannedFile(path, PDF, shown, partial(_draw, context, entry, languages, today))


def _readers(site: Site, code: str) -> Mapping[str, tuple[str, ...]]:
    """Return the languages of each poster of a code, by its path."""
    seconds = {site.poster(code, lang): lang for lang in site.languages if lang != SOURCE}
    usual = (POSTER_LANGUAGE,) if POSTER_LANGUAGE in site.languages else ()
    return {path: (SOURCE, lang) for path, lang in seconds.items()} | {site.poster(code, SOURCE): (SOURCE, *usual)}


def _draw(context: SiteContext, entry: CodeEntry, languages: tuple[str, ...], today: date) -> bytes:
    printable = Printable(context.content, context.site, context.basemaps)
    try:
        return draw_sheet(printable, Asked(entry.kind, entry.id, languages, today))
    except PosterRefused as refused:
        return "\n".join(problem.tell() for problem in refused.problems).encode()


def _shown(context: SiteContext, entry: CodeEntry, languages: tuple[str, ...], today: date) -> str:
    """Return a digest of all that a poster may show, cheaper than drawing its map."""
    content = context.content
    kind = SUBJECTS[entry.kind]
    subject = kind.of(content)[entry.id]
    places, walks = kind.places(content, subject), kind.walks(content, subject)
    return fingerprint_of(
        [digest_of_place(place) for place in places],
        [_is_old(content, place, today) for place in places],
        [*walks, kind.is_past(content, subject, today)],
        [(territory, len(content.public_walks(territory.id))) for territory in kind.homes(content, subject)],
        [each.text_digest(kind.key(entry.id)) for each in context.voices() if each.lang in languages],
        [(context.words_digests[lang], sentences_digest(lang)) for lang in languages],
        context.categories_digest,
        [basemap.digest for basemap in context.basemaps.values()],
    )


def _is_old(content: Content, place: Place, today: date) -> bool:
    age = freshness_of(hours_of(place), content.categories)
    return age is not None and age.due < today


def _is_pdf(body: bytes) -> bool:
    return body.startswith(b"%PDF-")
