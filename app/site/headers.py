"""The headers of every answer: what a page may load, and what it may tell others."""

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

_OTHERS = (
    ("X-Content-Type-Options", "nosniff"),
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
    """Return the headers of every answer; only a site reached by https may insist on it for a year."""
    headers = (("Content-Security-Policy", content_security_policy()), *_OTHERS)
    if (public_url or "").startswith("https://"):
        return (*headers, ("Strict-Transport-Security", "max-age=31536000"))
    return headers
