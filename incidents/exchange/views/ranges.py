"""A part of a file (RFC 9110, section 14): what lets DuckDB read a column of a file that lies here, and no more."""

import re
from http import HTTPStatus
from typing import IO, Final

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

RANGE: Final = re.compile(r"bytes=(?P<first>[0-9]{0,18})-(?P<last>[0-9]{0,18})", re.ASCII)
"""One part. Several at once, and any other unit, are answered with the whole: nobody need understand them."""


class Part:
    """Some bytes of an open file, as a file that is read from its beginning to its end."""

    def __init__(self, file: IO[bytes], first: int, length: int) -> None:
        self.file, self.left = file, length
        file.seek(first)

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        found = self.file.read(self.left if size < 0 else min(size, self.left))
        self.left -= len(found)
        return found

    def close(self) -> None:
        self.file.close()


def ranged(request: HttpRequest, file: IO[bytes], *, size: int, tag: str, media_type: str) -> HttpResponseBase:
    """The part of a file that is asked for, or the whole of it; 416 where it has no such part."""
    found = RANGE.fullmatch(request.headers.get("Range", ""))
    asked = (found["first"], found["last"]) if found and request.headers.get("If-Range", tag) == tag else ("", "")
    if asked == ("", ""):
        return whole(file, size, media_type)
    first, last = bounds(*asked, size)
    if first > last:
        file.close()
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        return HttpResponse(status=status, headers={"Content-Range": f"bytes */{size}", "Accept-Ranges": "bytes"})
    response = whole(Part(file, first, last - first + 1), last - first + 1, media_type)
    response.status_code = HTTPStatus.PARTIAL_CONTENT
    response.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    return response


def bounds(first: str, last: str, size: int) -> tuple[int, int]:
    """The first and the last byte that are meant; of no byte, the first comes after the last."""
    if not first:
        return max(size - int(last), 0) if int(last) else size, size - 1
    return int(first), min(int(last), size - 1) if last else size - 1


def whole(file: "IO[bytes] | Part", size: int, media_type: str) -> FileResponse:
    headers = {"Content-Length": str(size), "Accept-Ranges": "bytes"}
    return FileResponse(file, content_type=media_type, headers=headers)
