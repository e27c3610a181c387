"""The settings: one table of names, defaults and help; a wrong value stops the start with a sentence."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from urllib.parse import quote, urlsplit

from .domain.calendar import PARIS
from .domain.fault import Fault
from .domain.mail import MailFault, MailServer, read_address, read_mail_server
from .domain.text import N_

ROOT = Path(__file__).resolve().parent.parent
VERSION = version("adeuxpas")


class SettingFault(Fault):
    """A setting has a value that cannot be used; the sentence says which and what to write instead."""


@dataclass(frozen=True)
class Settings:
    """What the environment says. Read it with `read_settings`."""

    host: str
    port: int
    data: Path
    database_url: str
    public_url: str | None
    secret_key: str | None
    today: date | None
    kiosk_pin: str | None = None
    mail: MailServer | None = None

    @property
    def maps(self) -> Path:
        """The folder of the maps that `adeuxpas map build` made."""
        return self.data / "maps"

    @property
    def edition_date(self) -> date:
        """The date of an edition made now: today in Paris, unless `ADEUXPAS_TODAY` says another day."""
        return self.today or datetime.now(PARIS).date()


HELP = {
    "HOST": "Adresse d’écoute (127.0.0.1 ; 0.0.0.0 ouvre au réseau local).",
    "PORT": "Port d’écoute (8000).",
    "ADEUXPAS_DATA": "Dossier de la base, des éditions et des envois (var/).",
    "DATABASE_URL": "Base de données : sqlite:///… ou postgresql+psycopg://… (SQLite dans ADEUXPAS_DATA).",
    "ADEUXPAS_PUBLIC_URL": "Adresse publique imprimée sur le papier, par exemple https://quartier.example.",
    "SECRET_KEY": "Clé dont sont tirés les codes des balades (sinon tirée une fois, dans ADEUXPAS_DATA).",
    "ADEUXPAS_KIOSK_PIN": "Chiffres que tape un bénévole pour imprimer au kiosque ou tout un quartier (4 à 12).",
    "ADEUXPAS_SMTP_URL": "Serveur de courriel des invitations : smtp://nom:motdepasse@serveur:587, ou smtps://….",
    "ADEUXPAS_SMTP_FROM": "Adresse d’où partent les invitations, avec ADEUXPAS_SMTP_URL.",
    "ADEUXPAS_TODAY": "Date d’essai d’une édition, AAAA-MM-JJ (aujourd’hui).",
}


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Read every setting; raise `SettingFault` with a sentence for the first wrong one."""
    data = Path(environ.get("ADEUXPAS_DATA") or ROOT / "var").expanduser().resolve()
    return Settings(
        host=environ.get("HOST") or "127.0.0.1",
        port=_port(environ.get("PORT") or "8000"),
        data=data,
        database_url=_database(environ.get("DATABASE_URL") or f"sqlite:///{quote(str(data / 'adeuxpas.db'))}"),
        public_url=_public_url(environ.get("ADEUXPAS_PUBLIC_URL")),
        secret_key=environ.get("SECRET_KEY") or None,
        today=_day(environ.get("ADEUXPAS_TODAY")),
        kiosk_pin=_pin(environ.get("ADEUXPAS_KIOSK_PIN")),
        mail=_mail(environ.get("ADEUXPAS_SMTP_URL"), environ.get("ADEUXPAS_SMTP_FROM") or ""),
    )


def environ_of(settings: Settings) -> dict[str, str]:
    """Return the environment of another process of the product over the same settings."""
    said = {
        "ADEUXPAS_DATA": str(settings.data),
        "DATABASE_URL": settings.database_url,
        "ADEUXPAS_PUBLIC_URL": settings.public_url or "",
        "ADEUXPAS_TODAY": settings.today.isoformat() if settings.today else "",
    }
    return {**os.environ, **said}


def _pin(text: str | None) -> str | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 4 <= len(text) <= 12):
        raise SettingFault(N_("ADEUXPAS_KIOSK_PIN doit avoir de 4 à 12 chiffres, par exemple 2468."))
    return text


def _mail(url: str | None, sender: str) -> MailServer | None:
    """Return the server of e-mail; its password is in no sentence."""
    if not url:
        return None
    try:
        return read_mail_server(url, read_address(sender))
    except MailFault as error:
        raise SettingFault(
            N_("ADEUXPAS_SMTP_FROM doit dire d’où partent les courriels, par exemple bureau@quartier.example.")
        ) from error
    except ValueError as error:
        raise SettingFault(
            N_("ADEUXPAS_SMTP_URL ne se lit pas : écrivez smtp://nom:motdepasse@serveur:587, ou smtps://… (port 465).")
        ) from error


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise SettingFault(
            N_("PORT vaut « %(text)s » : écrivez un nombre entre 1 et 65535, par exemple 8000."), text=text
        )
    return int(text)


def _database(text: str) -> str:
    if not text.startswith(("sqlite:", "postgresql")):
        raise SettingFault(
            N_("DATABASE_URL vaut « %(text)s » : écrivez sqlite:///… ou postgresql+psycopg://…."), text=text
        )
    # Hosting platforms hand out the driverless form; psycopg 3 is the driver we install.
    return text.replace("postgresql://", "postgresql+psycopg://", 1)


def _public_url(text: str | None) -> str | None:
    if not text:
        return None
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise SettingFault(
            N_("ADEUXPAS_PUBLIC_URL vaut « %(text)s » : écrivez une adresse comme https://quartier.example."), text=text
        )
    return text.rstrip("/")


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SettingFault(
            N_("ADEUXPAS_TODAY vaut « %(text)s » : écrivez une date comme 2026-11-18."), text=text
        ) from error
