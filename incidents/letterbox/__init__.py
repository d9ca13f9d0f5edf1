"""The one public door that writes: a reader says what is wrong. Whoever comes through it can add and read nothing."""
