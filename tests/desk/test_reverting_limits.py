"""What a revert leaves alone, what it cannot bring back and names, and who may approve it."""

import pytest

from accounts.roles import Role
from incidents.choices import LinkKind
from incidents.models import Citation, Incident, IncidentLink, Source, Statement
from incidents.selectors.past import history_of
from incidents.services.asserting import assert_claim
from incidents.services.citing import uncite
from incidents.services.context import link, remove, state
from incidents.services.inputs import (
    CasualtyValue,
    Claim,
    Quote,
)
from incidents.services.logging import summarise
from incidents.services.regrouping import merge, split, undo
from incidents.services.regrouping.ledger import Picked
from incidents.services.regrouping.splitting import NewIncident
from incidents.services.reviewing import submit
from tests import making
from tests.desk.going_back import NOT_ALL, WHY, cited, reverted, said
from tests.desk.sitting import Sitting
from tests.making import Desk
from tests.regrouping.conftest import citations_by_place

pytestmark = pytest.mark.django_db


def test_what_never_was_public_stays_as_it_is(people: Desk, editor: Sitting, furnished: Incident) -> None:
    was = said(furnished)
    hidden = (Quote(source=making.source(people.editor, confidential=True), quote="a secret"),)
    claim = Claim(value=CasualtyValue(measure="wounded", verbatim="5"), citations=hidden)
    private = assert_claim(actor=people.editor, incident=furnished, claim=claim, summary=WHY)
    speaker = furnished.statements.get().speaker
    quiet = Statement(speaker=speaker, paraphrase="Knows more.")
    state(actor=people.editor, incident=furnished, statement=quiet, citations=hidden, summary=WHY)
    question = IncidentLink(other=making.incident(people.editor), kind=LinkKind.POSSIBLE_DUPLICATE)
    link(actor=people.editor, incident=furnished, to=question, summary=WHY)
    summarise(actor=people.editor, incident=furnished, sentences=[("It is known.", hidden)], summary=WHY)

    assert NOT_ALL not in reverted(editor, furnished)
    assert said(furnished) == was
    private.refresh_from_db()
    assert (private.verification, private.stands) == ("unreviewed", True)
    assert Statement.objects.filter(pk=quiet.pk).exists()
    assert IncidentLink.objects.filter(pk=question.pk).exists()
    assert [one.text for one in furnished.summary.all()] == ["A blast.", "It is known."]


def test_what_cannot_come_back_is_named(people: Desk, editor: Sitting, furnished: Incident) -> None:
    reaction = furnished.statements.get()
    source = reaction.citations.get().source
    remove(actor=people.editor, incident=furnished, child=reaction, summary=WHY)
    toll = cited(furnished, "casualty")
    uncite(actor=people.editor, incident=furnished, citation=toll, summary=WHY)
    Source.objects.filter(pk=source.pk).update(confidential=True)
    page = reverted(editor, furnished)
    assert f"{NOT_ALL}: " in page
    assert "the reactions" in page
    assert furnished.statements.count() == 0
    assert Citation.objects.filter(uid=toll.uid).exists()


def test_what_moved_to_another_incident_stays_there_and_is_named(
    people: Desk, editor: Sitting, furnished: Incident
) -> None:
    senior = making.person(Role.SENIOR)
    toll = furnished.assertions.get(kind="casualty")
    picked = Picked(claims=[toll], statements=[furnished.statements.get()], links=[furnished.links.get()])
    parted = split(actor=senior, source=furnished, picked=picked, new=NewIncident(title="A part"), reason="Two events.")
    page = reverted(editor, furnished)
    for part in ("the claims and their citations", "the reactions", "the links", "how many were killed"):
        assert part in page
    assert {toll.pk} == set(parted.target.assertions.values_list("pk", flat=True))
    assert parted.target.statements.count() == parted.target.links.count() == 1
    undo(actor=senior, regrouping=parted, reason="One event.")
    assert NOT_ALL not in reverted(editor, furnished)


def test_what_was_taken_back_from_a_merge_comes_back_where_it_was(
    people: Desk, editor: Sitting, furnished: Incident
) -> None:
    senior, kept = making.person(Role.SENIOR), making.published(people, title="The blasts")
    was, places = said(furnished), citations_by_place(furnished)
    merged = merge(actor=senior, loser=furnished, survivor=kept, reason="One event.")
    assert "what was merged or split" in reverted(editor, kept)
    assert (kept.statements.count(), kept.links.count()) == (0, 0)
    undo(actor=senior, regrouping=merged, reason="Two events.")
    furnished.refresh_from_db()
    assert said(furnished)["statements"] == []
    assert NOT_ALL not in reverted(editor, furnished)
    assert said(furnished) == was
    assert citations_by_place(furnished) == places


def test_neither_who_reverts_nor_who_removed_approves_and_who_wrote_it_first_may(
    people: Desk, furnished: Incident
) -> None:
    remover, reverter = making.person(Role.REVIEWER), making.person(Role.REVIEWER)
    toll = cited(furnished, "casualty")
    recorded = (toll.recorded_by, toll.recorded_at)
    uncite(actor=remover, incident=furnished, citation=toll, summary=WHY)
    reverted(Sitting(reverter), furnished)
    back = Citation.objects.get(uid=toll.uid)
    assert (back.recorded_by, back.recorded_at) == recorded
    newest = history_of(Citation).filter(uid=toll.uid).order_by("-pgh_id").select_related("pgh_context").first()
    assert newest is not None
    assert (newest.pgh_label, newest.pgh_context.metadata["user"]) == ("insert", reverter.pk)

    submit(actor=reverter, incident=furnished, note="So it was.")
    decision = {"decision": "approve", "revision": furnished.revision}
    for author in (remover, reverter):
        assert Sitting(author).send("review_decide", decision, uid=furnished.uid).status_code == 403
    people.editor.role = Role.REVIEWER
    people.editor.save()
    assert Sitting(people.editor).send("review_decide", decision, uid=furnished.uid).status_code == 302
