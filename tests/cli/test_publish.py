"""`adeuxpas publish` as somebody types it: a whole site in a folder, and only what changed the next time."""

import json
import subprocess
import time
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from app.site.headers import content_security_policy
from tests.cast.printed import Page
from tests.library.folders import PLACES
from tests.publish.machine import ADDRESS, BASE, Machine, first, machine, print_shop, unhurried
from tests.publish.test_folder import state

__all__ = ["first", "machine", "print_shop", "unhurried"]
pytestmark = pytest.mark.usefixtures("print_shop", "unhurried")

LIBRARY, LIBRARY_CODE = "bibliotheque-des-tilleuls", "B1BT11"


def pages(machine: Machine) -> dict[str, Page]:
    found = machine.site.rglob("*.html")
    return {str(file.relative_to(machine.site)): Page(file.read_text(encoding="utf-8")) for file in found}


def addresses(machine: Machine) -> dict[str, set[str]]:
    """Every address of the site that its pages link to or load, and the pages that do."""
    found: dict[str, set[str]] = {}
    for name, page in pages(machine).items():
        here = ADDRESS + name.removesuffix("index.html")
        for _, attributes in page.elements:
            for key in ("href", "src", "data-places", "data-words", "data-hours", "data-source", "data-pictograms"):
                target = urljoin(here, attributes.get(key) or here)
                if urlsplit(target).netloc == "mairie.example":
                    found.setdefault(unquote(urlsplit(target).path), set()).add(name)
    return found


def file_at(machine: Machine, path: str) -> Path:
    """The file that a plain server hands out for an address, without a redirect."""
    assert path.startswith(BASE), f"{path} is outside of the site."
    file = machine.site / path.removeprefix(BASE)
    return file / "index.html" if path.endswith("/") else file


def test_every_address_in_every_page_leads_to_a_file(first: Machine) -> None:
    found = addresses(first)
    dead = {path: names for path, names in found.items() if not file_at(first, path).is_file()}
    assert (dead, len(found) > 60) == ({}, True)


def test_every_address_in_manifests_and_data_leads_to_a_file(first: Machine) -> None:
    for lang in ("", "fr/", "ar/"):
        manifest = json.loads((first.site / lang / "manifest.webmanifest").read_text())
        said = [manifest["start_url"], *(each["src"] for each in manifest["icons"])]
        said += [each["url"] for each in manifest.get("shortcuts", ())]
        assert [path for path in said if not file_at(first, path).is_file()] == []
        assert (manifest["id"], manifest["scope"]) == (BASE, BASE)
    places = json.loads((first.site / "fr/les-tilleuls/places.json").read_text())
    assert (places["base"], places["tail"]) == (BASE, "/")


def test_the_worker_knows_where_it_lives_and_names_files_that_are_there(first: Machine) -> None:
    script = (first.site / "sw.js").read_text(encoding="utf-8").splitlines()[0]
    known = json.loads(script.removeprefix("const EDITION = "))
    paths = [address.split("?")[0] for address in known["shell"]]
    lost = [path for path in paths if not any(file_at(first, path + end).is_file() for end in ("", "/"))]
    assert (known["base"], lost) == (BASE, [])
    assert f"{BASE}static/gen/door.js" in paths


def test_the_summary_lists_what_the_folder_holds(first: Machine) -> None:
    listed = json.loads((first.site / "edition.json").read_text())["files"]
    lost = [path for path in listed if not any((first.site / path / end).is_file() for end in ("", "index.html"))]
    assert (lost, len(listed) > 60) == ([], True)


def test_a_code_has_its_page_as_printed_and_as_typed_its_picture_and_its_posters(first: Machine) -> None:
    names = [f"{LIBRARY_CODE}/index.html", f"{LIBRARY_CODE.lower()}/index.html", f"qr/{LIBRARY_CODE}.svg"]
    names += [f"qr/{LIBRARY_CODE}.png", f"poster/{LIBRARY_CODE}.pdf"]
    assert [name for name in names if not (first.site / name).is_file()] == []
    assert (first.site / f"poster/{LIBRARY_CODE}.pdf").read_bytes().startswith(b"%PDF-")


def test_textual_files_have_their_twins(first: Machine, tmp_path: Path) -> None:
    assert all((first.site / f"fr/index.html{suffix}").is_file() for suffix in ("", ".br", ".gz"))
    first.run("publish", tmp_path / "bare", "--no-twins", "--base-url", ADDRESS)
    assert list((tmp_path / "bare").rglob("*.br")) == []


def test_hosts_are_told_the_headers(first: Machine) -> None:
    told = (first.site / "_headers").read_text()
    assert f"{BASE}*\n  Content-Security-Policy: {content_security_policy()}\n" in told
    assert "Strict-Transport-Security" not in told


