"""What is uploaded, and where what is captured lies. ``settings_for`` fills in what the environment says."""

from pathlib import Path

ATTEST_CAPTURES_ROOT: Path
ATTEST_UPLOAD_MOST_BYTES: int
ATTEST_SEALING_KEY: bytes
ATTEST_FETCHING: bool

FILE_UPLOAD_HANDLERS = ["config.uploads.CappedUpload"]
DATA_UPLOAD_MAX_NUMBER_FILES = 5

ATTEST_PROPOSERS = ["incidents.rules.proposals.EnglishRules"]
"""Who reads a captured text and proposes claims: dotted names of classes (``incidents.rules.proposals.Proposer``)."""
