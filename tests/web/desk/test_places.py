"""The editor of places: every field on a form of its own, nothing lost, nothing overwritten, nobody else's ground."""

from collections.abc import Callable

import pytest
from flask.testing import FlaskClient

from app.domain.forms.sections import PLACE_SECTIONS
from app.domain.place import Place, Status
from app.library.changes import read_changes
from app.library.content.queries import read_library
from app.library.content.writes import change_place

from .conftest import Enter, words_of
from .editor import PAGE, PLACE, add_far_territory, form_of, save

SCRIPT = "<script>alert(1)</script>"


def now() -> Place:
    return read_library().places[PLACE]


def test_the_list_shows_drafts_first_and_is_searched(enter: Enter) -> None:
    client = enter()
    change_place("square-des-tilleuls", {"status": "draft"}, by="test")
    names = [name for name in words_of(client.get("/desk/places").text).split("Chercher")[1].split("À vérifier")]
    assert "Square" in names[0]
    assert "Collège" not in words_of(client.get("/desk/places?q=bibliothèque").text)
    assert "1 lieu" in words_of(client.get("/desk/places?q=B1BT11").text)
    assert "1 lieu" in words_of(client.get("/desk/places?status=draft").text)
    assert "Aucun lieu n’est ainsi" in words_of(client.get("/desk/places?q=zzz").text)


@pytest.mark.parametrize("section", PLACE_SECTIONS)
def test_a_save_that_changes_nothing_writes_nothing(enter: Enter, section: str) -> None:
    client, before = enter(), now()
    answer = client.post(PAGE, data=form_of(client, section))
    assert (answer.status_code, now(), read_changes()) == (303, before, [])


def test_what_is_typed_is_saved_with_role_and_reason(enter: Enter) -> None:
    client = enter("Relais", "relay")
    save(client, "where", address__street="13 rue des Tilleuls", why="Vu sur place", how="visit")
    place = now()
    assert (place.address and place.address.street, place.verified and place.verified.how) == (
        "13 rue des Tilleuls",
        "visit",
    )
    street = next(change for change in read_changes("place", PLACE) if change.field == "address/street")
    assert (street.before, street.by, street.why) == ("11 rue des Tilleuls", "relay", "Vu sur place")
    assert [source.fields for source in place.sources if source.name == "Bureau d’À deux pas"] == [("address",)]


CASES: dict[str, tuple[str, dict[str, object], Callable[[Place], object], object]] = {
    "name": ("what", {"name": "La Bibli"}, lambda p: p.name, "La Bibli"),
    "purpose": ("what", {"purpose": "Lire."}, lambda p: p.purpose, "Lire."),
    "categories": (
        "what",
        {"categories": ["square"], "categories__main": "college"},
        lambda p: p.categories,
        ("college", "square"),
    ),
    "position": (
        "where",
        {"position__lon": "2,3651", "position__lat": "48,8945"},
        lambda p: p.position,
        (2.3651, 48.8945),
    ),
    "hidden": ("where", {"address_visibility": "area"}, lambda p: p.address_visibility, "area"),
    "hours": ("hours", {"as": "text", "hours": "Mo 09:00-10:00"}, lambda p: p.hours, "Mo 09:00-10:00"),
    "days": (
        "days",
        {"exceptions__2__from": "2027-05-01", "exceptions__2__to": "2027-05-02", "exceptions__2__kind": "closed"},
        lambda p: len(p.exceptions),
        3,
    ),
    "a day gone": (
        "days",
        {f"exceptions__0__{n}": "" for n in ("from", "to", "kind", "reason")},
        lambda p: len(p.exceptions),
        1,
    ),
    "phone": (
        "contact",
        {"contact__phones__1__number": "01 44 55 66 77", "contact__phones__1__sms": "yes"},
        lambda p: p.contact and [(phone.number, phone.sms) for phone in p.contact.phones][1:],
        [("+33144556677", True)],
    ),
    "price": ("coming", {"cost__kind": "paid"}, lambda p: p.cost and p.cost.kind, "paid"),
    "papers": ("coming", {"bring": ["id", "photo"]}, lambda p: p.bring, ("id", "photo")),
    "ages": (
        "public",
        {"ages__min_months": "3", "ages__min_months.unit": "years"},
        lambda p: p.ages and p.ages.min_months,
        36,
    ),
    "languages": (
        "public",
        {"languages__2__code": "bm", "languages__2__by": "relay"},
        lambda p: p.languages[2].code,
        "bm",
    ),
    "steps": ("inside", {"accessibility__steps": "0"}, lambda p: p.accessibility and p.accessibility.steps, 0),
    "first": ("first", {"first_visit__just_look": "Oui."}, lambda p: p.first_visit and p.first_visit.just_look, "Oui."),
    "verified": ("truth", {"verified__on": "2026-11-17"}, lambda p: p.verified and p.verified.on.day, 17),
    "status": ("status", {"status": "closed_temporarily"}, lambda p: p.status, Status.CLOSED_TEMPORARILY),
}


