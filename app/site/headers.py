"""The headers of every answer: what a page may load, and what it may tell others. Files that open nothing say it short:
the long words weigh as much as some of these files."""

from .page_styles import style_sources

_POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types adeuxpas",
)

_FRAMES = "; frame-ancestors 'none'"

_NOTHING = "default-src 'none'; frame-ancestors 'none'"
"""Of what is no page: opened by itself it loads nothing, and nobody frames it."""

_AS_SAID = ("X-Content-Type-Options", "nosniff")
"""A file is what its type says: none is read as a page that is not called one."""

_OTHERS = (
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)

Headers = tuple[tuple[str, str], ...]


def content_security_policy() -> str:
    """Return what a page may load: of styles, our files and the sheets that stand in pages, each by its hash."""
    styles = " ".join(("style-src 'self'", *style_sources()))
    return "; ".join(styles if rule.startswith("style-src") else rule for rule in _POLICY)


def policy_of_a_page() -> str:
    """Return what a page may say itself, for hosts that set no headers: all but who may frame it."""
    return content_security_policy().replace(_FRAMES, "")


def security_headers(public_url: str | None) -> Headers:
    """Return the headers of pages, of the worker, and of what is made while one waits."""
    policy = ("Content-Security-Policy", content_security_policy())
    return (policy, _AS_SAID, *_OTHERS, *_insisting(public_url))


def file_headers(public_url: str | None) -> Headers:
    """Return the headers of files that pages are made with: styles, scripts, pictures, data."""
    return (("Content-Security-Policy", _NOTHING), _AS_SAID, *_insisting(public_url))


# Private


def _insisting(public_url: str | None) -> Headers:
    """Only a site reached by https may insist on it for a year."""
    is_https = (public_url or "").startswith("https://")
    return (("Strict-Transport-Security", "max-age=31536000"),) if is_https else ()
