"""A form with a file as a browser sends it."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart


def form_with(name: str, data: bytes, filename: str, fields: Mapping[str, str]) -> dict[str, Any]:
    """Return what a client of tests posts; left to write the form itself, it keeps a heavy one in a file that it
    never closes."""
    held = FileStorage(BytesIO(data), filename=filename)
    boundary, body = encode_multipart({**fields, name: held})
    return {"data": body, "content_type": f"multipart/form-data; boundary={boundary}"}
