"""What axe has to say of a page: WCAG 2.2 A and AA, and best practices."""

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page, *more: str) -> list[str]:
    """Return a line for each rule that the page breaks, those included that axe only looks at when asked for more."""
    # It is 650 kilobytes, read once a document: many tests ask several times of the same one.
    if not page.evaluate("() => 'axe' in globalThis"):
        page.evaluate(SCRIPT.read_text(encoding="utf-8") + "; undefined")
    # What passes is left behind: a hundred kilobytes a page.
    options = {"resultTypes": ["violations"], "rules": {rule: {"enabled": True} for rule in more}}
    found = page.evaluate("(options) => axe.run(document, options).then(({violations}) => violations)", options)
    return [f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}" for each in found]
