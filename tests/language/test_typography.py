"""No line of a page ends before a sign that belongs to the word before it."""

import re

import pytest

from app.language.typography import keep_page_together, keep_together

from ..cast.printed import read_tiny, render


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Horaires : 9 h", "Horaires_: 9 h"),
        ("Vous venez ? Oui !", "Vous venez_? Oui_!"),
        ("dites : « Bonjour »", "dites_: «_Bonjour_»"),
        ("un chat ; un chien", "un chat_; un chien"),
        ("<p>Lieux :</p>", "<p>Lieux_:</p>"),
        ("Opening hours: 9 am", "Opening hours: 9 am"),
        ("a :hover", "a :hover"),
        ("مساءً؟ نعم: هنا", "مساءً؟ نعم: هنا"),
    ],
)
def test_a_sign_stays_with_its_word(typed: str, kept: str) -> None:
    assert keep_together(typed).replace("\N{NO-BREAK SPACE}", "_") == kept


def test_styles_in_a_page_stay_as_their_hash_knows_them() -> None:
    page = "<style>a :is(b) > c : d</style><p>Non ?</p>"
    assert keep_page_together(page) == "<style>a :is(b) > c : d</style><p>Non\N{NO-BREAK SPACE}?</p>"


def test_no_page_has_a_line_that_may_end_before_a_sign() -> None:
    loose = re.compile(r"[^<>]* [:;?!»](?=[\s<])")
    for path, page in render(read_tiny()).items():
        assert loose.findall(re.sub(r"<(style|script).*?</\1>", "", page, flags=re.DOTALL)) == [], path


@pytest.mark.parametrize(
    "kept", ["<style>a : b</style>", "<textarea rows=2>Vite !</textarea>", '<input value="Vite !">', "<input>"]
)
def test_what_a_form_sends_back_and_what_the_policy_knows_stay_as_they_are(kept: str) -> None:
    assert keep_page_together(f"<p>Oui !</p>{kept}<p>Non !</p>") == f"<p>Oui\u00a0!</p>{kept}<p>Non\u00a0!</p>"
