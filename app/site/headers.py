"""The headers of every answer: what a page may load, and what it may tell others."""

CONTENT_SECURITY_POLICY = "; ".join(
    (
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
)

_FRAMES = "; frame-ancestors 'none'"

POLICY_OF_A_PAGE = CONTENT_SECURITY_POLICY.replace(_FRAMES, "")
"""What a page may say itself, for hosts that set no headers: all but who may frame it."""

SECURITY_HEADERS = (
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "same-origin"),
    ("Permissions-Policy", "geolocation=(self), camera=(), microphone=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)


Headers = tuple[tuple[str, str], ...]


def security_headers(public_url: str | None) -> Headers:
    """Return the headers of every answer; only a site reached by https may insist on it for a year."""
    if (public_url or "").startswith("https://"):
        return (*SECURITY_HEADERS, ("Strict-Transport-Security", "max-age=31536000"))
    return SECURITY_HEADERS
