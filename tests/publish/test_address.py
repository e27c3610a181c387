"""Where a site of files will live: said whole, as a prefix, or not at all."""

import pytest

from app.publish.address import Address, read_address
from app.publish.fault import PublicationFault


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (None, Address("/", "https://quartier.example")),
        ("https://mairie.example", Address("/", "https://mairie.example")),
        ("https://mairie.example/quartiers/18e/", Address("/quartiers/18e/", "https://mairie.example/quartiers/18e")),
        ("http://127.0.0.1:8080/Q", Address("/Q/", "http://127.0.0.1:8080/Q")),
        ("http://[::1]:8080/", Address("/", "http://[::1]:8080")),
        ("/quartier/", Address("/quartier/", None)),
        ("/quartier", Address("/quartier/", None)),
        ("/", Address("/", None)),
    ],
)
def test_it_reads(text: str | None, address: Address) -> None:
    assert read_address(text, "https://quartier.example") == address


def test_without_any_address_the_site_is_at_the_root_of_somewhere() -> None:
    assert read_address(None, None) == Address("/", None)


@pytest.mark.parametrize(
    "text",
    [
        "mairie.example",
        "ftp://mairie.example/",
        "https://",
        "https://mairie.example/?a=1",
        "https://mairie.example/#a",
        "https://école.example/",
        "https://moi:secret@mairie.example/",
        "//mairie.example/",
        "/deux mots/",
        "/é/",
        "/a/../b/",
        "/a//b/",
        "/<script>/",
        "quartier/",
    ],
)
def test_it_refuses_with_an_example(text: str) -> None:
    with pytest.raises(PublicationFault, match=r"écrivez par exemple https://"):
        read_address(text)


def test_two_addresses_never_share_a_folder() -> None:
    texts = ("/", "/a-b/", "/a/b/", "/A/b/", "https://a.example/b", "http://a.example/b", "https://a.example/B")
    assert len({read_address(text).slug for text in texts}) == len(texts)
