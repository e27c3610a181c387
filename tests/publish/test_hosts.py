"""The samples for web servers, in the web servers themselves: types, headers, codes in any spelling."""

import getpass
import http.client
import json
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.publish.hosting import hosting_files, spellings
from app.site.addresses import Site
from app.site.headers import content_security_policy
from tests.browser.server import free_port, wait_for
from tests.publish.machine import BASE, Machine, first, print_shop, unhurried

__all__ = ["first", "print_shop", "unhurried"]

NGINX = """
daemon off; user {user}; pid {folder}/pid; error_log stderr warn; events {{}}
http {{ access_log off; include {folder}/site.conf;
  client_body_temp_path {folder}/t; proxy_temp_path {folder}/t; fastcgi_temp_path {folder}/t;
  uwsgi_temp_path {folder}/t; scgi_temp_path {folder}/t; }}
"""
APACHE = """
ServerRoot {folder}
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/log
{modules}
TypesConfig /dev/null
AddEncoding x-gzip .gz
DocumentRoot {folder}
Alias {base} {site}/
<Directory {site}>
  AllowOverride FileInfo Indexes
  Require all granted
</Directory>
"""
MODULES = "mpm_event authz_core alias dir mime headers"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


@dataclass(frozen=True)
class Host:
    """A web server over the published folder."""

    name: str
    port: int

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for a path below the site."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)) as connection:
            connection.request("GET", BASE + path, headers={k.replace("_", "-"): v for k, v in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())


@pytest.fixture(scope="module", params=["nginx", "apache2"])
def host(request: pytest.FixtureRequest, first: Machine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    program = shutil.which(request.param, path="/usr/sbin:/usr/local/sbin:/usr/bin:/bin")
    if program is None:
        pytest.skip(f"{request.param} is not installed")
    folder, port = tmp_path_factory.mktemp(request.param), free_port()
    site = folder / "site"
    shutil.copytree(first.site, site)
    part(site)
    words = nginx(folder, port) if request.param == "nginx" else apache(folder, port)
    with subprocess.Popen([program, *words]) as server:
        try:
            wait_for(f"http://127.0.0.1:{port}{BASE}")
            yield Host(request.param, port)
        finally:
            server.send_signal(signal.SIGTERM)


def part(site: Path) -> None:
    """A part of a pack, which this territory may not have."""
    (site / "packs/les-tilleuls").mkdir(parents=True, exist_ok=True)
    (site / "packs/les-tilleuls/0a1b.gz").write_bytes(b"\x1f\x8b opaque")


def nginx(folder: Path, port: int) -> list[str]:
    sample = (folder / "site/.adeuxpas/nginx.conf").read_text(encoding="utf-8")
    sample = sample.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/srv/adeuxpas/", f"{folder}/site/")
    (folder / "site.conf").write_text(sample, encoding="utf-8")
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, user=getpass.getuser()), encoding="utf-8")
    return ["-p", str(folder), "-c", str(folder / "nginx.conf")]


