"""Whom and what the record names: actors, places, publishers and sources, as its current documents tell of them."""
