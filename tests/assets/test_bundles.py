"""What makes a bundle be built again."""

import pytest
from flask import Flask

from app.assets import STATIC, init_app


@pytest.mark.parametrize(("output", "sources"), [("gen/app.css", "css/**/*.css"), ("gen/app.js", "js/**/*.js")])
def test_a_change_of_any_source_does(output: str, sources: str) -> None:
    environment = init_app(Flask(__name__), dev=False)
    bundle = next(bundle for bundle in environment if bundle.output == output)
    depends = {str(path) for path in bundle.resolve_depends(environment)}
    assert {str(path) for path in STATIC.glob(sources)} <= depends
