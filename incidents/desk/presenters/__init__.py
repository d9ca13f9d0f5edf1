"""From what was read to what a template shows: plain values, words and addresses. No question to the database here."""
