"""XML as the readers of phones want it: UTF-8 without a byte order mark, lines that end in LF, no empty element."""

from xml.etree import ElementTree as Xml


def add(parent: Xml.Element, tag: str, text: str | None = None, **attributes: str) -> Xml.Element:
    """Put an element into another and return it; one of an empty text is left out."""
    element = Xml.Element(tag, attributes)
    element.text = text
    if text != "":
        parent.append(element)
    return element


def written(root: Xml.Element) -> bytes:
    """Return a document, one element a line."""
    Xml.indent(root, " ")
    text = Xml.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()
