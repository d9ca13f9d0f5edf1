"""The addresses, by what they answer with."""
