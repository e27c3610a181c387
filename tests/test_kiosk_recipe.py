"""The files that start the screen of a kiosk, run with a server that comes late and a browser that notes its flags."""

import json
import os
import re
import shutil
import subprocess
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from .browser.server import free_port

KIOSK = Path(__file__).resolve().parents[1] / "docs" / "kiosk"
LATE_S = 1.5

pytestmark = pytest.mark.skipif(shutil.which("curl") is None, reason="a kiosk has curl")


class Answer(BaseHTTPRequestHandler):
    """Says that the screen of `nord` was heard an hour ago, whatever is asked."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"screens": {"nord": "2026-01-01T00:00:00+00:00"}, "status": "ok"}')

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def tools(folder: Path) -> str:
    """Return a path on which `cage` and `systemctl` note what they are told."""
    for name in ("cage", "systemctl"):
        tool = folder / name
        tool.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/{name}.told"\n', encoding="utf-8")
        tool.chmod(0o755)
    return f"{folder}:{os.environ['PATH']}"


def run(name: str, folder: Path, port: int) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": tools(folder),
        "KIOSK_TERRITORY": "nord",
        "KIOSK_ADDRESS": f"http://127.0.0.1:{port}",
        "XDG_RUNTIME_DIR": str(folder),
    }
    return subprocess.run([str(KIOSK / name)], env=environment, capture_output=True, text=True, timeout=30, check=True)


def serve(port: int) -> HTTPServer:
    server = HTTPServer(("127.0.0.1", port), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def stop(server: HTTPServer) -> None:
    server.shutdown()
    server.server_close()


def test_the_screen_waits_for_its_server_and_opens_it_alone(tmp_path: Path) -> None:
    port, begun = free_port(), time.monotonic()
    servers: list[HTTPServer] = []
    Thread(target=lambda: (time.sleep(LATE_S), servers.append(serve(port))), daemon=True).start()
    run("start-screen", tmp_path, port)
    assert time.monotonic() - begun >= LATE_S
    stop(servers[0])
    told = (tmp_path / "cage.told").read_text(encoding="utf-8").split("\n")
    assert f"--app=http://127.0.0.1:{port}/kiosk/nord" in told and "--kiosk" in told
    profile = next(word for word in told if word.startswith("--user-data-dir=")).split("=")[1]
    assert Path(profile).is_dir() and Path(profile).parent == tmp_path


def test_a_silent_screen_is_started_again(tmp_path: Path) -> None:
    port = free_port()
    server = serve(port)
    run("watch-screen", tmp_path, port)
    stop(server)
    assert (tmp_path / "systemctl.told").read_text(encoding="utf-8").split() == ["restart", "adeuxpas-screen.service"]


def test_a_server_that_is_away_is_no_reason_to_start_the_screen_again(tmp_path: Path) -> None:
    run("watch-screen", tmp_path, free_port())
    assert not (tmp_path / "systemctl.told").exists()


def test_the_browser_may_open_its_own_server_and_nothing_else() -> None:
    policy = json.loads((KIOSK / "chromium-policy.json").read_text(encoding="utf-8"))
    assert (policy["URLBlocklist"], policy["URLAllowlist"]) == (["*"], ["http://127.0.0.1:8000"])
    assert policy["PrintingEnabled"] is False


def test_every_unit_is_told_in_the_guide_and_runs_what_is_there() -> None:
    guide = (KIOSK.parent / "kiosk.md").read_text(encoding="utf-8")
    units = [*KIOSK.glob("*.service"), *KIOSK.glob("*.timer")]
    assert len(units) >= 5 and [unit.name for unit in units if unit.stem not in guide] == []
    told = "".join(unit.read_text(encoding="utf-8") for unit in units)
    scripts = set(re.findall(r"^ExecStart=/opt/adeuxpas/(docs/\S+)", told, re.MULTILINE))
    assert {Path(script).name for script in scripts} == {"start-screen", "watch-screen"}
    assert all(os.access(KIOSK.parents[1] / script, os.X_OK) for script in scripts)
