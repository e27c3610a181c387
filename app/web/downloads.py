"""Files that a visitor is handed: under their own name, to be kept or to be opened."""

from flask import Response


def download(data: bytes, media_type: str, name: str, *, is_kept: bool = True) -> Response:
    """Return a file under a name; one that is not to be kept is opened in the browser."""
    response = Response(data, content_type=media_type)
    response.headers["Content-Disposition"] = f'{"attachment" if is_kept else "inline"}; filename="{name}"'
    return response
