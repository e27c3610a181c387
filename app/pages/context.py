"""What every page of an edition shares: the content, the site, the languages, and how a page becomes a planned file."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ..cache import Cache, once_each
from ..domain.place import Place
from ..domain.plan import Plan
from ..domain.public import PublicContent
from ..domain.territory import Territory
from ..domain.text import SOURCE, Text, TextState
from ..edition.bundles import PlannedFiles
from ..edition.file import PlannedFile, fingerprint_of
from ..edition.groups import GROUPS, Parts
from ..edition.groups import Plan as Planned
from ..language.language import Language
from ..map.basemap import Basemap
from ..site.addresses import Site
from .neighbours import Neighbours
from .renderer import Renderer, source_digest
from .shown import Shown, shown_in
from .text_digests import digest_of_subjects, digests_by_subject, words_digest


@dataclass(frozen=True)
class Crumb:
    """A step of the breadcrumb; the last one has no address. `lang` is set when it is not the page's."""

    words: str
    path: str | None = None
    lang: str = ""


@dataclass(frozen=True)
class Frame:
    """What the layout needs to know of a page; `rest` is its path below the language."""

    title: str
    rest: str
    description: str = ""
    crumbs: tuple[Crumb, ...] = ()
    territory: str = ""
    section: str = ""
    has_map: bool = False
    indexed: bool = True


@dataclass(frozen=True)
class Paper:
    """Where the code to scan and the poster of a page are, and the code itself; empty when there is none."""

    qr: str = ""
    poster: str = ""
    code: str = ""


View = Mapping[str, Any]

_RENDERERS = Cache()
"""The last ones: the next edition has the same site and the same templates."""


