"""What is typed at the desk becomes fields or a sentence, whatever it is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from app.domain.correction import Topic, read_correction, version_of
from tests.cast.content import read_tiny

TODAY = date(2026, 11, 18)
PLACE = read_tiny().places["bibliotheque-des-tilleuls"]
NAMES = ("hours", "phone", "replaces", "hint", "status", "from", "to", "kind", "reason", "how")
LIKELY = st.sampled_from(["", "2026-12-24", "0001-01-01", "9999-12-31", "closed", "message", "24/7", "Mo 9", "+", "15"])


@given(st.sampled_from([*Topic]), st.dictionaries(st.sampled_from(NAMES), LIKELY | st.text(max_size=60)))
def test_anything_typed_is_fields_or_a_sentence(topic: Topic, typed: dict[str, str]) -> None:
    found = read_correction(PLACE, topic, typed, TODAY)
    assert bool(found.fields) != bool(found.refusal)
    assert found.refusal % found.values if found.values else True


def test_what_is_said_already_leaves_the_sources_alone() -> None:
    assert "sources" not in read_correction(PLACE, Topic.HOURS, {"hours": str(PLACE.hours)}, TODAY).fields


def test_a_version_tells_of_the_fields_of_its_form_alone() -> None:
    changed = PLACE.model_copy(update={"hours": "24/7", "purpose": "Autre chose."})
    moved = [topic for topic in Topic if version_of(changed, topic) != version_of(PLACE, topic)]
    assert moved == [Topic.HOURS]
