"""`/desk/translations`: what the map says in other languages: how far each is, and one text beside its French."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

from flask import Response, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.person import ROLES
from ...domain.text import N_, SOURCE, TextState
from ...domain.translating import Doubt, typed_words
from ...language.catalogues import TRANSLATIONS
from ...language.completing import Share, catalogue_path, interface_share
from ...language.names import direction_of, is_served, name_of
from ...library.desk.translating import Given, keep_translations, save_translation, sign_language
from ...library.desk.translations import Wanted, read_case, read_listing, read_progress
from ...settings import ROOT
from ..request import languages, settings
from . import frame, words

blueprint = frame.desk_blueprint("translations")

STATES: Mapping[str, str] = {
    TextState.MISSING: N_("À traduire"),
    TextState.OUTDATED: N_("Le français a changé"),
    TextState.TO_REVIEW: N_("À relire"),
    TextState.MACHINE: N_("Brouillon de machine"),
    TextState.REVIEWED: N_("Relu"),
}
"""What states are called, the most urgent first."""

THEMES: Mapping[str, str] = {"walk": N_("Balades"), "words": N_("Mots de toutes les pages")}
"""What themes are called that are no category."""


@blueprint.get("/translations")
def list_languages() -> Response:
    """Show how far each language is."""
    progress = read_progress(frame.person(), languages())
    stamps = tuple(sorted((str(po), po.stat().st_mtime_ns) for po in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")))
    shares = {each.language: _share(each.language, stamps) for each in progress}
    return frame.show("translations", progress=progress, shares=shares, **_spoken())


@blueprint.get("/translations/<lang>")
def list_texts(lang: str) -> Response:
    """Show the texts of a language: those of a state, a theme, a place."""
    require_language(lang)
    page, wanted = max(1, request.args.get("page", 1, type=int)), _wanted()
    listing = read_listing(frame.person(), lang, wanted, page)
    return frame.show(
        "texts", listing=listing, wanted=wanted, page=min(page, listing.pages), **target_view(lang), **_spoken()
    )


@blueprint.get("/translations/<lang>/text/<path:key>")
def show(lang: str, key: str) -> Response:
    """Show one text beside its French."""
    return _show(lang, key)


@blueprint.post("/translations/<lang>/text/<path:key>")
def save(lang: str, key: str) -> WerkzeugResponse:
    """Write one translation, and go on to the next; what cannot be taken is shown again with all that was typed."""
    require_language(lang)
    typed = typed_words(request.form.get("words", ""))
    given = Given(typed, request.form.get("version", ""), "reviewed" in request.form, "sure" in request.form)
    following = read_case(frame.person(), lang, key, _wanted()).after
    if not typed:
        return _show(lang, key, typed, frame.say(_EMPTY), status=422)
    try:
        saved = save_translation(frame.person(), lang, key, given, settings().edition_date)
    except Fault as fault:
        return _show(lang, key, typed, frame.sentence_of(fault), status=frame.status_of(fault))
    if saved.doubts:
        return _show(lang, key, typed, doubts=saved.doubts, status=422)
    return _go_on(lang, following)


@blueprint.post("/translations/<lang>/kept/<path:key>")
def keep(lang: str, key: str) -> WerkzeugResponse:
    """Say that the French changed without changing what it means: in this language, or in all."""
    require_language(lang)
    person = frame.person()
    others = [each.language for each in read_progress(person, languages())] if "all" in request.form else []
    following = read_case(person, lang, key, _wanted()).after
    keep_translations(person, list(dict.fromkeys([lang, *others])), key, request.form.get("version", ""))
    return _go_on(lang, following)


@blueprint.post("/translations/<lang>/signed")
def sign(lang: str) -> WerkzeugResponse:
    """Sign a language off: pages no longer say that a machine wrote it."""
    require_language(lang)
    if "sure" not in request.form:
        return frame.show("refused", 422, sentence=frame.say(_UNSURE))
    sign_language(frame.person(), lang, settings().edition_date)
    return frame.move(f"translations/{lang}?state={TextState.REVIEWED}")


def require_language(lang: str) -> None:
    """Answer 404 for French, and for what is no language."""
    if lang == SOURCE or not is_served(lang):
        raise NotFound


def target_view(lang: str) -> dict[str, Any]:
    """Return what templates say of the language that is translated into."""
    return {"target": lang, "target_name": name_of(lang), "target_dir": direction_of(lang)}


# Private

_EMPTY = N_("Écrivez la traduction : un texte vide n’efface rien.")
_UNSURE = N_("Cochez d’abord que des personnes ont relu cette langue.")


@lru_cache(maxsize=64)
def _share(lang: str, _stamps: tuple[tuple[str, int], ...]) -> Share:
    """Return how much of the interface is in a language; counted again once a catalogue has changed."""
    return interface_share(ROOT / catalogue_path(lang))


def _wanted() -> Wanted:
    """Return which texts somebody goes through, as the address says it."""
    found = {name: request.args.get(name, "")[:200] for name in ("state", "theme", "about", "words")}
    return Wanted(**found)


def _go_on(lang: str, key: str) -> WerkzeugResponse:
    """Lead to the next text of the list, or back to it after the last."""
    query = urlencode(_wanted().query)
    return frame.move(f"translations/{lang}{'/text/' + quote(key) if key else ''}{'?' + query if query else ''}")


def _show(
    lang: str,
    key: str,
    typed: str | None = None,
    sentence: str = "",
    *,
    doubts: tuple[Doubt, ...] = (),
    status: int = 200,
) -> Response:
    require_language(lang)
    wanted = _wanted()
    case = read_case(frame.person(), lang, key, wanted)
    again = request.args.get("again", 0, type=int)
    taken = next(
        (version.before for version in case.versions if version.id == again and version.field == "words"), None
    )
    view: dict[str, Any] = {
        "case": case,
        "entry": case.entry,
        "wanted": wanted,
        "typed": case.entry.words if typed is None and taken is None else taken if typed is None else typed,
        "sentence": sentence,
        "doubts": [(frame.say(doubt.sentence, **doubt.values), doubt.is_fault) for doubt in doubts],
        "preview": f"{lang}/{case.page}" if case.page and lang in languages() else "",
        "may_translate": frame.person().may_translate,
        "versions": [each for each in case.versions if each.field == "words" and each.before],
        "role": lambda by: frame.say(ROLES[by]) if by in ROLES else by,
        "when": lambda moment: words.moment_words(moment, frame.language()),
    }
    return frame.show("text", status, **view, **target_view(lang), **_spoken())


def _spoken() -> dict[str, Any]:
    """Return what templates say things with."""
    return {
        "states": {str(state): frame.say(said) for state, said in STATES.items()},
        "named": lambda id, label: frame.say(THEMES[id]) if id in THEMES else label or id,
        "name_of": name_of,
        "direction_of": direction_of,
        "query": urlencode,
    }
