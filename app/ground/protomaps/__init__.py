"""A Protomaps archive as a source of the ground: only the tiles of a frame are fetched, in few requests."""
