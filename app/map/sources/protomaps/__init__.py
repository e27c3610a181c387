"""A Protomaps archive as a source of the basemap: only the tiles of a frame are fetched, in few requests."""
