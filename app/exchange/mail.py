"""Letters handed to a server of e-mail (SMTP): short, in plain text, to one address that is kept nowhere."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from ..domain.mail import MailFault, MailServer, read_address
from ..domain.text import N_

PATIENCE_S = 8
"""Of each step: somebody waits for the page."""

_OUR_NAME = "À deux pas"


def send_letter(server: MailServer, to: str, subject: str, text: str) -> None:
    """Hand in a letter; raise `MailFault` with the reason where the server does not take it."""
    domain = server.sender.rpartition("@")[2]
    letter = EmailMessage()
    letter["From"], letter["To"] = Address(_OUR_NAME, addr_spec=server.sender), read_address(to)
    letter["Subject"], letter["Date"] = subject, format_datetime(datetime.now(UTC))
    letter["Message-ID"], letter["Auto-Submitted"] = make_msgid(domain=domain), "auto-generated"
    letter.set_content(text, cte="quoted-printable")
    with _connected(server) as line:
        line.send_message(letter)


def try_mail_server(server: MailServer) -> None:
    """Go to a server and sign in, as for a letter, and send none; raise `MailFault`."""
    with _connected(server) as line:
        line.noop()


# Private


@contextmanager
def _connected(server: MailServer) -> Iterator[smtplib.SMTP]:
    """Open a line to a server, with our name said; what goes wrong on it is a `MailFault`."""
    try:
        with _line_to(server) as line:
            if not server.is_tls and not server.is_here:
                line.starttls(context=ssl.create_default_context())
            _sign_in(line, server)
            yield line
    except smtplib.SMTPRecipientsRefused as error:
        raise MailFault(_NOT_THERE) from error
    except smtplib.SMTPSenderRefused as error:
        raise MailFault(_NOT_FROM, sender=server.sender) from error
    except (ssl.SSLError, smtplib.SMTPNotSupportedError) as error:
        raise MailFault(_NOT_SAFE, host=server.host) from error
    except smtplib.SMTPResponseException as error:
        raise MailFault(_NOT_TAKEN, host=server.host, code=error.smtp_code) from error
    except (OSError, ValueError) as error:  # smtplib’s own are of that kind
        raise MailFault(_NO_ANSWER, host=server.host) from error


def _line_to(server: MailServer) -> smtplib.SMTP:
    """Return a line, not used yet; the name that we say is that of our address, not of this machine."""
    ours = server.sender.rpartition("@")[2]
    if server.is_tls:
        safe = ssl.create_default_context()
        return smtplib.SMTP_SSL(server.host, server.port, ours, timeout=PATIENCE_S, context=safe)
    return smtplib.SMTP(server.host, server.port, ours, timeout=PATIENCE_S)


def _sign_in(line: smtplib.SMTP, server: MailServer) -> None:
    try:
        if server.user:
            line.login(server.user, server.password)
    except smtplib.SMTPException as error:
        raise MailFault(_NOT_LET_IN, host=server.host) from error


_NOT_LET_IN = N_("Le serveur de courriel %(host)s refuse notre nom ou notre mot de passe : vérifiez ADEUXPAS_SMTP_URL.")
_NOT_THERE = N_("Le serveur de courriel refuse cette adresse : vérifiez-la.")
_NOT_FROM = N_("Le serveur de courriel refuse l’expéditeur %(sender)s : vérifiez ADEUXPAS_SMTP_FROM.")
_NOT_SAFE = N_(
    "La liaison avec le serveur de courriel %(host)s n’est pas sûre (pas de TLS, ou un certificat douteux) : rien n’a "
    "été envoyé."
)
_NOT_TAKEN = N_("Le serveur de courriel %(host)s n’a pas pris le message (réponse %(code)s).")
_NO_ANSWER = N_("Le serveur de courriel %(host)s ne répond pas : vérifiez le réseau et ADEUXPAS_SMTP_URL.")
