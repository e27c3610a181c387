"""What only who leads a walk may read is in no published file, however it is packed."""

import gzip
import zlib
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from app.publish.folder import LEDGER
from tests.cast.whole_walk import HIDDEN_WORD, SLUG, write_whole_walk
from tests.library.folders import files_of, spoil, tiny_copy
from tests.publish.machine import Machine, print_shop, unhurried

__all__ = ["print_shop", "unhurried"]
SEALED = f"api/v1/walks/{SLUG}.leader.json"

EDITION_TOLD = ("edition.json", "edition-line.json", "packs/les-tilleuls.json", "sw.js")
"""What carries the digest of the whole edition."""

pytestmark = pytest.mark.usefixtures("print_shop", "unhurried")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every file of a site with twins whose walk says everything."""
    return published(tmp_path_factory.mktemp("site"), HIDDEN_WORD)


def published(folder: Path, secret: str) -> Mapping[str, bytes]:
    machine = Machine(folder)
    content = tiny_copy(folder)
    write_whole_walk(content)
    for path in (f"walks/{SLUG}.toml", "translations/ar/LC_MESSAGES/leader.po"):
        file = content / path
        file.write_text(file.read_text(encoding="utf-8").replace(HIDDEN_WORD, secret), encoding="utf-8")
    assert machine.run("load", content)[0] == 0
    assert machine.publish()[0] == 0
    return {path: data for path, data in files_of(machine.site).items() if path != LEDGER}


def test_no_published_byte_holds_a_leader_s_text(site: Mapping[str, bytes]) -> None:
    assert any(b"On entre librement." in each for data in site.values() for each in unpacked(data))
    assert [path for path, data in site.items() if any(HIDDEN_WORD.encode() in each for each in unpacked(data))] == []


def test_other_leader_s_texts_change_no_published_byte_but_what_is_sealed(
    site: Mapping[str, bytes], tmp_path: Path
) -> None:
    there = published(tmp_path, "Hermine")
    here, other = digests(site), digests(there)
    plain = {path.removesuffix(".br").removesuffix(".gz") for path in here | other if here.get(path) != other.get(path)}
    assert plain == {*EDITION_TOLD, SEALED}
    assert len(site[SEALED]) == len(there[SEALED])


def test_a_leader_s_text_is_found_where_it_is_not_hidden(site: Mapping[str, bytes]) -> None:
    """The search itself: what stands in a compressed file of the site is seen."""
    packed = [data for path, data in site.items() if path.startswith("packs/") and path.count("/") > 1]
    assert any(b"On entre librement." in each for data in packed for each in unpacked(data))


def test_what_is_translated_for_the_leader_is_refused_in_the_public_file(tmp_path: Path) -> None:
    content = tiny_copy(tmp_path)
    write_whole_walk(content)
    texts = "translations/ar/LC_MESSAGES/content.po"
    entry = f'msgctxt "walk:{SLUG}/stop/1/host"\nmsgid "x"\nmsgstr "{HIDDEN_WORD}"\n\n'
    spoil(content, texts, "#. state: machine", entry + "#. state: machine")
    code, said = Machine(tmp_path).run("load", content)
    assert code != 0 and "leader.po" in said


def unpacked(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file as they are, and as whoever knows its coding reads them."""
    yield data
    for unpack in (gzip.decompress, brotli.decompress, zlib.decompress):
        try:
            yield unpack(data)
        except (OSError, EOFError, zlib.error, brotli.error):
            continue


def digests(site: Mapping[str, bytes]) -> dict[str, str]:
    return {path: sha256(data).hexdigest() for path, data in site.items()}
