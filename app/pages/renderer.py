"""One renderer a language: templates, the catalogue of the interface, and the formats of CLDR.

`source_digest` covers every file that shapes a page, so that a page is made again when any of them changes.
"""

import json
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context
from markupsafe import Markup

from app.language.language import Language

from ..language.catalogues import TRANSLATIONS, translate_phone_messages
from ..language.isolates import isolate_latin
from ..language.names import direction_of, name_of
from ..language.phone import TOPICS
from ..language.typography import keep_page_together
from ..language.wordings import wordings_now
from ..site.addresses import Site
from ..site.headers import policy_of_a_page
from ..site.page_styles import page_styles
from .compiled import CompiledTemplates
from .in_french import mark_french, tell_french_apart

_APP = Path(__file__).resolve().parents[1]
TEMPLATES = _APP / "templates"
_LOGO = _APP / "static" / "img" / "logo.svg"
_MAKERS = ("domain", "language", "map", "pages", "site")
"""The rooms whose code decides what a page says."""


COMPILED = CompiledTemplates(Path(__file__).read_bytes())
"""The templates compiled so far: for all languages, only the globals they run with differ."""


class _Context(Context):
    """Calls what templates call, ten thousand times a page of cards: none of ours asks for the context, and to look
    whether one does takes as long as the calls."""

    def call(self, function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        for name in kwargs and ("_block_vars", "_loop_vars"):  # what Jinja adds for those that would
            kwargs.pop(name, None)
        return function(*args, **kwargs)


class _Environment(Environment):
    """Templates share one dictionary of globals: what they import is then the same module for every page."""

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return super().make_globals(d) if d else self.globals


_CACHED_MACROS = {
    "partials/icon.html": ("icon",),
    "partials/text.html": ("proper",),
    "partials/status.html": ("status",),
}
"""Macros that say the same for the same arguments, and that every page calls by the dozen."""


class Renderer:
    """Makes pages in one language from the templates."""

    def __init__(self, language: Language, site: Site) -> None:
        self.language = tell_french_apart(language)
        self._read = language
        self._site = site

    def render(self, template: str, view: Mapping[str, Any]) -> bytes:
        """Return the bytes of a page."""
        html = keep_page_together(self._environment.get_template(template).render(view))
        return mark_french(html, self.language.direction).encode()

    @cached_property
    def _environment(self) -> Environment:
        environment = _Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            bytecode_cache=COMPILED,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        environment.globals |= self._globals() | self._gettext()
        # What stands at the foot of every page of a language is made once.
        environment.globals["foot"] = environment.get_template("partials/foot.html").module
        for template, macros in _CACHED_MACROS.items():
            module = environment.get_template(template).module
            for macro in macros:
                # By type too: "&" as plain text is escaped, the same letter of our own markup is not.
                setattr(module, macro, lru_cache(maxsize=2048, typed=True)(getattr(module, macro)))
        return environment

    def _gettext(self) -> dict[str, Any]:
        """Return gettext functions that escape their values, as the `newstyle` ones of Jinja but without a context."""
        language = self.language
        known: dict[str, Markup] = {}

        def gettext(message: str, **values: object) -> Markup:
            if message not in known:
                known[message] = Markup(language.translations.gettext(message))  # noqa: S704 - our own catalogue
            return known[message] % values if values else known[message]

        def ngettext(singular: str, plural: str, num: int, **values: object) -> Markup:
            form = Markup(language.translations.ngettext(singular, plural, num))  # noqa: S704 - our own catalogue
            return form % {"num": language.formats.number(num), **values}

        return {"_": gettext, "gettext": gettext, "ngettext": ngettext}

    @lru_cache(maxsize=256)  # of all languages  # noqa: B019 - a renderer lives as long as the process
    def _messages_of(self, topic: str) -> Markup:
        """Return the block of a topic's sentences; `page/messages.js` reads every block of a page."""
        said = translate_phone_messages(TOPICS[topic], self._read.code, self._read.translations)
        return Markup('<script type="application/json" data-messages>%s</script>') % data_block(said)

    def _globals(self) -> dict[str, Any]:
        language, site = self.language, self._site
        return {
            "lang": language.code,
            "dir": language.direction,
            "direction_of": lru_cache(maxsize=64)(direction_of),
            "isolate_latin": lru_cache(maxsize=2048)(isolate_latin),
            "languages": [(code, name_of(code), direction_of(code)) for code in site.languages],
            "site": site,
            "policy": policy_of_a_page(),
            "styles": page_styles(),
            "url": site.url,
            "fmt": language.formats,
            "data_block": data_block,
            "messages_of": self._messages_of,
            "say_count": language.say_count,
            "logo": _logo(),
            "chunks": sorted(path for path in site.assets if path.startswith("static/gen/chunks/chunk-")),
        }


@lru_cache(maxsize=1)
def _logo() -> Markup:
    """The mark, inline: it costs every page less than a request of its own."""
    drawing = " ".join(_LOGO.read_text(encoding="utf-8").split())
    return Markup(drawing.replace("<svg ", '<svg class="logo" aria-hidden="true" ', 1))  # noqa: S704 - our own file


def data_block(value: object) -> Markup:
    """Return JSON that may stand inside `<script type="application/json">`: no `<`, `>` or `&` in it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # The three are escaped below: nothing can close the element.
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def source_digest(languages: Sequence[str], translations: Path = TRANSLATIONS) -> str:
    """Return a digest of the templates, their styles, the code that fills them and the catalogues of `languages`."""
    digest = _program().copy()
    for path in [translations / lang / "LC_MESSAGES" / "messages.po" for lang in languages]:
        digest.update(path.name.encode())
        digest.update(path.read_bytes() if path.exists() else b"")
    digest.update("".join(page_styles().values()).encode())
    digest.update(wordings_now().digest.encode())
    found: str = digest.hexdigest()
    return found[:32]


@lru_cache(maxsize=1)
def _program() -> Any:
    """Return the hash of the templates and the code, begun: a program that runs does not change under its feet."""
    digest = sha256()
    code = [file for room in _MAKERS for file in (_APP / room).rglob("*.py")]
    for path in sorted([*TEMPLATES.rglob("*.html"), *code]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest
