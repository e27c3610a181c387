"""What the environment says, whatever signs it uses."""

from pathlib import Path

from app.factory import create_app
from app.library.db import db
from app.settings import read_settings


def test_the_database_is_in_the_data_folder_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "Où est-ce ? 100 %"
    app = create_app(read_settings({"ADEUXPAS_DATA": str(folder)}))
    with app.app_context():
        assert db.engine.url.database == str(folder / "adeuxpas.db")
