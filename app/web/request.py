"""What a request says of its visitor: the language, and the page to answer with. Nothing is remembered."""

from ipaddress import ip_address

from flask import Response, current_app, request

from ..domain.text import SOURCE, prefer
from ..language.spoken import spoken
from ..publish.current import CurrentEdition
from ..settings import Settings


def current_edition() -> CurrentEdition:
    """Return the current edition as the application has it."""
    found: CurrentEdition = current_app.extensions["current_edition"]
    return found


def languages() -> tuple[str, ...]:
    """Return the languages of the edition, the source first."""
    edition = current_edition().edition
    return edition.languages if edition else (SOURCE,)


def accepted_language() -> str | None:
    """Return the language of the edition that the visitor's browser asks for."""
    return prefer(list(request.accept_languages.values()), languages())


def visitor_language() -> str:
    """Return the language to speak to the visitor: the address says it, else the browser, else French."""
    said = (request.path.split("/")[1], request.args.get("lang"))
    asked = next((lang for lang in said if lang in languages()), None)
    return asked or accepted_language() or languages()[0]


def say(sentence: str, **values: object) -> str:
    """Return a sentence in the visitor's language; `%(name)s` stands for a value."""
    return spoken(visitor_language()).say(sentence, **values)


def address_of(near: str, forwarded: str) -> str | None:
    """Return the visitor's address: behind a proxy of this machine the one that it saw; None is this machine."""
    near = _plain(near)
    if near not in ("127.0.0.1", "::1"):
        return near
    return _plain(forwarded.split(",")[-1].strip()) or None


def _plain(address: str) -> str:
    """Return an address of IPv4 as such also where a socket of IPv6 met it: `::ffff:127.0.0.1` is this machine."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str((found.version == 6 and found.ipv4_mapped) or found)


def is_form() -> bool:
    """Tell whether a browser sent a form by itself: whoever pressed the button sees the answer as a page."""
    return request.mimetype == "application/x-www-form-urlencoded"


def has_page(path: str) -> bool:
    """Tell whether the edition has a page at this path."""
    edition = current_edition().edition
    return edition is not None and path in edition.files


def page(path: str, status: int = 200) -> Response | None:
    """Return a page of the edition with a status of our choice, None when the edition has none."""
    answer = current_edition().answer(path, request.headers.get("Accept-Encoding", ""))
    if answer is None:
        return None
    response = Response(answer.body, status)
    for name, value in answer.headers:
        response.headers[name] = value
    response.headers["Vary"] = "Accept-Encoding, Accept-Language"
    if status != 200:
        del response.headers["ETag"]
    return response


def base() -> str:
    """Return what every address of the site begins with."""
    edition = current_edition().edition
    return edition.base if edition else "/"


def visitor_address() -> str | None:
    """Return where the visitor's machine is; None for this one."""
    return address_of(request.remote_addr or "", request.headers.get("X-Forwarded-For", ""))


def move(path: str, status: int = 302, part: str = "") -> Response:
    """Send the visitor to a path of the edition, or to a part (`#…`) of its page, the query kept."""
    target = base() + path
    query = request.query_string.decode("ascii", "ignore")
    response = Response(status=status)
    response.headers["Location"] = (f"{target}?{query}" if query else target) + part
    response.headers["Cache-Control"] = "no-cache"
    return response


def settings() -> Settings:
    """Return the settings of the application."""
    found: Settings = current_app.config["ADEUXPAS"]
    return found
