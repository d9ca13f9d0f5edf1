"""A revert brings everything public back: the same rows, under the same ids, in the same words."""

import pytest
from django.contrib.gis.geos import Point

from incidents.choices import LinkKind, ResolutionPolicy, ResolvedField
from incidents.models import (
    Anchor,
    Citation,
    Incident,
    IncidentLink,
    Source,
    Statement,
    Warning,  # noqa: A004
)
from incidents.selectors.past import history_of
from incidents.services.asserting import amend_claim, assert_claim
from incidents.services.citing import amend_citation, cite, uncite
from incidents.services.context import link, record_warning, remove, state, warn_of
from incidents.services.deciding import Choice, resolve_field
from incidents.services.inputs import (
    CasualtyValue,
    Claim,
    LocationValue,
    Quote,
    SpeakerPerson,
    WarningGiven,
    WarningValue,
)
from incidents.services.logging import summarise
from incidents.services.people import record_actor, record_speaker
from incidents.services.publishing import publish
from tests import making
from tests.desk.going_back import NOT_ALL, WHY, cited, reverted, rows, said
from tests.desk.sitting import Sitting
from tests.making import Desk
from tests.regrouping.conftest import citations_by_place

pytestmark = pytest.mark.django_db


def test_what_was_removed_comes_back_as_the_same_rows(people: Desk, editor: Sitting, furnished: Incident) -> None:
    was, before, places = said(furnished), rows(furnished), citations_by_place(furnished)
    toll = cited(furnished, "casualty")
    other = making.quoted(making.source(people.editor), "killed a dozen")
    cite(
        actor=people.editor,
        incident=furnished,
        target=furnished.assertions.get(kind="casualty"),
        quote=other[0],
        summary=WHY,
    )
    uncite(actor=people.editor, incident=furnished, citation=toll, summary=WHY)
    remove(actor=people.editor, incident=furnished, child=furnished.statements.get(), summary=WHY)
    remove(actor=people.editor, incident=furnished, child=furnished.links.get(), summary=WHY)
    summarise(actor=people.editor, incident=furnished, sentences=[("Another blast.", other)], summary=WHY)
    assert not Anchor.objects.filter(citation__uid=toll.uid).exists()

    assert NOT_ALL not in reverted(editor, furnished)
    assert said(furnished) == was
    assert rows(furnished) == before
    assert citations_by_place(furnished) == places
    assert Anchor.objects.get(citation__uid=toll.uid).exact == "killed 12 people"


def test_what_was_added_is_taken_back_and_its_history_keeps_it(
    people: Desk, editor: Sitting, furnished: Incident
) -> None:
    was = said(furnished)
    report = making.source(people.editor)
    speaker = record_speaker(actor=people.editor, person=SpeakerPerson(naming="named", name="C. Minister"))
    toll = furnished.assertions.get(kind="casualty")
    quotes = making.quoted(report, "a dozen")
    added = cite(actor=people.editor, incident=furnished, target=toll, quote=quotes[0], summary=WHY)
    reaction = Statement(speaker=speaker, paraphrase="Promises an inquiry.")
    state(actor=people.editor, incident=furnished, statement=reaction, citations=quotes, summary=WHY)
    to = IncidentLink(other=making.published(people, title="A later attack"), kind=LinkKind.BACKGROUND)
    link(actor=people.editor, incident=furnished, to=to, citations=quotes, summary=WHY)
    both = [("A blast.", quotes), ("And another.", quotes)]
    summarise(actor=people.editor, incident=furnished, sentences=both, summary=WHY)
    making.republished(people, furnished)

    assert NOT_ALL not in reverted(editor, furnished)
    assert said(furnished) == was
    assert not Citation.objects.filter(uid=added.uid).exists()
    assert history_of(Citation).filter(uid=added.uid).count() == 2
    assert NOT_ALL not in reverted(editor, furnished, number=2)
    assert (Citation.objects.get(uid=added.uid).quote, furnished.summary.count()) == ("a dozen", 2)
    assert [one.other.title for one in furnished.links.select_related("other")] == ["An earlier attack", to.other.title]


def test_an_amended_citation_says_again_what_it_said(
    people: Desk, editor: Sitting, furnished: Incident, bombings: Source
) -> None:
    was, toll = said(furnished), cited(furnished, "casualty")
    words = Quote(source=making.source(people.editor), quote="some died", locator="page 1", translation="Several")
    amend_citation(actor=people.editor, incident=furnished, citation=toll, quote=words, summary=WHY)
    making.republished(people, furnished)

    assert NOT_ALL not in reverted(editor, furnished)
    assert said(furnished) == was
    toll.refresh_from_db()
    assert (toll.source, toll.quote) == (bombings, "killed 12 people")
    assert Anchor.objects.get(citation=toll).exact == "killed 12 people"


