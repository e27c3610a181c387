"""The versions of a walk: each change can be taken back, any version given back, with the texts of its stops."""

import re

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.domain.walk import Walk
from app.library.changes import read_changes
from app.library.content.dump import library_files
from app.library.content.queries import read_library
from app.library.content.writes import change_place, remove_place, save_walk

from .conftest import Enter, words_of
from .editor import save
from .test_walks import ID, PAGE, arabic, names, now, stops

HISTORY = f"{PAGE}/history"


def press(client: FlaskClient, button: str, number: int = 0) -> TestResponse:
    """Press a button of the history, of all those that are so called the one with this number."""
    forms = [f for f in re.findall(r"<form.*?</form>", client.get(HISTORY).text, re.S) if button in words_of(f)]
    return client.post(HISTORY, data=dict(re.findall(r'name="(\w+)" value="(\d+)"', forms[number])))


def change(**fields: object) -> None:
    """Change a walk as a script would."""
    document = now().model_dump(mode="json", by_alias=True, exclude_defaults=True) | fields
    assert not save_walk(Walk.model_validate(document), by="test").is_refused


def texts() -> dict[str, str]:
    return {key: text.words for key, text in read_library().texts.by_language["ar"].items() if f"walk:{ID}/" in key}


def test_the_history_says_what_changed_in_the_words_of_the_forms(enter: Enter) -> None:
    client = enter()
    save(client, "stop", f"{PAGE}/stops/1", text="Entrez donc.", stay_min="25")
    stops(client, "down", 1)
    words = words_of(client.get(HISTORY).text)
    assert "Étape 1 · Ce que l’on y dit" in words and "Entrez donc." in words
    assert "Étape 1 · Minutes sur place" in words
    assert re.search(r"Étapes 1\. Bibliothèque des Tilleuls · 2\. Le grand tilleul .* 1\. Le grand tilleul", words)
    assert '[{"' not in words


def test_one_change_is_taken_back_and_the_others_stay(enter: Enter) -> None:
    client, before = enter(), now()
    save(client, "what", PAGE, title="Autre titre", summary="Autre chose.")
    save(client, "what", PAGE, difficulty="hard")
    assert press(client, "Annuler ce changement", 1).location == f"{HISTORY}?done=1"
    assert (now().title, now().summary, now().difficulty) == (before.title, before.summary, "hard")
    newest = read_changes("walk", ID)[0]
    assert (newest.by, newest.why) == ("coordinator", "Retour en arrière")


def test_a_field_that_moved_since_stays_and_is_named(enter: Enter) -> None:
    client, before = enter(), now()
    save(client, "what", PAGE, title="Un", summary="Un.")
    save(client, "what", PAGE, title="Deux")
    answer = press(client, "Annuler ce changement", 1)
    assert "cela reste comme c’est : Titre" in words_of(answer.text)
    assert (now().title, now().summary) == ("Deux", before.summary)


def test_stops_in_another_order_go_back_with_their_texts(enter: Enter) -> None:
    client, before, told = enter(), names(), texts()
    stops(client, "down", 1)
    assert (names(), texts()) != (before, told)
    save(client, "stop", f"{PAGE}/stops/1", stay_min="33")
    assert press(client, "Annuler ce changement", 1).status_code == 303
    assert (names(), texts()) == (before, told)
    assert now().stops[1].stay_min == 33


def test_a_stop_that_was_taken_away_comes_back_with_its_texts_and_its_way(enter: Enter) -> None:
    client = enter()
    change(
        leg=[{"from": 1, "to": 2, "way": "Par la rue."}, {"from": 2, "to": 3, "steps": 3}],
        variant=[{"id": "pluie", "when": "rain", "drop": [1]}],
        notice=[{"from": "2026-11-01", "to": "2027-01-01", "text": "Travaux.", "stops": [1, 3]}],
    )
    before, told = now(), texts()
    assert arabic("stop/1/text")
    stops(client, "remove", 1)
    save(client, "what", PAGE, difficulty="hard")
    assert press(client, "Annuler ce changement", 1).status_code == 303
    assert now() == before.model_copy(update={"difficulty": "hard"})
    assert texts() == told
    assert press(client, "Annuler ce changement").status_code == 303
    assert len(now().stops) == len(before.stops) - 1


