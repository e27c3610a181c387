"""`adeuxpas serve`: bring everything up to date, say where the site is, and serve it."""

import gc
from functools import partial
from importlib import import_module

import click
from flask import Flask
from qrcode.main import QRCode

from ..factory import create_app
from ..library.db import bind_models
from ..publish.make import EditionMaker
from ..publish.memory import share_one_heap
from ..server import local_network_address, require_address, run_server
from ..settings import Settings, read_settings
from .apart import do_apart
from .edition import tell_damaged_maps
from .left_out import tell_left_out
from .progress import FAULTS, as_full_disk, bar, said
from .ready import bring_up_to_date, require_folder
from .telling import here, say, say_count, say_fault
from .watch import EditionWatch

ANYWHERE = ("0.0.0.0", "::")  # noqa: S104 - what HOST may say, not what we choose


@click.command("serve")
@click.option("--dev", is_flag=True, help="Recharge à chaque changement du programme, des pages ou des données.")
def command(dev: bool) -> None:
    """Prépare la base et l’édition, puis ouvre le site."""
    settings = read_settings()
    with said():
        require_address(settings.host, settings.port)
        if dev:
            import_module(".dev", __package__).build_dev_assets()
        app = create_app(settings)
        maker = EditionMaker(app)
    # Apart: the workers, forked from here, are not to carry for ever what the making of an edition needs.
    do_apart(partial(_prepare, app, maker, settings))
    _announce(settings)
    watch: EditionWatch = import_module(".dev", __package__).DevWatch(app, maker) if dev else EditionWatch(maker)
    share_one_heap()
    bind_models()
    gc.collect()
    gc.freeze()  # workers are forked: a collector that visits what they inherit would copy all of it
    run_server(settings, on_start=watch.start)
    watch.stop()


# Private


def _prepare(app: Flask, maker: EditionMaker, settings: Settings) -> None:
    """Bring database and edition up to date; when that fails, an edition made before is still served."""
    with said():
        try:
            require_folder(settings)
            bring_up_to_date(app)
            _print(maker)
        except FAULTS as error:
            edition = maker.store.current()
            if edition is None:
                raise
            click.echo(say_fault(as_full_disk(error)), err=True)
            click.echo(say("L’édition %(number)s, faite avant, reste en ligne.", number=edition.number), err=True)


def _print(maker: EditionMaker) -> None:
    edition = maker.mended()
    if edition is None or not maker.is_current():
        with bar(say("Édition")) as progress:
            edition = maker.make_edition(progress)
        tell_damaged_maps(maker)
    tell_left_out(edition.unmade)
    files = say_count("%(num)s fichier", "%(num)s fichiers", len(edition.files))
    number, day = edition.number, here().formats.short_day(edition.date)
    click.echo(say("Édition %(number)s du %(day)s, %(files)s.", number=number, day=day, files=files))


def _announce(settings: Settings) -> None:
    host = "127.0.0.1" if settings.host in ANYWHERE else settings.host
    _say_open(say("À deux pas est ouvert"), host, settings.port)
    address = local_network_address() if settings.host in ANYWHERE else None
    if address:
        _say_open(say("Sur le réseau local"), address, settings.port)
        code = QRCode(border=2)
        code.add_data(f"HTTP://{address}:{settings.port}/")
        code.print_ascii(invert=True)


def _say_open(words: str, host: str, port: int) -> None:
    shown = f"[{host}]" if ":" in host else host
    click.echo(say("%(words)s\u00a0: %(address)s", words=words, address=f"http://{shown}:{port}"))
