"""Tracks that other programs recorded or drew: GPX and GeoJSON lines, and the draft of a walk that they make."""
