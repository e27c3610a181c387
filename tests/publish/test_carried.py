"""What a server that makes editions carries: not what draws sheets, writes calendars or speaks with devices."""

import subprocess
import sys

from tests.cast.program import ROOT

APART = ("icalendar", "pikepdf", "typst", "webauthn")


def test_a_server_that_makes_editions_does_not_carry_what_is_seldom_needed() -> None:
    script = "import sys, app.cli.serve, app.publish.produce; print(*sys.modules)"
    command = [sys.executable, "-c", script]
    loaded = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split()
    assert "app.pages.renderer" in loaded
    assert not {*APART}.intersection(loaded)
