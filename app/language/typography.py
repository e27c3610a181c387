"""Spaces at which no line may end: French writes one before `: ; ? ! »` and one after `«`."""

import re

NO_BREAK = "\N{NO-BREAK SPACE}"

_SIGNS = {
    f" {sign}": re.compile(f" {re.escape(sign)}(?=[\\s<\"'’)\\]«»…]|$)")  # where it ends a word: `a :b` is no French
    for sign in ":;?!»"
}
"""An ordinary space before one of the signs. Each by itself: two letters are found in a page at a glance."""

_AS_THEY_ARE = re.compile(r"(<style>.*?</style>|<textarea\b.*?</textarea>|<input\b[^>]*>)", re.DOTALL)
_STARTS = ("<style>", "<textarea", "<input")


def keep_together(text: str) -> str:
    """Return a text whose signs stay with their words, in whatever language it is: others leave no such space."""
    text = text.replace("« ", f"«{NO_BREAK}")
    for loose, sign in _SIGNS.items():
        if loose in text:
            text = sign.sub(NO_BREAK + loose[1], text)
    return text


def keep_page_together(html: str) -> str:
    """Return a page so; its styles stay as they are, for the policy knows their hash, and what forms send back."""
    parts = _AS_THEY_ARE.split(html)
    return "".join(part if part.startswith(_STARTS) else keep_together(part) for part in parts)
