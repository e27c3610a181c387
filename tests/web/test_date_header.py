"""The date of an answer follows the clock, whichever way it goes."""

from app.web.date_header import DateHeader


def test_it_follows_a_clock_that_is_set_back() -> None:
    moments = [1_800_000_000.0, 1_800_000_000.9, 1_800_000_001.0, 1_799_900_000.0, 1_799_900_000.0]
    clock = iter(moments)
    header = DateHeader(lambda: next(clock))
    told = [header.now() for _ in moments]
    assert told == [
        ("Date", "Fri, 15 Jan 2027 08:00:00 GMT"),
        ("Date", "Fri, 15 Jan 2027 08:00:00 GMT"),
        ("Date", "Fri, 15 Jan 2027 08:00:01 GMT"),
        ("Date", "Thu, 14 Jan 2027 04:13:20 GMT"),
        ("Date", "Thu, 14 Jan 2027 04:13:20 GMT"),
    ]
