"""Warnings about expressions that can be read but will not say what their writer meant.

In OSM syntax a later rule replaces the earlier ones on its days: `PH off; Mo-Fr 09:00-17:00` is open on
Christmas. An exception belongs at the end.
"""

import re
from collections.abc import Mapping

from ..text import N_
from .rules import Rule, read_rules

OVERRIDDEN = N_("La règle « {rule} » est annulée par « {later} », qui vient après elle : écrivez-la à la fin.")
ASIDE = N_("« {comment} » n’est lu par personne d’autre qu’un humain : ajoutez « {rule} » pour que le calcul le sache.")

TIMELESS = N_(
    "La règle « {rule} » n’a pas d’heures : ajoutez-les, ou « 00:00-24:00 » si c’est vraiment ouvert jour et nuit."
)

_DATED = re.compile(r"\d|easter", re.IGNORECASE)
_HINTS = ((re.compile(r"vacances", re.IGNORECASE), "SH"), (re.compile(r"f[ée]ri[ée]", re.IGNORECASE), "PH"))


def hours_warnings(text: str) -> list[tuple[str, Mapping[str, object]]]:
    """Return a sentence and its values for each trap in a readable expression."""
    rules = read_rules(text)
    found = [
        (OVERRIDDEN, {"rule": rule.source, "later": later.source})
        for n, rule in enumerate(rules)
        if (later := next((r for r in rules[n + 1 :] if _overrides(r, rule)), None))
    ]
    found += [(TIMELESS, {"rule": rule.source}) for rule in rules if rule.lacks_times]
    return [*found, *_asides(rules)]


# Private


def _overrides(later: Rule, rule: Rule) -> bool:
    if later.joint != ";" or later.is_off or not later.weekdays & rule.weekdays:
        return False
    if rule.is_holiday:
        # A narrower rule may well come after: Christmas within the holidays, a date within them.
        is_narrower = _DATED.search(later.wide) or later.mentions("PH")
        return not is_narrower and not (rule.mentions("SH") and later.mentions("SH"))
    return rule.is_off and bool(rule.wide) and not later.wide and not later.has_holiday


def _asides(rules: tuple[Rule, ...]) -> list[tuple[str, Mapping[str, object]]]:
    return [
        (ASIDE, {"comment": rule.comment.strip('"'), "rule": f"{kind} off"})
        for rule in rules
        for words, kind in _HINTS
        if words.search(rule.comment) and not any(r.mentions(kind) for r in rules)
    ]
