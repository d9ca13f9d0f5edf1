"""What others made is served as it was taken in, with its licence."""

import json

from deploy.assets import MANIFEST, STATIC, differences, digests, main


def test_every_file_is_the_one_that_was_taken_in() -> None:
    assert differences(json.loads(MANIFEST.read_text()), digests()) == []
    assert main([]) == 0


def test_a_changed_a_missing_and_an_unrecorded_file_are_each_named() -> None:
    recorded = {"fonts/a": "1", "fonts/b": "2"}
    found = {"fonts/a": "9", "fonts/c": "3"}
    assert differences(recorded, found) == [
        "fonts/b is missing.",
        "fonts/c is not in the manifest.",
        "fonts/a is not the file that was taken in.",
    ]


def test_everything_vendored_names_its_version_and_carries_its_licence() -> None:
    packages = [path for path in (STATIC / "vendor").iterdir() if path.is_dir()]
    assert packages
    assert [path.name for path in packages if "@" not in path.name] == []
    assert [path.name for path in packages if not any(path.glob("LICENSE*"))] == []


def test_every_font_family_carries_its_licence() -> None:
    families = ["public-sans", "source-serif-4", "vazirmatn"]
    fonts = [path.name for path in (STATIC / "fonts").glob("*.woff2")]
    assert [name for name in fonts if not name.startswith(tuple(families))] == []
    assert all((STATIC / "fonts" / f"LICENSE-{family}.txt").is_file() for family in families)
