"""The tiny territory and its pages, rendered once for all tests that only look at them."""

from tests.cast.printed import content, pages

__all__ = ["content", "pages"]
