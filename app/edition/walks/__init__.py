"""What other programs are given of a walk: its stops and its way, as GPX, KML, GeoJSON and JSON-LD."""
