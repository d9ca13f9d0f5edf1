"""The second public door that writes: a reader orders a large file, or gives it up. It can add and read nothing."""
