"""A device of software that makes keys of access and signs with them, honestly or not."""

import hashlib
import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field, replace
from secrets import token_bytes
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from flask.testing import FlaskClient

from .conftest import THREE_WORDS

SITE = "https://quartier.example"
PRESENT, VERIFIED, MADE = 1, 4, 64
"""Flags of what a device says: somebody touched it, it made sure of who, a key comes along."""


def text(raw: bytes) -> str:
    """Return bytes as browsers write them in JSON."""
    return urlsafe_b64encode(raw).decode().rstrip("=")


def raw(told: str) -> bytes:
    """Return the bytes of base64url without its padding."""
    return urlsafe_b64decode(told + "===")


@dataclass
class Device:
    """One device with one key; each field can be made to lie."""

    origin: str = SITE
    host: str = "quartier.example"
    flags: int = PRESENT | VERIFIED
    count: int = 0
    handle: bytes = b""
    id: bytes = field(default_factory=lambda: token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """Make the key that is asked for, as a browser answers."""
        self.handle = raw(options["user"]["id"])
        numbers = self.key.public_key().public_numbers()
        cose = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        attested = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + cbor2.dumps(cose)
        data = self._data(self.flags | MADE) + attested
        told = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})
        said = self._said("webauthn.create", options["challenge"])
        return self._answer(clientDataJSON=said, attestationObject=told)

    def sign(self, options: dict[str, Any]) -> dict[str, Any]:
        """Sign what is asked for, as a browser answers."""
        data, said = self._data(self.flags), self._said("webauthn.get", options["challenge"])
        signature = self.key.sign(data + hashlib.sha256(said).digest(), ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=said, authenticatorData=data, signature=signature, userHandle=self.handle)

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _said(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _answer(self, **response: bytes) -> dict[str, Any]:
        told = {name: text(held) for name, held in response.items()}
        return {"id": text(self.id), "rawId": text(self.id), "type": "public-key", "response": told}


def browser_at(client: FlaskClient, origin: str = SITE) -> FlaskClient:
    """Return a browser at the public address of the site, which a proxy hands on to us; there is one site at a time."""
    config = client.application.config
    config["ADEUXPAS"] = replace(config["ADEUXPAS"], public_url=origin)
    client.environ_base |= {"HTTP_ORIGIN": origin, "HTTP_SEC_FETCH_SITE": "same-origin"}
    return client


def ask(client: FlaskClient, path: str = "/desk/keys/ask", **form: str) -> dict[str, Any]:
    """Ask what a device is to do; it must be allowed."""
    told = client.post(path, data=form).get_json()
    options: dict[str, Any] = told["options"]
    return options


def add_key(client: FlaskClient, device: Device, name: str = "Mon téléphone") -> int:
    """Add the key of a device to whoever is signed in; return the status of the answer."""
    options = ask(client, "/desk/account/keys/ask", password=THREE_WORDS, name=name)
    return client.post("/desk/account/keys", data=form_of(device.make(options), name=name)).status_code


def come_in(client: FlaskClient, device: Device, **form: str) -> int:
    """Come in with the key of a device; return the status of the answer."""
    return client.post("/desk/keys", data=form_of(device.sign(ask(client)), **form)).status_code


def form_of(answer: object, **others: str) -> dict[str, str]:
    """Return what the script puts into the form."""
    return {"credential": json.dumps(answer), **others}
