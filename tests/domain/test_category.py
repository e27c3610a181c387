"""The tree of categories."""

from app.domain.category import Categories, Category


def test_a_kind_without_a_pictogram_has_that_of_its_theme() -> None:
    theme = Category(id="lire", label="Lire", icon="book")
    kinds = [
        Category(id="salle", label="Salle", parent="lire"),
        Category(id="boite", label="Boîte", parent="lire", icon="box"),
    ]
    bare = Category(id="jouer", label="Jouer")
    categories = Categories({each.id: each for each in (theme, *kinds, bare)})
    assert [categories.pictogram_of(id) for id in ("salle", "boite", "lire", "jouer")] == [
        "book",
        "box",
        "book",
        "jouer",
    ]
