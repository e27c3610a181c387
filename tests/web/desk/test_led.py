"""What leaders saw and how many came, as the desk shows it."""

from io import BytesIO
from itertools import count

from flask import Flask
from PIL import Image

from app.domain.suggestion import Suggestion
from app.library.photos import keep_photo, read_photo
from app.library.suggestions import read_suggestions, receive_suggestion
from app.settings import Settings

from .conftest import Enter, words_of

PLACE, WALK = "bibliotheque-des-tilleuls", "du-college-au-square"
_keys = count()


def send(**said: object) -> tuple[int, str]:
    """Send as a leader's phone does; return its number at the desk, and its key."""
    key = f"3f0c8a52-6b1e-4a0e-9c57-0d6a3b1f{next(_keys):04d}"
    receive_suggestion(key, Suggestion.model_validate(said))
    return len(read_suggestions()), key


def test_what_was_seen_is_told_with_its_stop_and_opens_the_form_it_needs(enter: Enter) -> None:
    id, _ = send(kind="observation", place=PLACE, walk=WALK, stop=2, seen="closed")
    client = enter()
    assert "Vu fermé" in words_of(client.get("/desk/suggestions").text)
    page = client.get(f"/desk/suggestions/{id}").text
    assert "Vu fermé" in words_of(page) and "étape 2" in words_of(page)
    assert "Sans un mot de plus" not in words_of(page)


def test_how_many_came_is_told(enter: Enter) -> None:
    id, _ = send(kind="debrief", walk=WALK, came={"adults": 3, "children": 5, "stops": 2})
    words = words_of(enter().get(f"/desk/suggestions/{id}").text)
    assert "3 adultes" in words and "5 enfants" in words and "2 étapes faites" in words


def test_a_photo_is_shown_to_who_may_read_its_message_and_to_nobody_else(
    desk: Flask, enter: Enter, settings: Settings
) -> None:
    id, key = send(kind="observation", place=PLACE, walk=WALK, stop=2, seen="open")
    client = enter()
    assert client.get(f"/desk/suggestions/{id}/photo").status_code == 404
    shot = BytesIO()
    Image.new("RGB", (40, 30), "red").save(shot, "JPEG")
    keep_photo(key, read_photo(shot.getvalue()), settings.data)
    answer = client.get(f"/desk/suggestions/{id}/photo")
    assert (answer.status_code, answer.content_type) == (200, "image/jpeg")
    assert answer.headers["Cache-Control"] == "no-store"
    assert Image.open(BytesIO(answer.data)).size == (40, 30)
    assert f"/desk/suggestions/{id}/photo" in client.get(f"/desk/suggestions/{id}").text
    outside = desk.test_client().get(f"/desk/suggestions/{id}/photo")
    assert (outside.status_code, outside.content_type.startswith("image")) == (303, False)
