"""Writing through keys."""
