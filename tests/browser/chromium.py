"""Find the Chromium that tests drive, or install one: the system's, Debian's package, Playwright's own.

The shell is the same engine without the windows around it that nobody sees: a page costs less than half.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

SHELL = "chromium-headless-shell"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

HELD_BACK = pytest.mark.flaky(reruns=2, only_rerun="TimeoutError")
"""For who takes a new edition. Under a debugger, as Playwright is one, a busy Chromium keeps the worker of before: one
press in forty waits for minutes. Driven without a debugger it never did, in ninety presses."""


def find_chromium(*, whole: bool = False) -> str | None:
    """Return the path of a Chromium: `CHROMIUM`, the system's (its shell first, unless the whole is wanted), or
    Playwright's own download."""
    for name in filter(None, (os.environ.get("CHROMIUM"), *([] if whole else [SHELL]), *NAMES)):
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install_chromium() -> str | None:
    """Install a Chromium by the first way that works here, and return its path."""
    debian = "apt-get install -y -qq --no-install-recommends fonts-noto-core"
    for command in (
        ["sh", "-c", f"apt-get update -qq && {{ {debian} chromium {SHELL} || {debian} chromium; }}"],
        [sys.executable, "-m", "playwright", "install", "chromium"],
    ):
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if found := find_chromium():
            return found
    return None


if __name__ == "__main__":
    path = find_chromium()
    if path is None:
        print("Chromium manque : installation…", flush=True)
        path = install_chromium()
    if path is None:
        sys.exit("Aucun Chromium : installez le paquet « chromium » de votre système, ou indiquez CHROMIUM=/chemin.")
    print(f"Chromium : {path}")
