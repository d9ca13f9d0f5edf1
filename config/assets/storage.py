"""Static files as production keeps them: hashed, compressed, and joined where a page would ask for many."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any, Final

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config.assets import modules, sheets
from config.environment import ROOT

Paths = dict[str, tuple[Storage, str]]
MAPPED: Final = re.compile(r'"(attest/[\w/-]+)": "{% static \'([^\']+)\' %}"')


class JoinedStorage(CompressedManifestStaticFilesStorage):
    """Sheets with what they import in one file, each page's module with what it imports in one, both squeezed."""

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("basemap/detail.json", ((r'(?P<matched>"(?P<url>squares/[^"]+)")', '"%(url)s"'),)),
    )

    def post_process(self, paths: Paths, dry_run: bool = False, **options: Any) -> Iterator[Any]:  # noqa: FBT001, FBT002 (Django's)
        yield from super().post_process({**paths, **prepared(paths)}, dry_run, **options)


def import_map() -> dict[str, str]:
    """Where each bare name of a module lies, as the template of the import map says it."""
    return dict(MAPPED.findall((ROOT / "templates" / "components" / "importmap.html").read_text()))


def prepared(paths: Mapping[str, tuple[Storage, str]]) -> Paths:
    """The sheets and modules among collected files as they are served, in the place of those that were written."""
    names, made = import_map(), InMemoryStorage()

    def read(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    for name in paths:
        text = _prepared(name, read, names)
        if text is not None:
            made.save(name, ContentFile(text.encode()))
    return {name: (made, name) for name in paths if made.exists(name)}


def _prepared(name: str, read: Callable[[str], str], names: Mapping[str, str]) -> str | None:
    """What is served under a name; None where that is what was collected."""
    match PurePosixPath(name).parts:
        case ["css", *_, _]:
            return sheets.squeezed(sheets.joined(name, read))
        case ["leaflet", "leaflet.extras.js"]:
            return modules.squeezed(read(name))
        case ["js", *_, _]:
            return modules.squeezed(read(name)) if name in names.values() else modules.joined(name, read, names)
    return None
