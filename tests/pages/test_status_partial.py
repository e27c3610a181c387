"""What pages carry of hours before any script: true on any day, and useful when nobody knows."""

import re

import pytest

from app.domain.hours.asked import hours_of
from app.domain.hours.summary import summary_of
from app.domain.hours.week import week_table
from app.domain.place import Contact
from app.language.language import Language
from app.pages.renderer import Renderer
from app.site.addresses import Site
from tests.domain.hours import cast

IMPORTS = '{% from "partials/status.html" import status, status_help, week %}'


def draw(template: str, lang: str = "fr", **view: object) -> str:
    """The text of a template over the partial, tags left out unless asked for."""
    renderer = Renderer(Language.read(lang), Site(("fr", "en", "ar"), "1"))
    return renderer._environment.from_string(IMPORTS + template).render(view)


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.mark.parametrize(
    ("hours", "fields", "summary", "said"),
    [
        (None, {}, "no_hours", "Horaires inconnus"),
        (None, {"hours_known": "call"}, "call", "Appelez avant de venir"),
        (cast.LIBRARY, {}, "see_hours", "Voir les horaires"),
        ("24/7", {}, "round_the_clock", "Ouvert jour et nuit"),
        ("24/7; PH off", {}, "see_hours", "Voir les horaires"),
        ("off", {}, "closed", "Fermé"),
        (cast.RENDEZ_VOUS, {}, "appointment", "Sur rendez-vous"),
        (cast.LIBRARY, {"access": {"appointment": "required"}}, "appointment", "Sur rendez-vous"),
        (cast.LIBRARY, {"status": "closed_for_good"}, "closed_for_good", "Fermé définitivement"),
        ("24/7", {"status": "closed_temporarily"}, "closed_temporarily", "Fermé pour le moment"),
    ],
)
def test_the_page_says_what_is_true_on_any_day(
    hours: str | None, fields: dict[str, object], summary: str, said: str
) -> None:
    answer = summary_of(cast.make_place(hours, **fields))
    html = draw('{{ status("lieu", "/hours/tiny.json", answer) }}', answer=answer)
    assert (answer, words(html)) == (summary, said)
    assert 'data-place="lieu" data-hours="/hours/tiny.json"' in html


@pytest.mark.parametrize(
    ("contact", "advice"),
    [
        ({"phones": [{"number": "+33145412474"}], "website": "https://lieu.example"}, "Appelez avant"),
        ({"website": "https://lieu.example"}, "Regardez sur son site"),
        ({"email": "bonjour@lieu.example"}, "Écrivez avant"),
        ({}, "demandez au kiosque"),
    ],
)
def test_unknown_hours_come_with_what_to_do(contact: dict[str, object], advice: str) -> None:
    told = words(draw('{{ status_help("no_hours", contact) }}', contact=Contact.model_validate(contact)))
    assert advice in told
    assert told.endswith("Dites-le-nous.")


def test_the_week_is_a_table_with_row_headings() -> None:
    html = draw("{{ week(table) }}", table=week_table(hours_of(cast.make_place(cast.CENTRE))))
    assert re.findall(r"<caption>(.*?)</caption>", html) == ["Période scolaire", "Vacances scolaires"]
    assert html.count('<th scope="row">') == 14
    assert "Jours fériés : fermé" in words(html)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("sunrise-sunset; PH off", "Jours fériés : fermé"),
        ("sunrise-sunset; PH 10:00-sunset", "Jours fériés : ouvert, selon le soleil"),
        ("sunrise-sunset", "Jours fériés : à vérifier"),
        ("24/7; PH off", "Jours fériés : fermé"),
        ("Sa[1] +1 day 10:00-12:00; PH off", "Certaines semaines ou certains jours sont différents"),
    ],
)
def test_public_holidays_are_never_left_blank(hours: str, said: str) -> None:
    assert said in words(draw("{{ week(table) }}", table=week_table(hours_of(cast.make_place(hours)))))


@pytest.mark.parametrize(
    ("lang", "said"),
    [("fr", "11\u00a0h – 19\u00a0h"), ("en", "11:00 – 19:00"), ("ar", "من 11:00 إلى 19:00")],
)
def test_a_range_of_hours_is_said_as_the_language_says_it(lang: str, said: str) -> None:
    html = draw("{{ week(table) }}", lang, table=week_table(hours_of(cast.make_place(cast.CAFE))))
    assert said in html.replace('<bdi dir="ltr">', "").replace("</bdi>", "")


@pytest.mark.parametrize(
    ("lang", "said"), [("fr", "Jours fériés :"), ("en", "Public holidays:"), ("ar", "أيام العطل الرسمية:")]
)
def test_a_colon_stands_as_in_the_language(lang: str, said: str) -> None:
    html = draw("{{ week(table) }}", lang, table=week_table(hours_of(cast.make_place(cast.CAFE))))
    assert f"<strong>{said}</strong>" in html


def test_a_closed_season_is_a_line_not_a_table() -> None:
    html = draw("{{ week(table) }}", table=week_table(hours_of(cast.make_place(cast.NO_AUGUST))))
    assert "Chaque année, du 1er août au 31 août : fermé" in words(html).replace("\u00a0", " ")
    assert html.count("<table") == 1


def test_dated_exceptions_are_listed_with_their_hours() -> None:
    works = {"from": "2026-12-01", "to": "2026-12-04", "kind": "closed", "reason": "Travaux"}
    other = {"from": "2026-12-05", "to": "2026-12-05", "kind": "hours", "hours": "08:00-09:00"}
    place = cast.make_place(cast.LIBRARY, exceptions=[works, other])
    told = words(draw("{{ week(table) }}", table=week_table(hours_of(place)))).replace("\u00a0", " ")
    assert "Fermé du 1er déc. 2026 au 4 déc. 2026 : Travaux" in told
    assert "Le 5 déc. 2026 samedi : 8 h – 9 h" in told
