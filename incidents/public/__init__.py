"""What everybody sees: the explorer, the incident pages and their data, all of it from the published record."""
