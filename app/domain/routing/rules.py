"""What the tags of OpenStreetMap say to somebody on foot: where one may walk, and what one meets there.

After https://wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions (defaults: France),
https://wiki.openstreetmap.org/wiki/Key:access and https://wiki.openstreetmap.org/wiki/Wheelchair_routing.
What nobody has mapped stays unknown. An area (`area=yes`) is walked round along its edge.
"""

import re
from collections.abc import Mapping

from .facts import FIELD, pack

Tags = Mapping[str, str]

LINK = "adeuxpas:link"
"""Our own tag of a way that the street plan guesses: it joins two streets that must meet somewhere near."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STREETS = _set(
    "primary primary_link secondary secondary_link tertiary tertiary_link unclassified residential living_street "
    "service pedestrian road track"
)
PATHS = _set("footway path corridor steps platform elevator")
_ON_REQUEST = {"trunk": "street", "trunk_link": "street", "busway": "street", "cycleway": "path", "bridleway": "path"}
"""Walkable only where `foot` or a sidewalk says so."""

_YES = _set("yes designated official permissive public destination")
_SIDEWALK = _set("yes both left right separate continuous")

_SMOOTH = _set(
    "asphalt concrete concrete:plates paving_stones paved wood metal rubber tartan acrylic compacted fine_gravel "
    "bricks tiles"
)
_ROUGH = _set(
    "cobblestone unhewn_cobblestone sett cobblestone:flattened unpaved ground dirt earth mud sand gravel pebblestone "
    "rock stone grass grass_paver woodchips stepping_stones clay snow"
)
_SMOOTHNESS = {
    **dict.fromkeys(("excellent", "good", "intermediate"), "smooth"),
    **dict.fromkeys(("bad", "very_bad", "horrible", "very_horrible", "impassable"), "rough"),
}
_LIT = {**dict.fromkeys(_set("yes 24/7 automatic limited sunset-sunrise dusk-dawn"), "yes"), "no": "no"}
_KERB = {"raised": "raised", "regular": "raised", "rolled": "raised", "lowered": "lowered"} | dict.fromkeys(
    ("flush", "no"), "flush"
)
_BARRIER = {
    **dict.fromkeys(_set("gate swing_gate lift_gate sliding_gate wicket_gate door hampshire_gate"), "gate"),
    **dict.fromkeys(_set("cycle_barrier kissing_gate motorcycle_barrier chicane sally_port"), "tight"),
    **dict.fromkeys(_set("stile turnstile full-height_turnstile horse_stile step log debris chain rope"), "stops"),
}
_CLOSABLE = _set("gate wicket_gate door hampshire_gate sliding_gate turnstile full-height_turnstile")
_SIGNALS, _MARKED = frozenset(("traffic_signals", "pelican", "toucan")), frozenset(("marked", "zebra", "uncontrolled"))
_COVERED = frozenset(("yes", "arcade", "colonnade", "building_passage"))
_SEVERITY = ("gate", "tight", "stops")

NARROW_M = 0.9
"""The least width that a wheelchair passes (arrêté du 15 janvier 2007; a longer way wants 1.40 m)."""

STEEP = 0.05
"""Slopes above 5 % are steep for wheels (arrêté du 15 janvier 2007)."""


def word_of(tags: Tags) -> int | None:
    """Return the class word of a way, or None where people on foot may not go."""
    kind = _kind(tags)
    if kind is None or not _may_walk(tags, kind):
        return None
    facts = {
        "kind": kind,
        "surface": _surface(tags, kind),
        "lit": _LIT.get(tags.get("lit", ""), ""),
        "wheelchair": _wheelchair(tags),
        "oneway": _oneway(tags),
        "narrow": "" if kind == "street" else _narrow(tags),
        "indoor": _flag(tags.get("indoor") in ("yes", "corridor", "room") or tags.get("highway") == "corridor"),
        "covered": _flag(tags.get("covered") in _COVERED or tags.get("tunnel") in _COVERED),
        "lift": _flag(tags.get("highway") == "elevator"),
        **_slope(tags),
        **(_steps(tags) if kind == "steps" else {}),
        **(_crossing(tags) if kind == "crossing" else {}),
    }
    return pack(facts)


def is_shut(tags: Tags) -> bool:
    """Tell whether nobody passes this node: a gate that is locked, private or closed to people on foot.

    See https://wiki.openstreetmap.org/wiki/Key:barrier. A bollard with `access=no` speaks to cars.
    """
    barrier = tags.get("barrier", "")
    if tags.get("foot") or barrier not in _CLOSABLE:
        return bool(barrier) and _refused(tags) and "foot" in tags
    return tags.get("locked") == "yes" or _refused(tags)


def with_node(word: int, tags: Tags) -> int:
    """Return the class word of an edge with what one meets on it at a node: kerb, crossing, barrier, lift.

    See https://wiki.openstreetmap.org/wiki/Key:kerb and https://wiki.openstreetmap.org/wiki/Key:barrier.
    """
    word = _at_worst(word, "kerb", _KERB.get(tags.get("kerb", ""), ""), ("flush", "lowered", "raised"))
    word = _at_worst(word, "barrier", _barrier(tags), _SEVERITY)
    if tags.get("highway") == "elevator":
        word = FIELD["lift"].write(word, "yes")
    if FIELD["kind"].read(word) == "crossing" and not FIELD["crossing"].read(word):
        word = FIELD["crossing"].write(word, _crossing(tags)["crossing"])
    return word


def steps_in(tags: Tags) -> int | None:
    """Return how many steps a flight has, where somebody has counted them."""
    count = tags.get("step_count", "")
    return int(count) if tags.get("highway") == "steps" and re.fullmatch(r"[1-9]\d{0,2}", count) else None


def name_of(tags: Tags) -> str:
    """Return the name on the sign; a sidewalk goes by the name of its street."""
    for key in ("name", "is_sidepath:of:name", "street:name", "name:fr"):
        if name := tags.get(key):
            return name
    return ""


# Private


def _kind(tags: Tags) -> str | None:
    if tags.get(LINK) == "yes":
        return "link"
    highway = tags.get("highway", "")
    if highway == "steps":
        return "steps"
    if "crossing" in (tags.get("footway"), tags.get("path"), tags.get("cycleway")) and highway not in STREETS:
        return "crossing"
    if highway in STREETS:
        return "street"
    if highway in PATHS or "platform" in (tags.get("railway"), tags.get("public_transport")):
        return "path"
    return _ON_REQUEST.get(highway)


def _may_walk(tags: Tags, kind: str) -> bool:
    """See https://wiki.openstreetmap.org/wiki/Key:foot: what is said of walkers outweighs what is said of everyone."""
    foot = tags.get("foot", "")
    if foot in _YES:
        return True
    if foot or _refused(tags) or tags.get("crossing") == "no" or tags.get("motorroad") == "yes":
        return False
    if tags.get("construction") in ("yes", "minor") or tags.get("indoor") == "room":
        return False
    return tags.get("highway") not in _ON_REQUEST or kind == "crossing" or _has_sidewalk(tags)


