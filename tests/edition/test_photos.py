"""Photos of places in an edition: small, on their page, in the data of other programs, in the pack; or nowhere."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.domain.content import Content
from app.domain.text import Texts, TextState, Translation
from app.edition.build import build_edition
from app.edition.packs.plan import plan_packs
from app.edition.store import EditionStore
from app.exchange.pictures import SHOWN_BYTES, read_picture
from app.publish.plan import plan_edition
from app.site.addresses import Site
from tests.cast.content import read_tiny
from tests.cast.pictures import LIBRARY, MAKER, door
from tests.cast.printed import edit, parsed

DAY = date(2026, 11, 18)
SITE = Site(languages=("fr", "ar"), version="0", public_url="https://quartier.example")
ALT, CREDIT = "La porte verte, sous l’arbre", "Relais & voisins"
PHOTO = {"file": "porte.jpg", "alt": ALT, "credit": CREDIT, "consent": "nobody"}
KEY = f"place:{LIBRARY}/photo/porte.jpg/alt"
PICTURE = read_picture(door(900, 1200))


def pictured(**fields: Any) -> Content:
    content = replace(read_tiny(), pictures={"porte.jpg": PICTURE})
    return edit(content, LIBRARY, photos=[PHOTO], **fields)


def made(content: Content, site: Site = SITE) -> dict[str, bytes]:
    return {file.path: file.make() for file in plan_edition(content, site, DAY)}


def test_a_photo_is_a_small_file_that_its_page_announces_with_its_size() -> None:
    files = made(pictured())
    assert PICTURE.path in files
    assert (len(files[PICTURE.path]) <= SHOWN_BYTES, MAKER.encode() in files[PICTURE.path]) == (True, False)
    html = files[f"fr/places/{LIBRARY}"].decode()
    [image] = [each for each in parsed(html).all("img") if "photos/" in each["src"]]
    assert (image["src"], image["width"], image["height"]) == (f"/{PICTURE.path}", "360", "480")
    assert (image["alt"], image["loading"], image.get("lang")) == (ALT, "lazy", None)
    assert "Photo : Relais &amp; voisins" in html.replace("\u00a0", " ").replace("\u202f", " ")
    assert not [path for path, body in files.items() if path.endswith("/les-tilleuls/") and b"photos/" in body]


def test_what_a_photo_shows_is_said_in_the_language_of_the_page_or_in_french_and_told_so() -> None:
    [image] = [
        each
        for each in parsed(made(pictured())[f"ar/places/{LIBRARY}"].decode()).all("img")
        if "photos/" in each["src"]
    ]
    assert (image["alt"], image["lang"]) == (ALT, "fr")
    said = Texts({"ar": {KEY: Translation(KEY, ALT, "الباب الأخضر", TextState.REVIEWED)}})
    html = made(replace(pictured(), texts=said))[f"ar/places/{LIBRARY}"].decode()
    [image] = [each for each in parsed(html).all("img") if "photos/" in each["src"]]
    assert (image["alt"], image.get("lang")) == ("الباب الأخضر", None)


def test_other_programs_read_where_a_photo_is() -> None:
    files = made(pictured())
    told = {
        "url": f"https://quartier.example/{PICTURE.path}",
        **{"type": "image/webp", "width": 360, "height": 480, "alt": ALT, "credit": CREDIT},
    }
    assert json.loads(files[f"api/v1/places/{LIBRARY}"])["properties"]["photos"] == [told]
    features = json.loads(files["api/v1/places.geojson"])["features"]
    assert [each["properties"].get("photos") for each in features if each["id"] == LIBRARY] == [[told]]
    html = files[f"fr/places/{LIBRARY}"].decode()
    described = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(described)["image"] == [told["url"]]
    below = made(pictured(), Site(languages=("fr",), version="0", base="/quartier/", is_static=True))
    assert f'src="/quartier/{PICTURE.path}"' in below[f"fr/places/{LIBRARY}"].decode()


@pytest.mark.parametrize(
    "fields",
    [{"address_visibility": "hidden"}, {"address_visibility": "area"}, {"status": "draft"}],
    ids=["hidden", "area", "draft"],
)
def test_a_place_that_is_not_shown_publishes_no_photo(fields: dict[str, str]) -> None:
    said = Texts({"ar": {KEY: Translation(KEY, ALT, "الباب الأخضر", TextState.REVIEWED)}})
    files = made(replace(pictured(**fields), texts=said))
    assert [path for path in files if path.startswith("photos/")] == []
    secret = [ALT.encode(), CREDIT.encode(), "الباب الأخضر".encode(), b"porte.jpg", PICTURE.path.encode()]
    assert [path for path, body in files.items() if any(each in body for each in secret)] == []


def test_another_picture_or_other_words_make_its_pages_again_and_no_others(tmp_path: Path) -> None:
    content = pictured()
    before = {file.path: file.mark for file in plan_edition(content, SITE, DAY)}
    other = replace(content, pictures={"porte.jpg": read_picture(door(700, 500))})
    after = {file.path: file.mark for file in plan_edition(other, SITE, DAY)}
    changed = {path for path in before | after if before.get(path) != after.get(path)}
    pages = {f"{lang}/places/{LIBRARY}" for lang in SITE.languages}
    data = {f"api/v1/places/{LIBRARY}", "api/v1/places.geojson"}
    assert changed == pages | data | {PICTURE.path, other.pictures["porte.jpg"].path}


def test_a_pack_carries_the_photos_of_its_quarter(tmp_path: Path) -> None:
    content = pictured()
    planned, packs = plan_edition(content, SITE, DAY), plan_packs(content, SITE)
    build_edition(tmp_path, planned, date=DAY, version="0", site=SITE, packs=packs)
    store = EditionStore(tmp_path)
    edition = store.current()
    assert edition is not None
    manifest = json.loads(store.body(edition.files["packs/les-tilleuls.json"]))
    [entry] = [each for each in manifest["shared"] if each["name"] == PICTURE.path]
    body = store.body(edition.files[entry["path"]])
    assert (entry["target"], entry["type"], entry["coding"]) == (PICTURE.path, "image/webp", "")
    assert (entry["sha256"], entry["bytes"]) == (sha256(body).hexdigest(), len(body))
