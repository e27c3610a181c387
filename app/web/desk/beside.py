"""Problems beside the fields they are about: from where a file has them to the inputs of a form."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ...domain.forms.field import Field, Kind
from ...domain.problem import Problem
from ...domain.text import N_
from ...language.language import Language

INSTEAD: Mapping[str, str] = {
    '« {value} » n’est pas un code postal : cinq chiffres entre guillemets, comme "75018".': N_(
        "« {value} » n’est pas un code postal : cinq chiffres, comme 75018."
    ),
    "« {value} » n’est pas un nombre entier : écrivez-le sans guillemets, comme 12.": N_(
        "Écrivez un nombre entier, comme 12."
    ),
    "l’exception annonce d’autres horaires sans les dire : ajoutez « hours ».": N_(
        "Écrivez les autres horaires de ces jours."
    ),
    "l’exception annonce un message sans le dire : ajoutez « reason ».": N_(
        "Écrivez le message que les familles liront ces jours-là."
    ),
    "ce champ manque : ajoutez-le.": N_("Il manque quelque chose ici : écrivez-le."),
    "ce champ manque : choisissez parmi {fields}.": N_("Choisissez une réponse."),
}
"""What files say of themselves, said of a form."""


def sentences_beside(
    problems: Iterable[Problem], fields: Sequence[Field], language: Language, *, within: str = ""
) -> dict[str, str]:
    """Return a sentence by input, errors before warnings; under "" what is about none of these fields.

    `within` is the path of the block that the form is of (`services.2`).
    """
    found: dict[str, list[str]] = {}
    for problem in sorted(problems, key=lambda each: each.warning):
        name = _input_of(problem.where, fields, within)
        if name or not problem.warning:
            found.setdefault(name, []).append(told(problem, language))
    return {name: " ".join(dict.fromkeys(sentences)) for name, sentences in found.items()}


def told(problem: Problem, language: Language) -> str:
    """Return the sentence of a problem without its file, as one says it of a form."""
    plain = {key.replace("\u00a0", " "): words for key, words in INSTEAD.items()}
    sentence = plain.get(problem.sentence.replace("\u00a0", " "), problem.sentence)
    said = language.translations.gettext(sentence).format(**problem.values)
    return said[:1].upper() + said[1:]


def path_of(where: str) -> str:
    """Return where a problem is as a path of the document (`contact.phones.0.number`, `stop.1.text`)."""
    parts = [part.removeprefix("champ ") for part in where.split(", ") if not _WHOSE.match(part)]
    if parts and parts[0].split(" ")[0] in _BLOCKS:
        word, _, rest = parts[0].partition(" ")
        parts[0] = f"{_BLOCKS[word]} {rest}"
    steps = ", ".join(parts).replace("geometry", "position")
    return re.sub(r" n°\s(\d+)", lambda found: f".{int(found[1]) - 1}", steps).replace(", ", ".")


# Private

_WHOSE = re.compile(r"(lieu|territoire|ligne|service) (?!n°)")
_BLOCKS = {
    "service": "service",
    "arrêt": "stop",
    "séance": "session",
    "tronçon": "leg",
    "avis": "notice",
    "variante": "variant",
}
"""How problems call the blocks of a walk, by the key of its file."""


def _input_of(where: str, fields: Sequence[Field], within: str) -> str:
    """Return the name of the input that a problem stands beside."""
    path = path_of(where)
    if within and path.startswith(f"{within}."):
        path = path.removeprefix(f"{within}.")
    for field in fields:
        if field.kind is Kind.ROWS and path.startswith(f"{field.name}."):
            return _in_row(path, field)
        if path == field.name or path.startswith(f"{field.name}."):
            return field.name
    return next((field.name for field in fields if field.name.startswith(f"{path}.")), "")


def _in_row(path: str, field: Field) -> str:
    number, _, rest = path.removeprefix(f"{field.name}.").partition(".")
    inner = next((each.name for each in field.rows if rest == each.name or rest.startswith(f"{each.name}.")), "")
    return f"{field.name}.{number}.{inner or field.rows[0].name}"
