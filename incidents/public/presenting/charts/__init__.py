"""Counts as figures of a page: drawn here as SVG, said in a sentence, and as a table that is also their download."""
