"""The desk: the pages on which signed-in people log, verify and publish. Mounted at ``/desk/``."""
