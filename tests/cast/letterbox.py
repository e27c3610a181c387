"""A real server of e-mail in a thread of the test: it takes letters, or refuses them as it is told to."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from warnings import catch_warnings, simplefilter

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from .process import free_port

USER, PASSWORD = "bureau", "mot : de/passe"
SENDER = "bureau@quartier.example"


@dataclass
class Letterbox:
    """What was handed in, and to which addresses; `refuses` is whom it takes nothing for.

    aiosmtpd calls `handle_…`.
    """

    host: str
    port: int
    refuses: str = ""
    letters: list[EmailMessage] = field(default_factory=list)
    to: list[list[str]] = field(default_factory=list)
    greeted: list[str] = field(default_factory=list)

    async def handle_RCPT(
        self, server: object, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == self.refuses:
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: object, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        self.letters.append(message_from_bytes(envelope.content, _class=EmailMessage, policy=policy.default))
        self.to.append(list(envelope.rcpt_tos))
        self.greeted.append(str(session.host_name))
        return "250 OK"


@contextmanager
def letterbox(
    host: str = "127.0.0.1", *, tls: "Certificate | None" = None, at_once: bool = False, login: bool = False
) -> Iterator[Letterbox]:
    """Open a server: plain, with STARTTLS, or with TLS `at_once`; one that wants a `login` takes nothing without."""
    box = Letterbox(host, free_port())
    given: dict[str, Any] = {"auth_required": login, "auth_require_tls": False, "authenticator": _is_ours}
    if tls:
        given |= {"ssl_context": tls.server()} if at_once else {"tls_context": tls.server(), "require_starttls": True}
    running = Controller(box, hostname=host, port=box.port, ready_timeout=20, **given)
    with catch_warnings():
        simplefilter("ignore", UserWarning)  # it warns of a password on a plain line, which is what a test tries
        running.start()
        try:
            yield box
        finally:
            running.stop()


@dataclass
class Certificate:
    """A certificate that says it is `localhost` and 127.0.0.2, signed by itself; `SSL_CERT_FILE` makes it trusted."""

    file: Path

    def server(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.file)
        return context


def make_certificate(folder: Path) -> Certificate:
    """Write a certificate and its key."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "here")])
    names = [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.2"))]
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName(names), critical=False)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    signed = made.sign(key, SHA256())
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file = folder / "mail.pem"
    file.write_bytes(secret + signed.public_bytes(Encoding.PEM))
    return Certificate(file)


def _is_ours(server: object, session: object, envelope: object, mechanism: str, told: object) -> AuthResult:
    is_right = isinstance(told, LoginPassword) and (told.login, told.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_right)
