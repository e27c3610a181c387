"""OpenStreetMap as a source of the ground: reading an extract, and what its tags mean on a map."""
