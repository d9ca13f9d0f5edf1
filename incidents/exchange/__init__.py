"""The record as files: every answer of the explorer, to take away. It reads the record and writes nothing."""
