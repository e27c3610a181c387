"""The tiny territory and its pages, rendered once for all tests that only look at them."""

import pytest

from app.domain.content import Content

from .printed import read_tiny, render


@pytest.fixture(scope="session")
def content() -> Content:
    return read_tiny()


@pytest.fixture(scope="session")
def pages(content: Content) -> dict[str, str]:
    return render(content)
