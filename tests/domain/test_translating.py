"""Translating: what became of the French, and what in a translation does not go with it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import TextState, Translation
from app.domain.translating import compare_words, doubts_of, glossary_hits, mark_of, state_of

REVIEWED = Translation("place:a/purpose", "Jouer.", "Play.", TextState.REVIEWED)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Jouer dehors.", "Jouer dehors.", "Jouer dehors."),
        ("Jouer dehors.", "Jouer et lire dehors.", "Jouer+ et lire+ dehors."),
        ("Jouer tous les jours.", "Jouer chaque jour.", "Jouer -tous les jours-+chaque jour+."),
        ("Jouer.", "Lire.", "-Jouer-+Lire+."),
        ("", "Lire", "+Lire+"),
    ],
)
def test_a_change_is_told_word_by_word(before: str, after: str, told: str) -> None:
    signs = {"same": "", "gone": "-", "new": "+"}
    pieces = compare_words(before, after)
    assert "".join(f"{signs[piece.kind]}{piece.words}{signs[piece.kind]}" for piece in pieces) == told


@given(st.text("ab é’.\n1", max_size=12), st.text("ab é’.\n1", max_size=12))
def test_a_comparison_loses_no_letter(before: str, after: str) -> None:
    pieces = compare_words(before, after)
    assert "".join(piece.words for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.words for piece in pieces if piece.kind != "gone") == after


@pytest.mark.parametrize(
    ("french", "words", "kinds"),
    [
        ("Ouvert de 9 h à 17 h.", "Open from 9 to 17.", []),
        ("Ouvert de 9 h à 17 h.", "Open from 9 am to 5 pm.", [False, False]),
        ("Le 115, jour et nuit.", "115, day and night.", []),
        ("Au 01 40 35 36 37.", "On 01.40.35.36.37.", []),
        ("Au 01 40 35 36 37.", "On 01 40 35 36 38.", [True, True]),
        ("Pour {nom}.", "For {name}.", [True, True]),
        ("Lire.", "<script>Read</script>", [True, True]),
        ("100 % gratuit.", "Free of charge, 100%.", []),
    ],
)
def test_what_does_not_go_with_the_french(french: str, words: str, kinds: list[bool]) -> None:
    assert [doubt.is_fault for doubt in doubts_of(french, words)] == kinds


def test_french_that_changed_outdates_whatever_a_state_says() -> None:
    assert state_of(REVIEWED, "Jouer.") is TextState.REVIEWED
    assert state_of(REVIEWED, "Jouer !") is TextState.OUTDATED
    assert state_of(None, "Jouer.") is TextState.MISSING


@pytest.mark.parametrize("field", ["key", "source", "words"])
def test_a_mark_is_of_key_french_and_words(field: str) -> None:
    assert mark_of(REVIEWED) != mark_of(Translation(**{**vars(REVIEWED), field: "autre"}))


def test_a_glossary_is_found_whatever_accents_and_capitals() -> None:
    known = {"École": "School", "PMI": "Mother and child clinic", "Lire": "Read"}
    assert glossary_hits(known, "Devant l’ecole, sans relire.") == [("École", "School")]
    assert glossary_hits(known, "École") == []
