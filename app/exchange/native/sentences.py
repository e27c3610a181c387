"""From what pydantic found to what a person can mend: a table of French sentences by type of fault."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, ValidationError

from ...domain.hours.expression import REFUSED, SUGGESTED
from ...domain.problem import Problem
from ...domain.text import N_
from .days import start_meant
from .mending import Loc, Model, json_of, mend_block, parse_text
from .source import Source, shorten

_LARGEST = 2**53


def read_block(
    model: type[Model], document: Mapping[str, Any], source: Source, subject: str
) -> tuple[Model | None, tuple[Problem, ...]]:
    """Return a domain object and every fault in what was written; `subject` says whose (`lieu square-alain`).

    With faults the object is what remains without them: enough to look for what else is wrong.
    """
    text = _written_out(document)
    if "null" in text:
        document = _without_nulls(document)
        text = _written_out(document)
    impossible = tuple(_impossible_values(document, source, subject)) if _SUSPECT.search(text) else ()
    if impossible:
        return None, impossible
    try:
        return parse_text(model, text), ()
    except ValidationError as error:
        faults = error.errors(include_url=False)
        problems = tuple(_problem(model, fault, source, subject) for fault in faults)
        return mend_block(model, document, [(fault["type"], fault["loc"]) for fault in faults]), problems


def written(block: BaseModel, mode: Literal["json", "python"] = "json") -> dict[str, Any]:
    """Return what a file says of a block: fields in the order of the class, nothing that goes without saying.

    Mode `python` keeps dates, which TOML can write.
    """
    return block.model_dump(mode=mode, by_alias=True, exclude_defaults=True)


def field_of(loc: Loc) -> str:
    """Return how a problem names a field (`champ exceptions n° 2, from`)."""
    if len(loc) > 1 and loc[0] in _NUMBERED:
        rest = field_of(loc[2:])
        return f"{_NUMBERED[loc[0]]} n° {int(loc[1]) + 1}" + (f", {rest}" if rest else "")
    named = ""
    for step in loc:
        named += f" n° {step + 1}" if isinstance(step, int) else f"{', ' if named else ''}{step}"
    return f"champ {named}" if named else ""


def where_of(subject: str, loc: Loc) -> str:
    """Return where a fault is: whose, and which field."""
    return ", ".join(part for part in (subject, field_of(loc)) if part)


def guess(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that somebody probably meant."""
    return next(iter(get_close_matches(word[:80], sorted(known), 1, 0.6)), None)


def unknown_key(source: Source, where: str, key: str, known: list[str]) -> Problem:
    """Return the problem of a key that no field answers to."""
    near = guess(key, known)
    if near:
        return source.problem(
            where, N_("la clé « {key} » est inconnue : vouliez-vous dire « {guess} » ?"), key=key, guess=near
        )
    return source.problem(where, N_("la clé « {key} » est inconnue : enlevez-la."), key=key)


def _problem(model: type[BaseModel], fault: Any, source: Source, subject: str) -> Problem:
    loc: Loc = fault["loc"]
    if fault["type"] == "extra_forbidden":
        return _misplaced_or_unknown(model, loc, source, subject)
    values = {**(fault.get("ctx") or {}), "value": fault["input"], "message": fault["msg"]}
    if fault["type"] in ("literal_error", "enum"):
        return _not_offered(source, where_of(subject, loc), values)
    if fault["type"] == "hours":
        return _unreadable_hours(source, where_of(subject, loc), values)
    wanted = _wanted(model, loc, fault["type"])
    if wanted:
        sentence, values["fields"] = wanted
    elif fault["type"] == "string_pattern_mismatch":
        sentence = _PATTERNS.get(_last_name(loc), _PATTERN)
    else:
        sentence = _SENTENCES.get(fault["type"], _OTHERWISE)
    if fault["type"] == "string_too_long":
        values["length"] = len(fault["input"])
    if fault["type"] == "start":
        values["guess"] = start_meant(str(fault["input"]))
    return Problem(source.path, where_of(subject, loc), sentence, _used(sentence, values))


def _wanted(model: type[BaseModel], loc: Loc, kind: str) -> tuple[str, str] | None:
    """Return what a field wants that is a block, a list of blocks or one of a few words, and their names."""
    annotation = _annotation_at(model, loc)
    if kind == "missing":
        words = [each for each in get_args(annotation) if isinstance(each, str)]
        return (_MISSING_CHOICE, ", ".join(words)) if words else None
    block = _block_in(annotation) if kind in ("model_type", "dict_type", "tuple_type", "list_type") else None
    if block is None:
        return None
    return (_BLOCKS if kind in ("tuple_type", "list_type") else _BLOCK_OF), ", ".join(keys_of(block))


