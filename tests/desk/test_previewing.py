"""What the desk previews is the public page: nobody approves or publishes what they have not been shown."""

from typing import Any

import pytest
from django.test import Client
from lxml import html  # type: ignore[import-untyped]

from accounts.models import User
from incidents.models import Incident, IncidentLink
from incidents.services.context import link
from incidents.services.publishing import publish
from incidents.services.reviewing import approve, submit
from tests import making
from tests.desk.sitting import Sitting
from tests.kerman.reading import words
from tests.making import Desk

pytestmark = pytest.mark.django_db

AROUND_IT = "//*[@class='facts__why'] | //section[@aria-labelledby='history'] | //summary[. = 'The rest of the page']"
"""What the two pages add to the document: the way to each explanation, the history, the fold of the preview."""


@pytest.fixture
def part(people: Desk) -> Incident:
    """A draft that is part of a public incident and linked to another, with somebody named on each kind of ground."""
    whole = making.published(people, title="The whole")
    made = making.incident(people.editor, parent=whole)
    grounds = {
        "Example Front": "responsibility_claim",
        "Example State": "accusation",
        "Example Wing": "denial",
        "Example Branch": "intelligence_assessment",
    }
    for name, ground in grounds.items():
        making.claimed(people.editor, made, by=name, ground=ground)
    earlier = IncidentLink(other=making.published(people, title="An earlier attack"), kind="background")
    report = making.source(people.editor)
    link(actor=people.editor, incident=made, to=earlier, citations=making.quoted(report, "after the attack"))
    return made


def words_at(answer: Any, place: str) -> str:
    """What a part of a page says, without what the page adds to the document."""
    top = html.fromstring(answer.content.decode())
    for added in top.xpath(AROUND_IT):
        added.drop_tree()
    (found,) = top.xpath(place)
    return words(found)


def previewed(person: User, page: str, made: Incident) -> str:
    return words_at(Sitting(person).get(page, uid=made.uid), "//div[@class='preview']")


def public_words(client: Client, made: Incident) -> str:
    """The body of the public page, without the links to pages of sources, which exist once it is public."""
    words = words_at(client.get(f"/incidents/{made.public_id}/"), "//main//div[@class='columns']/div")
    return words.replace(" · all that it is cited for", "")


def test_the_preview_is_word_for_word_the_public_page(client: Client, people: Desk, part: Incident) -> None:
    submit(actor=people.editor, incident=part)
    in_review = previewed(people.reviewer, "review", part)
    for name in ("Example Front", "Example Branch", "Accused Example State", "Denied Example Wing", "The whole"):
        assert name in in_review
    for person in (people.reviewer, people.publisher):
        approve(actor=person, incident=part, revision=part.revision)
    before_publishing = previewed(people.publisher, "publish", part)
    publish(actor=people.publisher, incident=part)

    public = public_words(client, part)
    assert in_review == before_publishing == public


def test_the_preview_of_a_whole_names_its_public_parts(client: Client, people: Desk, part: Incident) -> None:
    publish(actor=people.publisher, incident=making.approved(people, part))
    whole = part.parent
    assert whole is not None
    assert "Made of: Two bombings in Kerman" in previewed(people.reviewer, "review", whole)
    public = public_words(client, whole)
    assert previewed(people.reviewer, "review", whole) == public