def test_a_place_a_warning_and_our_assessment_are_what_they_were(
    people: Desk, editor: Sitting, furnished: Incident
) -> None:
    where = furnished.assertions.get(kind="location")
    spot = LocationValue(place=making.kerman(), precision="near", point=Point(57.01, 30.21, srid=4326))
    claim = Claim(value=spot, citations=(), confidence="high", rationale="A map.", credibility=2)
    amend_claim(actor=people.editor, incident=furnished, assertion=where, claim=claim, summary=WHY)
    making.republished(people, furnished)
    was = said(furnished)

    moved = LocationValue(place=making.kerman(), precision="near", point=Point(57.09, 30.29, srid=4326), detail="East")
    other = Claim(value=moved, citations=(), confidence="low")
    amend_claim(actor=people.editor, incident=furnished, assertion=where, claim=other, summary=WHY)
    warning = furnished.warnings.get()
    Warning.objects.filter(pk=warning.pk).update(channel="By letter", outcome="unheeded")
    given = WarningGiven(
        warner=warning.warner, recipient=record_actor(actor=people.editor, name="X", kind="state_body")
    )
    another = record_warning(actor=people.editor, given=given)
    warn_of(actor=people.editor, incident=furnished, warning=another, summary=WHY)
    spoken = furnished.assertions.get(kind="warning")
    type(spoken.warning_statement).objects.filter(pk=spoken.pk).update(paraphrase="Other words.", warning=another)
    assert said(furnished)["place"]["geometry"] != was["place"]["geometry"]

    assert NOT_ALL not in reverted(editor, furnished, number=2)
    assert said(furnished) == was


def test_a_warning_that_was_not_of_the_incident_is_not_any_more(people: Desk, editor: Sitting) -> None:
    made = making.incident(people.editor)
    warner, warned = (record_actor(actor=people.editor, name=one, kind="state_body") for one in ("X-land", "Y-land"))
    warning = record_warning(actor=people.editor, given=WarningGiven(warner=warner, recipient=warned))
    value = WarningValue(warning=warning, aspect="content", paraphrase="It named the town.")
    claim = Claim(value=value, citations=making.quoted(making.source(people.editor), "named the town"))
    assert_claim(actor=people.editor, incident=made, claim=claim)
    publish(actor=people.publisher, incident=making.approved(people, made))
    was = said(made)
    warn_of(actor=people.editor, incident=made, warning=warning, summary=WHY)
    making.republished(people, made)
    told = said(made)
    assert (len(was["warnings"]), len(told["warnings"])) == (0, 1)
    for number, version in ((1, was), (2, told)):
        assert NOT_ALL not in reverted(editor, made, number=number)
        assert said(made) == version


def test_a_value_is_decided_again_as_it_was(people: Desk, editor: Sitting, furnished: Incident) -> None:
    report = making.source(people.editor)
    value = CasualtyValue(measure="killed", verbatim="20")
    claim = Claim(value=value, citations=making.quoted(report, "20 were killed"))
    second = assert_claim(actor=people.editor, incident=furnished, claim=claim, summary=WHY)
    field, policy = ResolvedField.KILLED, ResolutionPolicy.EDITORS_CHOICE
    choice = Choice(field=field, policy=policy, reason="It is the later one.", assertions=[second])
    resolve_field(actor=people.editor, incident=furnished, choice=choice, summary=WHY)
    making.republished(people, furnished)
    was = said(furnished)
    usual = Choice(
        field=field,
        policy=ResolutionPolicy.RANGE_OF_RECOMMENDED,
        reason="Both may be right.",
        assertions=list(furnished.assertions.filter(kind="casualty")),
    )
    resolve_field(actor=people.editor, incident=furnished, choice=usual, summary=WHY)
    assert said(furnished)["killed"]["low"] == 12
    making.republished(people, furnished)
    ranged = said(furnished)

    assert NOT_ALL not in reverted(editor, furnished, number=2)
    assert said(furnished) == was
    assert NOT_ALL not in reverted(editor, furnished, number=3)
    assert said(furnished) == ranged


def test_a_claim_whose_only_public_citation_was_removed_is_public_again(
    people: Desk, editor: Sitting, furnished: Incident
) -> None:
    was, toll = said(furnished), cited(furnished, "casualty")
    secret = making.source(people.editor, confidential=True)
    hidden = Quote(source=secret, quote="more than that")
    kept = cite(
        actor=people.editor,
        incident=furnished,
        target=furnished.assertions.get(kind="casualty"),
        quote=hidden,
        summary=WHY,
    )
    uncite(actor=people.editor, incident=furnished, citation=toll, summary=WHY)
    assert said(furnished)["killed"] is None
    assert NOT_ALL not in reverted(editor, furnished)
    assert said(furnished) == was
    assert Citation.objects.filter(pk=kept.pk).exists()
