"""Public views: each reads the address, asks the record once, and shows or sends what it was told."""
