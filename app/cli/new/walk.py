"""`adeuxpas new walk`: a draft with comments in `walks/`."""

from collections.abc import Sequence
from pathlib import Path

import click

from ...domain.content import Content
from ...domain.territory import Territory
from ...domain.text import N_
from ...exchange.native.adding import add_walk
from ...exchange.native.sentences import guess
from ...exchange.native.toml_text import write_toml
from ..progress import said
from ..telling import say
from .asking import (
    Given,
    New,
    ask_home,
    ask_what,
    open_folder,
    refused,
    takes_territory,
    takes_what_all_take,
    tell_written,
    write,
)


@click.command("walk")
@click.option("--name", "--title", "name", metavar="TITRE", help="Son titre.")
@takes_territory
@takes_what_all_take
@click.option("--stop", "stops", metavar="LIEU", multiple=True, help="Lieu d’un arrêt, dans l’ordre ; plusieurs fois.")
def command(
    folder: Path,
    name: str | None,
    territory: str | None,
    stops: Sequence[str],
    wanted_id: str | None,
    wanted_code: str | None,
) -> None:
    """Ajoute une balade, en brouillon commenté, à walks/ de FOLDER (sans lui, les fichiers du projet).

    Sans --stop, elle part de l’école du quartier, ou d’un point à déplacer.
    """
    with said():
        answers = open_folder(folder)
        content = answers.content
        new = ask_what(content, "walk", Given(name, wanted_id, wanted_code), say("Titre de la balade"))
        home = ask_home(content, territory)
        halts = [_place(content, stop) for stop in stops] or [_start(content, home)]
        addition = add_walk(content, answers.files, new.id, new.code, _skeleton(new, home, halts))
        write(answers, addition)
    tell_written(answers, addition.path, new.code)
    click.echo(say("Ouvrez ce fichier\u00a0: chaque ligne qui commence par # dit quoi écrire."))


# Private

_Block = dict[str, object]


def _place(content: Content, named: str) -> _Block:
    if named in content.places:
        return {"place": named}
    near = guess(named, content.places)
    if near:
        raise refused(say(_PERHAPS, place=named, guess=near))
    raise refused(say("Le lieu «\u00a0%(place)s\u00a0» n’existe pas (--stop).", place=named))


def _start(content: Content, home: Territory) -> _Block:
    """Return where a walk starts when nobody said: at the school, else at a point of the territory to be moved."""
    if home.school in content.places:
        return {"place": home.school}
    point = home.point_in(home.bounds)
    return {"point": list(point or home.outline[0][0]), "name": "Premier arrêt, à remplacer"}


def _skeleton(new: New, home: Territory, halts: Sequence[_Block]) -> str:
    """Return the text of the file. Its comments are French, as what is written there."""
    head = {
        **{"format": 1, "id": new.id, "status": "draft"},
        **{"title": new.name, "territory": home.id, "code": new.code},
    }
    parts = [_HEAD + write_toml(head) + _TEXTS, _MEETING]
    parts += [(_STOP if number == 0 else "") + write_toml({"stop": [halt]}) for number, halt in enumerate(halts)]
    return "\n".join([*parts, _MORE])


_PERHAPS = N_("Le lieu «\u00a0%(place)s\u00a0» n’existe pas\u00a0: vouliez-vous dire %(guess)s\u00a0? (--stop)")

_HEAD = """\
# Une balade en brouillon : personne ne la voit tant que status n’est pas "published".
# Une ligne qui commence par # est un commentaire ; enlevez le # pour que la ligne compte.
"""
_TEXTS = """\

# De quoi il s’agit, en une ou deux phrases simples.
# summary = "Cinq lieux à quelques pas de l’école : lire, jouer, demander conseil."
# Ce qu’il faut savoir avant de partir.
# advice = "Prévoyez de l’eau. Le chemin a trois marches."
# Les langues de la balade, puis pour qui elle est.
# languages = ["fr", "ar"]
# audience = ["familles"]
# Qui l’a essayée à pied, et quand.
# checked = { on = 2026-11-28, by = "animatrice du kiosque" }
"""
_MEETING = """\
# Le rendez-vous : l’identifiant d’un lieu, et comment se reconnaître.
# [meeting]
# place = "identifiant-du-lieu"
# text = "Devant la grille, avec le parapluie jaune."
"""
_STOP = """\
# Les arrêts, dans l’ordre. stay_min : minutes sur place ; indoor = true : à l’abri ; text : ce que l’on y dit.
"""
_MORE = """\
# Pour un arrêt de plus, recopiez ces lignes sans les # :
# [[stop]]
# place = "identifiant-du-lieu"
# stay_min = 15
# text = "Entrez avec les enfants : on peut s’installer et lire."
# sense = "Touchez trois couvertures : laquelle est la plus douce ?"
# leader = "Prévenir la bibliothèque la veille."
# [[stop.quiz]]
# question = "Quel livre choisirais-tu ?"
#
# sense : une chose à regarder, toucher ou écouter ; leader : ce que lit seule la personne qui mène, jamais publié.
# Un arrêt sans lieu : point = [2.3639, 48.8931] et name = "Le banc sous le tilleul".
#
# Une date de sortie, à l’heure de Paris :
# [[session]]
# id = "janvier"
# start = "2027-01-13 14:00"
"""
