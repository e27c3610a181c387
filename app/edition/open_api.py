"""What programs may ask of a site, in OpenAPI 3.1: `api/v1/openapi.json`, made from what the edition holds.

A site of files describes only its files: nobody receives there. A test holds every address under `/api/` to it.
"""

from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import islice
from typing import Any

from pydantic_core import to_json

from ..domain.public import PublicContent
from ..domain.suggestion import MOST_CHARACTERS, Suggestion
from ..site.addresses import Site
from .file import PlannedFile, fingerprint_of
from .walks.feeds import MEDIA_TYPE as ICS
from .walks.files import DOWNLOADS, EXPORTS

PATH = "api/v1/openapi.json"
LICENCE = {"name": "ODbL-1.0", "url": "https://opendatacommons.org/licenses/odbl/1-0/"}

Json = dict[str, Any]


def open_api_file(content: PublicContent, site: Site) -> PlannedFile:
    """Return the file that describes the site to programs."""
    data = to_json(describe_api(content, site), indent=1)
    return PlannedFile(PATH, "application/json", fingerprint_of(data), partial(bytes, data), shared=False)


def describe_api(content: PublicContent, site: Site) -> Json:
    """Return the description; examples are of what the site really has."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "À deux pas",
            "version": site.version,
            "description": "Open data of resource places and urban walks, read-only; and what receives suggestions.",
            "license": LICENCE,
        },
        "servers": [{"url": site.address().rstrip("/") or "/"}],
        "paths": _files(content) | ({} if site.is_static else _RECEIVING | _KIOSK),
        "components": {"schemas": _SCHEMAS | ({} if site.is_static else _suggestion_schemas())},
    }


# Private


@lru_cache(maxsize=1)
def _suggestion_schemas() -> Json:
    """Return what a suggestion may say, as its model has it, and the models it refers to."""
    schema = Suggestion.model_json_schema(ref_template="#/components/schemas/{model}")
    return {**schema.pop("$defs", {}), "Suggestion": schema}


_SLUG: Json = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}
_SCHEMAS: Json = {
    "Feature": {
        "type": "object",
        "required": ["type", "geometry", "properties"],
        "properties": {
            "type": {"const": "Feature"},
            "id": {"type": "string"},
            "geometry": {"type": ["object", "null"]},
            "properties": {"type": "object"},
        },
    },
    "FeatureCollection": {
        "type": "object",
        "required": ["type", "features"],
        "properties": {
            "type": {"const": "FeatureCollection"},
            "notice": {"type": "string", "description": "What must be told wherever the data are shown."},
            "licence": {"type": "string", "format": "uri"},
            "features": {"type": "array", "items": {"$ref": "#/components/schemas/Feature"}},
        },
    },
    "Problem": {
        "type": "object",
        "description": "RFC 9457; `detail` is a sentence in the language of the visitor.",
        "required": ["title", "status", "detail"],
        "properties": {
            "type": {"type": "string"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "detail": {"type": "string"},
        },
    },
    "Receipt": {
        "type": "object",
        "required": ["key", "digest", "received", "state"],
        "properties": {
            "key": {"type": "string", "format": "uuid"},
            "digest": {"type": "string", "description": "SHA-256 of the body that was sent."},
            "ticket": {"type": "string", "description": "What its fate is asked for with."},
            "received": {"type": "string", "format": "date-time"},
            "state": {"type": "string"},
        },
    },
    "Fates": {
        "type": "object",
        "required": ["fates"],
        "properties": {
            "fates": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["ticket", "state", "words"],
                    "properties": {
                        "ticket": {"type": "string"},
                        "state": {"type": "string"},
                        "words": {"type": "array", "items": {"type": "string"}},
                    },
                },
            }
        },
    },
    "Health": {
        "type": "object",
        "required": ["status", "version", "edition"],
        "properties": {
            "status": {"enum": ["ok", "degraded", "no edition"]},
            "version": {"type": "string"},
            "edition": {"type": ["integer", "null"]},
            "reason": {"type": "string"},
            "screens": {"type": "object"},
        },
    },
}


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _answer(words: str, media_type: str = "", schema: Json | None = None) -> Json:
    content = {"content": {media_type: {"schema": schema or {"type": "string"}}}} if media_type else {}
    return {"description": words, **content}


def _problems(*told: tuple[int, str]) -> Json:
    return {str(status): _answer(words, "application/problem+json", _ref("Problem")) for status, words in told}


_ABSENT = _problems((404, "There is none of this name."))


def _get(summary: str, answer: Json, *parameters: Json, others: Json | None = None) -> Json:
    told: Json = {"get": {"summary": summary, "responses": {"200": answer, **(others or {})}}}
    if parameters:
        told["get"]["parameters"] = list(parameters)
    return told


def _named(name: str, there: Iterable[str], schema: Json = _SLUG) -> Json:
    examples = {each: {"value": each} for each in islice(there, 3)}
    shown = {"examples": examples} if examples else {}
    return {"name": name, "in": "path", "required": True, "schema": schema, **shown}


def _files(content: PublicContent) -> Json:
    """Return the files of the edition that other programs read."""
    feature, features = _ref("Feature"), _ref("FeatureCollection")
    place = _named("place", (place.id for place in content.places.values() if place.is_public))
    walk = _named("walk", (walk.id for id in content.territories for walk in content.public_walks(id)))
    territory = _named("territory", content.territories)
    calendar = _answer("An iCalendar feed.", ICS)
    return {
        "/" + PATH: _get("This description", _answer("OpenAPI 3.1.", "application/json", {"type": "object"})),
        "/edition.json": _get(
            "Which edition is served", _answer("Its summary.", "application/json", {"type": "object"})
        ),
        "/api/v1/places.geojson": _get("Every public place", _answer("GeoJSON.", "application/geo+json", features)),
        "/api/v1/places/{place}": _get(
            "One place", _answer("GeoJSON.", "application/geo+json", feature), place, others=_ABSENT
        ),
        **{f"/{DOWNLOADS}{{walk}}.{ending}": _export(ending, walk) for ending in EXPORTS},
        f"/{DOWNLOADS}{{walk}}.ics": _get("The sessions of a walk", calendar, walk, others=_ABSENT),
        "/api/v1/{territory}/sessions.ics": _get("The sessions of a quarter", calendar, territory, others=_ABSENT),
        "/api/v1/sessions.ics": _get("All sessions", calendar),
    }


def _export(ending: str, walk: Json) -> Json:
    media_type = EXPORTS[ending][0]
    schema = {"type": "object"} if "json" in media_type else {"type": "string"}
    return _get(f"A walk as {ending}", _answer("A file.", media_type, schema), walk, others=_ABSENT)


_KEY: Json = {"type": "string", "format": "uuid"}
_COMMON = _problems(
    (403, "Another site sent it."),
    (413, "Too long."),
    (415, "Of another media type."),
    (422, "Read, and refused: the sentence says why."),
    (429, "Too many at once: `Retry-After` says when."),
    (503, "Cannot be stored now: `Retry-After` says when."),
)


_EXAMPLES: Json = {"a need": {"value": {"kind": "need", "lang": "fr", "text": "Où faire garder un bébé le samedi ?"}}}
_TICKETS: Json = {
    "type": "object",
    "required": ["tickets"],
    "properties": {"tickets": {"type": "array", "items": {"type": "string"}, "maxItems": 50}},
}
_RECEIVING: Json = {
    "/healthz": _get(
        "Whether the server is well",
        _answer("It serves an edition.", "application/json", _ref("Health")),
        others={"503": _answer("Nothing to serve.", "application/json", _ref("Health"))},
    ),
    "/api/v1/suggestions": {
        "post": {
            "summary": "Tell what has changed",
            "description": f"Stored once a key. At most {MOST_CHARACTERS} characters of text; nothing says who wrote.",
            "parameters": [{"name": "Idempotency-Key", "in": "header", "required": True, "schema": _KEY}],
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": _ref("Suggestion"), "examples": _EXAMPLES}},
            },
            "responses": {
                "201": _answer("Stored.", "application/json", _ref("Receipt")),
                "200": _answer("Stored before, under this key.", "application/json", _ref("Receipt")),
                **_problems((400, "Not JSON, or without its key."), (409, "Another message has this key.")),
                **_COMMON,
            },
        }
    },
    "/api/v1/fates": {
        "post": {
            "summary": "Tell what became of suggestions, by the tickets that their senders were given",
            "requestBody": {"required": True, "content": {"application/json": {"schema": _TICKETS}}},
            "responses": {
                "200": _answer("Those that are known, in the order asked for.", "application/json", _ref("Fates")),
                **_problems((400, "Not JSON, or without tickets.")),
                **_COMMON,
            },
        }
    },
    "/api/v1/suggestions/{key}/photo": {
        "put": {
            "summary": "Send the photo of an observation, once its words are stored",
            "parameters": [_named("key", [], _KEY)],
            "requestBody": {
                "required": True,
                "content": {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}},
            },
            "responses": {
                "201": _answer("Kept.", "application/json", {"type": "object"}),
                "200": _answer("Kept before.", "application/json", {"type": "object"}),
                **_problems((404, "No observation has this key."), (409, "It has another photo.")),
                **_problems((400, "Cut on the way."), (411, "Without a length.")),
                **_COMMON,
            },
        }
    },
}
_SCREEN = _named("territory", [])


def _behind_pin(summary: str, told: Json, others: Json) -> Json:
    refused = _problems((403, "A wrong code, or none is set."))
    body = {"content": {"application/json": {"schema": {"type": "object"}}}}
    answers = {"200": told, **refused, **others}
    return {"post": {"summary": summary, "parameters": [_SCREEN], "requestBody": body, "responses": answers}}


_KIOSK: Json = {
    "/api/v1/kiosk/{territory}/seen": {
        "post": {
            "summary": "The screen of a kiosk says that it is alive",
            "parameters": [_SCREEN],
            "responses": {"204": _answer("Heard."), **_ABSENT},
        }
    },
    "/api/v1/kiosk/{territory}/printer": _get(
        "Whether a volunteer may print there",
        _answer("Yes or no.", "application/json", {"type": "object", "required": ["offered"]}),
        _SCREEN,
        others=_ABSENT,
    ),
    "/api/v1/kiosk/{territory}/print": _behind_pin(
        "A volunteer prints the sheet of a place, with the volunteers’ code",
        _answer("Sent to the printer.", "application/json", {"type": "object"}),
        {
            **_problems((404, "No such screen."), (503, "No printer.")),
            "409": _answer("Refused, or to be confirmed.", "application/json", {"type": "object"}),
        },
    ),
    "/api/v1/kiosk/{territory}/slip": _behind_pin(
        "A volunteer asks whether a slip of paper was typed, and what became of it",
        _answer("What became of it.", "application/json", {"type": "object"}),
        _problems((404, "No such screen, or no such slip.")),
    ),
}
