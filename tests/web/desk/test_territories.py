"""A quarter at the desk: its words and its reach are edited, its outline stays, and nobody else's is there."""

from app.domain.forms.sections import TERRITORY_SECTIONS
from app.domain.territory import Territory
from app.library.changes import read_changes
from app.library.content.queries import read_library

from .conftest import Enter, words_of
from .editor import add_far_territory, form_of, save

ID = "les-tilleuls"
PAGE = f"/desk/territories/{ID}"


def now() -> Territory:
    return read_library().territories[ID]


def test_a_quarter_is_edited_and_keeps_its_outline(enter: Enter) -> None:
    client, outline = enter("Relais", "relay"), now().outline
    assert save(client, "what", PAGE, name="Les Grands Tilleuls", languages="ar, fr", reach_m="300").status_code == 303
    assert (
        save(client, "kiosk", PAGE, kiosk__greeting="Bonjour !", kiosk__telephone="01 44 55 66 77").status_code == 303
    )
    territory = now()
    assert (territory.name, territory.languages, territory.reach_m) == ("Les Grands Tilleuls", ("ar", "fr"), 300)
    assert territory.kiosk and (territory.kiosk.greeting, territory.kiosk.telephone) == ("Bonjour !", "+33144556677")
    assert (territory.outline, read_changes("territory", ID)[0].by) == (outline, "relay")
    assert "Les Grands Tilleuls" in words_of(client.get("/desk/territories").text)


def test_a_save_that_changes_nothing_writes_nothing(enter: Enter) -> None:
    client, before = enter(), now()
    for section in TERRITORY_SECTIONS:
        assert client.post(PAGE, data=form_of(client, section, PAGE)).status_code == 303
    assert (now(), read_changes()) == (before, [])


def test_a_problem_stands_beside_its_field(enter: Enter) -> None:
    client, before = enter(), now()
    for typed, field in (({"reach_m": "loin"}, "reach_m"), ({"contact": "rien"}, "contact"), ({"name": ""}, "name")):
        answer = save(client, "what", PAGE, **typed)
        assert (answer.status_code, f'has-problem" data-field="{field}"' in answer.text) == (422, True), field
        said = client.post(PAGE, data={**form_of(client, "what", PAGE), **typed, "check": "1"}).get_json()
        assert list(said["problems"]) == [field]
    assert now() == before


def test_two_at_one_section_lose_nothing(enter: Enter) -> None:
    client = enter()
    mine = {**form_of(client, "what", PAGE), "name": ["Le mien"]}
    save(client, "what", PAGE, name="Le leur")
    late = client.post(PAGE, data=mine)
    assert (late.status_code, now().name, 'value="Le mien"' in late.text) == (409, "Le leur", True)
    assert "La fiche dit maintenant : Le leur" in words_of(late.text)


def test_who_reads_and_who_is_elsewhere_change_nothing(enter: Enter) -> None:
    add_far_territory()
    before, reader, far = now(), enter("Kiosque", "volunteer"), enter("Ailleurs", "relay", "ailleurs")
    assert "Enregistrer" not in words_of(reader.get(PAGE).text)
    assert reader.post(PAGE, data={"section": "what", "name": "Pirate"}).status_code == 403
    assert {far.get(PAGE).status_code, far.post(PAGE, data={"section": "what"}).status_code} == {404}
    assert "Tilleuls" not in far.get("/desk/territories").text
    assert far.post("/desk/territories/ailleurs", data={"section": "outline"}).status_code == 404
    assert now() == before


def test_script_in_every_field_is_text(enter: Enter) -> None:
    client = enter()
    for section in TERRITORY_SECTIONS:
        held = form_of(client, section, PAGE)
        typed = {name: ["<script>alert(1)</script>"] for name in held if name not in ("section", "version")}
        assert "<script>alert" not in client.post(PAGE, data={**held, **typed}).text
