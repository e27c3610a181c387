"""French names and addresses keep their order in a text that runs from right to left."""

import pytest

from app.language.isolates import isolate_latin


def shown(text: str, lang: str = "ar") -> str:
    return isolate_latin(text, lang).replace("\u2066", "[").replace("\u2069", "]")


@pytest.mark.parametrize(
    ("typed", "isolated"),
    [
        ("المدرسة، 2 place Hébert.", "المدرسة، [2 place Hébert]."),
        ("مدخل Espace 19 Numérique، العنوان", "مدخل [Espace 19 Numérique]، العنوان"),
        ("مركز (Paris Anim’)", "مركز ([Paris Anim’])"),
        ("اسألوا: «Y a-t-il un interprète ?» هنا", "اسألوا: «[Y a-t-il un interprète ?]» هنا"),
        ("الصحة (PMI) وCMP، ثم CAF.", "الصحة (PMI) وCMP، ثم CAF."),
        ("من 3 أشهر، 12 rue d’Aubervilliers", "من 3 أشهر، [12 rue d’Aubervilliers]"),
    ],
)
def test_latin_words_in_arabic_are_isolated_where_it_matters(typed: str, isolated: str) -> None:
    assert shown(typed) == isolated


def test_what_a_translator_isolated_stays() -> None:
    assert shown("هنا \u20662 place Hébert\u2069") == "هنا [2 place Hébert]"


def test_a_text_that_runs_from_left_to_right_is_left_alone() -> None:
    assert shown("Devant le collège, 2 place Hébert.", "fr") == "Devant le collège, 2 place Hébert."
