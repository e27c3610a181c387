"""`adeuxpas doctor`: what matters for a site, looked at one thing after the other; each finding says what to do."""

import sys
from collections.abc import Callable, Iterator
from itertools import chain

import click
from flask import Flask

from ...domain.fault import Fault
from ...factory import create_app
from ...settings import Settings, read_settings
from ..telling import say, say_count, say_fault
from .finding import Finding, Level, wrong
from .library import look_at_backup, look_at_library
from .machine import look_at_machine
from .site import look_at_edition, look_at_fonts, look_at_languages, look_at_settings


@click.command("doctor")
def command() -> None:
    """Dit comment va le site, chose par chose, et quoi faire ; ne change rien.

    Le code de sortie est 0 quand tout va, ou qu’il n’y a que des choses à voir ; 1 quand quelque chose ne va pas.
    """
    settings = read_settings()
    app = create_app(settings)
    with app.app_context():
        found = list(_look(app, settings))
    for finding in found:
        click.echo(f"{_mark(finding.level)} · {finding.words}")
    faults = sum(finding.level is Level.WRONG for finding in found)
    if faults:
        click.echo(say_count("%(num)s chose ne va pas.", "%(num)s choses ne vont pas.", faults))
        sys.exit(1)
    click.echo(say("Le site va bien."))


# Private


def _look(app: Flask, settings: Settings) -> Iterator[Finding]:
    looks: list[Callable[[], Iterator[Finding]]] = [
        lambda: look_at_library(settings),
        look_at_languages,
        lambda: look_at_edition(app),
        lambda: iter([look_at_fonts()]),
        lambda: look_at_settings(settings),
        lambda: look_at_machine(settings),
        lambda: look_at_backup(settings),
    ]
    # Several looks may hear the same of a library that does not answer: said once.
    return iter(dict.fromkeys(chain.from_iterable(_told(each) for each in looks)))


def _told(look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    """Yield what a look finds; what stops it is a finding too."""
    try:
        yield from look()
    except (Fault, OSError) as fault:
        yield wrong(say_fault(fault))


def _mark(level: Level) -> str:
    return {Level.WELL: say("bien"), Level.LOOK: say("à voir"), Level.WRONG: say("à réparer")}[level]
