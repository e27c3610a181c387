"""The secret of a site: `SECRET_KEY`, or 32 bytes that it drew once.

The codes of leaders are drawn from it, and it hides the addresses of who tries to enter the desk.
"""

import hmac
import secrets
from contextlib import suppress
from pathlib import Path

from ..domain.text import N_
from ..edition.store import EditionFault
from ..settings import Settings

BYTES = 32


def site_secret(settings: Settings) -> bytes:
    """Return the secret of a site, drawn at the first need; raise `EditionFault` where it cannot be kept or read."""
    if settings.secret_key:
        return settings.secret_key.encode()
    file = _file(settings)
    try:
        if not file.exists():
            _draw(file)
        secret = file.read_bytes()
    except OSError as error:
        raise EditionFault(_UNREADABLE, file=file.name, reason=error.strerror or str(error)) from error
    if len(secret) != BYTES:
        raise EditionFault(_DAMAGED, file=file.name)
    return secret


def print_of(secret: bytes) -> str:
    """Return what tells two secrets apart, and tells neither."""
    return hmac.digest(secret, b"print", "sha256").hex()


def renew_site_secret(settings: Settings) -> None:
    """Draw another secret: every code of before opens nothing that is published from now on."""
    if settings.secret_key:
        raise EditionFault(_IN_ENVIRONMENT)
    with suppress(FileNotFoundError):
        _file(settings).unlink()
    site_secret(settings)


# Private

_UNREADABLE = N_(
    "La clé des codes de balade (%(file)s, dans ADEUXPAS_DATA) ne peut pas être lue ou écrite : %(reason)s."
)
_DAMAGED = N_(
    "La clé des codes de balade (%(file)s, dans ADEUXPAS_DATA) est abîmée : supprimez ce fichier ; de nouveaux codes "
    "seront tirés."
)
_IN_ENVIRONMENT = N_("Les codes sont tirés de SECRET_KEY : changez sa valeur, et refaites l’édition.")


def _file(settings: Settings) -> Path:
    return settings.data / "leader.key"


def _draw(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    drawn = file.with_name(f".{file.name}.{secrets.token_hex(4)}")
    drawn.touch(mode=0o600)
    drawn.write_bytes(secrets.token_bytes(BYTES))
    # Whoever comes first wins: two processes that start at once must seal with one secret.
    with suppress(FileExistsError):
        file.hardlink_to(drawn)
    drawn.unlink()
