"""Taking a change of stops back leaves alone what was said of each since."""

from app.domain.stops_back import stops_back

A, B, C = ({"place": name, "text": name.upper()} for name in "abc")


def test_a_text_goes_back_where_its_stop_is_now() -> None:
    new = {**B, "text": "Autre"}
    back = stops_back([A, B], [A, new], [new, {**A, "stay_min": 5}])
    assert back and (back.stops, back.moved) == ([B, {**A, "stay_min": 5}], ())


def test_a_text_that_somebody_changed_since_stays_and_is_named() -> None:
    back = stops_back([A, B], [A, {**B, "text": "Autre", "stay_min": 5}], [A, {**B, "text": "Encore", "stay_min": 5}])
    assert back and back.stops == [A, {**B, "text": "Encore"}]
    assert back.moved == ("stop/2/text",)


def test_an_order_goes_back_with_the_texts_of_since() -> None:
    new = {**A, "text": "Autre"}
    back = stops_back([A, B, C], [B, C, A], [B, C, new])
    assert back and back.stops == [new, B, C]
    assert (back.numbers, back.returned) == ({1: 2, 2: 3, 3: 1}, ())


def test_a_stop_that_was_taken_away_returns_and_one_that_was_added_goes() -> None:
    back = stops_back([A, B, C], [A, C], [A, C])
    assert back and (back.stops, back.numbers, back.returned) == ([A, B, C], {1: 1, 2: 3}, (2,))
    gone = stops_back([A, C], [A, B, C], [A, B, C])
    assert gone and (gone.stops, gone.numbers) == ([A, C], {1: 1, 3: 2})


def test_an_order_that_moved_since_is_left_alone() -> None:
    assert stops_back([A, B, C], [B, A, C], [C, B, A]) is None
    assert stops_back([A, B], [B, A], [B, A, C]) is None


def test_a_text_of_a_stop_that_is_gone_is_named() -> None:
    back = stops_back([A, B], [A, {**B, "text": "Autre"}], [A])
    assert back and (back.stops, back.moved) == ([A], ("stop/2",))
