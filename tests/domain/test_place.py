"""Telephone numbers are kept as a phone dials them; any other way of writing one is refused with the right one."""

import pytest
from pydantic import ValidationError

from app.domain.place import Phone


@pytest.mark.parametrize(
    "number", ["+33146073505", "+33800130000", "+390612345678", "15", "112", "115", "3919", "3949"]
)
def test_a_number_that_can_be_dialled_is_kept(number: str) -> None:
    assert Phone(number=number).number == number


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("01 46 07 35 05", "+33146073505"),
        ("0 800 13 00 00", "+33800130000"),
        ("+33 1 46 07 35 05", "+33146073505"),
        ("39 49", "3949"),
        ("+333949", "+33144556677"),
        ("appelez-nous", "+33144556677"),
        ("3", "+33144556677"),
    ],
)
def test_another_spelling_is_refused_with_the_right_one(typed: str, suggestion: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        Phone(number=typed)
    assert refusal.value.errors()[0]["ctx"] == {"suggestion": suggestion}
