"""The forms of a page as a browser would send them untouched."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin


@dataclass
class Form:
    """Where a form is sent, and what its fields hold."""

    address: str
    fields: dict[str, str] = field(default_factory=dict)


def forms_on(page: str, html: str) -> list[Form]:
    """Return the forms of a page that are posted."""
    reader = _Reader(page)
    reader.feed(html)
    return reader.found


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._page, self._form, self._text = page, None, ""

    _form: Form | None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form" and told.get("method") == "post":
            self._form = Form(urljoin(self._page, told.get("action") or ""))
            self.found.append(self._form)
        elif self._form and (name := told.get("name")):
            is_left = told.get("type") in ("checkbox", "radio") and "checked" not in told and name in self._form.fields
            if not is_left:
                self._form.fields[name] = told.get("value") or ""
            self._text = name if tag == "textarea" else ""

    def handle_endtag(self, tag: str) -> None:
        self._form = None if tag == "form" else self._form
        self._text = "" if tag == "textarea" else self._text

    def handle_data(self, data: str) -> None:
        if self._form and self._text:
            self._form.fields[self._text] += data
