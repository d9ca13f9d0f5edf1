"""A draft as it is answered."""

from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse

from accounts.models import User
from incidents.desk.presenters.words import say_verb
from incidents.desk.reads.confidential import hidden_from
from incidents.desk.reads.incident import Opened, changes_since, read_incident
from incidents.drafting.shapes.fields import iso
from incidents.drafting.showing.claims import claim, conveyed, given
from incidents.drafting.showing.evidence import Answer, citations, speaker
from incidents.models import Incident, IncidentLink, Statement, SummarySentence, Warning  # noqa: A004
from incidents.policies import may_edit

DESCRIBED: Final = (
    "title",
    "graphic",
    "personal_data",
    "criterion_goal",
    "criterion_message",
    "criterion_outside_war",
    "doubt_terrorism",
    "alternative",
    "desk_note",
)


def address_of(request: HttpRequest, incident: Incident) -> str:
    """Where a draft is read."""
    return request.build_absolute_uri(reverse("drafting:draft", kwargs={"draft_id": incident.uid}))


def row(request: HttpRequest, found: Incident) -> Answer:
    """A draft in a list."""
    return {
        "id": str(found.uid),
        "public_id": found.public_id,
        "title": found.title,
        "state": found.state,
        "revision": found.revision,
        "changed_at": found.changed_at,
        "url": address_of(request, found),
    }


def described(found: Incident) -> Answer:
    """What is said of an incident, as it can be sent again."""
    return {name: getattr(found, name) for name in DESCRIBED}


def draft(request: HttpRequest, found: Incident, person: User) -> Answer:
    """All of a draft that a person may see."""
    opened = read_incident(found, person)
    return {
        **row(request, found),
        **described(found),
        "published_version": found.published_number or None,
        "part_of": str(opened.parent.uid) if opened.parent else None,
        "refused": may_edit(person, found).sentence,
        "missing": [gate.missing for gate in opened.gates if not gate.open],
        "summary": [_sentence(one) for one in opened.sentences],
        "claims": [claim(one) for one in opened.claims],
        "warnings": _warnings(opened.warnings, person),
        **_around(opened),
    }


def _around(opened: Opened) -> Answer:
    """Reactions, links and what reviewers remarked."""
    return {
        "statements": [_statement(one) for one in opened.statements],
        "links": [_link(one) for one in opened.links],
        "comments": [
            {
                "claim": str(one.assertion.uid) if one.assertion else None,
                "field": one.field,
                "text": one.text,
                "blocking": one.blocking,
                "state": one.state,
            }
            for one in opened.comments
        ],
    }


def _statement(found: Statement) -> Answer:
    """A reaction; of one that rests on what may not be seen, that it is there."""
    told = not found.veiled
    return {
        "id": str(found.uid),
        "withheld": found.veiled,
        "paraphrase": found.paraphrase if told else "",
        "made_on": iso(found.made_on) if told else None,
        "speaker": speaker(found.speaker) if told else None,
        "citations": citations(found.citations.all()),
    }


def _link(found: IncidentLink) -> Answer:
    """A link, in the same way."""
    told = not found.veiled
    return {
        "id": found.pk,
        "withheld": found.veiled,
        "other": str(found.other.uid) if told else None,
        "other_title": found.other.title if told else "",
        "kind": found.kind if told else "",
        "note": found.note if told else "",
        "citations": citations(found.citations.all()),
    }


def _sentence(found: SummarySentence) -> Answer:
    """A sentence of the summary, in the same way."""
    return {
        "withheld": found.veiled,
        "text": "" if found.veiled else found.text,
        "citations": citations(found.citations.all()),
    }


def _warnings(found: list[Warning], person: User) -> list[Answer]:
    disclosing = {one.disclosed_by_id for one in found if one.disclosed_by_id}
    hidden = hidden_from(person, disclosing) if disclosing else set()
    return [
        {
            "id": str(one.uid),
            "given": {
                **given(one),
                "conveyed": conveyed(one),
                "disclosed_by": str(one.disclosed_by.uid)
                if one.disclosed_by and one.disclosed_by_id not in hidden
                else None,
            },
        }
        for one in found
    ]


def changes(found: Incident, revision: int, person: User) -> list[dict[str, Any]]:
    """What was edited since a revision, the oldest first, as far as a person may know."""
    return [
        {
            "revision": one.revision,
            "what": say_verb(one.verb),
            "by": one.by.display_name,
            "at": one.at,
            "summary": one.summary,
        }
        for one in changes_since(found, revision, person)
    ]
