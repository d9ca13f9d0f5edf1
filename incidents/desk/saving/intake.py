"""Record an item with its snapshot."""

import hashlib
from dataclasses import dataclass

from accounts.models import User
from incidents.desk.forms.intake import IntakeForm
from incidents.desk.saving.evidence import save_source
from incidents.models import Capture, Fetch, Source
from incidents.services.capturing import capture_file, capture_text


@dataclass(frozen=True, slots=True)
class Content:
    """What is kept of an item: its file, or else its pasted text as it will be stored."""

    text: str = ""
    file: bytes | None = None
    name: str = ""
    fetch: Fetch | None = None
    """What brought the file, where it was fetched."""

    @property
    def data(self) -> bytes:
        """The bytes that are kept."""
        return self.text.encode() if self.file is None else self.file

    @property
    def sha256(self) -> str:
        """Under which hash they are kept."""
        return hashlib.sha256(self.data).hexdigest()


def as_stored(text: str) -> str:
    """Pasted text without what a browser or a clipboard adds to it."""
    return text.replace("\r\n", "\n").replace("\x00", "").strip()


def save_item(*, actor: User, form: IntakeForm, content: Content) -> Capture:
    """Record a new source with what it rests on; its text and its file are kept, and the one with text is returned."""
    source = save_source(actor=actor, form=form)
    if content.file is None:
        return source.captures.get()
    kept = capture_file(actor=actor, source=source, data=content.file, name=content.name, fetch=content.fetch)
    return kept if kept.text else source.captures.exclude(text="").first() or kept


def keep_content(*, actor: User, source: Source, content: Content) -> Capture:
    """Keep another snapshot of a source on record."""
    if content.file is None:
        return capture_text(actor=actor, source=source, text=content.text)
    return capture_file(actor=actor, source=source, data=content.file, name=content.name, fetch=content.fetch)
