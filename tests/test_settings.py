"""What the environment says, whatever signs it uses."""

from pathlib import Path

import pytest

from app.domain.mail import MailServer
from app.factory import create_app
from app.library.db import db
from app.settings import SettingFault, read_settings


def test_the_database_is_in_the_data_folder_whatever_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "Où est-ce ? 100 %"
    app = create_app(read_settings({"ADEUXPAS_DATA": str(folder)}))
    with app.app_context():
        assert db.engine.url.database == str(folder / "adeuxpas.db")


def test_letters_leave_by_the_server_that_is_set() -> None:
    assert read_settings({}).mail is None
    sender = "bureau@quartier.example"
    found = read_settings({"ADEUXPAS_SMTP_URL": "smtps://bureau:mot@mail.example", "ADEUXPAS_SMTP_FROM": sender})
    assert found.mail == MailServer("mail.example", 465, sender, True, "bureau", "mot")
    assert "'mot'" not in repr(found)


@pytest.mark.parametrize(
    ("url", "sender", "sentence"),
    [
        ("http://mail.example", "a@b.fr", "ADEUXPAS_SMTP_URL ne se lit pas"),
        ("smtp://", "a@b.fr", "ADEUXPAS_SMTP_URL ne se lit pas"),
        ("smtp://x:secret@mail.example:port", "a@b.fr", "ADEUXPAS_SMTP_URL ne se lit pas"),
        ("smtp://x:secrét@mail.example", "a@b.fr", "ADEUXPAS_SMTP_URL ne se lit pas"),
        ("smtp://a..b", "a@b.fr", "ADEUXPAS_SMTP_URL ne se lit pas"),
        ("smtp://mail.example", "", "ADEUXPAS_SMTP_FROM doit dire"),
        ("smtp://mail.example", "le bureau", "ADEUXPAS_SMTP_FROM doit dire"),
    ],
)
def test_a_wrong_server_of_letters_is_said_without_its_password(url: str, sender: str, sentence: str) -> None:
    with pytest.raises(SettingFault, match=sentence) as told:
        read_settings({"ADEUXPAS_SMTP_URL": url, "ADEUXPAS_SMTP_FROM": sender})
    assert "secr" not in str(told.value)
