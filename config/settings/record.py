"""The published record: what signs its checkpoints. ``base`` takes it over."""

from incidents.rules.notes import SigningKey, VerifierKey

# What the environment says; config.settings.base puts it in place.
ATTEST_CHECKPOINT_KEY: SigningKey | None
ATTEST_VERIFIER_KEYS: list[VerifierKey]