@pytest.mark.parametrize("case", CASES)
def test_each_field_is_edited(enter: Enter, case: str) -> None:
    section, typed, read, wanted = CASES[case]
    answer = save(enter(), section, **typed)
    assert (answer.status_code, read(now())) == (303, wanted), words_of(answer.text)[-900:]


REFUSED: dict[str, tuple[str, dict[str, object], str]] = {
    "no name": ("what", {"name": ""}, "Il manque quelque chose ici"),
    "no purpose": ("what", {"purpose": ""}, "dit à quoi il sert"),
    "postcode": ("where", {"address__postcode": "7501"}, "n’est pas un code postal : cinq chiffres, comme 75018"),
    "nowhere": ("where", {"position__lon": "là", "position__lat": "bas"}, "Touchez le plan à l’entrée"),
    "axes": ("where", {"position__lon": "48.8944", "position__lat": "2.3652"}, "les axes sont inversés"),
    "hours": ("hours", {"as": "text", "hours": "mardi 9h-12h"}, "Écrivez plutôt « Tu 09:00-12:00 »"),
    "phone": ("contact", {"contact__phones__0__number": "abc"}, "n’est pas un numéro"),
    "website": ("contact", {"contact__website": "exemple.org"}, "elle commence par https://"),
    "steps": ("inside", {"accessibility__steps": "deux"}, "Écrivez un nombre entier"),
    "days": ("days", {"exceptions__0__from": "2027-02-01"}, "échangez les dates"),
    "message": ("days", {"exceptions__1__kind": "message", "exceptions__1__reason": ""}, "Écrivez le message"),
    "source": ("truth", {"sources__0__name": "", "sources__0__on": "2026"}, "Il manque quelque chose ici"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_problem_stands_beside_its_field_and_nothing_is_lost(enter: Enter, case: str) -> None:
    section, typed, sentence = REFUSED[case]
    client, before = enter(), now()
    answer = save(client, section, **typed, why="parce que")
    assert (answer.status_code, sentence in words_of(answer.text), 'role="alert"' in answer.text) == (422, True, True)
    assert ("parce que" in answer.text, now(), read_changes()) == (True, before, [])
    assert 'class="desk-field has-problem"' in answer.text


def test_what_would_be_refused_is_said_while_it_is_typed(enter: Enter) -> None:
    client = enter()
    typed = {**form_of(client, "contact"), "contact.email": "personne", "check": "1"}
    said = client.post(PAGE, data=typed).get_json()["problems"]
    assert list(said) == ["contact.email"]
    assert client.post(PAGE, data={**form_of(client, "contact"), "check": "1"}).get_json() == {"problems": {}}
    assert read_changes() == []


def test_two_at_one_section_lose_nothing(enter: Enter) -> None:
    client = enter()
    mine = {**form_of(client, "what"), "purpose": ["Ma phrase."]}
    change_place(PLACE, {"purpose": "La leur."}, by="relay")
    late = client.post(PAGE, data=mine)
    assert (late.status_code, now().purpose) == (409, "La leur.")
    assert "La fiche dit maintenant : La leur." in words_of(late.text)
    assert ">Ma phrase.</textarea>" in late.text


def test_two_at_different_sections_do_not_meet(enter: Enter) -> None:
    client = enter()
    mine = {**form_of(client, "what"), "purpose": ["Ma phrase."]}
    change_place(PLACE, {"access_hint": "Au fond."}, by="relay")
    assert client.post(PAGE, data=mine).status_code == 303
    assert (now().purpose, now().access_hint) == ("Ma phrase.", "Au fond.")


def test_a_street_of_the_plan_places_the_point(enter: Enter) -> None:
    client = enter()
    typed = {**form_of(client, "where"), "find": "street"}
    found = client.post(PAGE, data={**typed, "address.street": "3 rue des tilleul"})
    assert "Le point est au milieu de « Rue des Tilleuls »" in words_of(found.text)
    lost = client.post(PAGE, data={**typed, "address.street": "3 rue Inconnue"})
    assert "Aucune rue du plan ne s’appelle ainsi" in words_of(lost.text)
    assert read_changes() == []


def test_script_in_every_field_is_text(enter: Enter) -> None:
    client = enter()
    for section in PLACE_SECTIONS:
        held = form_of(client, section)
        typed = {name: [SCRIPT] for name in held if name not in ("section", "version")}
        page = client.post(PAGE, data={**held, **typed}).text
        assert "<script>alert" not in page, section
    assert "<script>alert" not in client.get("/desk/places", query_string={"q": SCRIPT}).text


@pytest.mark.parametrize("role", ["translator", "leader", "volunteer"])
def test_who_only_reads_sees_the_fields_and_no_button(enter: Enter, role: str) -> None:
    client = enter("Lecture", role)
    page = client.get(PAGE).text
    assert ("Bibliothèque des Tilleuls" in page, "Enregistrer" in words_of(page)) == (True, False)
    typed = {"section": "what", "version": "", "name": "Pirate"}
    assert (client.post(PAGE, data=typed).status_code, now().name) == (403, "Bibliothèque des Tilleuls")


def test_another_territory_is_not_there_and_tells_nothing(enter: Enter) -> None:
    add_far_territory()
    client = enter("Ailleurs", "relay", "ailleurs")
    asked = [
        client.get(PAGE),
        client.post(PAGE, data={"section": "what", "name": "Pirate"}),
        client.get(f"{PAGE}/remove"),
    ]
    asked += [
        client.post(f"{PAGE}/services", data={"do": "add", "name": "Pirate"}),
        client.post("/desk/trash", data={"place": PLACE}),
    ]
    assert {answer.status_code for answer in asked} == {404}
    assert all("n’est pas de vos quartiers" in words_of(answer.text) for answer in asked)
    assert not any("Bibliothèque" in answer.text for answer in asked)
    assert "0 lieu" in words_of(client.get("/desk/places").text)


def test_a_place_is_not_moved_onto_another_territory(enter: Enter) -> None:
    client = enter("Relais", "relay", "les-tilleuls")
    answer = save(client, "where", position__lon="2.40", position__lat="48.85")
    assert (answer.status_code, "hors de vos quartiers" in words_of(answer.text)) == (422, True)


def test_a_draft_is_published_in_one_press_or_says_what_it_lacks(enter: Enter) -> None:
    client = enter()
    change_place(PLACE, {"status": "draft", "purpose": None}, by="test")
    assert "Il manque encore, avant de publier : Un lieu publié dit à quoi il sert" in words_of(client.get(PAGE).text)
    save(client, "what", purpose="Lire.")
    page = client.get(PAGE).text
    assert "Tout y est" in words_of(page)
    version = form_of(client, "status")["version"]
    client.post(PAGE, data={"section": "status", "version": version, "status": "published"})
    assert now().status is Status.PUBLISHED


@pytest.mark.parametrize("asked", ["nowhere", "nowhere/services/x", f"{PLACE}/services/nowhere"])
def test_what_is_not_there_is_not_found(client: FlaskClient, enter: Enter, asked: str) -> None:
    signed = enter()
    posted = {"section": "what"}
    answers = [signed.get(f"/desk/places/{asked}"), signed.post(f"/desk/places/{asked}", data=posted)]
    assert {answer.status_code for answer in answers} == {404}


def test_a_section_that_is_none_is_not_found(enter: Enter) -> None:
    client = enter()
    assert client.post(PAGE, data={"section": "code", "code": "B1BT12"}).status_code == 404
    assert client.post(PAGE, data={}).status_code == 404
