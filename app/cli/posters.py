"""`adeuxpas posters`: print sheets of any format, one or a whole quarter, as PDF, PNG or SVG."""

import sys
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

import click

from ..domain.public import PublicContent
from ..domain.subject import PLACE, TERRITORY, WALK
from ..domain.text import N_, NN_
from ..factory import create_app
from ..print.calibration import Calibration
from ..print.format import Format
from ..print.formats import format_names, read_format
from ..print.guard import MORE_DOUBTS, MOST_DOUBTS, doubts_about
from ..print.imposition import SIDES, TO_FOLD
from ..print.order import Options
from ..print.poster import Picture
from ..print.printer import bound
from ..publish.batch import Made, Wish, draw_batch, orders_of
from ..publish.make import site_of
from ..publish.sheets import read_printable
from ..settings import read_settings
from .poster import find_subject
from .progress import Refusal, bar, said
from .telling import here, say, say_count, say_problem

_KINDS = {PLACE.name: N_("lieu"), WALK.name: N_("balade"), TERRITORY.name: N_("quartier")}
_PIXELS_PER_INCH = 300
_KINDS_OF_FILE = ("pdf", "png", "svg")

_DONE = NN_("%(num)s feuille est prête : %(where)s.", "%(num)s feuilles sont prêtes : %(where)s.")
_STOPPED = NN_(
    "Arrêté : %(num)s feuille entière est dans %(where)s.", "Arrêté : %(num)s feuilles entières sont dans %(where)s."
)
_REFUSED = NN_("%(num)s feuille est refusée.", "%(num)s feuilles sont refusées.")


@click.command("posters")
@click.argument("sheet_format", metavar="FORMAT", required=False)
@click.argument("subjects", metavar="[SUBJECT …]", nargs=-1)
@click.option("--formats", is_flag=True, help="Liste les formats, et s’arrête.")
@click.option("--territory", default="", help="Le quartier : tout ce qu’il a à imprimer dans ce format.")
@click.option("--lang", default="", help="Une à quatre langues (fr,ar). Sans elles, celles du quartier.")
@click.option("--out", type=click.Path(path_type=Path), help="Fichier .pdf, ou dossier : une feuille par fichier.")
@click.option("--png", "picture", flag_value="png", help="Des images plutôt que des PDF.")
@click.option("--svg", "picture", flag_value="svg", help="Des dessins plutôt que des PDF.")
@click.option("--bw", is_flag=True, help="En noir et blanc.")
@click.option("--start", default=1, help="Étiquettes : le numéro de la première. Papiers : leur premier numéro.")
@click.option("--count", default=0, help="Combien d’étiquettes ou de papiers.")
@click.option("--shift", default=(0.0, 0.0), nargs=2, metavar="DX DY", help="Décale l’impression, en mm.")
@click.option("--scale", default=(1.0, 1.0), nargs=2, metavar="SX SY", help="Corrige la taille (1.005 agrandit).")
@click.option("--test-sheet", is_flag=True, help="Étiquettes : la feuille d’essai, avec sa règle.")
def command(sheet_format: str | None, subjects: tuple[str, ...], formats: bool, **chosen: object) -> None:
    """Imprime des feuilles : affiches, étiquettes, cartes, plans, livrets…

    SUBJECT est un code ou un identifiant (pour « theme », un thème). Ce qui ne peut pas être imprimé est nommé avec
    sa raison ; le reste l’est, et la commande finit par 2.
    """
    if formats or sheet_format is None:
        tell_formats()
        return
    with said():
        form = _format_called(sheet_format)
        refused = print_sheets(form, subjects, Chosen(**chosen))  # type: ignore[arg-type] # click has read them
    if refused:
        sys.exit(2)


@dataclass(frozen=True)
class Chosen:
    """The options of the command, as they were given."""

    territory: str
    lang: str
    out: Path | None
    picture: Picture | None
    bw: bool
    start: int
    count: int
    shift: tuple[float, float]
    scale: tuple[float, float]
    test_sheet: bool

    @property
    def options(self) -> Options:
        """How the sheets are to come out."""
        calibration = Calibration(*self.shift, *self.scale)
        return Options(self.bw, self.start, self.count, calibration, test_sheet=self.test_sheet)


def tell_formats() -> None:
    """Print what each format is called, what it is and what it prints."""
    for name in format_names():
        form = read_format(name)
        wide, high = (here().formats.number(side) for side in form.page_mm)
        printed = ", ".join(say(_KINDS[kind]) for kind in form.prints)
        click.echo(f"{name:<9} {say(form.title)} · {wide} × {high} mm · {printed}")


def print_sheets(form: Format, words: Sequence[str], chosen: Chosen) -> int:
    """Write the sheets that are asked for, name the others, and return how many those are."""
    settings = read_settings()
    with create_app(settings).app_context():
        printable = read_printable(site_of(settings), settings.maps)
    wish = _wish(printable.content, form, words, chosen)
    orders = orders_of(form, printable, wish, settings.edition_date)
    if not orders:
        raise Refusal(say(N_("Dites de quoi : un code, un identifiant, ou --territory et un quartier.")))
    _tell_doubts(dict.fromkeys(say_problem(doubt) for order in orders for doubt in doubts_about(order, here())))
    made: list[Made] = []
    fmt = chosen.picture or "pdf"
    target = _target(form, chosen.out, fmt, len(orders), wish.territory or orders[0].subjects[0][1])
    try:
        with bar(say("Impression"), counts=True) as advance:
            for done, sheet in enumerate(draw_batch(form, orders, fmt=fmt, ppi=_PIXELS_PER_INCH), 1):
                made.append(target.keep(sheet))
                advance(done, len(orders))
    except KeyboardInterrupt:
        kept = len(made) if target.is_folder else 0
        raise Refusal(say_count(*_STOPPED, kept, where=target.path)) from None
    return _told(made, target)