def _refused(tags: Tags) -> bool:
    said = tags.get("foot") or tags.get("access", "yes")
    return said not in _YES and said != "unknown"


def _has_sidewalk(tags: Tags) -> bool:
    """See https://wiki.openstreetmap.org/wiki/Key:sidewalk."""
    sides = ("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right")
    return any(tags.get(side) in _SIDEWALK for side in sides)


def _surface(tags: Tags, kind: str) -> str:
    """Return how wheels roll: on the sidewalk where there is one, whatever the roadway is made of.

    See https://wiki.openstreetmap.org/wiki/Key:surface and https://wiki.openstreetmap.org/wiki/Key:smoothness.
    """
    beside = kind == "street" and _has_sidewalk(tags)
    keys = ("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right") if beside else ("footway", "")
    said = {_wheels(tags, f"{key}:" if key else "") for key in keys} - {""}
    return "rough" if said == {"rough"} else "smooth" if "smooth" in said else ""


def _wheels(tags: Tags, prefix: str) -> str:
    if smoothness := _SMOOTHNESS.get(tags.get(f"{prefix}smoothness", "")):
        return smoothness
    surface = tags.get(f"{prefix}surface", "")
    return "rough" if surface in _ROUGH else "smooth" if surface in _SMOOTH else ""


def _wheelchair(tags: Tags) -> str:
    """See https://wiki.openstreetmap.org/wiki/Key:wheelchair."""
    said = tags.get("wheelchair", "")
    return {"designated": "yes"}.get(said, said if said in ("yes", "limited", "no") else "")


