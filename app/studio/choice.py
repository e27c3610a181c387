"""What a volunteer chose to print, as forms and addresses write it. What cannot be meant is a problem, never an error.

format=a5&of=place:biblio&langs=fr&langs=ar&bw=1          one sheet
format=list&ids=place:biblio&ids=walk:tour&langs=fr       one sheet of several (also `ids=biblio,tour`)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from ..domain.content import Content
from ..domain.problem import Problem
from ..domain.public import PublicContent
from ..domain.subject import MOST_LISTED, SUBJECTS, TERRITORY, find_subject
from ..domain.text import N_, SOURCE
from ..language.on_paper import usual_languages
from ..print.calibration import MOST_OFF_MM, RULERS_MM, Calibration, Measured
from ..print.format import Format
from ..print.formats import DEFAULT, format_names, read_format
from ..print.order import Named, Options
from ..publish.batch import Wish, themes_within

Fields = Mapping[str, Sequence[str]]
"""What a form sent: every value of each name."""

MOST_NUMBERED = 500
TEST_SHEET = "stickers"
"""The format whose test sheet a printer is measured with."""


@dataclass(frozen=True)
class Choice:
    """A sheet that was chosen; with `problems` there is none to draw."""

    territory: str
    form: Format
    subjects: tuple[Named, ...] = ()
    theme: str = ""
    languages: tuple[str, ...] = (SOURCE,)
    options: Options = field(default_factory=Options)
    measured: Measured = field(default_factory=Measured)
    problems: tuple[Problem, ...] = ()

    @property
    def wish(self) -> Wish:
        """The same, as batches are asked for."""
        themes = (self.theme,) if self.form.takes_themes else ()
        territory = self.territory if self.form.gathers else ""
        return Wish(self.subjects, territory, themes, self.languages, self.options)

    @property
    def query(self) -> str:
        """The same, as the query of an address."""
        many = "ids" if self.form.gathers else "of"
        pairs = [("format", self.form.name), *((many, f"{kind}:{id}") for kind, id in self.subjects)]
        pairs += [("theme", self.theme)] if self.form.takes_themes else []
        pairs += [("langs", lang) for lang in self.languages] + ([("bw", "1")] if self.options.bw else [])
        numbers = (("start", self.options.start, 1), ("count", self.options.count, 0))
        pairs += [(name, str(number)) for name, number, usual in numbers if number != usual]
        return urlencode([*pairs, *self.measured.told.items()])


def read_choice(content: PublicContent, territory: str, fields: Fields) -> Choice:
    """Return what was chosen for a quarter, each thing that was not said as it is usual there."""
    asked, problems = _one(fields, "format") or DEFAULT, list[Problem]()
    if asked not in format_names():
        sentence = N_("Le format « {name} » n’existe pas : choisissez-en un autre.")
        problems.append(Problem("", "", sentence, {"name": asked}))
    form = read_format(asked if not problems else DEFAULT)
    subjects, wrong = _subjects(content, territory, form, fields)
    options, numbers_wrong = _options(form, fields)
    measured, measured_wrong = _measured(form, fields)
    theme, theme_wrong = _theme(content, territory, form, _one(fields, "theme"))
    return Choice(
        territory=territory,
        form=form,
        subjects=subjects,
        theme=theme,
        languages=_languages(content, territory, form, fields),
        options=replace(options, calibration=measured.calibration),
        measured=measured,
        problems=(*problems, *wrong, *theme_wrong, *numbers_wrong, *measured_wrong),
    )


def unmeasured(choice: Choice) -> Choice:
    """Return the same sheet for whichever printer prints it."""
    return replace(choice, measured=Measured(), options=replace(choice.options, calibration=Calibration()))


def test_choice(content: PublicContent, territory: str, fields: Fields) -> Choice:
    """Return the test sheet of a printer, corrected as far as it was measured before."""
    measured = {name: values for name, values in fields.items() if name in vars(Measured())}
    asked = {"format": [TEST_SHEET], "of": [f"{TERRITORY.name}:{territory}"], "langs": [SOURCE], **measured}
    choice = read_choice(content, territory, asked)
    return replace(choice, options=replace(choice.options, test_sheet=True))


# Private


def _one(fields: Fields, name: str) -> str:
    return next((text.strip() for text in fields.get(name, ()) if text.strip()), "")


def _each(fields: Fields, name: str) -> list[str]:
    return [word.strip() for text in fields.get(name, ()) for word in text.split(",") if word.strip()]


def _subjects(
    content: PublicContent, territory: str, form: Format, fields: Fields
) -> tuple[tuple[Named, ...], list[Problem]]:
    is_list = form.gathers and not form.is_numbered
    many = _each(fields, "ids") if form.gathers else []
    words = list(dict.fromkeys(many if many or is_list else _each(fields, "of")[:1]))
    if not words:
        usual = _usual_subject(content, territory, form)
        return (usual,) if usual else (), [] if usual else [Problem("", "", _nothing_of(form))]
    if is_list and len(words) > MOST_LISTED:
        sentence = N_("Cette feuille a de la place pour {most} lieux ; {count} sont choisis : enlevez-en.")
        return (), [Problem("", "", sentence, {"most": MOST_LISTED, "count": len(words)})]
    found = [_subject(content, word) for word in words]
    if None in found:
        return (), [Problem("", "", N_("Ce lieu ou cette balade n’est pas, ou n’est plus, sur la carte."))]
    subjects = tuple(named for named in found if named)
    return subjects, list(_mismatched(content, form, subjects))


def _subject(content: Content, word: str) -> Named | None:
    kind, colon, id = word.partition(":")
    if colon:
        return (kind, id) if find_subject(content, kind, id) is not None else None
    return next(((name, word) for name, each in SUBJECTS.items() if word in each.of(content)), None)


def _mismatched(content: Content, form: Format, subjects: Sequence[Named]) -> Iterator[Problem]:
    for kind, id in subjects:
        if kind not in form.prints:
            sentence = N_("Ce format ne s’imprime pas pour « {name} » : choisissez autre chose dans « De quoi ? ».")
            yield Problem("", "", sentence, {"name": SUBJECTS[kind].title_in(content, id)})


def _usual_subject(content: PublicContent, territory: str, form: Format) -> Named | None:
    """The quarter itself where a format prints one, else the first of its own that it can; a list begins empty."""
    if TERRITORY.name in form.prints:
        return TERRITORY.name, territory
    kinds = () if form.gathers else form.prints
    named = ((kind, subject.id) for kind in kinds for subject in SUBJECTS[kind].within(content, territory))
    return next(named, None)


def _nothing_of(form: Format) -> str:
    if form.gathers:
        return N_("Cochez au moins un lieu.")
    return N_("Ce quartier n’a encore rien à imprimer dans ce format.")


def _theme(content: PublicContent, territory: str, form: Format, asked: str) -> tuple[str, list[Problem]]:
    if not form.takes_themes:
        return "", []
    themes = [theme.id for theme in themes_within(content, territory)]
    if asked and asked not in themes:
        return "", [Problem("", "", N_("Aucun lieu public de ce quartier n’est de ce thème."))]
    if not themes:
        return "", [Problem("", "", N_("Ce quartier n’a encore rien à imprimer dans ce format."))]
    return asked or themes[0], []


def _languages(content: PublicContent, territory: str, form: Format, fields: Fields) -> tuple[str, ...]:
    asked = _each(fields, "langs")
    if not asked:
        return usual_languages(content.territories[territory].languages, form.most_languages)
    return tuple(dict.fromkeys((SOURCE, *asked)))


def _options(form: Format, fields: Fields) -> tuple[Options, list[Problem]]:
    is_grey = bool(_one(fields, "bw"))
    if not form.is_numbered:
        return Options(bw=is_grey), []
    start, count = _number(_one(fields, "start"), 1), _number(_one(fields, "count"), 0)
    if start is None or count is None or start < 1:
        sentence = N_("Le premier numéro et le nombre d’exemplaires vont de 1 à {most}.")
        return Options(bw=is_grey), [Problem("", "", sentence, {"most": MOST_NUMBERED})]
    return Options(bw=is_grey, start=start, count=count), []


def _measured(form: Format, fields: Fields) -> tuple[Measured, list[Problem]]:
    """Return what was measured on the test sheet; a person may write 99,5."""
    said = {name: _one(fields, name).replace(",", ".") for name in vars(Measured())} if form.is_calibrated else {}
    try:
        measured = Measured(**{name: float(text) for name, text in said.items() if text})
    except ValueError:
        measured = Measured(wide=0)
    if measured.is_possible:
        return measured, []
    low, high = RULERS_MM
    sentence = N_(
        "Mesurez encore la feuille d’essai : une règle a de {low} à {high} mm, "
        "la croix est à {most} mm du coin au plus."
    )
    return Measured(), [Problem("", "", sentence, {"low": low, "high": high, "most": MOST_OFF_MM})]


def _number(text: str, usual: int) -> int | None:
    if not text:
        return usual
    number = int(text) if text.isdecimal() and len(text) <= len(str(MOST_NUMBERED)) else MOST_NUMBERED + 1
    return number if number <= MOST_NUMBERED else None
