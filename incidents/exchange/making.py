"""Writing a whole file: for an answer that comes at once, and for the worker."""

from collections.abc import Iterator
from pathlib import Path

from django.http import QueryDict

from incidents.exchange.editions import Edition, Progress, edition
from incidents.exchange.forms import FORMS
from incidents.filters import read_query
from incidents.selectors.record_downloads import entry_at


def write_file(form: str, *, query: str, position: int, path: Path, progress: Progress) -> None:
    """Write the file of a canonical query as the record stood at a position of its log."""
    held = edition(read_query(QueryDict(query)), entry_at(position))
    write_form(form, held, path, progress)


def write_form(form: str, held: Edition, path: Path, progress: Progress | None = None) -> None:
    """Write an edition in a form, whatever form it is."""
    chosen = FORMS[form]
    if chosen.write is not None:
        chosen.write(held, path, progress)
        return
    with path.open("wb") as file:
        file.writelines(streamed(form, held, progress))


def streamed(form: str, held: Edition, progress: Progress | None = None) -> Iterator[bytes]:
    """An edition in a form that is streamed."""
    stream = FORMS[form].stream
    return stream(held, progress) if stream else iter(())
