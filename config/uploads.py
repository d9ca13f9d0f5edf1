"""Uploads end at the size that is taken: what follows is read and thrown away, so that no disk fills up."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class CappedUpload(TemporaryFileUploadHandler):
    """A temporary file. One that is too large arrives empty, under its true size: a form says why it is refused.

    Empty, and not cut: half a table or half a PDF must never be taken for the whole.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > settings.ATTEST_UPLOAD_MOST_BYTES:
            self.file.truncate(0)
        else:
            super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> Any:
        if file_size > settings.ATTEST_UPLOAD_MOST_BYTES:
            self.file.truncate(0)
        return super().file_complete(file_size)
