"""Two servers over one PostgreSQL library: what one writes the other acts on, at its next request."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from app.factory import create_app
from app.library.content.load import load_folder
from app.library.db import db
from app.library.desk.people import add_person, revoke_person
from app.library.migrating import migrate_library
from tests.cast.library import TINY, settings_over
from tests.postgresql import Cluster

from .serving import running
from .test_suggestions_killed import SERVE, post
from .visiting import Visitor

PASSWORD = "trois mots ensemble"  # noqa: S105 - of nobody
KEY = str(UUID(int=1, version=4))


@pytest.fixture
def shared(cluster: Cluster, tmp_path: Path) -> Iterator[str]:
    """The address of a library of the tiny territory, opened here too."""
    url = cluster.new_database("shared")
    with create_app(replace(settings_over(tmp_path / "here"), database_url=url)).app_context():
        migrate_library()
        assert not load_folder(TINY).is_refused
        yield url
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def ports(shared: str, tmp_path: Path) -> Iterator[tuple[int, int]]:
    """The ports of two servers, each with a data folder of its own."""
    with ExitStack() as both:
        found = []
        for name in ("one", "other"):
            (tmp_path / name).mkdir()
            server = running(tmp_path / name, SERVE, DATABASE_URL=shared)
            found.append(both.enter_context(server).port)
        yield found[0], found[1]


def test_two_servers_agree(ports: tuple[int, int]) -> None:
    one, other = ports
    visitor = Visitor()
    assert visitor.post(one, f"/desk/join/{add_person('Coordination', 'coordinator')}", password=PASSWORD) == 303
    assert visitor.get(other, "/desk/suggestions")[0] == 200
    # A message that one received waits at the other; one key is one message at both.
    assert (post(one, KEY), post(other, KEY)) == (201, 200)
    assert KEY in visitor.get(other, "/desk/suggestions")[1]
    # A decision of one is there for the other, which refuses to decide again.
    assert visitor.correct(other, 1, "hours", hours="Tu 09:00-12:00") == 303
    assert "Tu 09:00-12:00" in visitor.get(one, "/desk/suggestions/1")[1]
    assert visitor.post(one, "/desk/suggestions/1", outcome="later", was="new") == 409
    assert visitor.post(one, "/desk/undo", decision="1") == 303
    assert KEY in visitor.get(other, "/desk/suggestions")[1]
    # Revoked anywhere, somebody is out everywhere.
    revoke_person("Coordination")
    assert [visitor.get(port, "/desk/suggestions")[0] for port in ports] == [303, 303]
    assert visitor.post(other, "/desk/suggestions/1", outcome="later", was="new") == 401
