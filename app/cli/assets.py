"""`adeuxpas assets`: build scripts, styles, pictograms, icons, fonts and messages."""

import click

from ..assets import AssetsError, build_assets
from ..factory import create_app


@click.command()
@click.option("--dev", is_flag=True, help="Sans réduction, avec les sources pour le débogueur.")
def command(dev: bool) -> None:
    """Construit ce que les pages utilisent : scripts, styles, pictogrammes, icônes, polices, messages."""
    try:
        build_assets(create_app(), dev=dev, progress=lambda name: click.echo(f"  {name}"))
    except AssetsError as error:
        raise click.ClickException(str(error)) from error
