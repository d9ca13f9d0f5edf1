"""The text of a captured file, read in a process of its own: a hostile file harms nothing but that process.

``python -m incidents.rules.extraction MEDIA_TYPE`` reads the file from standard input and writes one JSON object:
``text``; for a PDF ``pages`` and ``unpacked`` (bytes); for an image ``pixels``. Nothing is fetched.
"""

import io
import json
import resource
import sys
from importlib.metadata import version
from typing import Any, Final

from incidents.rules.media import HTML, IMAGES, MOST_PAGES, PDF, unpacked_size, unpacks_too_far

LONGEST_TEXT: Final = 1_000_000
SECONDS: Final = 30
"""Of computing time; then the process ends and the file has no text."""
MEMORY: Final = 2 << 30
READERS: Final = {HTML: "trafilatura", PDF: "pypdf"}


def reader_of(media_type: str) -> str:
    """The library that reads the text of such a file, with its version; "" where there is no text to read."""
    name = READERS.get(media_type)
    return f"{name} {version(name)}" if name else ""


def read(data: bytes, media_type: str) -> dict[str, Any]:
    """What can be read of a file. Whatever the libraries raise is raised."""
    if media_type == HTML:
        return {"text": clean(_html(data))}
    if media_type == PDF:
        return _pdf(data)
    return _image(data, media_type)


def clean(text: str) -> str:
    """The text as a database can hold it: no NUL, no lone half of a character, no more than ``LONGEST_TEXT``."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()[:LONGEST_TEXT]


def _html(data: bytes) -> str:
    import trafilatura  # noqa: PLC0415  half a second, and only this process pays it

    document = trafilatura.bare_extraction(data, favor_recall=True, include_comments=False, with_metadata=True)
    if document is None:
        return trafilatura.html2txt(data)
    text, title = str(getattr(document, "text", "") or ""), str(getattr(document, "title", "") or "")
    return text if not title or title in text else f"{title}\n\n{text}"


def _pdf(data: bytes) -> dict[str, Any]:
    import pypdf  # noqa: PLC0415  as above

    unpacked = unpacked_size(data)
    if unpacks_too_far(len(data), unpacked):
        return {"text": "", "unpacked": unpacked}
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    if len(pages) > MOST_PAGES:
        return {"text": "", "pages": len(pages)}
    return {"text": clean("\n\n".join(page.extract_text() for page in pages)), "pages": len(pages)}


def _image(data: bytes, media_type: str) -> dict[str, Any]:
    from PIL import Image  # noqa: PLC0415  as above

    Image.MAX_IMAGE_PIXELS = None  # nothing is decoded: the size stands in the head of the file
    with Image.open(io.BytesIO(data), formats=[IMAGES[media_type]]) as image:
        return {"text": "", "pixels": image.width * image.height}


def main() -> None:
    """Read standard input under limits, and say what was found."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    found = read(sys.stdin.buffer.read(), sys.argv[1])
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
