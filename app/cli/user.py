"""`adeuxpas user`: who may come to the desk. The first coordinator is added here; the others may be at the desk."""

from collections.abc import Callable

import click

from ..domain.calendar import PARIS
from ..domain.code import in_groups
from ..domain.mail import MailServer, read_address
from ..domain.person import ROLES, Role
from ..domain.text import SOURCE
from ..exchange.mail import send_letter
from ..factory import create_app
from ..language.invitation import invitation_letter
from ..library.desk.people import LASTS, Member, add_person, invite_person, read_people, remove_keys, revoke_person
from ..settings import read_settings
from .progress import Refusal, said
from .telling import here, offered, say, say_count


def _by_email(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command that makes an invitation the options to send it."""
    lang = click.option("--lang", default=SOURCE, help="La langue du message, à côté du français.")
    return click.option("--email", default="", help="L’envoie aussi à cette adresse, gardée nulle part.")(lang(command))


@click.group("user")
def command() -> None:
    """Ajoute, liste, invite ou retire une personne du bureau (/desk/)."""


@command.command("add")
@click.argument("name")
@click.option("--role", default=Role.COORDINATOR.value, help=f"{', '.join(Role)} (coordinator).")
@click.option(
    "--territory", "territories", multiple=True, metavar="ID", help="Un quartier, plusieurs fois ; sans : tous."
)
@_by_email
def add(name: str, role: str, territories: tuple[str, ...], email: str, lang: str) -> None:
    """Ajoute une personne, et dit le lien et le code de son invitation."""
    with said(), create_app(read_settings()).app_context():
        server = _mail_server(email, lang)
        _hand_over(add_person(name, role, territories), server, email, lang)


@command.command("invite")
@click.argument("name")
@_by_email
def invite(name: str, email: str, lang: str) -> None:
    """Donne une nouvelle invitation : un mot de passe oublié, un lien perdu, une personne qui revient."""
    with said(), create_app(read_settings()).app_context():
        server = _mail_server(email, lang)
        _hand_over(invite_person(name), server, email, lang)


@command.command("list")
def list_people() -> None:
    """Liste les personnes du bureau, leur rôle et leurs quartiers."""
    with said(), create_app(read_settings()).app_context():
        found = read_people()
    for member in found:
        click.echo(" · ".join(_words(member)))
    none = say("Personne encore : « adeuxpas user add NOM » ajoute la première coordination.")
    click.echo(say_count("%(num)s personne.", "%(num)s personnes.", len(found)) if found else none)


@command.command("revoke")
@click.argument("name")
def revoke(name: str) -> None:
    """Retire une personne : ses appareils sont déconnectés à leur prochaine page."""
    with said(), create_app(read_settings()).app_context():
        revoke_person(name)
    click.echo(say("%(name)s n’entre plus au bureau ; ce qui a été décidé reste dans l’histoire.", name=name))


@command.command("remove-keys")
@click.argument("name")
def remove(name: str) -> None:
    """Retire les clés d’accès d’une personne (téléphone perdu) et ferme ses appareils ; son mot de passe reste."""
    with said(), create_app(read_settings()).app_context():
        count = remove_keys(name)
    told = say_count("%(num)s clé d’accès retirée", "%(num)s clés d’accès retirées", count)
    click.echo(say("%(keys)s ; %(name)s entre avec son mot de passe.", keys=told, name=name))


# Private


def _mail_server(email: str, lang: str) -> MailServer | None:
    """Return where a letter to an address is handed in; say what is in the way before anybody is invited."""
    if not email:
        return None
    read_address(email)
    server = read_settings().mail
    if server is None:
        raise Refusal(say("Aucun serveur de courriel : réglez ADEUXPAS_SMTP_URL, ou donnez le lien vous-même."))
    if lang not in offered():
        raise Refusal(say("Nous n’écrivons pas en « %(lang)s » : %(known)s.", lang=lang, known=", ".join(offered())))
    return server


def _hand_over(code: str, server: MailServer | None, email: str, lang: str) -> None:
    """Tell an invitation, then send it where that was asked: what fails there loses nothing."""
    settings = read_settings()
    base = settings.public_url or f"http://{settings.host}:{settings.port}"
    _tell_invitation(code, base)
    if server:
        send_letter(server, email, *invitation_letter(code, base, LASTS.days, lang))
        click.echo(say("Envoyée à %(address)s. Nous ne gardons pas cette adresse.", address=email.strip()))


def _tell_invitation(code: str, base: str) -> None:
    click.echo(
        say("Lien (une seule fois, %(days)s jours) : %(link)s", days=LASTS.days, link=f"{base}/desk/join/{code}")
    )
    click.echo(say("ou le code %(code)s, à taper sur %(address)s", code=in_groups(code), address=f"{base}/desk/"))


def _words(member: Member) -> list[str]:
    person, day = member.person, here().formats.short_day
    where = ", ".join(person.territories) or say("tous les quartiers")
    words = [person.name, say(ROLES[person.role]), where]
    if member.revoked:
        words.append(say("retiré le %(day)s", day=day(member.revoked.astimezone(PARIS).date())))
    elif member.invited_until:
        words.append(say("invitation jusqu’au %(day)s", day=day(member.invited_until.astimezone(PARIS).date())))
    elif not member.has_password:
        words.append(say("sans invitation : « adeuxpas user invite »"))
    if member.keys:
        words.append(say_count("%(num)s clé d’accès", "%(num)s clés d’accès", member.keys))
    return words
