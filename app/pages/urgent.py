"""Help that is nobody's place: emergency numbers, a sick child, care without papers, just looking, who interprets.

Numbers: "Quels sont les numéros en cas d’urgence et les numéros d’écoute ?", Direction de l’information légale et
administrative (service-public.fr, F33954), 22 July 2024. Care: Code de l’action sociale et des familles, art. L. 251-1
(AME); Code de la santé publique, art. L. 6111-1-3 (PASS) and L. 2112-2 (PMI).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..domain.text import N_, Text
from ..edition.file import PlannedFile
from .cards import ThemeLink, theme_links
from .context import Crumb, Frame, PageContext

PATH = "help"
HEALTH = "sante"
"""The theme whose places are offered from here, in contents that have it."""

CHECKED = date(2024, 7, 22)
"""The day of the official list that the numbers were read from."""


@dataclass(frozen=True)
class Number:
    """A number that is free everywhere in France, day and night; `scheme` is how a phone reaches it."""

    digits: str
    words: str
    scheme: str = "tel"


URGENT = (
    Number("112", N_("Toute urgence, partout en Europe.")),
    Number("15", N_("Quelqu’un va très mal, ou il faut un médecin tout de suite (Samu).")),
    Number("18", N_("Feu, accident, personne blessée (pompiers).")),
    Number("17", N_("Violence, agression, vol en cours (police).")),
    Number("114", N_("Par SMS : pour qui n’entend pas, ou ne peut pas parler."), "sms"),
)
LISTENING = (
    Number("119", N_("Un enfant est en danger.")),
    Number("3919", N_("Femmes victimes de violences : on vous écoute, sans donner votre nom.")),
    Number("115", N_("Pas d’endroit où dormir ce soir.")),
    Number("3114", N_("Idées de suicide, pour vous ou pour quelqu’un d’autre.")),
)


def urgent_file(context: PageContext) -> PlannedFile:
    """Return the page of a language."""
    title = context.say("Urgences et aide")
    view = {
        "frame": Frame(
            title=title,
            rest=PATH,
            description=context.say("Les numéros d’urgence gratuits, un enfant malade, se soigner sans papiers."),
            crumbs=(Crumb(context.say("Accueil"), context.site.home(context.lang)), Crumb(title)),
        ),
        "groups": groups_of(context),
        "checked": CHECKED,
        "lists": tuple(_lists(context)),
    }
    return context.page(PATH, "urgent.html", view, lambda: view)


def groups_of(context: PageContext) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """Return the numbers under their two titles: digits, how a phone reaches them, and what for."""
    return tuple(
        (context.say(words), tuple((n.digits, n.scheme, context.say(n.words)) for n in numbers))
        for words, numbers in ((N_("En danger maintenant"), URGENT), (N_("Parler à quelqu’un"), LISTENING))
    )


# Private


def _lists(context: PageContext) -> Iterator[tuple[Text, ThemeLink]]:
    """Yield each territory with its places for health; none where the tree of categories has another theme for them."""
    for territory in context.content.territories.values():
        health = next((link for link in theme_links(context, territory) if link.id == HEALTH), None)
        if health is not None:
            yield context.territory_name(territory), health
