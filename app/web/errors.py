"""Errors as people and programs can read them: a page of the edition, or a problem in JSON under `/api`."""

from flask import Flask, Response, jsonify, request
from werkzeug.exceptions import HTTPException, ServiceUnavailable
from werkzeug.wrappers import Response as WerkzeugResponse

from ..library.faults import LibraryFault
from .request import current_edition, is_form, page, visitor_language

RETRY_AFTER_S = 5


def init_app(app: Flask) -> None:
    """Answer every error of the application."""
    app.register_error_handler(HTTPException, show_error)
    app.register_error_handler(LibraryFault, show_busy)


def show_error(error: HTTPException) -> WerkzeugResponse:
    """Answer with the error page in the visitor's language; a redirect is no error."""
    if (error.code or 500) < 400:
        return error.get_response()
    if error.code == 404 and current_edition().edition is None:
        error = ServiceUnavailable("L’édition n’est pas encore faite.")
    status = error.code or 500
    response = _answer(error, status)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    if status == 503:
        response.headers.setdefault("Retry-After", str(RETRY_AFTER_S))
    return response


def show_busy(error: LibraryFault) -> WerkzeugResponse:
    """Say that the library cannot be read just now; public pages do not need it."""
    return show_error(ServiceUnavailable(str(error)))


# Private


def _answer(error: HTTPException, status: int) -> Response:
    if not request.path.startswith("/api/"):
        return _page(error, status)
    return _sentence(error, status) if is_form() else _problem(error, status)


def _sentence(error: HTTPException, status: int) -> Response:
    """Return the bare sentence: a page would hide what was typed, going back shows it again."""
    return Response(f"{error.description}\n", status, content_type="text/plain; charset=utf-8")


def _problem(error: HTTPException, status: int) -> Response:
    response = jsonify(type="about:blank", title=error.name, status=status, detail=error.description)
    response.status_code = status
    response.content_type = "application/problem+json"
    return response


def _page(error: HTTPException, status: int) -> Response:
    name = "500" if status >= 500 else "404"
    found = page(f"{visitor_language()}/{name}", status)
    return found or Response(f"{status} {error.name}\n", status, content_type="text/plain; charset=utf-8")
