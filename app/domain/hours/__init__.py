"""Opening hours: reading them, asking them, and shipping them to phones.

One way from text to answer: `rules` (cut an OSM expression into rules) → `expansion` (write holidays as dates)
→ `days` (what each day is, minute by minute) → `zone` (holidays that the text does not mention, and
reasons) → `schedule` (a place's dated exceptions and closures) → `status` (an instant) and `week` (a table).
"""