def test_the_same_again_writes_nothing(machine: Machine) -> None:
    before = state(machine.site)
    code, output = machine.publish()
    assert (code, state(machine.site)) == (0, before), output
    assert "0 fichier écrit" in output


def test_an_edit_writes_the_pages_that_show_it(machine: Machine) -> None:
    before = state(machine.site)
    machine.edit("Jouer dehors", "Jouer au soleil")
    assert machine.publish()[0] == 0
    after = state(machine.site)
    plain = {name for name in after if after[name] != before.get(name) and not name.endswith((".br", ".gz"))}
    assert "fr/places/square-des-tilleuls/index.html" in plain
    assert f"fr/places/{LIBRARY}/index.html" not in plain
    assert len(plain) < len(after) / 10
    drawn = {name for name in plain if name.startswith(("poster/", "qr/"))}
    assert drawn == {"poster/8QTR77.pdf", "poster/8QTR77-en.pdf"}


def test_a_place_that_closes_takes_its_poster_away(machine: Machine) -> None:
    machine.edit('"status": "published"', '"status": "closed_temporarily"')
    closed = next(f for f in json.loads((machine.root / "content" / PLACES).read_text())["features"])
    machine.publish()
    code, id = closed["properties"]["code"], closed["id"]
    assert not (machine.site / f"poster/{code}.pdf").exists()
    assert (machine.site / f"qr/{code}.svg").is_file()
    assert "/poster/" not in (machine.site / f"fr/places/{id}/index.html").read_text()


def test_a_poster_that_cannot_be_drawn_is_said_and_not_offered(machine: Machine) -> None:
    machine.edit("Jouer dehors", "Jouer dehors \U0001f33b")
    code, output = machine.publish()
    assert (code, "2 affiches n’ont pas pu être dessinées" in output) == (0, True), output
    assert not (machine.site / "poster/8QTR77.pdf").exists()
    assert "/poster/" not in (machine.site / "fr/places/square-des-tilleuls/index.html").read_text()


@pytest.mark.parametrize(("address", "is_long"), [("https://kq.example/", False), (ADDRESS, True)])
def test_an_address_that_makes_codes_larger_is_said(machine: Machine, address: str, is_long: bool) -> None:
    assert ("est longue" in machine.publish(address=address)[1]) is is_long


def test_without_a_public_address_nothing_is_for_paper(first: Machine, tmp_path: Path) -> None:
    code, output = first.run("publish", tmp_path / "site", "--base-url", "/q/")
    assert (code, "L’adresse publique n’est pas connue" in output) == (0, True)
    assert [name for name in ("qr", "poster") if (tmp_path / "site" / name).exists()] == []
    page = (tmp_path / "site" / f"fr/places/{LIBRARY}/index.html").read_text()
    assert ("/qr/" in page, f"/q/{LIBRARY_CODE}/" in page) == (False, True)


def test_the_edition_that_is_served_is_left_alone(first: Machine) -> None:
    assert [each.name for each in (first.root / "var").iterdir() if each.is_dir()] == ["publications"]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [(("--base-url", "mairie.example"), "n’est pas une adresse"), ((), "ne viennent pas d’ici")],
)
def test_it_refuses_with_a_sentence(first: Machine, tmp_path: Path, options: tuple[str, ...], sentence: str) -> None:
    (tmp_path / "theirs.txt").write_text("theirs")
    code, output = first.run("publish", tmp_path, *options)
    assert (code, sentence in output, len(list(tmp_path.iterdir()))) == (2, True, 1)


def test_an_empty_machine_is_filled_first(tmp_path: Path) -> None:
    code, output = Machine(tmp_path).publish("--no-twins", address="/")
    assert (code, "Édition 1 du 18 nov. 2026" in output) == (0, True), output
    assert (tmp_path / "site/fr/places/piscine-hebert/index.html").is_file()


def test_two_runs_at_once_make_one_whole_site(machine: Machine) -> None:
    machine.edit("Jouer dehors", "Jouer au soleil")
    both = [machine.start(), machine.start()]
    told = [each.communicate() for each in both]
    assert [each.returncode for each in both] == [0, 0], told
    before = state(machine.site)
    machine.publish()
    assert state(machine.site) == before


def test_a_watch_keeps_the_folder_in_step(machine: Machine) -> None:
    watch = machine.start("--watch")
    try:
        machine.edit("Jouer dehors", "Jouer au soleil")
        page = machine.site / "fr/places/square-des-tilleuls/index.html"
        wait_until_it_says(page, "Jouer au soleil", watch)
    finally:
        watch.terminate()
        watch.communicate()


def wait_until_it_says(page: Path, words: str, watch: "subprocess.Popen[str]") -> None:
    last = time.monotonic() + 60
    while words not in page.read_text(encoding="utf-8"):
        assert watch.poll() is None and time.monotonic() < last
        time.sleep(0.1)
