"""How the API describes itself: the OpenAPI document and the page that people read."""
