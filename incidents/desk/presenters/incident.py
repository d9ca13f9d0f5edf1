"""The page of an incident: its five sections and the list of what is to do."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from incidents import policies
from incidents.choices import AssertionKind, LinkKind, PlacePrecision, ResolvedField, State
from incidents.desk.presenters.claims import citation_rows, claim_row, say
from incidents.desk.presenters.gates import gate_rows
from incidents.desk.presenters.words import say_moment
from incidents.desk.reads.incident import Opened
from incidents.models import Incident, IncidentLink, Resolution, Statement, SummarySentence
from incidents.selectors.embargo import standing_embargo

SECTIONS: dict[str, tuple[AssertionKind, ...]] = {
    "what": (AssertionKind.TIME, AssertionKind.CHARACTERISTIC),
    "where": (AssertionKind.LOCATION,),
    "who": (AssertionKind.CASUALTY, AssertionKind.ATTRIBUTION),
    "evidence": (AssertionKind.WARNING,),
}


def sections(opened: Opened) -> dict[str, list[dict[str, Any]]]:
    """Each section's claims as rows; those that no longer stand come last."""
    return {
        name: sorted(
            (claim_row(claim, opened.incident) for claim in opened.of_kind(*kinds)),
            key=lambda row: not row["standing"],
        )
        for name, kinds in SECTIONS.items()
    }


def tasks(opened: Opened) -> list[dict[str, Any]]:
    """The task list beside the page."""
    number = {name: sum(1 for claim in opened.of_kind(*kinds)) for name, kinds in SECTIONS.items()}
    number["evidence"] += len(opened.statements) + len(opened.links) + len(opened.sentences)
    closed = sum(1 for gate in opened.gates if not gate.open)
    labels = {
        "what": _("What and when"),
        "where": _("Where"),
        "who": _("Who and how many"),
        "evidence": _("Evidence and context"),
    }
    rows = [
        {
            "label": label,
            "url": f"#{name}",
            "state": _entries(number[name]),
        }
        for name, label in labels.items()
    ]
    missing = ngettext("%(count)s missing", "%(count)s missing", closed) % {"count": closed}
    return [*rows, {"label": _("Checks"), "url": "#checks", "state": missing if closed else _("All met")}]


def _entries(number: int) -> str:
    if not number:
        return _("Nothing yet")
    return ngettext("%(count)s entry", "%(count)s entries", number) % {"count": number}


def resolved_values(opened: Opened) -> list[dict[str, Any]]:
    """What would be decided for each field, why, and where to decide otherwise.

    A value that rests on a claim which whoever is looking may not know, is withheld with it.
    """
    rows = []
    for field in (ResolvedField.OCCURRED, ResolvedField.PLACE, ResolvedField.KILLED, ResolvedField.WOUNDED):
        resolution = opened.resolutions.get(field)
        grounds = {one.pk for one in resolution.assertions.all()} if resolution else set()
        row = {"term": field.label, "value": "", "reason": "", "url": ""}
        if grounds & opened.veiled:
            row["value"] = _("Withheld from you: it rests on a confidential source.")
        elif resolution:
            row["value"], row["reason"] = value_in_words(resolution), resolution.reason
            row["url"] = reverse("desk:value", kwargs={"uid": opened.incident.uid, "field": field})
        rows.append(row)
    return rows


def value_in_words(resolution: Resolution) -> str:
    """A resolved value in the words that readers get."""
    value = resolution.value
    if resolution.field == ResolvedField.PLACE:
        return f"{value['place']}, {PlacePrecision(value['precision']).label.lower()}"
    return str(value["text"])


def statement_rows(opened: Opened) -> list[dict[str, Any]]:
    """Reactions and analysis."""
    return [_statement_row(statement, opened.incident) for statement in opened.statements]


def _statement_row(statement: Statement, incident: Incident) -> dict[str, Any]:
    row: dict[str, Any] = {
        "anchor": f"statement-{statement.uid}",
        "veiled": statement.veiled,
        "citations": citation_rows(statement.citations.all(), incident),
    }
    if statement.veiled:
        return {**row, "text": _("A reaction that rests on a confidential source"), "speaker": "", "made_on": ""}
    ways = _statement_ways({"uid": incident.uid, "statement": statement.uid})
    said = {"text": statement.paraphrase, "speaker": statement.speaker.label, "made_on": say(statement.made_on)}
    return {**row, **said, **ways}


