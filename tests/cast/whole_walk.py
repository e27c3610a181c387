"""A walk of the tiny territory that uses every field of the format, with what only its leader may read."""

from pathlib import Path

SLUG = "un-livre-au-vert"
HIDDEN_WORD = "Zibeline"
"""A word that stands in every text for the leader, in every language, and nowhere else."""

WHOLE = f"""\
# Une balade qui dit tout ce qu’une balade peut dire.
format = 1
id = "{SLUG}"
status = "published"
title = "Un livre au vert"
leader = "{HIDDEN_WORD} 1 : prendre le sac rouge."
territory = "les-tilleuls"
code = "WA1KS2"
languages = ["fr", "ar"]
valid_until = 2027-12-31

[meeting]
place = "college-des-tilleuls"
text = "Devant la grille."
transit = "Métro Marx Dormoy"

[emergency]
place = "bibliotheque-des-tilleuls"
text = "Si quelque chose arrive, on se retrouve à la bibliothèque."
leader = "{HIDDEN_WORD} 2 : prévenir le kiosque."

[[stop]]
place = "bibliotheque-des-tilleuls"   # la porte de gauche
radius_m = 30
text = "On entre librement."
sense = "Écoutez le silence."
leader = "{HIDDEN_WORD} 3 : téléphoner la veille."
host = "{HIDDEN_WORD} 4, à l’accueil"
audio = "sons/silence.mp3"
transcript = "Le silence."

[[stop.quiz]]
question = "Combien de portes ?"
options = ["Une", "Deux"]
answer = 2
hint = "Faites le tour."

[[stop.photo]]
file = "photos/porte.jpg"
alt = "La porte de gauche"
consent = true

[[stop]]
place = "square-des-tilleuls"
stay_min = 30

[[stop]]
point = [2.36681, 48.89211]
name = "Le banc du fond"
stay_min = 0

[[leg]]
from = 1
to = 2
via = [[2.366, 48.8935]]
way = "Descendez la rue jusqu’au grand tilleul."
surface = "asphalt"
steps = 3
stair_ramp = "stroller"
kerb_cm = 4
lit = true
crossing = "lights"
obstacle = ["Une barrière"]
stroller = "limited"
wheelchair = "no"

[leg.checked]
on = 2026-10-03
by = "Deux habitantes du quartier"

[leg.step_free]
way = "Passez par la rampe."
stroller = "yes"

[[leg]]
from = 2
to = 3
mode = "beeline"

[[variant]]
id = "pluie"
when = "rain"
drop = [3]
text = "On finit au square."

[[service]]
kind = "water"
stop = 2
point = [2.3667, 48.8922]
text = "La fontaine, à gauche."

[[notice]]
from = 2027-01-04
to = 2027-01-15
severity = "detour"
stops = [2]
text = "Des travaux dans le square."

[[session]]
id = "janvier"
start = "2027-01-13 14:00"
example = true
languages = ["fr", "ar"]
capacity = 12
variant = "pluie"
register = "Au kiosque."
cancelled = "Trop de neige."
sequence = 1
leader = "{HIDDEN_WORD} 5 : douze inscrits."
"""

LEADER_TEXTS = f"""\
msgid ""
msgstr ""
"Language: ar\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

#. state: machine
msgctxt "walk:{SLUG}/leader"
msgid "{HIDDEN_WORD} 1 : prendre le sac rouge."
msgstr "{HIDDEN_WORD} : خذ الكيس الأحمر."
"""


def write_whole_walk(folder: Path) -> None:
    """Write the walk and what its leader reads in Arabic into a copy of the tiny territory."""
    (folder / "walks" / f"{SLUG}.toml").write_text(WHOLE, encoding="utf-8")
    (folder / "translations/ar/LC_MESSAGES/leader.po").write_text(LEADER_TEXTS, encoding="utf-8")
