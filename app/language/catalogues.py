"""The catalogues of the interface: compiling them, reading them, and the share of it that phones get."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations

from ..domain.placeholders import wrong_placeholders
from ..domain.po import unclosed_line
from ..domain.text import plain_message
from ..domain.wording import MESSAGES
from .names import locale_of
from .wordings import worded, wordings_now

TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"

_DOMAIN = "messages"
# CLDR: French says "many" from a million on; every other category shows up before 200. 1 before 0: without a
# catalogue gettext reasons in English, where 0 is a plural.
_SAMPLES = (1, 0, *range(2, 201), 10**6)
_EXAMPLES = 4


def compile_messages(folder: Path = TRANSLATIONS) -> list[Path]:
    """Compile every `messages.po` newer than its `.mo`; entries marked fuzzy stay out. Return what was written."""
    sources = sorted(folder.glob(f"*/LC_MESSAGES/{_DOMAIN}.po"))
    stale = [po for po in sources if _is_newer(po, po.with_suffix(".mo"))]
    for po in stale:
        po.with_suffix(".mo").write_bytes(_compiled(po))
    return [po.with_suffix(".mo") for po in stale]


def read_messages(lang: str, folder: Path = TRANSLATIONS) -> NullTranslations:
    """Return the catalogue of a language: its compiled form, or its source where that is younger."""
    po = folder / lang / "LC_MESSAGES" / f"{_DOMAIN}.po"
    return _read(lang, po, _stamp(po), _stamp(po.with_suffix(".mo")), wordings_now().digest)


def read_catalogue(po: Path, lang: str = "") -> Catalog | int:
    """Return the catalogue of a language (the one its folder bears), or the number of the first line that cannot be
    read.

    A command counts and checks each a dozen times, and reading one takes a tenth of a second: it is read once as long
    as it says the same, and only looked at. Who changes it takes a `catalogue_of_its_own`.
    """
    return _catalogue(po, lang, _known)


def catalogue_of_its_own(po: Path, lang: str = "") -> Catalog | int:
    """Return what `read_catalogue` does, to be changed."""
    return _catalogue(po, lang, _parsed)


def can_be_said(message: Message) -> bool:
    """Tell whether a sentence is said as it is translated; French is better than a wrong value, or half of the forms.

    `adeuxpas check` names the wrong values.
    """
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and not wrong_placeholders(message.id, message.string)


def _catalogue(po: Path, lang: str, read: Callable[[str, str], Catalog | int]) -> Catalog | int:
    try:
        return read(po.read_text(encoding="utf-8-sig"), (lang or po.parts[-3]).replace("-", "_"))
    except UnicodeDecodeError as error:
        return po.read_bytes()[: error.start].count(b"\n") + 1


def _parsed(text: str, locale: str) -> Catalog | int:
    try:
        return unclosed_line(text) or read_po(text.splitlines(keepends=True), locale, _DOMAIN, abort_invalid=True)
    except PoFileError as error:
        return int(error.lineno) + 1


_known = lru_cache(maxsize=16)(_parsed)


@lru_cache(maxsize=32)
def _read(lang: str, po: Path, source: int, made: int, _wordings: str) -> NullTranslations:
    """Read a catalogue, once as long as its files are the same: an edition asks for it a dozen times."""
    return worded(_shipped(po, source, made), lang, MESSAGES)


def _shipped(po: Path, source: int, made: int) -> NullTranslations:
    mo = po.with_suffix(".mo")
    if source > made:
        return Translations(BytesIO(_compiled(po)), domain=_DOMAIN)
    if not made:
        return NullTranslations()
    with mo.open("rb") as file:
        return Translations(file, domain=_DOMAIN)


def translate_phone_messages(
    messages: Mapping[str, str | tuple[str, str]], lang: str, translations: NullTranslations
) -> dict[str, str | dict[str, str]]:
    """Return what scripts say in `lang`; a pair becomes one text a plural category of CLDR."""
    samples = _plural_samples(lang)

    def say(message: str | tuple[str, str]) -> str | dict[str, str]:
        if isinstance(message, str):
            return translations.gettext(message)
        return {category: translations.ngettext(*message, number) for category, number in samples.items()}

    return {key: say(message) for key, message in messages.items()}


@lru_cache(maxsize=32)
def _plural_samples(lang: str) -> Mapping[str, int]:
    """Return a number of each plural category of a language: found once, for CLDR has a rule to try on each number."""
    category_of: Callable[[int], str] = locale_of(lang).plural_form
    return dict(_first_of_each((category_of(number), number) for number in chain(_SAMPLES)))


def plural_examples(lang: str) -> dict[int, list[str]]:
    """Return some of the numbers that each plural form of a language is for, by the number of the form."""
    read = read_messages(lang)
    ruled = read if isinstance(read, Translations) else _empty(lang)
    found: dict[int, list[str]] = {}
    for number in sorted(_SAMPLES):
        numbers = found.setdefault(ruled.plural(number), [])
        if len(numbers) < _EXAMPLES:
            numbers.append(str(number))
    return {form: [*numbers, "…"] if len(numbers) == _EXAMPLES else numbers for form, numbers in found.items()}


def _first_of_each(pairs: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    seen = set()
    for category, number in pairs:
        if category not in seen:
            seen.add(category)
            yield category, number


def _empty(lang: str) -> Translations:
    """Return a catalogue that says nothing, with the plural rule of its language."""
    made = BytesIO()
    write_mo(made, Catalog(locale_of(lang), domain=_DOMAIN))
    return Translations(BytesIO(made.getvalue()), domain=_DOMAIN)


def _stamp(file: Path) -> int:
    """Return when a file was written, 0 when it is not there."""
    return file.stat().st_mtime_ns if file.exists() else 0


def _plain(said: str | Sequence[str]) -> str | tuple[str, ...]:
    return plain_message(said) if isinstance(said, str) else tuple(map(plain_message, said))


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or source.stat().st_mtime_ns > made.stat().st_mtime_ns


def _compiled(po: Path) -> bytes:
    catalogue = catalogue_of_its_own(po)
    if isinstance(catalogue, int):
        # All of it is said in French rather than nothing at all; `adeuxpas check` names the line.
        catalogue = Catalog(domain=_DOMAIN)
    for message in [message for message in catalogue if message.id and not can_be_said(message)]:
        catalogue.delete(message.id, message.context)
    for message in catalogue:
        if message.id and message.string:  # the header apart
            message.string = _plain(message.string)
    made = BytesIO()
    write_mo(made, catalogue, use_fuzzy=False)
    return made.getvalue()
