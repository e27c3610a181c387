"""What the pages of a walk say of its sessions, its legs, its stops and what is otherwise for some days."""

import json
import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from app.domain.content import Content
from app.domain.text import SOURCE
from app.exchange.native import read_content

from ..cast.content import read_tiny
from ..cast.printed import SITE, Page, changed, edit, render, rendered
from ..cast.sessions import WALK, session, with_walk
from ..cast.whole_walk import HIDDEN_WORD, SLUG, write_whole_walk
from ..library.folders import tiny_copy

PAGE, LIST, LIBRARY = f"walks/{WALK}", "les-tilleuls/walks/", "bibliotheque-des-tilleuls"
CHECKED = {"on": date(2026, 10, 3), "by": "Deux habitantes du quartier"}
RAIN = {"id": "pluie", "when": "rain", "drop": [2], "text": "On finit à l’abri."}
NOTICE = {"from": date(2027, 1, 4), "to": date(2027, 1, 15), "severity": "detour", "stops": [3], "text": "Des travaux."}

WHOLE_SAYS = (
    "Métro Marx Dormoy",
    "Descendez la rue jusqu’au grand tilleul.",
    "Passez par la rampe.",
    "Combien de portes",
    "La fontaine, à gauche.",
    "Des travaux dans le square.",
    "On finit au square.",
    "Écoutez le silence.",
)


def page_of(content: Content, path: str = PAGE, lang: str = SOURCE) -> str:
    return rendered(content, f"{lang}/{path}")


def told(html: str) -> str:
    """Return what a page says, its marks and spaces made plain."""
    main = html.split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(
        r"\s+([,)])", r"\1", re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", main)).replace("\u202f", " "))
    )


def walk(lang: str = SOURCE, path: str = PAGE, **facts: Any) -> str:
    return told(page_of(with_walk(read_tiny(), **facts), path, lang))


def test_a_session_is_told_with_all_one_needs_to_come() -> None:
    said = walk(session=[session(languages=["fr", "ar"], capacity=12, register="Au kiosque.")])
    for words in ("mercredi 13 janvier 2027", "14 h", "français et arabe", "12 personnes au plus", "Au kiosque."):
        assert words in said


def test_its_instants_are_for_phones_too() -> None:
    page = Page(page_of(with_walk(read_tiny(), session=[session()])))
    assert [time["datetime"] for time in page.all("time")] == ["2027-01-13T14:00+01:00"]
    [until] = [item["data-until"] for item in page.all("li") if "data-until" in item]
    assert until.startswith("2027-01-13T14:")


def test_one_that_is_cancelled_says_why() -> None:
    said = walk(session=[session(cancelled="Trop de neige.")])
    assert "Annulée · Trop de neige." in said


def test_of_many_sessions_the_first_three_are_told_and_the_others_folded() -> None:
    weekly = [session(f"s{week}", f"2027-0{week}-13 14:00") for week in range(1, 7)]
    html = page_of(with_walk(read_tiny(), session=weekly))
    told_first, folded = html.split("Les séances suivantes</summary>", 1)
    assert (told_first.count("data-until"), folded.count("data-until")) == (3, 3)


def test_an_example_is_announced_nowhere() -> None:
    pages = render(with_walk(read_tiny(), session=[session(example=True, register="Un exemple.")]))
    assert [path for path, html in pages.items() if "13 janvier" in html or "Un exemple." in html] == []
    assert "Aucune séance n’est annoncée" in told(pages[f"fr/{PAGE}"])


def test_the_calendar_comes_before_the_file_and_says_what_to_expect() -> None:
    page = page_of(with_walk(read_tiny(), session=[session()]))
    links = [link["href"] for link in Page(page).all("a") if link.get("href", "").endswith(".ics")]
    assert links == [f"webcal://quartier.example/api/v1/walks/{WALK}.ics", f"/api/v1/walks/{WALK}.ics"]
    assert "peut mettre un jour à montrer un changement" in told(page)


def test_the_list_tells_the_days_and_the_calendar_of_the_territory() -> None:
    page = page_of(with_walk(read_tiny(), session=[session()]), LIST)
    assert "13 janv. 2027, 14 h · français" in told(page)
    assert any(
        link["href"] == "webcal://quartier.example/api/v1/les-tilleuls/sessions.ics" for link in Page(page).all("a")
    )


@pytest.mark.parametrize(
    ("start", "words"),
    [
        ("2027-01-13 14:00", "1 lieu ouvert au passage du groupe"),
        ("2027-01-13 18:50", "Bibliothèque des Tilleuls : ferme à 19 h, le groupe arrive vers 18 h 50"),
        ("2027-01-13 08:00", "Bibliothèque des Tilleuls : fermé quand le groupe arrive, vers 8 h"),
    ],
)
def test_a_session_tells_which_doors_are_open_when_it_passes(start: str, words: str) -> None:
    assert words in walk(session=[session(start=start)])


def test_hours_that_are_old_are_said_to_be() -> None:
    content = edit(read_tiny(), LIBRARY, verified={"on": date(2025, 1, 1), "how": "web"})
    said = told(page_of(with_walk(content, session=[session(start="2027-01-13 08:00")])))
    assert "vers 8 h (information de janvier 2025, à vérifier)" in said


