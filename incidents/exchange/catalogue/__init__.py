"""What there is of the record for programs, as a catalogue that portals of data harvest (W3C DCAT 3)."""
