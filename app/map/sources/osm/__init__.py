"""OpenStreetMap as a source of the basemap: reading an extract, and what its tags mean on a map."""
