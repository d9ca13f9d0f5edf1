"""Check that what others made and we serve is what was taken in: fonts and static/vendor against their SHA-256.

``python -m deploy.assets`` names every file that is changed, missing or unrecorded, and fails if there is one.
``python -m deploy.assets record`` writes the manifest anew, after a version was changed on purpose.
"""

import hashlib
import json
import sys
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "static"
MANIFEST = STATIC / "vendor" / "MANIFEST.json"
OURS = {MANIFEST, STATIC / "vendor" / "package.json"}


def digests(static: Path = STATIC) -> dict[str, str]:
    """Give the SHA-256 of every file taken from elsewhere, by its path below ``static``."""
    paths = sorted(path for folder in ("fonts", "vendor") for path in (static / folder).rglob("*") if path.is_file())
    return {
        path.relative_to(static).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in paths
        if path not in OURS
    }


def differences(recorded: dict[str, str], found: dict[str, str]) -> list[str]:
    """Say, one sentence a file, where the files differ from the manifest."""
    missing = [f"{path} is missing." for path in sorted(recorded.keys() - found.keys())]
    unrecorded = [f"{path} is not in the manifest." for path in sorted(found.keys() - recorded.keys())]
    changed = [
        f"{path} is not the file that was taken in."
        for path in sorted(recorded.keys() & found.keys())
        if recorded[path] != found[path]
    ]
    return missing + unrecorded + changed


def main(arguments: list[str]) -> int:
    """Check, or record when asked to."""
    if arguments == ["record"]:
        MANIFEST.write_text(json.dumps(digests(), indent=2) + "\n")
        return 0
    problems = differences(json.loads(MANIFEST.read_text()), digests())
    sys.stdout.write("".join(f"{problem}\n" for problem in problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
