"""Photos of places between files, library and backup."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, update

from app.exchange.native import read_content
from app.library.content.dump import dump_folder
from app.library.content.edits import Author
from app.library.content.load import load_folder
from app.library.content.photos import KEPT, forget_photos_within
from app.library.content.queries import library_digest, read_library
from app.library.content.writes import change_place
from app.library.models import ChangeRow
from app.library.moments import utc_now
from app.library.photo_models import PhotoRow
from app.library.saving.health import pictures_lost
from app.library.sessions import writing
from tests.cast.pictures import LIBRARY, PHOTO, door, put, show

from ..folders import PLACES, tiny_copy


@pytest.fixture
def shown(tmp_path: Path) -> Path:
    """A folder in which one place has a photo."""
    folder = tiny_copy(tmp_path)
    put(folder, door())
    show(folder, PHOTO)
    return folder


def sentences(folder: Path) -> list[str]:
    return [problem.tell() for problem in read_content(folder)[1]]


def test_a_photo_comes_in_and_goes_out_byte_for_byte(any_app: Flask, shown: Path, tmp_path: Path) -> None:
    assert load_folder(shown).problems == ()
    picture = read_library().pictures["Porte-verte.jpg"]
    assert (picture.width, picture.height, picture.shown()[8:12]) == (480, 360, b"WEBP")
    dump_folder(tmp_path / "out")
    for path in (PLACES, "data/photos/Porte-verte.jpg"):
        assert (tmp_path / "out" / path).read_bytes() == (shown / path).read_bytes()
    assert load_folder(tmp_path / "out").is_unchanged


def test_another_picture_under_the_same_name_is_another_edition(any_app: Flask, shown: Path) -> None:
    load_folder(shown)
    before, digest = read_library().pictures["Porte-verte.jpg"], library_digest()
    put(shown, door(600, 800, colour=(10, 10, 90)))
    assert not load_folder(shown).is_unchanged
    after = read_library().pictures["Porte-verte.jpg"]
    assert (after.path != before.path, after.height, library_digest() != digest) == (True, 480, True)
    assert after.shown() != before.shown()


def test_a_picture_that_did_not_change_is_the_same_object_again(any_app: Flask, shown: Path) -> None:
    load_folder(shown)
    before = read_library()
    change_place(LIBRARY, {"purpose": "Lire à l’ombre."}, by="test")
    assert read_library().pictures["Porte-verte.jpg"] is before.pictures["Porte-verte.jpg"]


def without(name: str) -> Callable[[Path], object]:
    return lambda folder: show(folder, {key: value for key, value in PHOTO.items() if key != name})


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (lambda folder: (folder / "data/photos/Porte-verte.jpg").unlink(), "n’est pas dans data/photos"),
        (lambda folder: put(folder, b"<svg/>"), "ce fichier n’est pas une image entière"),
        (lambda folder: put(folder, door()[:-300]), "ce fichier n’est pas une image entière"),
        (lambda folder: put(folder, door() + bytes(2_000_001)), "cette photo dépasse 2 Mo"),
        (without("alt"), "champ photos n° 1, alt · ce champ manque"),
        (without("consent"), "choisissez parmi nobody, agreed"),
        (lambda folder: show(folder, PHOTO, PHOTO), "est là deux fois"),
        (lambda folder: show(folder, *[PHOTO] * 5), "4 photos au plus"),
        (lambda folder: show(folder, {**PHOTO, "file": "../places.jpg"}), "n’est pas un nom d’image"),
        (lambda folder: put(folder, door(), "seule.jpg"), "aucun lieu ne montre cette photo"),
    ],
    ids=["missing", "svg", "half", "heavy", "no alt", "no consent", "twice", "many", "outside", "nobody's"],
)
def test_check_says_what_is_wrong_with_a_photo(shown: Path, spoil: Callable[[Path], object], sentence: str) -> None:
    assert sentences(shown) == []
    spoil(shown)
    told = [each.replace("\u00a0", " ") for each in sentences(shown)]
    assert [each for each in told if sentence in each], told


def test_a_missing_photo_is_found_though_no_other_file_changed(any_app: Flask, shown: Path) -> None:
    load_folder(shown)
    (shown / "data/photos/Porte-verte.jpg").unlink()
    assert load_folder(shown).is_refused


def test_a_load_takes_no_picture_away_at_once(any_app: Flask, shown: Path) -> None:
    """What the history names can be given back for a month, then its picture is forgotten."""
    load_folder(shown)
    change_place(LIBRARY, {"photos": None}, by="relay")
    change_place(LIBRARY, {"photos": [PHOTO]}, by="relay")
    change_place(LIBRARY, {"photos": None}, by="relay")
    forget()
    assert "Porte-verte.jpg" in read_library().pictures
    long_ago = utc_now() - KEPT - timedelta(days=1)
    with writing() as session:
        session.execute(update(PhotoRow).values(added=long_ago))
        session.commit()
    forget()
    assert "Porte-verte.jpg" in read_library().pictures
    with writing() as session:
        session.execute(update(ChangeRow).values(at=long_ago))
        session.commit()
    forget()
    assert read_library().pictures == {}


def forget() -> None:
    with writing() as session:
        forget_photos_within(session, Author("test"))
        session.commit()


def test_the_doctor_counts_pictures_that_are_not_what_they_were(any_app: Flask, shown: Path) -> None:
    load_folder(shown)
    assert pictures_lost() == 0
    with writing() as session:
        held = session.scalar(select(PhotoRow.data)) or b""
        session.execute(update(PhotoRow).values(data=held[:-1]))
        session.commit()
    assert pictures_lost() == 1