def apache(folder: Path, port: int) -> list[str]:
    site = folder / "site"
    shutil.copy(site / ".adeuxpas/htaccess", site / ".htaccess")
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES.split())
    text = APACHE.format(folder=folder, port=port, modules=modules, base=BASE, site=site)
    (folder / "apache.conf").write_text(text, encoding="utf-8")
    return ["-D", "FOREGROUND", "-f", str(folder / "apache.conf")]


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("fr/", "text/html; charset=utf-8"),
        ("fr/places/square-des-tilleuls/", "text/html; charset=utf-8"),
        ("static/gen/app.css", "text/css; charset=utf-8"),
        ("static/gen/app.js", "text/javascript; charset=utf-8"),
        ("sw.js", "text/javascript; charset=utf-8"),
        ("manifest.webmanifest", "application/manifest+json"),
        ("edition.json", "application/json"),
        ("qr/B1BT11.svg", "image/svg+xml"),
        ("poster/B1BT11.pdf", "application/pdf"),
        ("api/v1/places.geojson", "application/geo+json"),
        ("api/v1/places/square-des-tilleuls", "application/geo+json"),
        ("api/v1/walks/un-livre-au-vert.gpx", "application/gpx+xml"),
        ("api/v1/walks/un-livre-au-vert.ics", "text/calendar; charset=utf-8"),
        ("api/v1/sessions.ics", "text/calendar; charset=utf-8"),
        ("packs/les-tilleuls/0a1b.gz", "application/gzip"),
    ],
)
def test_a_file_has_its_type_and_the_headers(host: Host, path: str, media_type: str) -> None:
    answer = host.ask(path, Accept_Encoding="gzip")
    assert (answer.status, answer.headers["Content-Type"].lower()) == (200, media_type)
    assert answer.headers.get_all("Content-Security-Policy") == [content_security_policy()]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_parts_of_packs_come_as_they_are_and_may_be_kept(host: Host) -> None:
    answer = host.ask("packs/les-tilleuls/0a1b.gz", Accept_Encoding="gzip")
    assert (answer.body, answer.headers["Content-Encoding"]) == (b"\x1f\x8b opaque", None)
    assert "immutable" in answer.headers["Cache-Control"]
    assert host.ask("fr/").headers["Cache-Control"] == "no-cache"


def test_open_data_may_be_read_by_other_maps(host: Host) -> None:
    assert host.ask("api/v1/places.geojson").headers["Access-Control-Allow-Origin"] == "*"
    assert host.ask("edition.json").headers["Access-Control-Allow-Origin"] is None


def test_a_walk_is_handed_to_another_application(host: Host) -> None:
    assert host.ask("api/v1/walks/un-livre-au-vert.gpx").headers["Content-Disposition"] == "attachment"
    assert host.ask("api/v1/places.geojson").headers["Content-Disposition"] is None


def test_a_page_without_its_slash_is_sent_to_it(host: Host) -> None:
    answer = host.ask("fr/places/square-des-tilleuls")
    assert (answer.status, answer.headers["Location"].endswith(f"{BASE}fr/places/square-des-tilleuls/")) == (301, True)


def test_a_lost_address_gets_our_page(host: Host) -> None:
    answer = host.ask("fr/nowhere")
    assert (answer.status, b"door.js" in answer.body) == (404, True)


def test_a_code_in_any_spelling_gets_its_page_or_the_one_that_finds_it(host: Host) -> None:
    printed, typed, mixed = (host.ask(code) for code in ("B1BT11/", "b1bt11/", "bIbTl1"))
    assert b"bibliotheque-des-tilleuls" in printed.body
    assert typed.body == printed.body
    if host.name == "nginx":
        assert mixed.body == printed.body
    else:
        assert (mixed.status, b"door.js" in mixed.body) == (404, True)


def test_nginx_hands_out_twins_and_keeps_our_list_to_itself(host: Host) -> None:
    coding = host.ask("fr/", Accept_Encoding="gzip").headers["Content-Encoding"]
    listed = host.ask(".adeuxpas.json").status
    assert (coding, listed) == (("gzip", 404) if host.name == "nginx" else (None, 200))


def test_a_code_is_spelt_as_eyes_may_read_it() -> None:
    assert spellings("K7M2Q4") == ["k7m2q4"]
    assert spellings("B1BT01") == [f"b{one}bt{zero}{last}" for one in "1il" for zero in "0o" for last in "1il"]


def test_netlify_and_cloudflare_read_the_same_headers() -> None:
    site = Site(("fr",), "0", public_url="https://q.example", is_static=True)
    files = {file.name: file.read().decode() for file in hosting_files(site, ["K7M2Q4"])}
    assert files["_headers"].startswith(f"/*\n  Content-Security-Policy: {content_security_policy()}\n")
    assert "Strict-Transport-Security" in files["_headers"]
    assert max(len(line) for line in files["_headers"].splitlines()) < 2000


def test_the_list_of_a_real_site_names_its_hosting_files(first: Machine) -> None:
    names = json.loads((first.site / ".adeuxpas.json").read_text())["files"]
    assert {"_headers", ".nojekyll", ".adeuxpas/nginx.conf", ".adeuxpas/htaccess"} <= names.keys()
