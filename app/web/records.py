"""Records of rounds on foot, which come where suggestions do: each alone, with its round’s token, no cookie."""

from collections.abc import Mapping
from typing import Any

from flask import Response, abort
from pydantic import ValidationError

from ..domain.record import Record
from ..domain.text import N_
from ..library.desk.attempts import Limit, try_once
from ..library.desk.faults import NoRound, TooOften
from ..library.desk.records import Kept, receive_record
from ..library.desk.rounds import find_carried
from ..library.suggestions import UnknownSubject
from .receiving import acknowledge, refuse, require_pace, storing
from .request import say, settings

PACE = Limit(most=600, minutes=10)
"""Of one telephone: a round of sixty doors comes home at once."""


def take_record(key: str, fields: Mapping[str, Any]) -> Response:
    """Keep a record: 201 the first time, 200 with the same answer when it comes again, 409 when it says otherwise."""
    record = _read(fields)
    carried = find_carried(record.token)
    if carried is None:
        require_pace()
        refuse(401, NoRound.sentence)
    try:
        try_once({f"round {carried.id}": PACE})
        with storing():
            kept = receive_record(key, record, settings().edition_date)
    except TooOften as fault:
        abort(429, description=say(fault.sentence, **fault.values), retry_after=60)
    except UnknownSubject:
        refuse(422, N_("Ce lieu n’est plus sur la carte : dites au kiosque ce que vous avez vu."))
    return _acknowledge(kept)


# Private


def _read(fields: Mapping[str, Any]) -> Record:
    try:
        return Record.model_validate(fields)
    except ValidationError as error:
        fault = error.errors()[0]
    if fault["type"] == "no_day":
        refuse(422, N_("Dites jusqu’à quel jour c’est fermé."))
    if fault["type"] == "says_nothing":
        refuse(422, N_("Écrivez ce qui a changé."))
    place = ".".join(str(part) for part in fault["loc"]) or "facts"
    refuse(422, N_("Cette fiche de tournée n’est pas lisible : le champ « %(field)s » n’est pas juste."), field=place)


def _acknowledge(kept: Kept) -> Response:
    if kept.said == "twice":
        refuse(
            409, N_("Une autre fiche est arrivée sous la même clé : les deux sont gardées, la coordination les lira.")
        )
    return acknowledge(kept.receipt, said=kept.said)
