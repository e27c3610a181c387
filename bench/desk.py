"""Pages of the desk over 2,000 places and 500 messages: CPU time of a request, bytes, queries. Bars: 100 ms, 60 kB.

python bench/desk.py
"""

import statistics
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from flask.testing import FlaskClient
from sqlalchemy import event
from synthetic import TERRITORY, synthetic_content

from app.domain.suggestion import Suggestion
from app.exchange.native import write_content
from app.factory import create_app
from app.library.content.load import load_folder
from app.library.content.writes import change_place
from app.library.db import db
from app.library.desk.people import add_person
from app.library.editions import note_edition
from app.library.migrating import migrate_library
from app.library.suggestions import receive_suggestion
from app.settings import read_settings

PLACES, MESSAGES, DOORS, RUNS = 2000, 500, 60, 15
PAGES = {
    "queue": "/desk/suggestions",
    "… its last page": "/desk/suggestions?page=20",
    "a message": "/desk/suggestions/250",
    "… whose place moved": "/desk/suggestions/2",
    "… its map": "/desk/suggestions/2/map.svg",
    "a slip of paper": "/desk/slip",
    "places": "/desk/places",
    "… searched": "/desk/places?q=lieu+17",
    "a place to edit": "/desk/places/lieu-1",
    "a new place": "/desk/places/new",
    "changed places": "/desk/history",
    "versions of a place": "/desk/places/lieu-1/history",
    "translations": "/desk/translations",
    "… of a language": "/desk/translations/ar?state=machine",
    "… one text": "/desk/translations/ar/text/place:lieu-1/purpose",
    "rounds": "/desk/rounds",
    "a round of 60 doors": "/desk/rounds/1",
    "gaps": f"/desk/gaps/{TERRITORY}",
    "… as a table": f"/desk/gaps/{TERRITORY}.csv",
    "trash": "/desk/trash",
    "quarters": "/desk/territories",
    "a quarter": f"/desk/territories/{TERRITORY}",
    "walks": "/desk/walks",
    "a walk": "/desk/walks/balade-0",
}
PASSWORD = "trois mots ensemble"  # noqa: S105 - of nobody


def main() -> None:
    """Print a line a page, as a relay of one territory sees it."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        write_content(synthetic_content(PLACES), content)
        app = create_app(read_settings({"ADEUXPAS_DATA": str(Path(folder) / "var")}))
        with app.app_context():
            migrate_library()
            load_folder(content)
            for number in range(MESSAGES):
                said = {"kind": "hours", "place": f"lieu-{number}", "text": f"Message {number} : " + "ouvert ? " * 20}
                receive_suggestion(f"key {number}", Suggestion.model_validate(said | {"edition": 1}))
            note_edition(1, datetime.now(UTC))
            for number in range(100):
                change_place(f"lieu-{number % 30}", {"purpose": f"Jouer {number} fois."}, by="bench")
            client = app.test_client()
            client.post(f"/desk/join/{add_person('Relais', 'relay', [TERRITORY])}", data={"password": PASSWORD})
            doors = [f"lieu-{number}" for number in range(DOORS)]
            client.post("/desk/rounds", data={"territory": TERRITORY, "place": doors, "parts": 2})
            for name, path in PAGES.items():
                _measure(client, name, path)


# Private


def _measure(client: FlaskClient, name: str, path: str) -> None:
    queries: list[object] = []

    def listen(*call: object) -> None:
        queries.append(call[2])

    event.listen(db.engine, "before_cursor_execute", listen)
    answer = client.get(path, headers={"Accept-Encoding": "gzip"})
    event.remove(db.engine, "before_cursor_execute", listen)
    assert answer.status_code == 200, (path, answer.status_code)
    times = [_timed(client, path) for _ in range(RUNS)]
    print(f"{name:20} {statistics.median(times):5.0f} ms  {len(answer.data) / 1000:5.1f} kB  {len(queries)} queries")


def _timed(client: FlaskClient, path: str) -> float:
    start = time.process_time()
    client.get(path, headers={"Accept-Encoding": "gzip"})
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    main()
