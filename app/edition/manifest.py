"""The web app manifest: what a phone needs to install the site, one a language and one at the root."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from ..domain.content import Content
from ..domain.public import PublicContent
from ..domain.territory import Territory
from ..domain.text import N_, SOURCE
from ..language.language import Language
from ..site.addresses import Site
from .file import PlannedFile, fingerprint_of

NAME = "À deux pas"
THEME_COLOR = "#0a5c63"
BACKGROUND_COLOR = "#fcf9f3"
ICON_SIZES = (192, 512)

_DESCRIPTION = N_("Les lieux utiles et les balades du quartier, même sans connexion.")
_MAP = N_("Carte")
_WALKS = N_("Balades")
# Launchers show four shortcuts at most.
_SHORTCUTS = 4


def manifest_files(content: PublicContent, site: Site) -> Iterator[PlannedFile]:
    """Yield `manifest.webmanifest` at the root (French, opening on the choice of language) and one a language."""
    yield _leaf("manifest.webmanifest", describe_app(content, site, SOURCE, start=""))
    for lang in site.languages:
        yield _leaf(f"{lang}/manifest.webmanifest", describe_app(content, site, lang, start=site.home(lang)))


def describe_app(content: Content, site: Site, lang: str, *, start: str) -> dict[str, Any]:
    """Return the manifest in one language; every language is the same app (`id`)."""
    language = Language.read(lang)
    return {
        "id": site.url(),
        "name": NAME,
        "short_name": NAME,
        "description": language.say(_DESCRIPTION),
        "lang": lang,
        "dir": language.direction,
        "start_url": site.url(start),
        "scope": site.url(),
        "display": "standalone",
        "theme_color": THEME_COLOR,
        "background_color": BACKGROUND_COLOR,
        "categories": ["navigation", "education", "social"],
        "icons": list(_icons(site)),
        "shortcuts": list(_shortcuts(content, site, language))[:_SHORTCUTS],
    }


def _leaf(path: str, manifest: dict[str, Any]) -> PlannedFile:
    body = json.dumps(manifest, ensure_ascii=False, separators=(",", ":")).encode()
    return PlannedFile(path, "application/manifest+json", fingerprint_of(manifest), lambda: body)


def _icons(site: Site) -> Iterator[dict[str, str]]:
    for size in ICON_SIZES:
        for file, purpose in (("icon", "any"), ("maskable", "maskable")):
            source = site.url(f"static/gen/icons/{file}-{size}.png")
            yield {"src": source, "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def _shortcuts(content: Content, site: Site, language: Language) -> Iterator[dict[str, str]]:
    territories = list(content.territories.values())
    if len(territories) == 1:
        yield from _shortcuts_of_one(content, site, language, territories)
        return
    for territory in territories:
        yield {
            "name": _name(content, language, territory),
            "url": site.url(site.territory(language.code, territory.id)),
        }


def _shortcuts_of_one(
    content: Content, site: Site, language: Language, territories: Sequence[Territory]
) -> Iterator[dict[str, str]]:
    for territory in territories:
        code = language.code
        yield {"name": _name(content, language, territory), "url": site.url(site.territory(code, territory.id))}
        yield {"name": language.say(_MAP), "url": site.url(site.map(code, territory.id))}
        yield {"name": language.say(_WALKS), "url": site.url(site.walks(code, territory.id))}


def _name(content: Content, language: Language, territory: Territory) -> str:
    return content.texts.of(f"territory:{territory.id}/name", territory.name, language.code).words
