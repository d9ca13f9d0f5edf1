"""A bundle of STIX 2.1, as a stream: everything that is claimed of each incident, by whom and where."""

from collections.abc import Iterator

from incidents.exchange.editions import Edition, Progress
from incidents.exchange.formats.objects import written
from incidents.presenting.stix import Told, bundle_id, bundled, tell


def stream(edition: Edition, progress: Progress | None = None) -> Iterator[bytes]:
    """One bundle, one object a line."""
    identifier = bundle_id(edition.query.canonical, edition.as_of)
    yield f'{{"type":"bundle","id":"{identifier}","objects":['.encode()
    for number, one in enumerate(bundled(_told(edition, progress))):
        yield f"{',' if number else ''}\n{written(one)}".encode()
    yield b"\n]}\n"


def _told(edition: Edition, progress: Progress | None) -> Iterator[Told]:
    for page in edition.documents(progress):
        yield from tell([row.version for row in page])
