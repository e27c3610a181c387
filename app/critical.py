"""Critical styles: what of the built sheets dresses the first screen of a page, to stand in the page itself.

Cut out of the whole sheets and never written by hand: they come again in the whole sheet at the foot of the page,
in the same order, so that what is here can only come sooner, never look otherwise.
"""

import re
from collections.abc import Collection, Iterator
from pathlib import Path

_FRAME = (
    "skip header header-line header-in brand brand-name logo languages language-list sections section-list crumbs "
    "crumb-list main pictogram pictogram-forward visually-hidden intro lead button button-quiet"
)
_FINDER = (
    "finder finder-form finder-bar finder-quick finder-field finder-open finder-results finder-count pill pill-button "
    "cards"
)
_CARDS = "card card-* status theme-* soft"

_PACK = "pack pack-title pack-lead pack-kept"

_DRAWING = (
    "map map-still map-drawing map-frame map-base map-line map-park map-water map-canal map-motorway map-link map-path "
    "map-minor map-major map-path-case map-minor-case map-major-case map-veil map-names map-pin map-pins map-cluster "
    "map-cluster-drop map-number map-notice map-school map-school-name map-scale map-scale-words map-route "
    "map-route-case map-walk major path park water square level-*"
)

FIRST_SCREEN = {
    "page": f"{_FRAME} {_FINDER} {_CARDS} doors door door-* door-list door-sign intro-theme columns territories "
    "beside theme theme-list theme-sign territories-unordered welcome welcome-logo choices choice prose lost "
    "walk-list walk facts facts-walk paces unbroken flowing walk-themes session-days kept-list tile tile-words "
    "tile-kept panel notices notice notice-* sample pack-more more footer footer-in footer-list "
    f"{_PACK}",
    "urgent": f"{_FRAME} prose urgent numbers number",
    "map": f"{_FRAME} {_FINDER} {_CARDS} {_DRAWING} map-view split split-map split-list territories-split intro-map",
    "place": f"{_FRAME} {_DRAWING} theme-* status status-help place place-head place-now now-line status-why "
    "acts place-in place-way keep keep-offer keep-done kind panel page-walk "
    "facts facts-walk paces unbroken flowing walk-themes walk-notices "
    "split split-map split-list notice notices notice-* machine contacts described address "
    "way-elsewhere more soft tile photos photos-many photo "
    f"{_PACK}",
    "lead": f"{_FRAME} panel keep keep-offer keep-done ready ready-* status theme-* leading leading-title leading-door "
    "leading-back leading-code leading-part leading-on leading-stops leading-stop leading-stop-* leading-number "
    "leading-standing leading-taking soft field "
    f"{_PACK}",
}
"""By kind of page, the classes of what is seen before anybody scrolls, on a phone first; `*` stands for any ending."""

_CLASS = re.compile(r"\.([\w-]+)")
_LATER = re.compile(r":hover|:focus|:checked|\[open\]|aria-pressed|::backdrop")
"""What a page looks like once somebody has touched it."""

_WITHOUT = re.compile(r":not\((?:[^()]|\([^()]*\))*\)")
"""What an element is not yet: a rule for those without a class is there from the beginning."""

_NEVER = ("@media print",)
_FOR_SCRIPTS = re.compile(
    r"\[data-(?!kind|level|status|no-hours)|(?:^|[\s>+~(])(?!closable-notice|place-status|leader-notes)[a-z]+-[a-z]"
)
"""What scripts bring: most elements of our own, and what they say of themselves."""


def critical_styles(sheet: str, kind: str) -> str:
    """Return the rules of a minified sheet that dress the first screen of a kind of page."""
    return "".join(_kept(sheet, _Wanted(FIRST_SCREEN[kind].split())))


def write_critical(sheets: Collection[Path], folder: Path) -> None:
    """Write the critical styles of every kind of page, out of the first of the built sheets that it loads."""
    folder.mkdir(parents=True, exist_ok=True)
    text = re.sub(
        r"/\*.*?\*/", "", "".join(sheet.read_text(encoding="utf-8").strip() for sheet in sheets), flags=re.DOTALL
    )
    for kind in FIRST_SCREEN:
        written, styles = folder / f"{kind}.css", critical_styles(text, kind)
        if not written.exists() or written.read_text(encoding="utf-8") != styles:
            written.write_text(styles, encoding="utf-8")


# Private


class _Wanted:
    """Tells whether a selector speaks of what is seen first."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = {name for name in names if not name.endswith("*")}
        self._beginnings = tuple(name[:-1] for name in names if name.endswith("*"))

    def holds(self, selector: str) -> bool:
        selector = _WITHOUT.sub("", selector)
        if _LATER.search(selector) or _FOR_SCRIPTS.search(selector):
            return False
        return all(n in self._names or n.startswith(self._beginnings) for n in _CLASS.findall(selector))


def _kept(sheet: str, wanted: _Wanted) -> Iterator[str]:
    for head, body in _blocks(sheet):
        if head.startswith("@"):
            inner = "".join(_kept(body, wanted)) if not head.startswith(_NEVER) else ""
            yield f"{head}{{{inner}}}" if inner else ""
        elif selectors := [one for one in _split(head) if wanted.holds(one)]:
            yield f"{','.join(selectors)}{{{body}}}"


def _blocks(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each pair of outer braces, and what stands between them."""
    depth = start = opened = 0
    for at, letter in enumerate(sheet):
        if letter == "{":
            opened = opened if depth else at
            depth += 1
        elif letter == "}":
            depth -= 1
            if not depth:
                yield sheet[start:opened].strip(), sheet[opened + 1 : at]
                start = at + 1


def _split(selectors: str) -> list[str]:
    """Return the selectors of a list; those inside `:is(…)` stay together."""
    found, depth = [""], 0
    for letter in selectors:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            found.append("")
        else:
            found[-1] += letter
    return found
