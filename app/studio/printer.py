"""The printer of this machine, by CUPS: which one there is, and a sheet sent to it at its true size.

The sheet goes from the server to the printer (`lp -o print-scaling=none`): a browser would fit it to its margins, and
codes would shrink.
"""

import shutil
import subprocess

from ..domain.fault import Fault
from ..domain.text import N_

WITHIN_S = 10


class PrinterFault(Fault):
    """A sheet cannot be printed here now.

    PrinterFault
    ├── NoPrinter         CUPS is not installed, or knows no printer
    ├── PrinterStopped    there is one, and it is stopped
    └── PrinterRefused    CUPS did not take the sheet, and says why
    """


class NoPrinter(PrinterFault):
    """CUPS is not installed, or knows no printer."""

    sentence = N_("Aucune imprimante n’est branchée à cette machine : demandez une feuille à une personne du kiosque.")


class PrinterStopped(PrinterFault):
    """There is a printer, and it is stopped."""

    sentence = N_("L’imprimante est arrêtée : regardez le papier et l’encre, puis rallumez-la.")


class PrinterRefused(PrinterFault):
    """CUPS did not take the sheet."""


def print_sheet(pdf: bytes, title: str, media: str) -> None:
    """Send a PDF to the printer of this machine, on a paper (`A5`); raise a `PrinterFault` when it does not go."""
    printer = find_printer()
    options = ["-o", "print-scaling=none", "-o", f"media={media}", "-o", "sides=one-sided"]
    ended = _run("lp", "-d", printer, *options, "-t", title, given=pdf)
    if ended.returncode:
        reason = ended.stderr.decode(errors="replace").strip().splitlines() or ["lp"]
        sentence = N_("L’imprimante n’a pas pris la feuille (%(reason)s).")
        raise PrinterRefused(sentence, reason=reason[0].removeprefix("lp: "))


def find_printer() -> str:
    """Return the name of the usual printer, else of the first; raise `NoPrinter`, or `PrinterStopped`."""
    usual = _run("lpstat", "-d").stdout.decode(errors="replace").partition("destination: ")[2].split()
    names = usual or _run("lpstat", "-e").stdout.decode(errors="replace").split()
    if not names:
        raise NoPrinter
    if " disabled " in _run("lpstat", "-p", names[0]).stdout.decode(errors="replace"):
        raise PrinterStopped
    return names[0]


# Private


def _run(name: str, *arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    program = shutil.which(name)
    if program is None:
        raise NoPrinter
    command = ["env", "LC_ALL=C", program, *arguments]
    try:
        return subprocess.run(command, input=given, capture_output=True, timeout=WITHIN_S, check=False)  # noqa: S603 - names of ours
    except subprocess.TimeoutExpired as error:
        raise PrinterStopped from error