def _annotation_at(model: type[BaseModel], loc: Loc) -> object:
    """Return what a field may be; an element of a list is what its list may hold."""
    names = tuple(step for step in loc if isinstance(step, str))
    if not names:
        return None
    holder = _model_at(model, names[:-1])
    fields = (field for name, field in holder.model_fields.items() if (field.alias or name) == names[-1])
    return next((field.annotation for field in fields), None)


def _used(sentence: str, values: Mapping[str, object]) -> dict[str, object]:
    return {name: shorten(values[name]) for name in re.findall(r"{(\w+)}", sentence)}


def _last_name(loc: Loc) -> str:
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def _misplaced_or_unknown(model: type[BaseModel], loc: Loc, source: Source, subject: str) -> Problem:
    key, parents = str(loc[-1]), loc[:-1]
    where = where_of(subject, loc)
    known = keys_of(_model_at(model, parents))
    if source.path.endswith(".toml") and parents and key in keys_of(model):
        return source.problem(where, _ABOVE, key=key, table=_last_name(parents))
    tables = list(_tables_with(model, key)) if source.path.endswith(".toml") else []
    if tables:
        return source.problem(where, _ELSEWHERE, key=key, tables=", ".join(tables[:3]))
    return unknown_key(source, where, key, known)


def _tables_with(model: type[BaseModel], key: str) -> Iterator[str]:
    """Yield the tables of a file that know a key, as a file heads them."""
    for name, field in model.model_fields.items():
        block = _block_in(field.annotation)
        if block and key in keys_of(block):
            header = field.alias or name
            yield f"[[{header}]]" if get_origin(field.annotation) is tuple else f"[{header}]"


def keys_of(model: type[BaseModel]) -> list[str]:
    """Return the keys that a file may use for a block."""
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    for step in loc:
        fields = (field for name, field in model.model_fields.items() if (field.alias or name) == step)
        found = next((_block_in(field.annotation) for field in fields), None)
        model = found or model
    return model


def _block_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((block for each in get_args(annotation) if (block := _block_in(each))), None)


def _not_offered(source: Source, where: str, values: Mapping[str, Any]) -> Problem:
    offered = re.findall(r"'([^']*)'", str(values["expected"])) or [str(values["expected"])]
    near = guess(str(values["value"]), offered)
    if near:
        sentence = N_("« {value} » n’est pas proposé : vouliez-vous dire « {guess} » ? (choix : {offered})")
        return source.problem(where, sentence, value=values["value"], guess=near, offered=", ".join(offered))
    sentence = N_("« {value} » n’est pas proposé : choisissez parmi {offered}.")
    return source.problem(where, sentence, value=values["value"], offered=", ".join(offered))


def _unreadable_hours(source: Source, where: str, values: Mapping[str, Any]) -> Problem:
    offered = {"text": values["text"], "suggestion": values["suggestion"]}
    sentence = SUGGESTED if SUGGESTED.format(**offered) == values["message"] else REFUSED
    return Problem(source.path, where, sentence, {name: shorten(value) for name, value in offered.items()})


def _written_out(document: Mapping[str, Any]) -> str:
    try:
        return json_of(document)
    except ValueError:  # a number of thousands of digits
        return "9" * 16


