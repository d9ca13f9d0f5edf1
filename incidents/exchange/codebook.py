"""What a file needs to be understood without us: README, codebook, licence, citations, the query."""

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext as _

from incidents.choices import (
    AttackFamily,
    AttackType,
    AttributionKind,
    AttributionState,
    DatePrecision,
    PlacePrecision,
    Tactic,
    TargetType,
    WeaponType,
)
from incidents.exchange.columns import COLUMNS
from incidents.exchange.editions import Edition
from incidents.exchange.formats.delimited import lines
from incidents.exchange.formats.objects import described
from incidents.presenting.frame import LICENCE_NAME, LICENCE_URL
from incidents.public.presenting.citations import LATEX

CODES: Final = {
    "occurred_precision": DatePrecision,
    "place_precision": PlacePrecision,
    "attack_family": AttackFamily,
    "attack_types": AttackType,
    "weapon_types": WeaponType,
    "target_types": TargetType,
    "tactics": Tactic,
    "attribution_state": AttributionState,
    "attribution_grounds": AttributionKind,
}
"""The vocabulary of each column that holds codes."""

HEADER: Final = ("column", "kind", "unit", "nullable", "code", "meaning")


def codebook_rows() -> Iterator[tuple[str, ...]]:
    """A row for every column, then one for each code that it may hold."""
    for one in COLUMNS:
        nullable = "true" if one.nullable else "false"
        yield one.name, one.kind.value, str(one.unit), nullable, "", str(one.meaning)
        for code, label in CODES[one.name].choices if one.name in CODES else ():
            yield one.name, one.kind.value, "", "", str(code), str(label)


def codebook_csv() -> bytes:
    return lines([HEADER, *codebook_rows()])


def codebook_markdown() -> bytes:
    """The same for people."""
    parts = [f"# {_('Codebook')}", ""]
    parts += [f"| {' | '.join((_('Column'), _('Kind'), _('Unit'), _('May be empty'), _('Meaning')))} |"]
    parts += ["|---|---|---|---|---|"]
    for one in COLUMNS:
        empty = _("yes") if one.nullable else _("no")
        parts.append(f"| `{one.name}` | {one.kind.value} | {one.unit} | {empty} | {one.meaning} |")
    for name, choices in CODES.items():
        parts += ["", f"## `{name}`", "", f"| {_('Code')} | {_('Meaning')} |", "|---|---|"]
        parts += [f"| `{code}` | {label} |" for code, label in choices.choices]
    return _text(parts)


def papers(edition: Edition) -> dict[str, bytes]:
    """What every archive has beside its data: licence, citations, the query."""
    return {
        "LICENCE.txt": licence(),
        "CITATION.txt": citation_text(edition),
        "citation.bib": citation_bibtex(edition),
        "citation.csl.json": citation_csl(edition),
        "query.json": query_json(edition),
    }


def paper_meanings() -> dict[str, str]:
    """What each of them is for, and the sums after them."""
    return {
        "LICENCE.txt": _("What may be done with the data."),
        "CITATION.txt": _("How to cite it."),
        "citation.bib": _("The same for BibTeX."),
        "citation.csl.json": _("The same for reference managers."),
        "query.json": _("The query, the moment and the state of the record's log."),
        "SHA256SUMS": _("Check the files: sha256sum --check SHA256SUMS"),
    }


def readme(edition: Edition, files: dict[str, str], more: Sequence[str] = ()) -> bytes:
    """What this is, what is in it, what to mind, and the lines that a form has to add."""
    notice = [f"**{edition.notice}**", ""] if edition.notice else []
    parts = [
        f"# {edition.sentence}",
        "",
        *notice,
        _("From Attest, the open record of terrorist incidents, %(site)s.") % {"site": settings.ATTEST_BASE_URL},
        _("Incidents: %(count)s, of which %(unmapped)s have no location that may be drawn.")
        % {"count": edition.totals.count, "unmapped": edition.totals.unmapped},
        _("As the record stood on %(moment)s. The same again: %(url)s") % {"moment": edition.as_of, "url": edition.url},
        _("Licence: %(licence)s") % {"licence": edition.licence},
        "",
        f"## {_('Files')}",
        "",
        *(f"- `{name}`: {meaning}" for name, meaning in files.items()),
        "",
        f"## {_('To mind')}",
        "",
        *(f"- {sentence}" for sentence in cautions()),
        *more,
    ]
    return _text(parts)


def cautions() -> list[str]:
    """What a reader of the data gets wrong most easily."""
    return [
        _("Empty means unknown. It never means zero."),
        _("No number stands without who says so: read the columns that end in said_by with the figures."),
        _("The country code NA is Namibia. In pandas, read with keep_default_na=False and na_values=['']."),
        _("A place is as fine as place_precision says: a point is no address, and an area is no point."),
        _("Several values in one cell of the CSV are joined by a semicolon and a space."),
        _("A cell of the CSV or the workbook that a spreadsheet would run begins with an apostrophe."),
        _("A figure can change. Cite the version, and the moment at which the record said so."),
    ]


def licence() -> bytes:
    """The licence of the data, by name and address."""
    return _text(
        [
            f"{LICENCE_NAME} – Creative Commons Attribution 4.0 International",
            LICENCE_URL,
            "",
            _("You may share and adapt the data for any purpose if you give credit, link to the licence and say what"),
            _("you changed. Give credit as CITATION.txt says. Nothing may suggest that Attest endorses you."),
            _("The data come as they are, without warranties. The legal text is at the address above."),
        ]
    )


def citation_text(edition: Edition) -> bytes:
    return _text([edition.citation])


def citation_bibtex(edition: Edition) -> bytes:
    """A BibTeX entry of the answer as a data set."""
    moment = edition.moment
    fields = {
        "author": "{Attest}",
        "title": f"{{{edition.sentence.translate(LATEX)}}}",
        "year": str(moment.year) if moment else "",
        "howpublished": "Online",
        "url": edition.url,
        "urldate": moment.date().isoformat() if moment else "",
        "note": edition.citation.translate(LATEX),
    }
    told = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return _text([f"@misc{{{edition.file_name},", *told, "}"])


def citation_csl(edition: Edition) -> bytes:
    """CSL-JSON 1.0, as reference managers import it."""
    item: dict[str, Any] = {
        "id": edition.file_name,
        "type": "dataset",
        "title": edition.sentence,
        "author": [{"literal": "Attest"}],
        "publisher": "Attest",
        "URL": edition.url,
        "note": edition.citation,
    }
    if edition.moment:
        day = edition.moment
        item["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    return _json([item])


def query_json(edition: Edition) -> bytes:
    """The query in its one spelling, in words, and the state of the record that answered."""
    return _json({**described(edition), "canonical_query": edition.query.canonical})


def _json(value: Any) -> bytes:
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def _text(parts: list[str]) -> bytes:
    return ("\n".join(parts).rstrip("\n") + "\n").encode()
