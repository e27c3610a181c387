"""Loading: the library says what the files say, or nothing has changed."""

import shutil
from pathlib import Path

import pytest
from flask import Flask

from app.library.dump import dump_folder
from app.library.load import load_folder
from app.library.queries import library_digest, read_library

from ..conftest import TINY


def test_x(any_app):
    r = load_folder(TINY)
    print(r)
    assert load_folder(TINY).is_unchanged
    read_library()
