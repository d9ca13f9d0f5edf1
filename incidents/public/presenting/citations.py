"""How to cite a version, or what a query finds: as text, BibTeX, RIS and CSL-JSON, with the state of the record."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.filters import Query
from incidents.models.record import LogEntry, Version
from incidents.presenting.said import Said
from incidents.presenting.words import inside_quotes, moment_words, record_moment_words
from incidents.public.frame import absolute
from incidents.public.presenting.addresses import address
from incidents.rules.short_codes import code_of
from incidents.selectors.record_permanence import fixed

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
    """What is cited, a version of an incident or what a query finds, and the moment at which the record said so.

    ``words`` are the citation for a footnote; ``edition`` says which version in a word or two, ``version`` in the
    fewest signs; ``id`` is the permanent id of an incident, "" for a query.
    """

    key: str
    id: str
    title: str
    edition: str
    version: str
    published: datetime
    as_of: datetime
    url: str
    words: str
    note: str


def cited(version: Version, as_of: datetime) -> Cited:
    """A version as it is cited; ``as_of`` is the moment of record time that was asked for, or that of its head."""
    public_id, number = version.public_id, version.number
    url = absolute(reverse("public:version", args=[public_id, number]))
    words = {
        "title": inside_quotes(version.content["title"]),
        "id": public_id,
        "number": number,
        "day": moment_words(version.published_at.astimezone(UTC)),
        "moment": record_moment_words(as_of),
        "hash": version.content_sha256,
        "start": version.content_sha256[:HASH_SHOWN],
        "address": url,
    }
    text = _(
        "Attest. “%(title)s”. %(id)s, version %(number)s, %(day)s, as the record stood on %(moment)s."
        " SHA-256 %(start)s. %(address)s"
    )
    note = _("%(id)s, version %(number)s, as the record stood on %(moment)s. SHA-256 %(hash)s.")
    demonstration = bool(version.content["demonstration"])
    return Cited(
        key=f"attest-{public_id}-v{number}",
        id=public_id,
        title=version.content["title"],
        edition=_("Version %(number)s") % {"number": number},
        version=str(number),
        published=version.published_at.astimezone(UTC),
        as_of=as_of.astimezone(UTC),
        url=url,
        words=marked(text % words, demonstration=demonstration),
        note=noted(note % words, demonstration=demonstration),
    )


def cited_query(query: Query, told: Said, entry: LogEntry, moment: datetime) -> Cited:
    """What a query finds as it is cited: its moment of record time, the state of the log then, the address that
    repeats it.
    """
    text = fixed(query, moment)
    url = absolute(address("/", text))
    words = {
        "moment": record_moment_words(moment),
        "position": entry.position,
        "hash": entry.chain_hash,
    }
    note = _("A query, as the record stood on %(moment)s. Log entry %(position)s, chain hash %(hash)s.")
    demonstration = told.totals.demonstration > 0
    return Cited(
        key=f"attest-query-{code_of(text)}",
        id="",
        title=told.sentence,
        edition=_("Log entry %(position)s") % words,
        version=_("log entry %(position)s") % words,
        published=moment.astimezone(UTC),
        as_of=moment.astimezone(UTC),
        url=url,
        words=footnote(told.sentence, entry, moment, url=url, demonstration=demonstration),
        note=noted(note % words, demonstration=demonstration),
    )


def footnote(title: str, entry: LogEntry, moment: datetime, *, url: str, demonstration: bool) -> str:
    """What stands under a table or a chart: the sentence, the day, the state of the log, and the address of it all."""
    words = {
        "sentence": inside_quotes(title),
        "day": moment_words(moment.astimezone(UTC)),
        "position": entry.position,
        "start": entry.chain_hash[:HASH_SHOWN],
        "address": url,
    }
    cited = _("Attest. “%(sentence)s”. %(day)s, log entry %(position)s, %(start)s. %(address)s") % words
    return marked(cited, demonstration=demonstration)


def marked(citation: str, *, demonstration: bool) -> str:
    """A citation that says first that it is none, where it is of demonstration data."""
    return (
        _("Demonstration data, not for citation: %(citation)s") % {"citation": citation} if demonstration else citation
    )


def noted(note: str, *, demonstration: bool) -> str:
    """The same of a note."""
    return _("Demonstration data, not for citation. %(note)s") % {"note": note} if demonstration else note


def as_text(one: Cited) -> str:
    """For a footnote: title, version, days, hash and the address that stays."""
    return one.words


def as_bibtex(one: Cited) -> str:
    """A BibTeX entry. Letters stay as they are (UTF-8); what LaTeX would read as a command is escaped."""
    fields = {
        "author": "{Attest}",
        "title": f"{{{one.title.translate(LATEX)}}}",
        "year": str(one.published.year),
        "month": one.published.strftime("%b").lower(),
        "howpublished": "Online",
        "version": one.version.translate(LATEX),
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
        ("ET", one.edition),
        ("PB", "Attest"),
        *([("AN", one.id)] if one.id else []),
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
        "version": one.version,
        **({"number": one.id} if one.id else {}),
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
