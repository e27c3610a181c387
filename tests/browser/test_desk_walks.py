"""The walk composer with its scripts: stops are dragged by finger and by mouse, and a walk is made from nothing."""

import re

from playwright.sync_api import CDPSession, Locator, Page, expect

from .conftest import PHONE
from .one_quarter import server
from .server import Server
from .test_desk_editor import tablet, unfit

__all__ = ["server", "tablet"]

WALK = "/desk/walks/autour-de-la-place-hebert"
NAMES = ".desk-stops .desk-service p > a"


def middle(of: Locator) -> tuple[float, float]:
    box = of.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def touch(phone: CDPSession, kind: str, *at: float) -> None:
    points = [{"x": at[0], "y": at[1]}] if at else []
    phone.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def at_the_stops(page: Page) -> Locator:
    """Show the stops away from the edges, where a drag would scroll the page; return their names."""
    page.goto(WALK)
    page.evaluate("() => scrollTo(0, document.querySelector('#stops').offsetTop - 80)")
    return page.locator(NAMES)


def test_a_stop_is_dragged_with_the_mouse_and_its_new_place_is_said(tablet: Page) -> None:
    names = at_the_stops(tablet)
    first, second, third, *_ = names.all_inner_texts()
    tablet.mouse.move(*middle(tablet.locator("[data-grip]").nth(0)))
    tablet.mouse.down()
    x, y = middle(tablet.locator(".desk-stop").nth(2))
    tablet.mouse.move(x, y + 30, steps=6)
    expect(tablet.locator("[data-said]")).to_have_text(re.compile(f"{re.escape(first)}.*place 3 sur 8"))
    assert tablet.locator(".desk-stops .desk-number").all_inner_texts() == [str(n) for n in range(1, 9)]
    with tablet.expect_navigation():
        tablet.mouse.up()
    assert names.all_inner_texts()[:3] == [second, third, first]
    expect(tablet.get_by_text("est maintenant l’étape 3.")).to_be_visible()
    expect(tablet.get_by_role("button", name=f"Monter « {first} »")).to_be_focused()


def test_a_drag_that_is_given_up_changes_nothing(tablet: Page) -> None:
    names = at_the_stops(tablet)
    before = names.all_inner_texts()
    tablet.mouse.move(*middle(tablet.locator("[data-grip]").nth(3)))
    tablet.mouse.down()
    tablet.mouse.move(*middle(tablet.locator(".desk-stop").nth(0)), steps=4)
    assert names.all_inner_texts() != before
    tablet.keyboard.press("Escape")
    tablet.mouse.up()
    assert names.all_inner_texts() == before
    assert tablet.url.endswith(WALK)
    tablet.reload()
    assert names.all_inner_texts() == before


def test_a_finger_drags_by_the_grip_and_scrolls_by_the_rest(tablet: Page) -> None:
    tablet.set_viewport_size(PHONE)
    tablet.goto(WALK)
    names = tablet.locator(NAMES)
    first, second, *_ = names.all_inner_texts()
    phone = tablet.context.new_cdp_session(tablet)
    tablet.locator("#stops").scroll_into_view_if_needed()
    tablet.locator("[data-grip]").first.scroll_into_view_if_needed()

    x, y = middle(names.first)
    before = tablet.evaluate("() => scrollY")
    touch(phone, "touchStart", x, y)
    for step in range(1, 11):
        touch(phone, "touchMove", x, y - 15 * step)
    touch(phone, "touchEnd")
    tablet.wait_for_function("(was) => scrollY > was + 50", arg=before)
    assert names.all_inner_texts()[:2] == [first, second]

    tablet.locator(".desk-stop").first.scroll_into_view_if_needed()
    x, y = middle(tablet.locator("[data-grip]").first)
    _, down = middle(tablet.locator("[data-grip]").nth(1))
    held = tablet.evaluate("() => scrollY")
    touch(phone, "touchStart", x, y)
    for step in range(1, 11):
        touch(phone, "touchMove", x, y + (down - y) * step / 10)
    assert tablet.evaluate("() => scrollY") == held
    with tablet.expect_navigation():
        touch(phone, "touchEnd")
    assert names.all_inner_texts()[:2] == [second, first]