# Private


def _tell_doubts(doubts: Collection[str]) -> None:
    for doubt in islice(doubts, MOST_DOUBTS):
        click.echo(f"{say('à savoir')} · {doubt}", err=True)
    if (left := len(doubts) - MOST_DOUBTS) > 0:
        click.echo(say_count(*MORE_DOUBTS, left), err=True)


@dataclass(frozen=True)
class _Target:
    """Where sheets go: a file for all of them, or a folder with a file for each."""

    path: Path
    form: Format
    fmt: Picture
    is_folder: bool

    def keep(self, sheet: Made) -> Made:
        """Write a sheet into the folder, whole, and let it go; what goes into one file is kept until the end."""
        if not self.is_folder or sheet.refused:
            return sheet
        self.path.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(sheet.pages, 1):
            page_name = f"{sheet.name}-{number}" if len(sheet.pages) > 1 else sheet.name
            _write(self.path / f"{self.form.name}-{page_name}.{self.fmt}", page)
        if sheet.to_fold:
            _write(self.path / f"{self.form.name}-{sheet.name}-{TO_FOLD}.pdf", sheet.to_fold)
        return replace(sheet, pages=(), to_fold=None)

    def finish(self, sheets: Sequence[Made]) -> None:
        """Write the one file, and beside it what is to be folded."""
        pages = [page for sheet in sheets for page in sheet.pages]
        if self.is_folder or not pages:
            return
        if self.fmt != "pdf" and len(pages) > 1:
            raise Refusal(say(N_("Plusieurs images ne tiennent pas dans un fichier : donnez un dossier avec --out.")))
        _write(self.path, pages[0] if len(pages) == 1 else bound(pages, self.form.sides))
        if folded := [sheet.to_fold for sheet in sheets if sheet.to_fold]:
            beside = self.path.with_stem(f"{self.path.stem}-{TO_FOLD}")
            _write(beside, folded[0] if len(folded) == 1 else bound(folded, SIDES))


def _target(form: Format, out: Path | None, fmt: Picture, count: int, name: str) -> _Target:
    if out is None:
        path = Path(f"{form.name}-{name}.pdf") if (fmt, count) == ("pdf", 1) else Path(f"{form.name}-{name}")
        return _Target(path, form, fmt, is_folder=path.suffix != ".pdf")
    kind = out.suffix.lower().removeprefix(".")
    if out.is_dir() or kind not in _KINDS_OF_FILE:
        return _Target(out, form, fmt, is_folder=True)
    if kind != fmt:
        sentence = N_("« %(file)s » n’est pas le nom d’un fichier %(kind)s : changez-le, ou donnez un dossier.")
        raise Refusal(say(sentence, file=out, kind=fmt.upper()))
    return _Target(out, form, fmt, is_folder=False)


def _write(file: Path, data: bytes) -> None:
    """Write a file whole or not at all: who stops the command finds no half of one."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _told(made: Iterable[Made], target: _Target) -> int:
    sheets = list(made)
    refused = [sheet.refused for sheet in sheets if sheet.refused]
    drawn = [sheet for sheet in sheets if not sheet.refused]
    target.finish(drawn)
    for refusal in refused:
        for problem in refusal.problems:
            click.echo(say_problem(problem), err=True)
    if drawn:
        click.echo(say_count(*_DONE, len(drawn), where=target.path))
    if refused:
        click.echo(say_count(*_REFUSED, len(refused)), err=True)
    return len(refused)


def _format_called(name: str) -> Format:
    if name not in format_names():
        sentence = N_("Le format « %(name)s » n’existe pas : choisissez parmi %(offered)s.")
        raise Refusal(say(sentence, name=name, offered=", ".join(format_names())))
    return read_format(name)


def _wish(content: PublicContent, form: Format, words: Sequence[str], chosen: Chosen) -> Wish:
    territory = _territory(content, chosen.territory)
    languages = tuple(lang.strip() for lang in chosen.lang.split(",") if lang.strip())
    if not form.takes_themes:
        subjects = tuple(find_subject(content, word) for word in words)
        return Wish(subjects, territory, (), languages, chosen.options)
    themes = tuple(_theme(content, word) for word in words)
    if not territory:
        raise Refusal(say(N_("Dites de quel quartier, avec --territory.")))
    return Wish(((TERRITORY.name, territory),), territory, themes, languages, chosen.options)


def _territory(content: PublicContent, word: str) -> str:
    if not word:
        return ""
    kind, id = find_subject(content, word)
    if kind != TERRITORY.name:
        raise Refusal(say(N_("« %(words)s » n’est pas un quartier."), words=word))
    return id


def _theme(content: PublicContent, word: str) -> str:
    themes = [theme.id for theme in content.categories.themes]
    if word not in themes:
        sentence = N_("Le thème « %(words)s » n’existe pas : choisissez parmi %(offered)s.")
        raise Refusal(say(sentence, words=word, offered=", ".join(themes)))
    return word
