"""On which line of a walk's file each block and key begins."""

from app.exchange.native.walk_lines import lines_in

TEXT = '''\
title = "Essai"
advice = """
[[stop]]
text = "pas un arrêt"
"""

[[stop]]
place = "a"

[[stop.quiz]]
question = "Une ?"

[[stop.quiz]]
question = "Deux ?"

[[stop]]
  text = "b"   # [[stop]]

[[leg]]
from = 1

[leg.step_free]
way = "Par là."
'''


def test_each_block_and_key_has_its_line() -> None:
    lines = lines_in(TEXT)
    assert lines[("advice",)] == 2
    assert lines[("stop", 1)] == 7
    assert lines[("stop", 1, "quiz", 2, "question")] == 14
    assert (lines[("stop", 2)], lines[("stop", 2, "text")]) == (16, 17)
    assert lines[("leg", 1, "step_free", "way")] == 23


def test_what_stands_within_a_text_is_no_block() -> None:
    assert ("stop", 3) not in lines_in(TEXT)
