"""What applications of a run take over from each other is how things are read, never what they say."""

from pathlib import Path

from sqlalchemy import create_engine, text

from app.edition.store import EditionStore
from app.factory import create_app

from .library import settings_over


def test_a_second_application_has_the_rules_of_the_first(tmp_path: Path) -> None:
    first, second = (create_app(settings_over(tmp_path / name)) for name in ("first", "second"))
    told = [
        sorted((rule.rule, rule.endpoint, *sorted(rule.arguments)) for rule in each.url_map.iter_rules())
        for each in (first, second)
    ]
    assert told[0] == told[1]
    assert all(rule.map is second.url_map for rule in second.url_map.iter_rules())


def test_it_finds_and_builds_addresses_by_itself(tmp_path: Path) -> None:
    for name in ("first", "second"):
        addresses = create_app(settings_over(tmp_path / name)).url_map.bind("here")
        found, values = addresses.match("/desk/places/biblio")
        assert (values, addresses.build(found, values)) == ({"id": "biblio"}, "/desk/places/biblio")


def test_a_statement_asks_the_library_it_is_sent_to(tmp_path: Path) -> None:
    said = []
    for name in ("first", "second"):
        engine = create_engine(f"sqlite:///{tmp_path / name}")
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE thing (name TEXT)"))
            connection.execute(text("INSERT INTO thing VALUES (:name)"), {"name": name})
            said.append(connection.scalar(text("SELECT name FROM thing")))
        engine.dispose()
    assert said == ["first", "second"]


def test_bytes_are_compressed_as_what_they_are(tmp_path: Path) -> None:
    data, kinds = b"<p>one</p>" * 500, [("text/html", True), ("text/html", False), ("image/png", True)]
    kept = []
    for number, (kind, shared) in enumerate(kinds * 2):
        store = EditionStore(tmp_path / str(number))
        with store.locked():
            kept.append(store.keep(data, kind, shared=shared))
        assert len(list(store.folder.rglob("*.br"))) == (kind == "text/html")
    assert kept[:3] == kept[3:]
    assert kept[2].br == 0 < kept[0].br
