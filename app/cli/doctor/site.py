"""The site as the doctor looks at it: the edition that families read, its languages, its maps."""

from collections.abc import Iterator
from hashlib import sha256

from flask import Flask

from ...domain.text import SOURCE
from ...edition.store import Edition, EditionStore, StoredFile
from ...language.check import catalogue_problems
from ...library.content.queries import read_library
from ...print.glyphs import FontsMissing, unprintable
from ...publish.make import EditionMaker
from ...settings import ROOT, Settings
from ..shares import language_lines
from ..telling import here, say, say_count, say_fault, say_problem
from .finding import Finding, look, well, wrong


def look_at_edition(app: Flask) -> Iterator[Finding]:
    """Yield whether the edition is there, whole to the byte, and says what the library says."""
    maker = EditionMaker(app)
    edition = maker.store.current()
    if edition is None:
        yield wrong(say("Édition : il n’y en a pas, rien n’est en ligne. Lancez « adeuxpas edition »."))
        return
    lost = sum(not _is_whole(maker.store, stored) for stored in set(edition.files.values()))
    if lost:
        count = say_count("%(num)s fichier abîmé", "%(num)s fichiers abîmés", lost)
        yield wrong(say("Édition : %(count)s. « adeuxpas edition » les refait.", count=count))
    yield _freshness(maker, edition)
    if edition.unmade:
        pages = say_count("%(num)s page manque", "%(num)s pages manquent", len(edition.unmade))
        yield wrong(say("Édition : %(pages)s. « adeuxpas edition » dit lesquelles et pourquoi.", pages=pages))
    for fault in maker.damaged_maps():
        yield wrong(say_fault(fault))


def look_at_languages() -> Iterator[Finding]:
    """Yield how far each language is, and what is wrong with its sentences."""
    for line in language_lines(ROOT, read_library()):
        yield well(line)
    for problem in catalogue_problems():
        yield (look if problem.warning else wrong)(say_problem(problem))


def look_at_settings(settings: Settings) -> Iterator[Finding]:
    """Yield which settings a site that is open to the public still lacks."""
    if settings.public_url is None:
        yield look(
            say("Adresse publique : non réglée, chaque feuille est marquée « essai ». Réglez ADEUXPAS_PUBLIC_URL.")
        )
    else:
        yield well(say("Adresse publique : %(address)s", address=settings.public_url))
    if settings.kiosk_pin is None:
        yield look(say("Code de bénévole : non réglé, le kiosque n’imprime pas. Réglez ADEUXPAS_KIOSK_PIN."))
    else:
        yield well(say("Code de bénévole : réglé."))
    if settings.today is not None:
        day = here().formats.short_day(settings.today)
        yield look(
            say("Date : le site croit être le %(day)s (ADEUXPAS_TODAY). Enlevez ce réglage d’un site ouvert.", day=day)
        )


def look_at_fonts() -> Finding:
    """Return whether sheets can be written."""
    try:
        unprintable(SOURCE)
    except FontsMissing as fault:
        return wrong(str(fault))
    return well(say("Polices du papier : là."))


# Private


def _is_whole(store: EditionStore, stored: StoredFile) -> bool:
    try:
        return sha256(store.body(stored)).hexdigest() == stored.sha256
    except OSError:
        return False


def _freshness(maker: EditionMaker, edition: Edition) -> Finding:
    number, day = edition.number, here().formats.short_day(edition.date)
    if maker.is_current():
        return well(say("Édition %(number)s du %(day)s : elle dit ce que dit la bibliothèque.", number=number, day=day))
    return look(
        say(
            "Édition %(number)s du %(day)s : la bibliothèque a changé depuis. Un site ouvert la refait seul ; "
            "sinon « adeuxpas edition ».",
            number=number,
            day=day,
        )
    )
