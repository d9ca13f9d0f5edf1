"""The rules of the house that no linter knows. Every rule has a test that breaks it on purpose and sees it red."""
