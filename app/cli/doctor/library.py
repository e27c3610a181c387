"""The library as the doctor looks at it: whole, of this release, and looked after."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from ...domain.calendar import PARIS
from ...domain.person import Role
from ...library.content.queries import read_library
from ...library.db import database_file, is_at_head
from ...library.desk.people import count_people
from ...library.saving.health import count_waiting, damage_found, photos_lost, pictures_lost
from ...settings import Settings
from ..backup import last_backup
from ..telling import describe, here, say, say_count
from .finding import Finding, look, well, wrong

_DAYS_OF_BACKUP = 8
_DAYS_OF_WAITING = 14
_DAYS_OF_CALENDAR = 90


def look_at_library(settings: Settings) -> Iterator[Finding]:
    """Yield what is found; a `LibraryFault` when it cannot be read at all."""
    if not is_at_head():
        yield wrong(say("Base de données : elle n’est pas de cette version. Lancez « adeuxpas load »."))
        return
    damage = damage_found()
    if damage:
        yield wrong(
            say(
                "Base de données : abîmée (%(first)s). Restaurez la dernière sauvegarde : « adeuxpas restore ».",
                first=damage[0],
            )
        )
        return
    kind = "SQLite" if database_file() else "PostgreSQL"
    yield well(say("Base de données : %(kind)s, entière, de cette version.", kind=kind))
    yield well(describe(read_library()))
    yield _calendar(settings)
    yield _waiting()
    if lost := photos_lost(settings.data) + pictures_lost():
        missing = say_count("%(num)s photo a disparu", "%(num)s photos ont disparu", lost)
        yield wrong(say("Photos : %(missing)s du disque. Reprenez-les d’une sauvegarde.", missing=missing))
    yield _people()


def look_at_backup(settings: Settings) -> Iterator[Finding]:
    """Yield how old the last backup is."""
    made = last_backup(settings)
    if made is None:
        yield look(say("Sauvegarde : aucune encore. « adeuxpas backup FICHIER », sur un autre disque, chaque semaine."))
        return
    day, age = here().formats.short_day(made.astimezone(PARIS).date()), datetime.now(UTC) - made
    if age > timedelta(days=_DAYS_OF_BACKUP):
        yield look(say("Sauvegarde : la dernière est du %(day)s. Refaites-en une : « adeuxpas backup ».", day=day))
    else:
        yield well(say("Sauvegarde : la dernière est du %(day)s.", day=day))


# Private


def _calendar(settings: Settings) -> Finding:
    until = read_library().calendar.known_until
    left, day = (until - settings.edition_date).days, here().formats.short_day(until)
    if left < 0:
        return wrong(
            say("Vacances et jours fériés : connus jusqu’au %(day)s seulement. Complétez data/calendars.toml.", day=day)
        )
    if left < _DAYS_OF_CALENDAR:
        return look(say("Vacances et jours fériés : connus jusqu’au %(day)s. Complétez data/calendars.toml.", day=day))
    return well(say("Vacances et jours fériés : connus jusqu’au %(day)s.", day=day))


def _waiting() -> Finding:
    waiting = count_waiting()
    if waiting.oldest is None:
        return well(say("Messages : tous lus."))
    count = say_count("%(num)s message attend", "%(num)s messages attendent", waiting.count)
    oldest = waiting.oldest.replace(tzinfo=UTC)
    day = here().formats.short_day(oldest.astimezone(PARIS).date())
    if datetime.now(UTC) - oldest > timedelta(days=_DAYS_OF_WAITING):
        return look(say("Messages : %(count)s, le premier du %(day)s. Lisez-les au bureau.", count=count, day=day))
    return well(say("Messages : %(count)s, le premier du %(day)s.", count=count, day=day))


def _people() -> Finding:
    count = count_people(Role.COORDINATOR)
    if not count:
        return look(say("Bureau : personne de la coordination n’y est encore. « adeuxpas user add NOM »."))
    return well(
        say_count(
            "Bureau : %(num)s personne de la coordination.", "Bureau : %(num)s personnes de la coordination.", count
        )
    )
