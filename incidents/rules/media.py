"""What a captured file is, told by its first bytes and never by its name, and how much of it is too much.

Signatures: PDF, ISO 32000-2, 7.5.2; PNG, W3C PNG 5.2; JPEG, ITU-T T.81, B.1.1.3; WebP, RFC 9649, 2.4; TIFF 6.0,
section 2; HTML as in the WHATWG standard "MIME Sniffing", 7.1.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final

HTML: Final = "text/html"
PDF: Final = "application/pdf"
PASTED: Final = "text/plain; charset=utf-8"
IMAGES: Final = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/tiff": "TIFF"}
"""Media types of images, each with the name under which Pillow knows its format."""
ENDINGS: Final = {
    HTML: "html",
    PDF: "pdf",
    PASTED: "txt",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/webp": "webp",
    "image/tiff": "tif",
}
"""The ending that a downloaded file gets."""

MOST_PAGES: Final = 1_000
MOST_PIXELS: Final = 150_000_000
MOST_INFLATED: Final = 300_000_000
"""Bytes that the streams of a PDF may unpack to."""
MOST_RATIO: Final = 200
RATIO_COUNTS_FROM: Final = 50_000_000
"""Below this many unpacked bytes a high ratio harms nobody: a white page packs well."""

_BEGINS: Final = (
    (b"%PDF-", PDF),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_BEFORE_HTML: Final = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s+|<!--.*?-->|<\?xml[^>]*\?>)*", re.DOTALL)
_HTML: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|section|main|div|p|h[1-6]|table|a|br|b)"
    rb"(?=[\s>/])",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 16_384
_STREAM: Final = re.compile(rb"stream\r?\n")


def media_type_of(data: bytes) -> str:
    """The media type of a file that can be kept; "" for any other."""
    for begin, media_type in _BEGINS:
        if data.startswith(begin):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return HTML if _is_html(data[:_LOOKED_AT]) else ""


def unpacked_size(pdf: bytes) -> int:
    """To how many bytes the deflated streams of a PDF unpack; counting stops just above ``MOST_INFLATED``."""
    total = 0
    for size in _stream_sizes(pdf):
        total += size
        if total > MOST_INFLATED:
            break
    return total


def unpacks_too_far(packed: int, unpacked: int) -> bool:
    """Whether a file is a small one that stands for a huge one."""
    if unpacked > MOST_INFLATED:
        return True
    return unpacked > RATIO_COUNTS_FROM and unpacked > packed * MOST_RATIO


def _is_html(begin: bytes) -> bool:
    if b"\x00" in begin:
        return False
    before = _BEFORE_HTML.match(begin)
    return bool(_HTML.match(begin, before.end() if before else 0))


def _stream_sizes(pdf: bytes) -> Iterator[int]:
    view = memoryview(pdf)
    for found in _STREAM.finditer(pdf):
        inflating, size, rest = zlib.decompressobj(), 0, view[found.end() :]
        try:
            while size <= MOST_INFLATED and not inflating.eof:
                piece = inflating.decompress(rest, 1 << 20)
                size += len(piece)
                rest = memoryview(inflating.unconsumed_tail)
                if not piece and not rest:
                    break
        except zlib.error:
            pass
        yield size
