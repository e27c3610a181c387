"""Files are replaced all together, or stay as they were."""

from pathlib import Path

import pytest

from app.exchange.native.replacing import replace_files


def test_when_one_file_cannot_be_put_in_place_the_others_are_what_they_were(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    (tmp_path / "folder" / "full").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        replace_files(tmp_path, {"old": b"after", "new": b"after", "folder": b"after"})
    assert (tmp_path / "old").read_bytes() == b"before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "old"]