@dataclass(frozen=True)
class SiteContext:
    """The content and the site of an edition, what lies under its territories, and one renderer a language."""

    content: PublicContent
    site: Site
    basemaps: Mapping[str, Basemap]
    memory: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages of the site, read once."""
        return tuple(renderer.language for renderer in self._renderers.values())

    @cached_property
    def _renderers(self) -> Mapping[str, Renderer]:
        site = self.site
        found: Mapping[str, Renderer] = _RENDERERS.take(
            "renderers", (site, self._sources), lambda: {c: Renderer(Language.read(c), site) for c in site.languages}
        )
        return found

    @cached_property
    def _sources(self) -> str:
        return source_digest(self.site.languages)

    @cached_property
    def _base(self) -> str:
        languages, site = [*self.site.languages], self.site
        return fingerprint_of(self._sources, languages, site.base, site.public_url, site.is_static)

    def voices(self) -> tuple["PageContext", ...]:
        """Return what the pages of each language share, the source first."""
        # Not kept here: what holds its holder would stay in memory until somebody looks for such circles.
        return tuple(PageContext(self, renderer) for renderer in self._renderers.values())

    @property
    def base_fingerprint(self) -> str:
        """What every page depends on: templates, code, catalogues and addresses."""
        return self._base

    def remember(self, key: Any, make: Callable[[], Any]) -> Any:
        """Return what was made for this key before, or make it now."""
        if key not in self.memory:
            self.memory[key] = make()
        return self.memory[key]

    @cached_property
    def text_digests(self) -> Mapping[str, Mapping[str, str]]:
        """By language, a digest of all texts of each subject (`place:abc`)."""
        texts = self.content.texts.by_language
        return {each.code: digests_by_subject(each.code, texts.get(each.code, {})) for each in self.languages}

    def together(self, kind: str, language: Language, territory: Territory, plan: Planned) -> PlannedFiles:
        """Return files of a territory: those of the plan before while all that they may show is the same."""
        return GROUPS.take((kind, language.code, territory.id), self.shows(language, territory), plan)

    def in_parts(self, kind: str, language: Language, territory: Territory, parts: Parts) -> PlannedFiles:
        """Return files of a territory so, and where something is not the same, those of each part."""
        return GROUPS.take_parts((kind, language.code, territory.id), self.shows(language, territory), parts)

    def shows(self, language: Language, territory: Territory) -> tuple[Shown, str]:
        """Return all that pages of a territory may show in a language."""
        shown: tuple[Shown, str] = self.remember(
            ("shows", language.code, territory.id),
            lambda: (self.shown_in(territory), self.texts_digest(language, territory)),
        )
        return shown

    def texts_digest(self, language: Language, territory: Territory) -> str:
        """Return a digest of all texts that pages of a territory may show in a language."""
        subjects = self.shown_in(territory).subjects
        said = digest_of_subjects((language.code, territory.id), self.text_digests[language.code], subjects)
        return f"{said} {self.words_digests[language.code]}"

    def shown_in(self, territory: Territory) -> Shown:
        """Return what the pages of a territory show, its words apart."""
        frame = (self._base, self.site, self.categories_digest)
        shown: Shown = self.remember(
            ("shown", territory.id),
            lambda: shown_in(self.content, territory, self.basemaps[territory.id], self.neighbours, frame),
        )
        return shown

    @cached_property
    def neighbours(self) -> Neighbours:
        """Which places share a door or a pavement."""
        return Neighbours(self.content)

    @cached_property
    def words_digests(self) -> Mapping[str, str]:
        """By language, a digest of the texts that any page may show: categories, territories, holidays."""
        digests = self.text_digests
        return {lang: words_digest(lang, by_subject) for lang, by_subject in digests.items()}

    @cached_property
    def categories_digest(self) -> str:
        """A digest of the category tree."""
        categories = self.content.categories
        return fingerprint_of(list(categories.all.values()), list(categories.needs))

    def plan_under(self, territory: Territory | None) -> Plan:
        """Return the streets that the drawings of a territory show; those of the street plan outside of all."""
        return self.basemaps[territory.id].plan if territory else self.content.plan

    def notice_under(self, territory: Territory | None) -> str:
        """Return where the map of a territory comes from: it is named wherever the map is shown."""
        return self.basemaps[territory.id].notice if territory else self.content.plan.notice

    def basemap_digest(self, territory: Territory | None) -> tuple[str, str]:
        """Return a digest of what the pages of a territory show of its basemap."""
        return self.plan_under(territory).digest, self.notice_under(territory)

    def themes_of(self, place: Place) -> frozenset[str]:
        """Return the themes of a place, through all its categories."""
        theme_of, kinds = self.content.categories.theme_of, place.categories
        themes: frozenset[str] = self.remember(("themes of", kinds), lambda: frozenset(theme_of(c).id for c in kinds))
        return themes

    def is_practical(self, place: Place) -> bool:
        """Tell whether a place belongs to the practical layer only."""
        practical: bool = self.remember(("practical", place.categories), lambda: self.content.is_practical(place))
        return practical

    def practical_count(self, territory: Territory) -> int:
        """Return how many places of the practical layer a territory has."""
        places = self.content.public_places(territory.id)
        count: int = self.remember(("practical in", territory.id), lambda: sum(map(self.is_practical, places)))
        return count

    def school_of(self, territory: Territory) -> Place | None:
        """Return the school that anchors a territory, when families may see it."""
        school = self.content.places.get(territory.school or "")
        return school if school is not None and school.is_public else None


@dataclass(frozen=True)
class PageContext:
    """What the pages of one language share: all that the whole site does, and the language that they speak."""

    shared: SiteContext
    _renderer: Renderer = field(repr=False)

    @property
    def language(self) -> Language:
        """The language of the pages."""
        return self._renderer.language

    @property
    def lang(self) -> str:
        """The code of the language, as addresses begin with it."""
        return self._renderer.language.code

    @property
    def content(self) -> PublicContent:
        """All that families may see."""
        return self.shared.content

    @property
    def site(self) -> Site:
        """The site that the edition is made for, and its addresses."""
        return self.shared.site

    @property
    def basemaps(self) -> Mapping[str, Basemap]:
        """What lies under each territory."""
        return self.shared.basemaps

    def say(self, message: str, **values: object) -> str:
        """Return a sentence of the interface in the language of the pages."""
        return self.language.say(message, **values)

    def say_count(self, singular: str, plural: str, count: int, **values: object) -> str:
        """Return a sentence that counts in the language of the pages."""
        return self.language.say_count(singular, plural, count, **values)

    def page(
        self, rest: str, template: str, seen: object, build: Callable[[], View], *, subject: str = ""
    ) -> PlannedFile:
        """Return the planned file of a page: `seen` is all that it shows, `build` makes its view when it is needed.

        `subject` is what it is about, of a page that others lead to.
        """
        return PlannedFile(
            path=f"{self.lang}/{rest}",
            media_type="text/html; charset=utf-8",
            fingerprint=fingerprint_of(self.shared.base_fingerprint, self.lang, template, seen),
            make=lambda: self.render(template, build()),
            subject=subject,
        )

    def together(self, kind: str, territory: Territory, plan: Planned) -> PlannedFiles:
        """Return files of a territory, those of the plan before while all that they may show is the same."""
        return self.shared.together(kind, self.language, territory, plan)

    def render(self, template: str, view: View) -> bytes:
        """Return the bytes of a page."""
        return self._renderer.render(template, view)

    def text(self, key: str, source: str | None) -> Text:
        """Return a text of the content in the language of the pages."""
        return self.content.texts.of(key, source, self.lang)

    def text_digests(self, places: Iterable[Place]) -> tuple[str, ...]:
        """Return a digest of all texts of each place in the language of the pages."""
        digests = self.shared.text_digests[self.lang]
        return tuple([digests.get(f"place:{place.id}", "") for place in places])

    def text_digest(self, subject: str) -> str:
        """Return a digest of all texts of a subject (`place:abc`) in the language of the pages."""
        return self.shared.text_digests[self.lang].get(subject, "")

    def paper(self, code: str | None) -> Paper:
        """Return what a page may offer on paper for a short code."""
        site = self.site
        if not code:
            return Paper()
        qr, poster = (
            site.url(path) if site.has_paper(path) else "" for path in (site.qr(code), site.poster(code, self.lang))
        )
        return Paper(qr, poster, code)

    def territory_name(self, territory: Territory) -> Text:
        """Return the name of a territory in the language of the pages."""
        return self.text(f"territory:{territory.id}/name", territory.name)


@once_each
def digest_of_place(place: Place) -> str:
    """Return a digest of all that is known of a place."""
    return fingerprint_of(place)


def is_drafted(text: Text) -> bool:
    """Tell whether a machine wrote these words and nobody read them again, or the French changed since."""
    return text.lang != SOURCE and text.state in (TextState.MACHINE, TextState.OUTDATED)
