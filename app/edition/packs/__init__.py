"""The neighbourhood pack: all that a phone keeps of a territory, in few files that it can verify.

A manifest (`packs/<territory>.json`) names the parts: for each language some parts of pages (`parts.py`),
for all of them the map, the paths, the hours, the codes. A part is addressed by its content; a patch (`patch.py`)
leads from the part of an earlier edition to the present one.
"""