def _oneway(tags: Tags) -> str:
    """See https://wiki.openstreetmap.org/wiki/Key:oneway:foot and Key:conveying; `oneway` itself is for vehicles."""
    said = tags.get("oneway:foot") or tags.get("foot:oneway") or tags.get("conveying", "")
    if said in ("-1", "backward"):
        return "backward"
    return "forward" if said == "forward" or (said == "yes" and "conveying" not in tags) else ""


def _narrow(tags: Tags) -> str:
    """See https://wiki.openstreetmap.org/wiki/Key:width: metres, with or without the unit."""
    found = re.match(r"(\d+(?:[.,]\d+)?)\s*(m|cm)?\s*$", tags.get("width") or tags.get("est_width") or "")
    if not found:
        return ""
    metres = float(found[1].replace(",", ".")) / (100 if found[2] == "cm" else 1)
    return _flag(metres < NARROW_M)


def _slope(tags: Tags) -> dict[str, str]:
    """See https://wiki.openstreetmap.org/wiki/Key:incline: `up`, `down`, or a share in the direction of the way."""
    said = tags.get("incline", "").replace(" ", "")
    if said in ("up", "down"):
        return {"slope": said}
    found = re.fullmatch(r"([+-]?\d+(?:[.,]\d+)?)%", said)
    if not found or not (share := float(found[1].replace(",", ".")) / 100):
        return {}
    return {"slope": "up" if share > 0 else "down", "steep": _flag(abs(share) > STEEP)}


def _steps(tags: Tags) -> dict[str, str]:
    """See https://wiki.openstreetmap.org/wiki/Tag:highway%3Dsteps.

    `ramp=yes` alone may be the gutter of a bicycle: a ramp is known when it says for whom.
    """
    ramp = next((who for who in ("wheelchair", "stroller") if tags.get(f"ramp:{who}") == "yes"), "")
    rails = ("handrail", "handrail:left", "handrail:right", "handrail:center", "handrail:both")
    return {
        "ramp": ramp,
        "handrail": _flag("yes" in {tags.get(rail) for rail in rails}),
        "escalator": _flag(tags.get("conveying", "no") != "no"),
    }


def _crossing(tags: Tags) -> dict[str, str]:
    """See https://wiki.openstreetmap.org/wiki/Key:crossing."""
    said, painted = tags.get("crossing", ""), tags.get("crossing:markings", "")
    if said in _SIGNALS or tags.get("crossing:signals") == "yes":
        return {"crossing": "signals"}
    if said in _MARKED or painted not in ("", "no"):
        return {"crossing": "marked"}
    return {"crossing": "unmarked" if said in ("unmarked", "informal") or painted == "no" else ""}


def _barrier(tags: Tags) -> str:
    barrier = _BARRIER.get(tags.get("barrier", ""), "")
    if tags.get("barrier") and tags.get("wheelchair") == "no":
        return "stops"
    return "gate" if barrier and tags.get("wheelchair") == "yes" else barrier


def _at_worst(word: int, name: str, value: str, order: tuple[str, ...]) -> int:
    known = FIELD[name].read(word)
    return FIELD[name].write(word, max(known, value, key=lambda v: order.index(v) if v else -1))


def _flag(claim: bool) -> str:
    return "yes" if claim else ""
