"""`/desk/ask/<code>`: who works at a place says whether what we tell is true; no account, and no GET changes it."""

from base64 import b64encode
from collections.abc import Iterable, Mapping

from flask import Response, request

from ...domain.code import in_groups
from ...domain.due import Fact, facts_of
from ...domain.fault import Fault
from ...domain.place import Place
from ...domain.record import Answer, Told
from ...domain.suggestion import MOST_CHARACTERS
from ...domain.text import N_
from ...domain.verified import FactKind
from ...language.fact_words import fact_words
from ...library.content.queries import read_library
from ...library.desk.asking import LASTS, answer_asked, ask_place, read_asked
from ...site.qr import qr_svg
from ..request import settings
from . import cards, frame
from .doors import try_here

blueprint = frame.desk_blueprint("asking")


@blueprint.post("/places/<slug:id>/ask")
def ask(id: str) -> Response:
    """Make a link for who works at a place, and show it: it is told once."""
    code = ask_place(frame.person(), id)
    link = f"{settings().public_url or request.host_url.rstrip('/')}/desk/ask/{code}"
    picture = f"data:image/svg+xml;base64,{b64encode(qr_svg(link).encode()).decode()}"
    place = read_library().places[id]
    return frame.show("asked", place=place, link=link, code=in_groups(code), picture=picture, days=LASTS.days)


@blueprint.get("/ask/<code>")
def show(code: str) -> Response:
    """Show what we tell of the place; a preview opens it too, so nothing is used up."""
    try_here()
    return _show(code)


@blueprint.post("/ask/<code>")
def answer(code: str) -> Response:
    """Take what the place says of itself."""
    try_here()
    place, typed = read_asked(code).place, request.form
    facts = list(_facts(place))
    text = frame.typed(typed, "text", MOST_CHARACTERS)
    told = list(_all_true(facts) if typed.get("answer") == Answer.TRUE else _changed(facts, typed, text))
    if not told:
        return _show(code, frame.say(N_("Écrivez ce qui a changé, ou touchez « Tout est encore juste ».")), 422)
    try:
        answer_asked(code, told, text, frame.language().code)
    except Fault as fault:
        return _show(code, frame.sentence_of(fault), frame.status_of(fault))
    return frame.show("answered", place=place)


# Private


def _show(code: str, sentence: str = "", status: int = 200) -> Response:
    language, asked = frame.language(), read_asked(code)
    known = [
        (fact.path, fact_words(fact, asked.place, language), cards.fact_lines(fact, asked.place, language))
        for fact in _facts(asked.place)
    ]
    typed = request.form.to_dict()
    return frame.show("ask", status, place=asked.place, facts=known, code=code, sentence=sentence, typed=typed)


def _facts(place: Place) -> Iterable[Fact]:
    return facts_of(place, read_library().categories)


def _all_true(facts: Iterable[Fact]) -> Iterable[Told]:
    return (Told(path=fact.path, answer=Answer.TRUE, seen=fact.value) for fact in facts if fact.value)


def _changed(facts: Iterable[Fact], typed: Mapping[str, str], text: str) -> Iterable[Told]:
    """Yield what was written beside a fact; words alone are of the place as a whole."""
    found = [
        Told(path=fact.path, answer=Answer.CHANGED, seen=fact.value, wanted=wanted)
        for fact in facts
        if (wanted := frame.typed(typed, fact.path, frame.A_NOTE))
    ]
    whole = next((fact for fact in facts if fact.path == FactKind.EXISTENCE), None)
    if not found and text and whole:
        return [Told(path=whole.path, answer=Answer.CHANGED, seen=whole.value)]
    return found