def _without_nulls(value: Any) -> Any:
    """Return a document without the keys whose value is null: GIS programs write so what is not known."""
    if isinstance(value, list):
        return [_without_nulls(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _without_nulls(each) for key, each in value.items() if each is not None}
    return value


def _impossible_values(document: object, source: Source, subject: str) -> Iterator[Problem]:
    """Find what neither database nor web page can hold: control characters, half characters, endless numbers."""
    waiting: list[tuple[Loc, object]] = [((), document)]
    while waiting:
        loc, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += [((*loc, key), each) for key, each in value.items()]
            waiting += [((*loc, key), key) for key in value]
        elif isinstance(value, list):
            waiting += [((*loc, number), each) for number, each in enumerate(value)]
        elif isinstance(value, str) and (found := _FORBIDDEN.search(value)):
            sentence = N_("le texte contient un caractère invisible interdit ({character}) : retapez-le.")
            yield source.problem(where_of(subject, loc), sentence, character=f"U+{ord(found.group()):04X}")
        elif isinstance(value, int) and abs(value) > _LARGEST:
            yield source.problem(where_of(subject, loc), N_("le nombre est trop grand."))


_SUSPECT = re.compile(r"\\[bfr]|\\u00[017]|\\ud[89a-f]|\x7f|\d{16}")
"""What JSON of plain letters cannot be without when there is something of the kind: a quick look at most blocks."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x0d\x0e-\x1f\x7f\ud800-\udfff]")

_NUMBERED: Mapping[int | str, str] = {
    "stop": "arrêt",
    "leg": "tronçon",
    "variant": "variante",
    "service": "service",
    "notice": "avis",
    "session": "séance",
}
"""How problems name one block of a list at the top of a file."""

_ABOVE = N_("la clé « {key} » est inconnue ici : appartient au-dessus de [{table}] ?")
_ELSEWHERE = N_("la clé « {key} » est inconnue ici : elle va sous {tables}.")
_OTHERWISE = N_("« {value} » ne convient pas ({message}).")
_PATTERN = N_(
    "« {value} » ne convient pas : minuscules sans accent, chiffres et tirets, comme « square-alain-bashung »."
)
_EMAIL = N_("« {value} » n’est pas une adresse de courriel : écrivez-la comme accueil@exemple.fr.")
_PATTERNS = {
    "email": _EMAIL,
    "contact": _EMAIL,
    "postcode": N_('« {value} » n’est pas un code postal : cinq chiffres entre guillemets, comme "75018".'),
    "insee": N_('« {value} » n’est pas un code de commune : cinq caractères entre guillemets, comme "75118".'),
    "code": N_("« {value} » n’est pas une langue : écrivez son code, comme fr, ar ou pt-BR."),
    "languages": N_("« {value} » n’est pas une langue : écrivez son code, comme fr, ar ou pt-BR."),
    "file": N_(
        "« {value} » n’est pas un nom d’image : lettres sans accent, chiffres et tirets, puis .jpg, .png ou .webp."
    ),
    "on": N_("« {value} » n’est pas une date de source : écrivez 2024, 2024-04, 2024-04-30 ou 2017/2021."),
}
_WHOLE = N_("« {value} » n’est pas un nombre entier : écrivez-le sans guillemets, comme 12.")
_NUMBER = N_("« {value} » n’est pas un nombre : écrivez-le sans guillemets, comme 2.3639.")
_YES_NO = N_("« {value} » n’est ni true ni false : écrivez l’un des deux, sans guillemets.")
_DAY = N_("« {value} » n’est pas une date : écrivez année-mois-jour, comme 2026-11-11.")
_START = N_("« {value} » n’est pas un jour et une heure : écrivez « {guess} », entre guillemets droits.")
_LIST = N_('une liste entre crochets est attendue, comme ["fr", "ar"].')
_BLOCK = N_("un bloc de champs est attendu, pas « {value} ».")
_BLOCK_OF = N_("un bloc avec {fields} est attendu, pas «\u00a0{value}\u00a0»\u00a0; ce qu’on ne sait pas s’omet.")
_BLOCKS = N_("une liste de blocs est attendue, entre crochets\u00a0; chacun peut avoir {fields}.")
_MISSING_CHOICE = N_("ce champ manque\u00a0: choisissez parmi {fields}.")
_LENGTH = N_("la liste compte {actual_length} éléments, ce n’est pas le bon nombre.")
_SENTENCES = {
    "missing": N_("ce champ manque : ajoutez-le."),
    "string_type": N_("« {value} » n’est pas un texte : mettez-le entre guillemets."),
    "string_too_short": N_("le texte est vide : écrivez-le, ou enlevez le champ."),
    "string_too_long": N_("le texte compte {length} caractères : {max_length} au plus."),
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_from_float": _WHOLE,
    "int_parsing_size": N_("le nombre est trop grand."),
    "float_type": _NUMBER,
    "float_parsing": _NUMBER,
    "finite_number": N_("« {value} » n’est pas un nombre que l’on peut garder."),
    "greater_than_equal": N_("{value} est trop petit : {ge} au moins."),
    "less_than_equal": N_("{value} est trop grand : {le} au plus."),
    "bool_type": _YES_NO,
    "bool_parsing": _YES_NO,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "start": _START,
    "tuple_type": _LIST,
    "list_type": _LIST,
    "too_short": _LENGTH,
    "too_long": _LENGTH,
    "model_type": _BLOCK,
    "dict_type": _BLOCK,
    "web_address": N_("« {value} » n’est pas une adresse web : elle commence par https://."),
    "phone_number": N_(
        "« {value} » n’est pas un numéro que l’on peut composer tel quel : écrivez par exemple {suggestion}."
    ),
}
