"""The page of the studio: a format, what of the quarter, in which languages, and how the sheet comes out."""

from dataclasses import dataclass

from ..domain.subject import PLACE, SUBJECTS, TERRITORY, WALK
from ..domain.territory import Territory
from ..domain.text import N_, SOURCE
from ..language.names import direction_of, name_of
from ..language.on_paper import paper_languages
from ..pages.context import Frame, PageContext
from ..pages.territories import territory_crumbs
from ..print.format import Format
from ..print.formats import format_names, read_format
from ..publish.batch import themes_within
from .choice import MOST_NUMBERED, Choice
from .now import Now
from .run_orders import kinds_of_run
from .sheets import Preview

_KINDS = {TERRITORY.name: N_("Le quartier"), PLACE.name: N_("Un lieu"), WALK.name: N_("Une balade")}


@dataclass(frozen=True)
class FormatCard:
    """A format as one chooses it; `kinds` are those of the subjects that it prints."""

    form: Format
    is_chosen: bool

    @property
    def kinds(self) -> str:
        """The kinds of subjects that it prints, for the script."""
        return " ".join(self.form.prints)

    @property
    def runs(self) -> str:
        """What it can be printed of at once, for the script."""
        return " ".join(kinds_of_run(self.form))


@dataclass(frozen=True)
class Offer:
    """Something to choose: how the form writes it, what it is called, whether it is chosen now."""

    value: str
    title: str
    is_chosen: bool


@dataclass(frozen=True)
class Offered:
    """The subjects of one kind."""

    kind: str
    label: str
    offers: tuple[Offer, ...]


def studio_page(
    now: Now, choice: Choice, seen: Preview, lang: str, *, confirmed: str = "", is_asked: bool = False
) -> bytes:
    """Return the page in a language; `confirmed` is the mark of the doubts that were confirmed before."""
    context = now.voice(lang)
    territory = now.printable.content.territories[choice.territory]
    view = {
        **page_view(context, territory, context.say("Imprimer"), choice.query),
        "choice": choice,
        "formats": tuple(FormatCard(read_format(n), n == choice.form.name) for n in format_names()),
        "offered": tuple(
            _offered(context, territory, kind, choice) for kind in (TERRITORY.name, PLACE.name, WALK.name)
        ),
        "themes": tuple(_themes(context, territory, choice)),
        "paper_languages": tuple((c, name_of(c), direction_of(c), c in choice.languages) for c in paper_languages()),
        "source": SOURCE,
        "most_numbered": MOST_NUMBERED,
        "runs": kinds_of_run(choice.form),
        "seen": seen,
        "confirmed": bool(seen.told.mark) and confirmed == seen.told.mark,
        "is_asked": is_asked,
    }
    return context.render("studio/show.html", view)


def page_view(
    context: PageContext, territory: Territory, title: str, query: str = "", path: str = ""
) -> dict[str, object]:
    """Return what every page of the studio shows: its frame, its quarter, and where it is found in other languages."""
    name = context.territory_name(territory)
    crumbs = territory_crumbs(context, territory, title)
    return {
        "frame": Frame(title=f"{title} : {name.words}", rest="", crumbs=crumbs, territory=territory.id, indexed=False),
        "territory": territory,
        "name": name,
        "here": context.site.url(f"print/{territory.id}{path}"),
        "studio": context.site.url(f"print/{territory.id}"),
        "query": query,
    }


# Private


def _offered(context: PageContext, territory: Territory, kind: str, choice: Choice) -> Offered:
    subjects = SUBJECTS[kind]
    offers = tuple(
        Offer(subjects.key(each.id), subjects.title_of(each), (kind, each.id) in choice.subjects)
        for each in subjects.within(context.content, territory.id)
    )
    return Offered(kind, context.say(_KINDS[kind]), offers)


def _themes(context: PageContext, territory: Territory, choice: Choice) -> list[Offer]:
    themes = themes_within(context.content, territory.id)
    labels = {theme.id: context.text(f"category:{theme.id}/label", theme.label).words for theme in themes}
    return [Offer(id, label, id == choice.theme) for id, label in labels.items()]
