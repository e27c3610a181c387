"""`/desk/translations`: what the map says in other languages: how far each is, and one text beside its French."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any
from urllib.parse import quote, urlencode

from flask import Response, request
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as WerkzeugResponse

from ...domain.fault import Fault
from ...domain.person import ROLES
from ...domain.text import N_, SOURCE, TextState
from ...domain.translating import Doubt, typed_words
from ...domain.wording import LEADER, MESSAGES, POSTERS, TEXTS, forms_of, typed_forms
from ...language.catalogues import plural_examples
from ...language.names import direction_of, is_served, name_of
from ...library.desk.entries import Entry
from ...library.desk.translating import Given, keep_translations, save_translation, sign_language
from ...library.desk.translations import CATALOGUES, Wanted, read_case, read_listing, read_progress
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

THEMES: Mapping[str, str] = {
    "walk": N_("Balades"),
    "words": N_("Mots de toutes les pages"),
    "families": N_("Pages des familles"),
    "kiosk": N_("Kiosque"),
    "paper": N_("Feuilles imprimées"),
    "desk": N_("Bureau"),
    "commands": N_("Commandes et fichiers"),
}
"""What themes are called that are no category, and the parts of the product that say its sentences."""

NAMES: Mapping[str, str] = {
    TEXTS: N_("Ce que disent les fiches"),
    LEADER: N_("Notes pour mener"),
    MESSAGES: N_("Boutons et phrases du site"),
    POSTERS: N_("Phrases des feuilles imprimées"),
}
"""What catalogues are called."""


@blueprint.get("/translations")
def list_languages() -> Response:
    """Show how far each language is."""
    progress = read_progress(frame.person(), languages())
    by_language = [(lang, list(each)) for lang, each in groupby(progress, lambda each: each.language)]
    return frame.show("translations", progress=by_language, **_spoken())


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
    case = read_case(frame.person(), lang, key, _wanted())
    typed, following = _typed(case.entry), case.after
    given = Given(typed, request.form.get("version", ""), "reviewed" in request.form, "sure" in request.form)
    if not typed.strip():
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
    progress = read_progress(person, languages()) if "all" in request.form else []
    others = [each.language for each in progress]
    following = read_case(person, lang, key, _wanted()).after
    keep_translations(person, list(dict.fromkeys([lang, *others])), key, request.form.get("version", ""))
    return _go_on(lang, following)


@blueprint.post("/translations/<lang>/signed")
def sign(lang: str) -> WerkzeugResponse:
    """Sign a language off: pages no longer say that a machine wrote it."""
    require_language(lang)
    if "sure" not in request.form:
        return frame.show("refused", 422, sentence=frame.say(_UNSURE))
    catalogue = asked_catalogue(request.form)
    sign_language(frame.person(), lang, catalogue, settings().edition_date)
    return frame.move(list_path(lang, catalogue, TextState.REVIEWED))


def require_language(lang: str) -> None:
    """Answer 404 for French, and for what is no language."""
    if lang == SOURCE or not is_served(lang):
        raise NotFound


def asked_catalogue(said: Mapping[str, str]) -> str:
    """Return the catalogue that an address or a form names; that of the texts where it names none of ours."""
    found = said.get("catalogue", TEXTS)
    return found if found in CATALOGUES else TEXTS


def list_path(lang: str, catalogue: str, state: str) -> str:
    """Return the path below the desk of the texts of a catalogue that are in a state."""
    return f"translations/{lang}?{urlencode(Wanted(catalogue, state).query)}"


def target_view(lang: str) -> dict[str, Any]:
    """Return what templates say of the language that is translated into."""
    return {"target": lang, "target_name": name_of(lang), "target_dir": direction_of(lang)}


# Private

_EMPTY = N_("Écrivez la traduction : un texte vide n’efface rien.")
_UNSURE = N_("Cochez d’abord que des personnes ont relu cette langue.")


def _typed(entry: Entry) -> str:
    """Return what was typed for a text: one box, or one for each plural form."""
    if not entry.is_wording:
        return typed_words(request.form.get("words", ""))
    names = ["words", *(f"words-{number}" for number in range(1, entry.forms))]
    return typed_forms(entry.french, [request.form.get(name, "") for name in names])


def _wanted() -> Wanted:
    """Return which texts somebody goes through, as the address says it."""
    found = {name: request.args.get(name, "")[:200] for name in ("state", "theme", "about", "words")}
    return Wanted(asked_catalogue(request.args), **found)


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
    words_now = next((words for words in (typed, taken) if words is not None), case.entry.words)
    view: dict[str, Any] = {
        "case": case,
        "entry": case.entry,
        "boxes": _boxes(case.entry, lang, words_now),
        "wanted": wanted,
        "sentence": sentence,
        "doubts": [(frame.say(doubt.sentence, **doubt.values), doubt.is_fault) for doubt in doubts],
        "preview": f"{lang}/{case.page}" if case.page and lang in languages() else "",
        "may_translate": frame.person().may_translate,
        "versions": [each for each in case.versions if each.field == "words" and each.before],
        "role": lambda by: frame.say(ROLES[by]) if by in ROLES else by,
        "when": lambda moment: words.moment_words(moment, frame.language()),
    }
    return frame.show("text", status, **view, **target_view(lang), **_spoken())


def _boxes(entry: Entry, lang: str, typed: str) -> list[tuple[str, str, str]]:
    """Return name, words and examples of numbers of each box: one, or one for each plural form."""
    if entry.forms == 1:
        return [("words", typed, "")]
    said = forms_of(typed) + [""] * entry.forms
    examples = plural_examples(lang)
    return [
        ("words" if number == 0 else f"words-{number}", said[number], ", ".join(examples.get(number, ())))
        for number in range(entry.forms)
    ]


def _spoken() -> dict[str, Any]:
    """Return what templates say things with."""
    return {
        "states": {str(state): frame.say(said) for state, said in STATES.items()},
        "named": lambda id, label: frame.say(THEMES[id]) if id in THEMES else label or id,
        "name_of": name_of,
        "direction_of": direction_of,
        "query": urlencode,
        "catalogues": {name: frame.say(said) for name, said in NAMES.items()},
        "forms_of": forms_of,
        "with_values": words.with_values,
    }
