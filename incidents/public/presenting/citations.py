"""How to cite a version: as text, BibTeX, RIS and CSL-JSON, each with the version and the state of the record."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.models.record import Version
from incidents.presenting.words import inside_quotes, moment_words, record_moment_words
from incidents.public.frame import absolute

HASH_SHOWN: Final = 12
LATEX: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


@dataclass(frozen=True, kw_only=True)
class Cited:
    """What is cited: exactly one version, and the moment at which the record said so."""

    id: str
    number: int
    title: str
    published: datetime
    as_of: datetime
    sha256: str
    url: str
    demonstration: bool

    @property
    def key(self) -> str:
        return f"attest-{self.id}-v{self.number}"

    @property
    def note(self) -> str:
        """Version, moment and hash in words; that it is no citation, where it is demonstration data."""
        words = {
            "id": self.id,
            "number": self.number,
            "moment": record_moment_words(self.as_of),
            "hash": self.sha256,
        }
        told = _("%(id)s, version %(number)s, as the record stood on %(moment)s. SHA-256 %(hash)s.") % words
        return _("Demonstration data, not for citation. %(note)s") % {"note": told} if self.demonstration else told


def cited(version: Version, as_of: datetime) -> Cited:
    """A version as it is cited; ``as_of`` is the moment of record time that was asked for, or that of its head."""
    return Cited(
        id=version.public_id,
        number=version.number,
        title=version.content["title"],
        published=version.published_at.astimezone(UTC),
        as_of=as_of.astimezone(UTC),
        sha256=version.content_sha256,
        url=absolute(reverse("public:version", args=[version.public_id, version.number])),
        demonstration=bool(version.content["demonstration"]),
    )


def as_text(one: Cited) -> str:
    """For a footnote: title, id, version, days, hash and the permanent address."""
    words = {
        "title": inside_quotes(one.title),
        "id": one.id,
        "number": one.number,
        "day": moment_words(one.published),
        "moment": record_moment_words(one.as_of),
        "hash": one.sha256[:HASH_SHOWN],
        "address": one.url,
    }
    told = _(
        "Attest. “%(title)s”. %(id)s, version %(number)s, %(day)s, as the record stood on %(moment)s."
        " SHA-256 %(hash)s. %(address)s"
    )
    text = told % words
    return _("Demonstration data, not for citation: %(citation)s") % {"citation": text} if one.demonstration else text


def as_bibtex(one: Cited) -> str:
    """A BibTeX entry. Letters stay as they are (UTF-8); what LaTeX would read as a command is escaped."""
    fields = {
        "author": "{Attest}",
        "title": f"{{{one.title.translate(LATEX)}}}",
        "year": str(one.published.year),
        "month": one.published.strftime("%b").lower(),
        "howpublished": "Online",
        "version": str(one.number),
        "url": one.url,
        "urldate": one.as_of.date().isoformat(),
        "note": one.note.translate(LATEX),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if name != "month"]
    lines.insert(3, f"  month = {fields['month']},")
    return "\n".join([f"@misc{{{one.key},", *lines, "}", ""])


def as_ris(one: Cited) -> str:
    """A RIS record of the type DATA (dataset). Lines end as the format wants them, CR LF."""
    fields = [
        ("TY", "DATA"),
        ("ID", one.key),
        ("AU", "Attest"),
        ("TI", one.title),
        ("PY", str(one.published.year)),
        ("DA", one.published.strftime("%Y/%m/%d")),
        ("ET", _("Version %(number)s") % {"number": one.number}),
        ("PB", "Attest"),
        ("AN", one.id),
        ("UR", one.url),
        ("Y2", one.as_of.strftime("%Y/%m/%d")),
        ("N1", one.note),
    ]
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in fields]
    return "\r\n".join([*lines, "ER  - ", ""])


def as_csl(one: Cited) -> str:
    """CSL-JSON 1.0: a list of one item, as reference managers import it."""
    item: dict[str, Any] = {
        "id": one.key,
        "type": "dataset",
        "title": one.title,
        "author": [{"literal": "Attest"}],
        "publisher": "Attest",
        "issued": {"date-parts": [[one.published.year, one.published.month, one.published.day]]},
        "accessed": {"date-parts": [[one.as_of.year, one.as_of.month, one.as_of.day]]},
        "version": str(one.number),
        "number": one.id,
        "URL": one.url,
        "note": one.note,
    }
    return json.dumps([item], ensure_ascii=False, indent=2) + "\n"


FORMS: Final = {
    "txt": (as_text, "text/plain; charset=utf-8"),
    "bib": (as_bibtex, "application/x-bibtex; charset=utf-8"),
    "ris": (as_ris, "application/x-research-info-systems; charset=utf-8"),
    "csl.json": (as_csl, "application/vnd.citationstyles.csl+json"),
}
"""The forms by the end of their address."""

LABELS: Final = (("txt", "Text"), ("bib", "BibTeX"), ("ris", "RIS"), ("csl.json", "CSL-JSON"))
