from datetime import date

import pytest

from app.domain.content import Content
from app.domain.place import Contact, Phone
from app.domain.problem import Problem
from app.domain.public import public_content
from app.domain.verified import CheckedFacts, Verified
from app.print.guard import guard
from app.site.addresses import Site

from .conftest import changed

LIBRARY = "bibliotheque-des-tilleuls"
WALK = "du-college-au-square"
TODAY = date(2026, 11, 18)


def told(problems: list[Problem], *, warning: bool) -> str:
    return " ".join(problem.tell() for problem in problems if problem.warning is warning)


def test_a_published_verified_place_in_french_passes(tiny: Content, site: Site) -> None:
    assert guard(tiny, site, "place", LIBRARY, ("fr",), TODAY) == []


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"status": "draft"}, "est un brouillon"),
        ({"status": "closed_temporarily"}, "fermé en ce moment"),
        ({"status": "closed_for_good"}, "fermé pour toujours"),
        ({"address_visibility": "hidden"}, "adresse de ce lieu est cachée"),
        ({"verified": None}, "Personne n’a encore vérifié"),
        ({"code": None}, "Aucun code court"),
    ],
)
def test_it_forbids_a_place_that(tiny: Content, site: Site, facts: dict[str, object], said: str) -> None:
    found = guard(changed(tiny, LIBRARY, **facts), site, "place", LIBRARY, ("fr",), TODAY)
    assert said in told(found, warning=False)


def test_each_fact_is_as_old_as_its_own_check(tiny: Content, site: Site) -> None:
    old, new = (Verified(on=date.fromisoformat(day), how="visit") for day in ("2024-01-01", "2026-11-01"))
    phone = Contact(phones=(Phone(number="+33144556677"),))

    def doubts(**facts: object) -> str:
        return told(
            guard(changed(tiny, LIBRARY, contact=phone, **facts), site, "place", LIBRARY, ("fr",), TODAY), warning=True
        )

    assert "Les informations sur" in doubts(verified=old)
    assert "Le téléphone de" in doubts(verified=old, checks=CheckedFacts(hours=new))
    assert doubts(verified=None, checks=CheckedFacts(hours=new, phones=new)) == ""


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        ((), "a de une à 4 langues"),
        (("fr", "en", "ar", "es", "pt"), "5 sont demandées"),
        (("fr", "so"), "ne parlent pas « so »"),
    ],
)
def test_it_forbids_languages(tiny: Content, site: Site, languages: tuple[str, ...], said: str) -> None:
    assert said in told(guard(tiny, site, "place", LIBRARY, languages, TODAY), warning=False)


@pytest.mark.parametrize("kind", ["place", "walk", "territory"])
def test_it_forbids_what_does_not_exist(tiny: Content, site: Site, kind: str) -> None:
    assert told(guard(tiny, site, kind, "nulle-part", ("fr",), TODAY), warning=False).endswith("n’existe pas.")


@pytest.mark.parametrize("is_public", [False, True])
def test_it_forbids_a_walk_with_a_stop_that_is_hidden(tiny: Content, site: Site, is_public: bool) -> None:
    hidden = changed(tiny, LIBRARY, address_visibility="hidden")
    found = guard(public_content(hidden) if is_public else hidden, site, "walk", WALK, ("fr",), TODAY)
    assert "est cachée" in told(found, warning=False)


def test_it_forbids_a_walk_with_a_stop_that_is_a_draft(tiny: Content, site: Site) -> None:
    found = guard(changed(tiny, LIBRARY, status="draft"), site, "walk", WALK, ("fr",), TODAY)
    assert "est encore un brouillon" in told(found, warning=False)


def test_it_asks_about_facts_past_their_date(tiny: Content, site: Site) -> None:
    found = guard(tiny, site, "place", LIBRARY, ("fr",), date(2031, 1, 1))
    assert "vérifiez-les avant d’imprimer" in told(found, warning=True)


def test_it_asks_about_a_walk_nobody_tried(tiny: Content, site: Site) -> None:
    found = guard(tiny, site, "walk", "un-livre-au-vert", ("fr",), TODAY)
    assert "n’a encore essayé cette balade" in told(found, warning=True)


def test_it_asks_about_a_stop_that_is_closed(tiny: Content, site: Site) -> None:
    found = guard(changed(tiny, LIBRARY, status="closed_temporarily"), site, "walk", WALK, ("fr",), TODAY)
    assert "« Bibliothèque des Tilleuls » est fermée" in told(found, warning=True)


def test_it_asks_about_a_machine_translation(real: Content, site: Site) -> None:
    found = guard(real, site, "place", "bibliotheque-maurice-genevoix", ("fr", "ar"), TODAY)
    assert "Le texte en arabe vient d’une machine" in told(found, warning=True)


def test_it_asks_about_sentences_that_nobody_read_over(tiny: Content, site: Site) -> None:
    found = guard(tiny, site, "territory", "les-tilleuls", ("fr", "ta"), TODAY)
    assert "en tamoul n’ont été relues par personne" in told(found, warning=True)


def test_it_asks_about_a_missing_translation(tiny: Content, site: Site) -> None:
    found = guard(tiny, site, "place", LIBRARY, ("fr", "es"), TODAY)
    assert "n’est pas traduit en espagnol" in told(found, warning=True)


def test_it_tells_a_test_print(tiny: Content) -> None:
    found = guard(tiny, Site(("fr",), "1"), "territory", "les-tilleuls", ("fr",), TODAY)
    assert "affiche d’essai" in told(found, warning=True)
