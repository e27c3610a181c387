"""What another site makes its visitors send is refused: the browser says which page a form stands on."""

from urllib.parse import urlsplit

from flask import request

from .request import settings


def is_from_our_own_page() -> bool:
    """Tell whether a request comes from a page of this site, or from a program that is no browser."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    ours = (request.host, urlsplit(settings().public_url or request.url).netloc)
    return site == "same-origin" if site else not origin or urlsplit(origin).netloc in ours


def own_origin() -> str:
    """Return where the page stands that a request comes from, as its browser names it: `https://quartier.example`.

    The browser says it with every form; where it does not, we go by the public address, else by what was asked.
    """
    told = request.headers.get("Origin", "")
    public = urlsplit(settings().public_url or request.url)
    is_ours = urlsplit(told).netloc in (request.host, public.netloc)
    return told if told and is_ours else f"{public.scheme}://{public.netloc}"
