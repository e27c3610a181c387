"""Spaces at which no line may end: French writes one before `: ; ? ! »` and one after `«`."""

import re

NO_BREAK = "\N{NO-BREAK SPACE}"

_LOOSE = re.compile(" (?=[:;?!»](?:[\\s<\"'’)\\]«»…]|$))")
"""An ordinary space before a sign that ends a word: `a :b` is no French."""

_AS_THEY_ARE = re.compile(r"(<style>.*?</style>|<textarea\b.*?</textarea>|<input\b[^>]*>)", re.DOTALL)
_STARTS = ("<style>", "<textarea", "<input")


def keep_together(text: str) -> str:
    """Return a text whose signs stay with their words, in whatever language it is: others leave no such space."""
    return _LOOSE.sub(NO_BREAK, text.replace("« ", f"«{NO_BREAK}"))


def keep_page_together(html: str) -> str:
    """Return a page so; its styles stay as they are, for the policy knows their hash, and what forms send back."""
    parts = _AS_THEY_ARE.split(html)
    return "".join(part if part.startswith(_STARTS) else keep_together(part) for part in parts)
