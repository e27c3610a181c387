"""The broken territory: everything wrong in it is said in one go."""

from pathlib import Path

from app.exchange.native import read_content

from ...conftest import CONTENT
from ...library.folders import problems_of, spoil, tiny_copy

BROKEN = CONTENT / "broken"

SAID = [
    ("data/territories.geojson", "territoire desk", "un mot que les adresses du site utilisent déjà"),
    ("data/territories.geojson", "territoire desk, geometry", "se croise lui-même"),
    ("data/territories.geojson", "territoire les-tilleuls, champ school", "« college-fantome » n’existe pas"),
    ("data/territories.geojson", "territoire les-tilleuls, champ holiday_zone", "« Z »"),
    ("data/places.geojson", "lieu college-des-tilleuls, geometry", "les axes sont inversés"),
    ("data/places.geojson", "lieu college-des-tilleuls, champ code", "donnez-lui le sien"),
    ("data/places.geojson", "lieu college-des-tilleuls, champ categories", "« colege » n’existe pas"),
    ("data/places.geojson", "lieu bibliotheque-des-tilleuls", "est pris par un autre"),
    ("data/places.geojson", "lieu bibliotheque-des-tilleuls, champ hours", "Écrivez plutôt « Mo-Fr 09:00-17:00 »"),
    ("data/places.geojson", "lieu bibliotheque-des-tilleuls, champ purpos", "vouliez-vous dire « purpose »"),
    ("data/places.geojson", "lieu bibliotheque-des-tilleuls, champ exceptions n° 1, kind", "closed, hours, message"),
    ("data/places.geojson", "lieu bibliotheque-des-tilleuls, geometry", "n’a pas de position"),
    ("data/places.geojson", "lieu square-des-tilleuls, champ code", "n’est pas dans data/codes.csv"),
    ("data/places.geojson", "lieu square-des-tilleuls, champ ages", "échangez-les"),
    ("data/categories.toml", "catégorie culture, champ parent", "sa propre ancêtre"),
    ("data/categories.toml", "entrée sortir, champ categories", "« musees » n’existe pas"),
    ("data/calendars.toml", "champ timezone", "« Europe/Parie » n’existe pas"),
    ("data/calendars.toml", "vacances toussaint-2026", "avant de commencer"),
    ("data/codes.csv", "ligne 3", "déjà donné ligne 2"),
    ("data/codes.csv", "ligne 4", "« TILLEUL » n’est pas un code"),
    ("walks/en-panne.toml", "ligne 2, champ id", "n’est pas le nom du fichier"),
    ("walks/en-panne.toml", "ligne 9, champ meeting, languages", "appartient au-dessus de [meeting]"),
    ("walks/en-panne.toml", "ligne 5, champ territory", "« ailleurs » n’existe pas"),
    ("walks/en-panne.toml", "ligne 12, arrêt n° 1, champ place", "« lieu-fantome » n’existe pas"),
    ("walks/en-panne.toml", "ligne 15, arrêt n° 2, champ stay_min", "n’est pas un nombre entier"),
    ("walks/en-panne.toml", "ligne 17, arrêt n° 3", "gardez l’un des deux"),
    ("walks/mal-ecrite.toml", "ligne 2", "fermez le guillemet"),
]


def test_every_fault_of_the_broken_territory_is_said_at_once() -> None:
    lines = problems_of(BROKEN)
    missing = [(f, w, s) for f, w, s in SAID if not any(line.startswith(f"{f} · {w}") and s in line for line in lines)]
    assert missing == [], "\n".join(lines)
    assert read_content(BROKEN)[0] is None


def test_errors_come_before_warnings() -> None:
    warnings = [problem.warning for problem in read_content(BROKEN)[1]]
    assert warnings == sorted(warnings)


def test_a_broken_outline_does_not_put_its_places_out_of_doors(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    spoil(folder, "data/territories.geojson", "Polygon", "MultiPolygon")
    assert len(problems_of(folder)) == 1


def test_what_is_wrong_besides_a_fault_is_said_too(tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    spoil(folder, "data/places.geojson", "24/7", "toujours")
    spoil(folder, "data/places.geojson", '"toilettes"', '"toilette"')
    assert [line.split(" · ")[1] for line in problems_of(folder)] == [
        "lieu toilettes-du-square, champ hours",
        "lieu toilettes-du-square, champ categories",
    ]
