"""How Attest is run: on a developer's machine (``local``) and on servers."""
