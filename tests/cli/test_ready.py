"""What a command needs before it begins: a folder to write in, whoever else asks for it just then."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.cli.progress import Refusal
from app.cli.ready import require_folder
from tests.cast.library import settings_over


def test_commands_that_begin_together_all_get_their_folder(tmp_path: Path) -> None:
    settings = settings_over(tmp_path / "var")
    with ThreadPoolExecutor(8) as commands:
        for each in [commands.submit(require_folder, settings) for _ in range(400)]:
            each.result()
    assert [*settings.data.iterdir()] == []


def test_a_folder_that_cannot_be_there_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refusal, match=r"On ne peut pas écrire dans le dossier .*file/var .*ADEUXPAS_DATA"):
        require_folder(settings_over(tmp_path / "file/var"))
