"""Reads that several ways in share. ``record`` is the public side's; the others read the desk."""
