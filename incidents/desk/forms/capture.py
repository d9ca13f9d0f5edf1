"""What is kept of a source: pasted text, or a file."""

from collections.abc import Sequence

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Select, lines
from incidents.models import Capture

ACCEPTED = ".html,.htm,.pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff"
MEGABYTE = 1_000_000


class CaptureForm(DeskForm):
    """Pasted text, kept as a snapshot."""

    source_text = forms.CharField(
        label=_("Text of the item"),
        help_text=_("Paste all of it, headline included. It stays at the desk."),
        widget=lines(12),
        strip=False,
    )

    renamed = {"text": "source_text"}


class UploadForm(DeskForm):
    """A file, kept as a snapshot: what it is, its content says."""

    file = forms.FileField(
        label=_("File"),
        allow_empty_file=True,
        widget=forms.FileInput({"accept": ACCEPTED}),
    )
    redacts = Select((), label=_("A redacted copy of"), required=False)

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict[str, UploadedFile] | None = None,
        *,
        captures: Sequence[Capture] = (),
    ) -> None:
        super().__init__(data, files)
        self.offered = {capture.sha256: capture for capture in captures}
        originals = [(sha256, _named(capture)) for sha256, capture in self.offered.items()]
        self.fields["redacts"].choices = [("", _("Nothing: this is an original")), *originals]  # type: ignore[attr-defined]
        self.fields["file"].help_text = what_files()

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if refusal := too_large(file):
            raise ValidationError(refusal)
        return file

    @property
    def sent(self) -> UploadedFile:
        """The file that was sent; of a valid form only."""
        file: UploadedFile = self.cleaned_data["file"]
        return file

    @property
    def original(self) -> Capture | None:
        """The snapshot of which this is a redacted copy."""
        return self.offered.get(self.text("redacts"))


def what_files() -> str:
    """Which files are taken, for whoever chooses one."""
    sentence = _now("A saved web page (HTML), a PDF or an image (PNG, JPEG, WebP, TIFF), at most %(most)s MB.")
    return sentence % {"most": settings.ATTEST_UPLOAD_MOST_BYTES // MEGABYTE}


def too_large(file: UploadedFile) -> str:
    """Why a file is refused for its size before it is read; "" where it is not."""
    most = settings.ATTEST_UPLOAD_MOST_BYTES
    if (file.size or 0) <= most:
        return ""
    return _now("This file is too large: at most %(most)s MB are kept.") % {"most": most // MEGABYTE}


def _named(capture: Capture) -> str:
    return f"{capture.file_name or capture.get_method_display()} ({capture.sha256[:12]}…)"
