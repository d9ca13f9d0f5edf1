"""Counts over a query of the published record, one module a question. Nothing here looks at the desk."""