def test_any_version_is_given_back_whatever_came_since(enter: Enter) -> None:
    client, first, told = enter(), now(), texts()
    file = library_files()[f"walks/{ID}.toml"]
    stops(client, "remove", 2)
    second, then = now(), texts()
    save(client, "stop", f"{PAGE}/stops/1", text="Autre.")
    stops(client, "add", place="square-des-tilleuls", to=1)
    save(client, "sessions", PAGE, session__0__start="2027-01-13 14:00")
    assert press(client, "Remettre cette version", 2).status_code == 303
    assert (now(), texts()) == (second, then)
    assert press(client, "Remettre la balade d’avant tout cela").status_code == 303
    assert (now(), texts()) == (first, told)
    assert library_files()[f"walks/{ID}.toml"] == file


def test_only_what_would_do_something_is_offered(enter: Enter) -> None:
    client = enter()
    save(client, "what", PAGE, title="Un")
    save(client, "what", PAGE, title="Deux")
    page = words_of(client.get(HISTORY).text)
    # The first change can no longer be taken back by itself: the title moved since.
    assert (page.count("Annuler ce changement"), page.count("Remettre cette version")) == (1, 1)
    assert "Annuler" not in enter("Lecture", "leader").get(HISTORY).text


def test_a_version_whose_place_is_gone_is_not_offered(enter: Enter) -> None:
    client = enter()
    stops(client, "add", place="toilettes-du-square", to=1)
    stops(client, "remove", 1)
    assert words_of(client.get(HISTORY).text).count("Remettre cette version") == 1
    assert not remove_place("toilettes-du-square", by="test").is_refused
    words = words_of(client.get(HISTORY).text)
    # With the stop gone and its place too, only what was before both can be had again: the walk says so already.
    assert "Annuler ce changement" not in words and "Remettre" not in words


def test_a_walk_that_began_here_goes_back_to_how_it_began(enter: Enter) -> None:
    client = enter()
    client.post("/desk/walks", data={"title": "Vers", "territory": "les-tilleuls", "place": "square-des-tilleuls"})
    first = now("vers")
    save(client, "what", "/desk/walks/vers", title="Autre")
    page = client.get("/desk/walks/vers/history").text
    forms = [f for f in re.findall(r"<form.*?</form>", page, re.S) if "Remettre cette version" in words_of(f)]
    client.post("/desk/walks/vers/history", data=dict(re.findall(r'name="(\w+)" value="(\d+)"', forms[0])))
    assert now("vers") == first


def test_who_looked_at_an_older_history_or_may_not_changes_nothing(enter: Enter) -> None:
    client = enter()
    save(client, "what", PAGE, title="Un")
    form = next(f for f in re.findall(r"<form.*?</form>", client.get(HISTORY).text, re.S) if "Annuler ce" in f)
    asked = dict(re.findall(r'name="(\w+)" value="(\d+)"', form))
    save(client, "what", PAGE, summary="Deux.")
    assert (client.post(HISTORY, data=asked).status_code, now().title) == (409, "Un")
    asked["seen"] = str(read_changes("walk", ID)[0].id)
    assert enter("Lecture", "leader").post(HISTORY, data=asked).status_code == 403
    assert client.post("/desk/walks/nowhere/history", data=asked).status_code == 404
    assert client.post(HISTORY, data={"since": 10**30, "seen": "x"}).status_code == 409


def test_a_long_history_has_pages(enter: Enter) -> None:
    client = enter()
    for number in range(21):
        change(title=f"Titre {number}")
    first, second = (client.get(f"{HISTORY}?page={page}").text for page in (1, 2))
    assert ('rel="next"' in first, 'rel="prev"' in second) == (True, True)
    assert "Remettre la balade d’avant tout cela" in words_of(second)
    assert client.get(f"{HISTORY}?page=99999").status_code == 200


def test_a_change_of_a_place_is_no_change_of_its_walk(enter: Enter) -> None:
    client = enter()
    change_place("square-des-tilleuls", {"note": "Vu."}, by="test")
    assert "comme au premier jour" in words_of(client.get(HISTORY).text)
