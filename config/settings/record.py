"""The published record: what signs its checkpoints, where large files lie, who is told. ``base`` takes it over."""

from pathlib import Path

from incidents.rules.notes import SigningKey, VerifierKey

# What the environment says; config.settings.base puts it in place.
ATTEST_CHECKPOINT_KEY: SigningKey | None
ATTEST_VERIFIER_KEYS: list[VerifierKey]
ATTEST_COLUMNS_FROM: int
ATTEST_DOWNLOADS_ROOT: Path
ATTEST_WEBHOOKS: bool
ATTEST_RELEASES_ROOT: Path
