"""The explorer's own words and shapes: a query as a sentence, its filters, its results, its features."""
