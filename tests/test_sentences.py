"""The sentences that scripts say: none is missing, none is idle, and those whose key is put together are known too."""

import re
from collections.abc import Iterator

from app.assets import STATIC
from app.domain.routing.facts import FIELD
from app.language.phone import PHONE_MESSAGES

JS = STATIC / "js"
CODE = {
    str(path.relative_to(JS)): re.sub(
        r"/\*.*?\*/|^\s*//[^\n]*$", "", path.read_text(encoding="utf-8"), flags=re.S | re.M
    )
    for path in sorted(JS.rglob("*.js"))
}


def names_in(script: str, typedef: str) -> set[str]:
    """The words that a type of a script may be."""
    text = (JS / script).read_text(encoding="utf-8")
    found = re.search(rf"@typedef {{((?:(?!@typedef).)*?)}} {typedef}\b", text, re.S)
    assert found, typedef
    return set(re.findall(r'"(\w+)"', found[1]))


def words_in(script: str, beginning: str, end: str) -> set[str]:
    """The strings of a script between two of its words."""
    return set(re.findall(r'"([\w:]+)"', CODE[script].split(beginning, 1)[1].split(end, 1)[0]))


TURNS = names_in("directions/steps.js", "Turn")
MOMENTS = {"status_opens", "status_closes", "status_meets"}
COMPOSED: dict[str, set[str]] = {
    "way_${turn}": TURNS,
    "way_${turn}_street": {turn for turn in TURNS if turn.startswith("cross")},
    "way_${compass}": names_in("directions/steps.js", "Compass"),
    "way_steps_${slope}": {value for value in FIELD["slope"].values if value},
    "pack_${obstacle}": {"insecure", "in_app", "old", "blocked"},
    "pack_${reason}": names_in("packs/faults.js", "Reason") - {"stopped"} | {"evicted", "unfinished"},
    "pack_install_${browser}": names_in("page/browser.js", "Kind") - {"installed", "other"},
    "status_${status.state}": names_in("hours/intervals.js", "State"),
    "status_${key}": words_in("hours/words.js", "const REASONS", "])"),
    # Asked for first: most have none, and then say the same without a name.
    "status_${key}_named": {"unknown:public_holiday", "unknown:exception", "closed:public_holiday", "closed:exception"},
    "lead_${sort}": names_in("leading/counts.js", "Sort"),
    "hand_${taken}": names_in("leading/hand-over.js", "Fault"),
    "family_${stop}": {"changed", "missing"},
    "lead_${act}": {"count", "join", "leave"},
    "${key}_tomorrow": MOMENTS,
    "${key}_day": MOMENTS,
    "kiosk_asks_${name}": {"ticket", "pin", "code", "number"},
    "kiosk_few_${name}": {"ticket", "pin", "code", "number"},
    "round_said_${draft.said}": {"applied", "already", "waits", "expired", "revoked"},
}
"""Key with what is put in → everything that may be put in."""


def keys_of(template: str) -> set[str]:
    return {re.sub(r"\$\{[^}]+\}", value, template) for value in COMPOSED[template]}


def put_together() -> Iterator[str]:
    """Template strings that may make the key of a sentence."""
    for text in CODE.values():
        for template in re.findall(r"`((?:[\w:]|\$\{[\w.]+\})*\$\{[\w.]+\}[\w:]*)`", text):
            pattern = "".join(
                "[\\w:]+" if part.startswith("${") else part for part in re.split(r"(\$\{[\w.]+\})", template)
            )
            fixed = re.sub(r"\$\{[\w.]+\}", "", template)
            if re.search("[a-z]", fixed) and any(re.fullmatch(pattern, key) for key in PHONE_MESSAGES):
                yield template


def test_scripts_say_only_sentences_that_exist() -> None:
    calls = re.compile(r"\b(?:say|sayCount|sayWith|sized)\(\s*([^,()`]*)")
    keys = re.compile(r'(?<!=== )"([\w:]+)"')
    said = {key for text in CODE.values() for asked in calls.findall(text) for key in keys.findall(asked)}
    assert said - PHONE_MESSAGES.keys() == set()


def test_every_key_that_is_put_together_is_known() -> None:
    assert set(put_together()) == COMPOSED.keys()


def test_whatever_is_put_in_there_is_a_sentence() -> None:
    assert {key for template in COMPOSED for key in keys_of(template)} - PHONE_MESSAGES.keys() == set()


def test_every_sentence_is_said_somewhere() -> None:
    literal = {key for text in CODE.values() for key in re.findall(r'"([\w:]+)"', text)}
    assert PHONE_MESSAGES.keys() - literal - {key for template in COMPOSED for key in keys_of(template)} == set()
