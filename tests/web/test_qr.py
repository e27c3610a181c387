"""Codes to scan, by their address."""

import io

import pytest
import zxingcpp
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image


def test_the_picture_says_the_address_of_the_short_link(visitor: FlaskClient) -> None:
    answer = visitor.get("/qr/k7m2q4.png", headers={"Host": "192.168.1.20:8000"})
    read = zxingcpp.read_barcodes(Image.open(io.BytesIO(answer.data)))
    assert [code.text for code in read] == ["HTTP://192.168.1.20:8000/K7M2Q4"]


def test_a_drawing_is_svg_and_is_not_sent_twice(visitor: FlaskClient) -> None:
    answer = visitor.get("/qr/K7M2Q4.svg")
    again = visitor.get("/qr/K7M2Q4.svg", headers={"If-None-Match": answer.headers["ETag"]})
    assert (answer.mimetype, answer.data[:4], again.status_code) == ("image/svg+xml", b"<svg", 304)


@pytest.mark.parametrize(("path", "status"), [("AAAAA2.svg", 404), ("G0NE00.png", 410), ("K7M2Q4.gif", 404)])
def test_a_code_that_leads_nowhere_is_not_drawn(visitor: FlaskClient, path: str, status: int) -> None:
    assert visitor.get(f"/qr/{path}").status_code == status


@pytest.mark.parametrize("host", ["x" * 3000, "é.example", "a b", '"<script>'])
def test_a_strange_host_does_not_break_it(site: Flask, host: str) -> None:
    assert site.test_client().get("/qr/K7M2Q4.svg", headers={"Host": host}).status_code in (200, 400, 404)
