"""The REST API, asked through HTTP, over a record that the real services made."""
