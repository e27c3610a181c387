"""One door for text: what looks the same is spelled the same, and nothing that nobody sees gets in."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.code import read_code
from app.domain.text import fold, plain_message, plain_text, plain_texts


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\u0301cole", "école"),
        ("\ufeffPiscine\u200b Hé\u00adbert", "Piscine Hébert"),
        ("un\u2028deux\u2029trois\vquatre\fcinq\x85six\rsept\r\nfin", "un\ndeux\ntrois\nquatre\ncinq\nsix\nsept\nfin"),
        ("٩٣ ۵۷ ９３ ९३", "93 57 93 93"),
        ("10 m² ½", "10 m² ½"),
        ("\u202eesrevnI\u202c \u2066isolé\u2069", "esrevnI isolé"),
        ("کتاب\u200cخانه", "کتاب\u200cخانه"),
        ("مفتوح \u200f(A)", "مفتوح \u200f(A)"),
        ("👩‍👧", "👩‍👧"),
        ("12\u00a0h\u202f30", "12\u00a0h\u202f30"),
    ],
)
def test_a_text_is_let_in_as_one_would_write_it(typed: str, kept: str) -> None:
    assert plain_text(typed) == kept


def test_a_sentence_of_the_interface_keeps_its_spaces_and_its_isolates() -> None:
    assert plain_message("\u200b ou \u2066--force\u2069 ٣") == " ou \u2066--force\u2069 3"


def test_every_text_of_a_file_is_let_in_so() -> None:
    document = {"name": "e\u0301", "tags": ["\u200ba", 3, None], "in": {"hours": "Mo ٠٩:٠٠-１７:00"}}
    assert plain_texts(document) == {"name": "é", "tags": ["a", 3, None], "in": {"hours": "Mo 09:00-17:00"}}


@given(some.text(max_size=40))
def test_what_was_let_in_is_let_in_again_as_it_is(text: str) -> None:
    once = plain_text(text)
    assert plain_text(once) == once


@given(some.text(max_size=40))
def test_two_spellings_of_one_word_are_compared_alike(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert fold(plain_text(composed)) == fold(plain_text(apart))


@pytest.mark.parametrize("typed", ["k7m2q4", "K٧M٢Q٤", "Ｋ７Ｍ２Ｑ４", "k۷m۲q۴", "k7\u200bm2q4", " K7M2Q4\ufeff"])
def test_a_code_is_read_from_any_keyboard(typed: str) -> None:
    assert read_code(typed) == "K7M2Q4"