def _statement_ways(at: dict[str, Any]) -> dict[str, str]:
    return {
        "edit_url": reverse("desk:statement", kwargs=at),
        "cite_url": reverse("desk:statement_cite", kwargs=at),
        "remove_url": reverse("desk:statement_remove", kwargs=at),
    }


def warning_rows(opened: Opened) -> list[dict[str, str]]:
    """The warnings themselves: who warned whom, on what ground and with what outcome."""
    return [
        {
            "text": str(warning),
            "basis": warning.get_basis_display(),
            "wording": warning.basis_wording,
            "outcome": warning.get_outcome_display(),
            "edit_url": reverse("desk:warning", kwargs={"uid": opened.incident.uid, "warning": warning.uid}),
        }
        for warning in opened.warnings
    ]


def link_rows(opened: Opened) -> list[dict[str, Any]]:
    """Links to other incidents, and from them."""
    own = [_link_row(link, opened.incident) for link in opened.links]
    return own + [
        {
            "text": _("%(kind)s (said there)") % {"kind": LinkKind(link.kind).label},
            "title": str(link.incident.title),
            "url": reverse("desk:incident", kwargs={"uid": link.incident.uid}),
            "note": link.note,
            "citations": [],
            "remove_url": "",
            "cite_url": "",
            "merge_url": "",
            "two_url": "",
        }
        for link in opened.linked_from
    ]


def _link_row(link: IncidentLink, incident: Incident) -> dict[str, Any]:
    if link.veiled:
        cited = citation_rows(link.citations.all(), incident)
        return {"text": _("A link that rests on a confidential source"), "url": "", "citations": cited}
    at = {"uid": incident.uid, "link": link.pk}
    open_question = link.kind == LinkKind.POSSIBLE_DUPLICATE
    merge = f"{reverse('desk:merge', kwargs={'uid': incident.uid})}?other={link.other.uid}"
    return {
        "text": link.get_kind_display(),
        "title": link.other.title,
        "url": reverse("desk:incident", kwargs={"uid": link.other.uid}),
        "note": link.note,
        "citations": citation_rows(link.citations.all(), incident),
        "remove_url": reverse("desk:link_remove", kwargs=at),
        "cite_url": reverse("desk:link_cite", kwargs=at),
        "merge_url": merge if open_question else "",
        "two_url": reverse("desk:no_duplicate", kwargs=at) if open_question else "",
    }


def sentence_rows(opened: Opened) -> list[dict[str, Any]]:
    """The summary, sentence by sentence."""
    return [
        {"text": sentence_in_words(sentence), "citations": citation_rows(sentence.citations.all(), opened.incident)}
        for sentence in opened.sentences
    ]


def sentence_in_words(sentence: SummarySentence) -> str:
    """A sentence of the summary, or what stands for one that whoever is looking may not know."""
    return _("A sentence that rests on a confidential source") if sentence.veiled else sentence.text


def checks(opened: Opened, person: User) -> list[dict[str, Any]]:
    """The gates, with the way to mend what is missing."""
    may_waive = bool(policies.may_waive(person, opened.incident))
    return gate_rows(opened.gates, opened.incident, person, may_waive=may_waive)


def status_line(incident: Incident) -> list[str]:
    """The short statements under the title."""
    parts = [incident.get_state_display(), _("Revision %(number)s") % {"number": incident.revision}]
    if incident.published_number:
        parts.append(_("Readers see version %(number)s") % {"number": incident.published_number})
        if incident.state not in {State.PUBLISHED, State.WITHDRAWN, State.MERGED}:
            parts.append(_("Changes under review"))
    if incident.state == State.APPROVED and (embargo := standing_embargo(incident)):
        parts.append(_("To be published on %(moment)s") % {"moment": say_moment(embargo.until)})
    assigned = incident.assigned_to
    parts.append(_("Assigned to %(name)s") % {"name": assigned.display_name} if assigned else _("Assigned to nobody"))
    return parts
