"""The catalogues of the interface: compiling them, reading them, and the share of it that phones get."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from io import BytesIO
from itertools import chain
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from .names import locale_of
from .placeholders import wrong_placeholders

TRANSLATIONS = Path(__file__).resolve().parents[2] / "translations"

_DOMAIN = "messages"
# CLDR: French says "many" from a million on; every other category shows up before 200. 1 before 0: without a
# catalogue gettext reasons in English, where 0 is a plural.
_SAMPLES = (1, 0, *range(2, 201), 10**6)


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
    return _read(po, _stamp(po), _stamp(po.with_suffix(".mo")))


@lru_cache(maxsize=32)
def _read(po: Path, source: int, made: int) -> NullTranslations:
    """Read a catalogue, once as long as its files are the same: an edition asks for it a dozen times."""
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


def _plural_samples(lang: str) -> dict[str, int]:
    category_of: Callable[[int], str] = locale_of(lang).plural_form
    return dict(_first_of_each((category_of(number), number) for number in chain(_SAMPLES)))


def _first_of_each(pairs: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    seen = set()
    for category, number in pairs:
        if category not in seen:
            seen.add(category)
            yield category, number


def _stamp(file: Path) -> int:
    """Return when a file was written, 0 when it is not there."""
    return file.stat().st_mtime_ns if file.exists() else 0


def _is_newer(source: Path, made: Path) -> bool:
    return not made.exists() or source.stat().st_mtime_ns > made.stat().st_mtime_ns


def _compiled(po: Path) -> bytes:
    with po.open("rb") as file:
        catalogue = read_po(file, locale=po.parts[-3].replace("-", "_"), domain=_DOMAIN)
    for message in [message for message in catalogue if wrong_placeholders(message.id, message.string)]:
        # Said in French rather than not at all; `adeuxpas check` names it.
        catalogue.delete(message.id, message.context)
    made = BytesIO()
    write_mo(made, catalogue, use_fuzzy=False)
    return made.getvalue()
