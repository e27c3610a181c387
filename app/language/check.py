"""What is wrong with the catalogues of the interface: sentences that could not be said, tags that are not served."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..domain.placeholders import wrong_placeholders
from ..domain.problem import Problem
from ..domain.text import N_
from .catalogues import TRANSLATIONS, read_catalogue
from .names import is_served, served_tag
from .on_paper import POSTERS, says


def catalogue_problems(folder: Path = TRANSLATIONS) -> Iterator[Problem]:
    """Yield every problem of the languages in a folder of translations."""
    for language in sorted(path.parent.name for path in folder.glob("*/LC_MESSAGES")):
        where = f"translations/{language}"
        if is_served(language):
            yield from _sentences(folder / language / "LC_MESSAGES" / "messages.po", where)
        elif tag := served_tag(language):
            yield Problem(where, "", _WRITTEN_OTHERWISE, {"tag": language, "guess": tag})
        else:
            yield Problem(where, "", _UNKNOWN, {"tag": language})
    files = sorted(folder.glob(f"*/{POSTERS}"))
    for po in files:
        yield from _sentences(po, f"translations/{po.parent.name}", po.parent.name)
    yield from _unsaid(folder, files)


# Private

_WRITTEN_OTHERWISE = N_("la langue « {tag} » n’est pas servie sous ce nom : renommez le dossier « {guess} ».")
_UNKNOWN = N_("la langue « {tag} » est inconnue : nommez le dossier par son code, comme ar ou pt-BR.")
_BADLY_WRITTEN = N_(
    "le fichier PO est mal écrit près d’ici (guillemet, msgid ou msgstr qui manque, ou autre encodage que UTF-8)"
    "\u00a0: tout s’affiche en français."
)
_PLACEHOLDER = N_(
    "la traduction de « {sentence} » contient « {found} », qui n’est pas dans le français : elle s’affiche en français."
)

_UNSAID = N_("Phrases à traduire : {count}, dont « {sentence} ». Une feuille qui en a besoin est refusée.")


def _unsaid(folder: Path, files: Sequence[Path]) -> Iterator[Problem]:
    """Yield the languages of paper that do not say what the others say."""
    catalogues = [read_catalogue(po, po.parent.name) for po in files]
    known = sorted({str(m.id) for found in catalogues if not isinstance(found, int) for m in found if m.id})
    for po in files:
        missing = [sentence for sentence in known if not says(po.parent.name, sentence, folder)]
        if missing:
            values = {"count": len(missing), "sentence": missing[0]}
            yield Problem(f"translations/{po.parent.name}/{po.name}", "", _UNSAID, values, warning=True)


def _sentences(po: Path, where: str, lang: str = "") -> Iterator[Problem]:
    if not po.exists():
        return
    path = f"{where}/{po.name}" if lang else f"{where}/LC_MESSAGES/{po.name}"
    catalogue = read_catalogue(po, lang)
    if isinstance(catalogue, int):
        yield Problem(path, f"ligne {catalogue}", _BADLY_WRITTEN)
        return
    for message in catalogue:
        sentence = message.id if isinstance(message.id, str) else message.id[0]
        for found in wrong_placeholders(message.id, message.string) if sentence else ():
            values = {"sentence": sentence, "found": found}
            yield Problem(path, f"ligne {message.lineno}", _PLACEHOLDER, values)
