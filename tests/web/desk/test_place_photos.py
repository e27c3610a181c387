"""The photos of a place at the desk, without a script: added from a phone, described, moved, taken away, given back."""

import re
from io import BytesIO

from flask import Flask
from flask.testing import FlaskClient
from PIL import Image
from werkzeug.test import TestResponse

from app.domain.place import Place
from app.library.changes import read_changes
from app.library.content.queries import read_library
from app.library.content.writes import change_place
from app.library.desk.history import versions_of
from tests.cast.pictures import MAKER, bomb, door
from tests.cast.posting import form_with

from .conftest import Enter, words_of
from .editor import PAGE, PLACE, add_far_territory

ADDRESS = f"{PAGE}/photos"
WORDS = {"alt": "La porte verte, sous l’arbre", "credit": "Relais", "consent": "nobody"}


def place() -> Place:
    return read_library().places[PLACE]


def send(client: FlaskClient, sent: bytes | None = None, page: str = ADDRESS, **typed: str) -> TestResponse:
    """Send a photo."""
    fields = {**WORDS, "do": "add", **typed}
    return client.post(page, **form_with("file", door(1600, 1200) if sent is None else sent, "IMG_1.jpg", fields))


def version(client: FlaskClient) -> str:
    html = client.get(PAGE).text
    return re.findall(r'name="version" value="(\w+)"><input type="hidden" name="photo"', html)[0]


def act(client: FlaskClient, what: str, at: int = 0, **typed: str) -> TestResponse:
    file = place().photos[at].file
    return client.post(ADDRESS, data={"do": what, "photo": file, "version": version(client), **typed})


def test_a_photo_is_drawn_anew_and_shown_where_it_is_edited(enter: Enter) -> None:
    relay = enter("Relais", "relay")
    assert "La porte, vue de la rue" in words_of(relay.get(PAGE).text)
    answer = send(relay)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{PAGE}?saved=photos#photos")
    photo = place().photos[0]
    assert (photo.alt, photo.credit, photo.consent) == (WORDS["alt"], "Relais", "nobody")
    assert re.fullmatch(rf"{PLACE}-[0-9a-f]{{12}}\.webp", photo.file)
    picture = read_library().pictures[photo.file]
    assert (picture.width, picture.height, MAKER.encode() in picture.shown()) == (480, 360, False)
    shown = relay.get(f"{ADDRESS}/{photo.file}")
    assert (shown.data, shown.mimetype, shown.headers["Cache-Control"]) == (picture.shown(), "image/webp", "no-store")
    assert Image.open(BytesIO(shown.data)).size == (480, 360)
    assert f'src="{ADDRESS}/{photo.file}"' in relay.get(PAGE).text
    assert [change.field for change in read_changes("place", PLACE, most=1)] == ["photos"]


def test_what_is_missing_is_said_and_nothing_that_was_typed_is_lost(enter: Enter) -> None:
    client = enter()
    answer = send(client, credit="Relais du square", alt="", consent="")
    told = words_of(answer.text)
    assert answer.status_code == 422
    assert "Dites en une phrase ce que l’on voit" in told
    assert "Dites qui l’on reconnaît sur la photo" in told
    assert 'value="Relais du square"' in answer.text
    assert "Choisissez une photo" in words_of(send(client, b"").text)
    assert place().photos == ()


def test_what_is_no_photo_is_refused_with_a_sentence(enter: Enter) -> None:
    client = enter()
    for sent, sentence in [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "n’est pas une photo qui s’ouvre"),
        (door()[:-500], "n’est pas une photo qui s’ouvre"),
        (bomb(), "50 millions de points au plus"),
        (bytes(8_000_001), "8 Mo au plus"),
        (bytes(8_100_000), "8 Mo au plus"),
    ]:
        answer = send(client, sent)
        assert answer.status_code in (413, 422)
        assert sentence in words_of(answer.text)
    assert (place().photos, read_library().pictures) == ((), {})


def test_the_same_photo_is_there_once_and_four_are_enough(enter: Enter) -> None:
    client = enter()
    send(client)
    assert "Cette photo est déjà sur la fiche." in words_of(send(client).text)
    for shade in (10, 40, 70):
        assert send(client, door(colour=(shade, 10, 10))).status_code == 303
    assert "Ajouter cette photo" not in client.get(PAGE).text
    assert "4 photos au plus" in words_of(send(client, door(colour=(99, 9, 9))).text)
    assert (len(place().photos), len(read_library().pictures)) == (4, 4)


