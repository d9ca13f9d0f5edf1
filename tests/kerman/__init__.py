"""The founding example as an acceptance test: what the record must hold of it, and how it must behave, over HTTP."""
