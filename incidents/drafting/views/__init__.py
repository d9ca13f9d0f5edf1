"""The addresses, by what is written there."""
