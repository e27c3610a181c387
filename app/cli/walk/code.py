"""`adeuxpas walk code`: the code that opens, on a leader's phone, what only who leads a walk may read."""

from collections.abc import Iterator

import click

from ...domain.content import Content
from ...domain.public import public_content
from ...domain.text import N_
from ...edition.walks.leader_pack import is_open_with, leader_code, leader_pack_path, texts_for_leader
from ...factory import create_app
from ...library.content.queries import read_library
from ...publish.make import EditionMaker
from ...publish.site_secret import renew_site_secret, site_secret
from ...settings import read_settings
from ..progress import Refusal, said
from ..telling import say
from .finding import find_walk


@click.command("code")
@click.argument("walk", metavar="BALADE", required=False)
@click.option("--renew", is_flag=True, help="Tire d’autres codes pour toutes les balades : les anciens n’ouvrent plus.")
def command(walk: str | None, renew: bool) -> None:
    """Donne le code qui ouvre, sur un téléphone, les notes de la personne qui mène BALADE.

    Le code change quand ces notes changent. Sans BALADE, celui de chaque balade.
    """
    with said():
        settings = read_settings()
        app = create_app(settings)
        with app.app_context():
            content = read_library()
        if renew:
            renew_site_secret(settings)
        secret = site_secret(settings)
        published = EditionMaker(app).store.current()
        files = published.files if published else {}
        for id in [find_walk(content.walks, walk)] if walk else _led(content):
            texts = texts_for_leader(content, content.walks[id])
            if not texts:
                raise Refusal(say(_NO_TEXTS, walk=id))
            stored, code = files.get(leader_pack_path(id)), leader_code(secret, id, texts)
            click.echo(f"{code[:5]} {code[5:]}" if walk else f"{code[:5]} {code[5:]}  {id}")
            if stored is None or not is_open_with(stored.mark, secret, id, texts):
                click.echo(say(_LATER, walk=id), err=True)


# Private

_NO_TEXTS = N_("La balade « %(walk)s » n’a pas de note pour la personne qui mène : il n’y a rien à ouvrir.")
_LATER = N_("%(walk)s : ce code ouvrira la prochaine édition (« adeuxpas edition »), pas celle d’aujourd’hui.")


def _led(content: Content) -> Iterator[str]:
    """Yield the walks that families may see and that have something for their leader."""
    public = public_content(content)
    for territory in public.territories:
        yield from (
            walk.id for walk in public.public_walks(territory) if texts_for_leader(content, content.walks[walk.id])
        )