def save(page: Page, section: str) -> None:
    with page.expect_navigation():
        page.locator(f"#{section}").get_by_role("button", name="Enregistrer").click()


def opened(page: Page, section: str) -> Locator:
    part = page.locator(f"#{section}")
    if part.get_attribute("open") is None:
        part.locator("summary").first.click()
    return part


def test_a_walk_is_made_from_nothing_by_forms(tablet: Page, lone: Server) -> None:
    tablet.goto("/desk/walks")
    begin = tablet.locator("#new")
    begin.get_by_label("Titre").fill("De la piscine au parc")
    begin.get_by_label("Quartier").select_option("chapelle-nord")
    begin.get_by_label("Le premier lieu").select_option(label="Piscine Hébert")
    tablet.get_by_role("button", name="Commencer cette balade").click()
    walk = tablet.url.partition("?")[0]
    tablet.get_by_label("Un lieu de plus").fill("Square Paul Robin")
    tablet.get_by_role("button", name="Ajouter cette étape").click()

    tablet.get_by_role("link", name="Un point sans lieu").click()
    tablet.get_by_label("Nom du point").fill("La fresque")
    plan = tablet.locator("pin-map .map-frame")
    plan.scroll_into_view_if_needed()
    plan.click()
    tablet.get_by_role("button", name="Enregistrer").click()
    expect(tablet.locator(NAMES)).to_have_text(["Piscine Hébert", "Square Paul Robin", "La fresque"])

    meeting = opened(tablet, "meeting")
    meeting.get_by_label("Le lieu du rendez-vous").fill("Collège Daniel Mayer")
    save(tablet, "meeting")
    safety = opened(tablet, "safety")
    safety.get_by_label("Où se mettre à l’abri").fill("Bibliothèque Maurice Genevoix")
    safety.get_by_label("S’il arrive quelque chose", exact=True).fill("Appelez le 112.")
    save(tablet, "safety")
    variants = opened(tablet, "variants")
    variants.get_by_label("Quand").select_option("rain")
    variants.get_by_label("2. Square Paul Robin").check()
    save(tablet, "variants")
    notices = opened(tablet, "notices")
    notices.get_by_label("Du", exact=True).fill("2026-12-01")
    notices.get_by_label("Au (compris)").fill("2026-11-01")
    notices.get_by_label("Ce que les familles liront").fill("Travaux devant la fresque.")
    notices.get_by_label("Ce que les familles liront").blur()
    expect(notices.get_by_text("avant de commencer")).to_be_visible()
    notices.get_by_label("Au (compris)").fill("2026-12-31")
    save(tablet, "notices")

    tablet.get_by_role("link", name="décrire ce chemin").first.click()
    tablet.get_by_label("Le chemin écrit").first.fill("Par la rue des Fillettes.")
    tablet.get_by_label("Marches", exact=True).first.fill("0")
    save(tablet, "leg")
    tablet.locator(NAMES).last.click()
    tablet.get_by_label("Une chose à regarder").fill("Combien de visages ?")
    tablet.get_by_role("button", name="Enregistrer").click()
    tablet.goto(walk)
    with tablet.expect_navigation():
        tablet.get_by_role("button", name="Publier").click()

    with tablet.expect_download() as taken:
        tablet.get_by_role("link", name="TOML").click()
    text = taken.value.path().read_text(encoding="utf-8")
    for line in ('status = "published"', 'place = "college-daniel-mayer"', 'text = "Appelez le 112."', "drop = [2]"):
        assert line in text
    for line in ("to = 2026-12-31", 'way = "Par la rue des Fillettes."', "steps = 0", 'sense = "Combien de visages ?"'):
        assert line in text


def test_the_pages_of_a_walk_are_fit_for_everybody(tablet: Page) -> None:
    tablet.goto(f"{WALK}/history")
    pages = ("", "/legs/2", "/stops/new", "/stops/2?point=1", "/remove", "/history")
    assert [fault for page in pages for fault in unfit(tablet, f"{WALK}{page}")] == []
