"""The leader pack of a walk: what only who leads it may read, sealed with a code, so that any host may publish it.

The key is PBKDF2 of the code (RFC 8018), the cipher AES-256-GCM (NIST SP 800-38D): what every browser has in
`crypto.subtle`. A code lasts as long as the texts that it opens: a leader's slip of paper does not grow old because a
shop's hours changed elsewhere. Everything is drawn from one secret of the site, so that the same texts are the same
bytes; what does not know the secret learns neither a text nor how long it is.
"""

import hmac
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from hashlib import pbkdf2_hmac
from importlib import import_module

from pydantic_core import to_json

from ...domain.code import ALPHABET
from ...domain.content import Content
from ...domain.text import SOURCE
from ...domain.text import Texts as Translations
from ...domain.translatable import leader_texts_of
from ...domain.walk import Walk
from ..file import PlannedFile
from .files import DOWNLOADS

ROUNDS = 600_000
"""OWASP's figure for PBKDF2-HMAC-SHA256 (2023): a try costs a phone a second, 2⁵⁰ codes cost a million years."""

LENGTH = 10
"""Characters of a code: 50 bits."""

_CIPHERS = "cryptography.hazmat.primitives.ciphers.aead"
"""Loaded when there is something to seal: it is 6 MB of a server, whose edits seldom touch a leader's text."""

FORMAT = 1
_BLOCK = 2048

Texts = Mapping[str, Mapping[str, str]]
"""What only the leader reads, by where it stands in the walk (`leader`, `stop/2/host`), then by language."""


def texts_for_leader(content: Content, walk: Walk) -> Texts:
    """Return what only who leads a walk may read, in every language that it is translated into."""
    prefix = f"walk:{walk.id}/"
    found = {key: dict(_said(content.texts, key, text)) for key, text in leader_texts_of(walk).items()}
    return {key.removeprefix(prefix): said for key, said in found.items()}


def leader_code(secret: bytes, walk: str, texts: Texts) -> str:
    """Return the code that opens the leader pack of a walk: ten characters of our base 32."""
    number = int.from_bytes(_drawn(secret, "code", walk, texts)[:8], "big")
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))


def leader_files(content: Content, walks: Iterable[str], secret: bytes) -> Iterator[PlannedFile]:
    """Yield the leader pack of every walk that has texts for its leader; `content` is the one with such texts."""
    for walk in walks:
        texts = texts_for_leader(content, content.walks[walk])
        if texts:
            make = partial(sealed, secret, walk, texts)
            yield PlannedFile(leader_pack_path(walk), "application/json", _mark(secret, walk, texts), make)


def is_open_with(mark: str, secret: bytes, walk: str, texts: Texts) -> bool:
    """Tell whether a stored file of that mark is the leader pack that these texts and their code belong to."""
    return mark == _mark(secret, walk, texts)


def leader_pack_path(walk: str) -> str:
    """Return where the leader pack of a walk lies."""
    return f"{DOWNLOADS}{walk}.leader.json"


def sealed(secret: bytes, walk: str, texts: Texts) -> bytes:
    """Return the file of a leader pack: JSON whose `text` (base 64) is the AES-GCM cipher of a JSON of `Texts`."""
    salt, nonce = (_drawn(secret, name, walk, texts) for name in ("salt", "nonce"))
    key = pbkdf2_hmac("sha256", leader_code(secret, walk, texts).encode(), salt[:16], ROUNDS)
    plain = to_json(texts)
    # Padded to whole blocks: the length of a text would tell that a host's name was added.
    plain += b" " * (-len(plain) % _BLOCK)
    cipher: bytes = import_module(_CIPHERS).AESGCM(key).encrypt(nonce[:12], plain, walk.encode())
    parts = {"salt": salt[:16], "nonce": nonce[:12], "text": cipher}
    head = {"format": FORMAT, "walk": walk, "rounds": ROUNDS}
    return to_json(head | {name: b64encode(part).decode() for name, part in parts.items()})


# Private


def _said(texts: Translations, key: str, french: str) -> Iterator[tuple[str, str]]:
    yield SOURCE, french
    for language, translations in texts.by_language.items():
        found = translations.get(key)
        if language != SOURCE and found is not None and found.words:
            yield language, found.words


def _mark(secret: bytes, walk: str, texts: Texts) -> str:
    return _drawn(secret, "mark", walk, texts).hex()[:32]


def _drawn(secret: bytes, name: str, walk: str, texts: Texts) -> bytes:
    """Return 32 bytes that the secret and the texts decide, and nobody else can tell."""
    return hmac.digest(secret, to_json([FORMAT, name, walk, texts]), "sha256")
