"""The text of a captured file, read in a process of its own: a hostile file harms nothing but that process.

``python -m incidents.rules.extraction MEDIA_TYPE`` reads the file from standard input and writes one JSON object:
``text``; ``item``, what the file says of itself; for a PDF ``pages`` and ``unpacked`` (bytes); for an image ``pixels``.
Nothing is fetched.
"""

import io
import json
import re
import resource
import sys
from importlib.metadata import version
from typing import Any, Final

from incidents.rules.media import HTML, IMAGES, MOST_PAGES, PDF, unpacked_size, unpacks_too_far

LONGEST_TEXT: Final = 1_000_000
SECONDS: Final = 30
"""Of computing time; then the process ends and the file has no text."""
MEMORY: Final = 2 << 30
_LANG: Final = re.compile(rb"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)
READERS: Final = {HTML: "trafilatura", PDF: "pypdf"}


def reader_of(media_type: str) -> str:
    """The library that reads the text of such a file, with its version; "" where there is no text to read."""
    name = READERS.get(media_type)
    return f"{name} {version(name)}" if name else ""


def read(data: bytes, media_type: str) -> dict[str, Any]:
    """What can be read of a file. Whatever the libraries raise is raised."""
    if media_type == HTML:
        return _html(data)
    if media_type == PDF:
        return _pdf(data)
    return _image(data, media_type)


def clean(text: str) -> str:
    """The text as a database can hold it: no NUL, no lone half of a character, no more than ``LONGEST_TEXT``."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()[:LONGEST_TEXT]


def _html(data: bytes) -> dict[str, Any]:
    import trafilatura  # noqa: PLC0415  half a second, and only this process pays it

    document = trafilatura.bare_extraction(data, favor_recall=True, include_comments=False, with_metadata=True)
    lang = _LANG.search(data[:20_000])
    item = {"lang": lang[1].decode().lower() if lang else ""}
    if document is None:
        return {"text": clean(trafilatura.html2txt(data)), "item": item}
    said = {"title": "title", "outlet": "sitename", "published": "date", "authors": "author", "url": "url"}
    item |= {name: clean(str(getattr(document, theirs, "") or ""))[:1_000] for name, theirs in said.items()}
    text, title = str(getattr(document, "text", "") or ""), item["title"]
    return {"text": clean(text if not title or title in text else f"{title}\n\n{text}"), "item": item}


def _pdf(data: bytes) -> dict[str, Any]:
    import pypdf  # noqa: PLC0415  as above

    unpacked = unpacked_size(data)
    if unpacks_too_far(len(data), unpacked):
        return {"text": "", "unpacked": unpacked}
    reader = pypdf.PdfReader(io.BytesIO(data))
    pages = reader.pages
    if len(pages) > MOST_PAGES:
        return {"text": "", "pages": len(pages)}
    item = {"title": clean(str((reader.metadata and reader.metadata.title) or ""))[:1_000]}
    return {"text": clean("\n\n".join(page.extract_text() for page in pages)), "pages": len(pages), "item": item}


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
