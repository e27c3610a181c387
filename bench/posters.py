"""CPU of a hundred distinct A4 posters in four languages and of a page of labels, from the real places and walks.

    python bench/posters.py

Needs the built pictograms and fonts (`adeuxpas assets`). The bars are 3 s of CPU and 250 MB for the hundred; a busy
machine takes longer for the same.
"""

import statistics
import time
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from app.domain.content import Content
from app.domain.public import PublicContent, public_content
from app.domain.subject import PLACE, SUBJECTS
from app.exchange.native import read_content
from app.print.drawing import draw_words
from app.print.formats import DEFAULT, read_format
from app.print.formats.stickers import A_PAGE
from app.print.guard import refusals
from app.print.order import Order
from app.print.poster import draw_order, words_of
from app.site.addresses import Site

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fr", "en", "ar", "es")
TODAY = date(2026, 11, 18)
COUNT, BAR_S, BAR_MB, LABELS_BAR_S = 100, 3.0, 250, 0.5


def subjects(content: Content, site: Site) -> Iterator[tuple[str, str]]:
    """Yield what may be printed, territories last."""
    for name, kind in SUBJECTS.items():
        yield from ((name, id) for id in kind.of(content) if not refusals(content, name, id, LANGUAGES))


def main() -> None:
    """Print the time of the hundred, and of each stage of one."""
    content, _ = read_content(ROOT)
    if content is None:
        raise SystemExit("The files hold errors: run `adeuxpas check`.")
    site = Site(LANGUAGES, "bench", public_url="https://quartier.example")
    chosen = list(islice(subjects(content, site), COUNT))
    public, form = public_content(content), read_format(DEFAULT)
    draw_order(form, Order(public, site, (chosen[0],), LANGUAGES, TODAY))
    start, sizes = time.process_time(), []
    for subject in chosen:  # as a run prints them: from one content
        sizes.append(len(draw_order(form, Order(public, site, (subject,), LANGUAGES, TODAY))[0]))
    spent = time.process_time() - start
    print(f"{len(chosen)} posters: {spent:.2f} s of CPU (bar {BAR_S}), {statistics.median(sizes) / 1000:.0f} kB each")
    print(f"at most {getrusage(RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (bar {BAR_MB})")
    labels(public, site, [subject for subject in chosen if subject[0] == PLACE.name][:A_PAGE])
    stages(public, site, chosen[: COUNT // 4])


def labels(content: PublicContent, site: Site, places: list[tuple[str, str]]) -> None:
    """Print the time of a page of labels, each of another place."""
    order = Order(content, site, tuple(places), LANGUAGES[:2], TODAY)
    start = time.process_time()
    drawn = draw_order(read_format("stickers"), order)
    spent, size = time.process_time() - start, len(drawn[0]) / 1000
    print(f"{len(places)} labels: {spent:.2f} s of CPU (bar {LABELS_BAR_S}), {size:.0f} kB")


def stages(content: PublicContent, site: Site, chosen: list[tuple[str, str]]) -> None:
    """Print the mean time of each stage; maps are warm here."""
    form, start = read_format(DEFAULT), time.process_time()
    orders = [Order(content, site, (subject,), LANGUAGES, TODAY) for subject in chosen]
    words = [words_of(form, order) for order in orders]
    told = time.process_time()
    for order, shown in zip(orders, words, strict=True):
        draw_words(form, shown, order.subjects[0][1], fmt="pdf", ppi=72)
    times = zip(("words, map and code", "sheet"), (told - start, time.process_time() - told), strict=True)
    print(" · ".join(f"{stage} {spent / len(chosen) * 1000:.1f} ms" for stage, spent in times))


if __name__ == "__main__":
    main()
