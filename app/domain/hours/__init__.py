"""Opening hours: reading them, asking them, and shipping them to phones."""
