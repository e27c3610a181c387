"""A password is kept at a price that makes guessing dear, and nobody's is compared no sooner than somebody's."""

from argon2 import Type, extract_parameters

from app.library.desk import passwords

from ...cast.light_passwords import OURS


def test_a_password_is_kept_at_the_price_that_owasp_asks_for() -> None:
    kept = OURS.hash("trois mots ensemble")
    told = extract_parameters(kept)
    assert (told.type, told.memory_cost, told.time_cost, told.parallelism) == (Type.ID, 19_456, 2, 1)
    assert OURS.verify(kept, "trois mots ensemble")
    assert extract_parameters(passwords._NOBODY) == told