def test_nothing_is_claimed_of_hours_that_nobody_knows() -> None:
    content = edit(read_tiny(), LIBRARY, hours=None, exceptions=(), hours_known="unknown")
    said = told(page_of(with_walk(content, session=[session(start="2027-01-13 03:00")])))
    assert "quand le groupe arrive" not in said


def test_new_hours_of_a_stop_make_the_page_of_a_session_again() -> None:
    before = with_walk(read_tiny(), session=[session()])
    assert f"fr/{PAGE}" in changed(before, edit(before, LIBRARY, hours="Mo 09:00-10:00; PH off", exceptions=()))


def test_durations_are_told_at_three_paces_and_no_word_of_difficulty() -> None:
    for path in (PAGE, LIST):
        said = walk(path=path)
        for words in ("avec de jeunes enfants", "avec une poussette", "entre adultes", "aucun trajet vérifié"):
            assert words in said
        assert "facile" not in said.casefold()


def test_a_leg_says_what_is_known_of_it_and_when_somebody_looked() -> None:
    leg = {"from": 1, "to": 2, "steps": 3, "kerb_cm": 4, "stroller": "limited", "way": "Tournez au tilleul.",
           "obstacle": ["Une barrière"], "checked": CHECKED, "step_free": {"way": "Par la rampe."}}  # fmt: skip
    said = walk(leg=[leg])
    for words in ("Tournez au tilleul.", "Poussette : en partie", "3 marches", "Bordure la plus haute : 4 cm",
                  "Une barrière", "Vérifié en octobre 2026", "Par la rampe.", "Trajet non vérifié"):  # fmt: skip
        assert words in said
    assert "3 marches connues" in said
    assert "1 trajet non vérifié" in said


def test_no_steps_are_claimed_only_where_every_leg_was_looked_at() -> None:
    flat = [{"from": n, "to": n + 1, "steps": 0, "stroller": "yes"} for n in (1, 2)]
    assert "Aucune marche" in walk(leg=flat, path=LIST)
    assert "Aucune marche" not in walk(leg=flat[:1], path=LIST)


def test_a_stop_has_its_question_and_folds_the_answer() -> None:
    content = read_tiny()
    stops = [stop.model_dump(by_alias=True) for stop in content.walks[WALK].stops]
    quiz = {"question": "Combien de portes ?", "options": ["Une", "Deux"], "answer": 2, "hint": "Faites le tour."}
    stops[0] |= {"sense": "Écoutez le silence.", "quiz": [quiz]}
    html = page_of(with_walk(content, stop=stops))
    for words in ("Écoutez le silence.", "Combien de portes ? Une · Deux"):
        assert words in told(html)
    folded = html.split("La réponse</summary>", 1)[1].split("</details>", 1)[0]
    assert "Faites le tour." in folded
    assert "Deux" in folded


def test_a_variant_says_what_it_leaves_out_and_how_long_it_takes() -> None:
    said = walk(variant=[RAIN])
    assert "S’il pleut : sans l’étape 2 · environ" in said
    assert "On finit à l’abri." in said


def test_a_notice_has_its_days_and_its_stops() -> None:
    page = page_of(with_walk(read_tiny(), notice=[NOTICE]))
    assert "Du 4 janv. 2027 au 15 janv. 2027 · étape 3" in told(page)
    assert any(item.get("data-until") == "2027-01-15T23:59+01:00" for item in Page(page).all("li"))


def test_papers_that_a_place_asks_for_are_told_before_leaving() -> None:
    content = edit(read_tiny(), LIBRARY, bring=["id", "library_card"])
    assert "Bibliothèque des Tilleuls : pièce d’identité et carte de bibliothèque" in told(page_of(content))


def test_a_service_on_the_way_leads_to_its_place() -> None:
    service = {"kind": "water", "stop": 2, "place": "square-des-tilleuls"}
    assert "Eau à boire, près de l’étape 2 · Square des Tilleuls" in walk(service=[service])


@pytest.mark.parametrize("lang", SITE.languages)
def test_in_every_language(lang: str) -> None:
    assert "2027" in walk(lang, session=[session()], variant=[RAIN], notice=[NOTICE])


@pytest.mark.parametrize("lang", SITE.languages)
def test_a_walk_that_says_everything_is_told_whole(tmp_path: Path, lang: str) -> None:
    folder = tiny_copy(tmp_path)
    write_whole_walk(folder)
    content, _ = read_content(folder)
    assert content is not None
    said = told(page_of(content, f"walks/{SLUG}", lang))
    assert [words for words in WHOLE_SAYS if words not in said] == []
    assert HIDDEN_WORD not in said


def test_who_leads_is_told_how_near_a_stop_one_has_arrived(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    write_whole_walk(folder)
    content, _ = read_content(folder)
    assert content is not None
    page = page_of(content, f"walks/{SLUG}/lead")
    data = json.loads(unescape(page.split(" data-walk>", 1)[1].split("</script>", 1)[0]))
    assert [stop.get("radius") for stop in data["stops"]][:2] == [30, None]
