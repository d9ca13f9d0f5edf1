"""Whom and what the record names, as pages: actors, places, publishers, sources."""
