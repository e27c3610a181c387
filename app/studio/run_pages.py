"""The pages of a run: what is about to be printed, and how far it is."""

from dataclasses import dataclass

from ..domain.subject import PLACE, WALK
from ..domain.text import NN_
from ..language.language import Language
from ..print.guard import MORE_DOUBTS, MOST_DOUBTS
from .choice import Choice
from .now import Now
from .page import page_view
from .run_orders import HANGING, THEMES, choice_of, printable_of, sheets_of_run
from .runs import Asked, Run
from .sheets import Told, doubts_of, tell_all

_OF = {
    PLACE.name: NN_("%(num)s feuille, une par lieu", "%(num)s feuilles, une par lieu"),
    WALK.name: NN_("%(num)s feuille, une par balade", "%(num)s feuilles, une par balade"),
    THEMES: NN_("%(num)s feuille, une par thème", "%(num)s feuilles, une par thème"),
    HANGING: NN_("%(num)s feuille accrochée, à remplacer", "%(num)s feuilles accrochées, à remplacer"),
}


@dataclass(frozen=True)
class Plan:
    """What a run would print: of which format (none where each sheet has its own), so many sheets, so many refused,
    and what is doubtful in all of them. `back` is where one comes from."""

    choice: Choice
    format: str
    back: str
    count: int
    refused: int
    told: Told


def plan_of(now: Now, asked: Asked, language: Language) -> Plan:
    """Return what a run would print."""
    choice, sheets = choice_of(now, asked), sheets_of_run(now, asked)
    good = printable_of(sheets)
    told = Told((), tuple(tell_all(doubts_of(good, language), language)))
    is_hanging = asked.each == HANGING
    back = f"/hanging?lang={language.code}" if is_hanging else f"?lang={language.code}&{choice.query}"
    return Plan(choice, "" if is_hanging else choice.form.title, back, len(good), len(sheets) - len(good), told)


def ask_page(now: Now, asked: Asked, plan: Plan, lang: str, *, needs_pin: bool, why: str = "") -> bytes:
    """Return the page that says what is about to be printed, and asks; `why` it was not begun."""
    context = now.voice(lang)
    territory = now.printable.content.territories[asked.territory]
    doubts = plan.told.doubts
    more = context.say_count(*MORE_DOUBTS, len(doubts) - MOST_DOUBTS) if len(doubts) > MOST_DOUBTS else ""
    usual = _OF.get(asked.each, _OF[PLACE.name])
    view = {
        **page_view(
            context, territory, context.say("Imprimer en série"), f"each={asked.each}&{plan.choice.query}", "/runs/new"
        ),
        "asked": asked,
        "plan": plan,
        "what": context.say_count(*usual, plan.count),
        "fields": [(name, value) for name, values in asked.fields.items() for value in values if value],
        "doubts": [*doubts[:MOST_DOUBTS], *([more] if more else [])],
        "needs_pin": needs_pin,
        "why": why,
    }
    return context.render("studio/run_ask.html", view)


def run_page(now: Now, run: Run, lang: str) -> bytes:
    """Return the page of a run: how far it is, its file, or why there is none."""
    context = now.voice(lang)
    territory = now.printable.content.territories[run.territory]
    view = {**page_view(context, territory, context.say("Imprimer en série"), "", f"/runs/{run.id}"), "run": run}
    return context.render("studio/run.html", view)
