"""The forms of a download, one module each."""
