"""`/api/v1/openapi.json`: what it describes is what there is, and nothing that programs send breaks the server."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from openapi_spec_validator import validate
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from app.edition.store import EditionStore
from tests.cast.copies import lent
from tests.cast.library import tiny_edition

from .serving import Server, running

PATH = "/api/v1/openapi.json"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    data = lent(tiny_edition(tmp_path_factory), tmp_path_factory.mktemp("asked") / "var")
    with running(data) as server:
        yield server


@pytest.fixture(scope="module")
def described(server: Server) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(server.ask(PATH).body)
    return found


def test_it_is_openapi(described: dict[str, Any]) -> None:
    validate(described)


def test_every_file_and_view_under_api_is_described(described: dict[str, Any], printed: Path, site: Flask) -> None:
    known = [re.compile(re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(path))) for path in described["paths"]]
    edition = EditionStore(printed / "editions").current()
    assert edition
    views = [re.sub(r"<[^>]+>", "x", rule.rule) for rule in site.url_map.iter_rules() if rule.rule.startswith("/api/")]
    asked = [f"/{path}" for path in edition.files if path.startswith("api/")] + views
    assert [path for path in asked if not any(pattern.fullmatch(path) for pattern in known)] == []


def test_its_examples_are_there(described: dict[str, Any], server: Server) -> None:
    for path, operations in described["paths"].items():
        for parameter in operations.get("get", {}).get("parameters", ()):
            for example in parameter.get("examples", ()):
                assert server.ask(path.replace(f"{{{parameter['name']}}}", example)).status == 200, (path, example)


def test_what_it_shows_to_send_is_taken(described: dict[str, Any], server: Server) -> None:
    operation = described["paths"]["/api/v1/suggestions"]["post"]
    for example in operation["requestBody"]["content"]["application/json"]["examples"].values():
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid4())}
        asked = Request(
            f"http://127.0.0.1:{server.port}/api/v1/suggestions", json.dumps(example["value"]).encode(), headers
        )
        with urlopen(asked) as answer:  # noqa: S310 - our own address
            assert answer.status == 201


def test_nothing_that_a_program_sends_breaks_the_server(described: dict[str, Any], server: Server) -> None:
    schema = schemathesis.openapi.from_dict(described)
    operations = [found.ok() for found in schema.get_all_operations()]
    seen = {each.label: _try(each, f"http://127.0.0.1:{server.port}") for each in operations}
    assert 422 in seen["POST /api/v1/suggestions"]
    assert seen["GET /api/v1/places/{place}"] == {200, 404}


# Private

_FEW = hypothesis_settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def _try(operation: Any, base_url: str) -> set[int]:
    """Send what fits the description, and what does not; return the statuses: only described ones, never a 500."""
    seen: set[int] = set()
    modes = (schemathesis.GenerationMode.POSITIVE, schemathesis.GenerationMode.NEGATIVE)

    @_FEW
    @given(case=operation.as_strategy(generation_mode=modes[0]) | operation.as_strategy(generation_mode=modes[1]))
    def send(case: Any) -> None:
        answer = case.call(base_url=base_url)
        seen.add(answer.status_code)
        assert answer.status_code < 500 or answer.status_code == 503, case.as_curl_command()
        case.validate_response(answer, checks=[status_code_conformance, response_schema_conformance])

    send()
    return seen