def test_photos_are_described_moved_and_taken_away(enter: Enter) -> None:
    client = enter()
    send(client)
    send(client, door(colour=(150, 10, 10)), alt="La salle", consent="agreed")
    assert act(client, "up", 1).status_code == 303
    assert [photo.alt for photo in place().photos] == ["La salle", WORDS["alt"]]
    told = act(client, "tell", 0, alt="La salle de lecture", credit="", consent="agreed")
    assert told.status_code == 303
    assert (place().photos[0].alt, place().photos[0].credit) == ("La salle de lecture", None)
    assert act(client, "tell", 0, alt="", consent="agreed").status_code == 422
    act(client, "remove", 0)
    assert [photo.alt for photo in place().photos] == [WORDS["alt"]]
    act(client, "remove", 0)
    assert place().photos == ()


def test_who_comes_second_overwrites_nothing(enter: Enter) -> None:
    client = enter()
    send(client)
    seen, file = version(client), place().photos[0].file
    change_place(PLACE, {"photos": [{"file": file, **WORDS, "alt": "Une autre phrase"}]}, by="relay")
    typed = {"do": "tell", "photo": file, "version": seen, **WORDS, "alt": "Ma phrase"}
    answer = client.post(ADDRESS, data=typed)
    assert (answer.status_code, "Ma phrase" in answer.text) == (409, True)
    assert client.post(ADDRESS, data={**typed, "do": "remove"}).status_code == 409
    assert place().photos[0].alt == "Une autre phrase"


def test_the_history_gives_a_photo_back(enter: Enter) -> None:
    client = enter()
    send(client)
    file = place().photos[0].file
    act(client, "remove")
    newest = versions_of("place", PLACE)[0]
    history = client.get(f"{PAGE}/history").text
    assert ("Photos" in history, WORDS["alt"] in history) == (True, True)
    asked = {"since": newest.first, "until": newest.last, "seen": newest.last}
    assert client.post(f"{PAGE}/history", data=asked).status_code == 303
    assert [photo.file for photo in place().photos] == [file]
    assert read_library().pictures[file].shown()


def test_a_place_comes_back_from_the_trash_with_its_photos(enter: Enter, desk: Flask) -> None:
    client = enter()
    page = client.get("/desk/places").text
    id = next(each for each in re.findall(r"/desk/places/([a-z0-9-]+)", page) if _is_free(client, each))
    other = f"/desk/places/{id}"
    assert send(client, page=f"{other}/photos").status_code == 303
    seen = versions_of("place", id)[0].last
    assert client.post(f"{other}/remove", data={"seen": str(seen)}).status_code == 303
    assert client.post("/desk/trash", data={"place": id}).status_code == 303
    restored = read_library()
    assert restored.places[id].photos[0].file in restored.pictures


def _is_free(client: FlaskClient, id: str) -> bool:
    """Tell whether a place may be taken out: no walk and no territory names it."""
    content = read_library()
    named = {place for walk in content.walks.values() for place in walk.places}
    named |= {each.school for each in content.territories.values()}
    named |= {each.kiosk.place for each in content.territories.values() if each.kiosk}
    return id in content.places and id not in named


def test_only_who_keeps_the_place_changes_its_photos(enter: Enter, desk: Flask) -> None:
    send(enter())
    file = place().photos[0].file
    reader = enter("Bénévole", "volunteer")
    assert reader.get(f"{ADDRESS}/{file}").status_code == 200
    assert "Ajouter cette photo" not in reader.get(PAGE).text
    assert send(reader).status_code == 403
    assert desk.test_client().get(f"{ADDRESS}/{file}").status_code == 303
    add_far_territory()
    away = enter("Ailleurs", "relay", "ailleurs")
    assert (away.get(f"{ADDRESS}/{file}").status_code, send(away).status_code) == (404, 404)
    for name in ("autre.webp", "..%2f..%2fsecret.webp", "x"):
        assert reader.get(f"{ADDRESS}/{name}").status_code == 404


def test_another_site_adds_nothing(enter: Enter) -> None:
    client = enter()
    data = {**WORDS, "do": "add", "file": (BytesIO(door()), "a.jpg")}
    answer = client.post(
        ADDRESS, data=data, content_type="multipart/form-data", headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert (answer.status_code, place().photos) == (403, ())


def test_who_translates_finds_the_words_of_a_photo(enter: Enter) -> None:
    client = enter()
    send(client)
    key = f"place:{PLACE}/photo/{place().photos[0].file}/alt"
    address = next(each for each in re.findall(r'href="([^"]*/text/[^"]*)"', client.get(PAGE).text) if "/ar/" in each)
    assert address.endswith(key)
    page = client.get(address)
    assert (page.status_code, WORDS["alt"] in page.text) == (200, True)
