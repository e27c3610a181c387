"""The styles that stand in a page itself, one sheet a kind of page, and the hashes by which the policy knows them.

`app/critical.py` cuts them out of the whole sheets when assets are built; where they were not, pages do without.
"""

from base64 import b64encode
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from markupsafe import Markup

CRITICAL = Path(__file__).resolve().parent.parent / "static" / "critical"


@lru_cache(maxsize=1)
def page_styles() -> Mapping[str, Markup]:
    """Return the element of each kind of page; it stands on a line of its own, so that packs hold it once."""
    # Our own sheets, and none of them holds what would close the element.
    return {kind: Markup(f"<style>{styles}</style>") for kind, styles in _sheets().items()}  # noqa: S704


@lru_cache(maxsize=1)
def style_sources() -> tuple[str, ...]:
    """Return what a Content-Security-Policy says of the styles in pages: their SHA-256, nothing else."""
    digests = (b64encode(sha256(styles.encode()).digest()).decode() for styles in _sheets().values())
    return tuple(f"'sha256-{digest}'" for digest in dict.fromkeys(digests))


# Private


def _sheets() -> Mapping[str, str]:
    return {sheet.stem: sheet.read_text(encoding="utf-8") for sheet in sorted(CRITICAL.glob("*.css"))}
