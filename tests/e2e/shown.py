"""Incidents with something in every part of their pages, to look at."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid5

from django.http import QueryDict
from django.utils import timezone

from accounts.models import ApiKey, KeyUse, Scope, User
from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from accounts.services.keys import create_key, rotate_key
from incidents.choices import CodedField, FetchStage
from incidents.filters import read_query
from incidents.models import (
    Feed,
    FeedState,
    Fetch,
    Incident,
    IncidentLink,
    Lead,
    LogEntry,
    Publisher,
    SecondCoding,
    Source,
    Statement,
    Tag,
    Webhook,
    WebhookDelivery,
)
from incidents.services.asserting import assert_claim
from incidents.services.bulk import tag_all
from incidents.services.capturing import capture_text
from incidents.services.context import link, record_warning, state, warn_of
from incidents.services.feeds import add_feed, pause_feed
from incidents.services.fetching.asking import ask_for
from incidents.services.inputs import (
    AttributionValue,
    Claim,
    Description,
    Quote,
    SpeakerPerson,
    WarningGiven,
    WarningValue,
)
from incidents.services.leads import dismiss_lead, take_lead
from incidents.services.logging import assign, describe, summarise
from incidents.services.merging import merge_entries
from incidents.services.people import record_actor, record_speaker
from incidents.services.permalinks import make_permalink
from incidents.services.publishing import publish, withdraw
from incidents.services.reviewing import comment, submit
from incidents.services.second_coding import answer_coding, ask_coding
from incidents.services.small_edits import ask_small_edit
from incidents.services.sources import derive, record_publisher
from incidents.services.tagging import change_tags, record_tag
from incidents.services.webhooks.replaying import ping
from incidents.services.webhooks.subscribing import add_webhook, pause_webhook
from tests import making
from tests.e2e.looking import Look

WARNED = "The government privately warned of a threat within its borders"


def full(editor: User, title: str = "Two bombings in Kerman") -> Incident:
    """A draft with every kind of claim, a warning, a reaction, a link and a summary."""
    report = making.source(editor, url=f"https://www.example.org/{title.replace(' ', '-')}")
    derive(actor=editor, source=report, origin=making.source(editor), kind="syndicates")
    capture_text(actor=editor, source=report, text=f"{WARNED}, it said. The blasts killed nearly 100 people that day.")
    made = making.incident(editor, title=title, killed="nearly 100", report=report)
    making.claimed(editor, made)
    _assess(editor, made, making.quoted(report, "intelligence named its branch"))
    _warn(editor, made, report)
    _react(editor, made, report)
    summarise(
        actor=editor,
        incident=made,
        sentences=[("Two bombings killed nearly 100 people.", making.quoted(report, "killed nearly 100 people"))],
    )
    return made


def _assess(editor: User, made: Incident, cited: tuple[Quote, ...]) -> None:
    branch = record_actor(actor=editor, name="Example Front, northern branch", kind="branch")
    value = AttributionValue(actor=branch, ground="intelligence_assessment", confidence_words="clear-cut")
    claim = Claim(
        value=value,
        modality="assessed",
        credibility=2,
        confidence="moderate",
        rationale="Two services that do not share sources say the same.",
        citations=cited,
    )
    assert_claim(actor=editor, incident=made, claim=claim)


def _warn(editor: User, made: Incident, report: Source) -> None:
    states = [record_actor(actor=editor, name=f"Government of {name}", kind="state_body") for name in ("A", "B")]
    given = WarningGiven(
        warner=states[0], recipient=states[1], basis="duty_to_warn", basis_wording="a 'duty to warn' policy"
    )
    warning = record_warning(actor=editor, given=given)
    warn_of(actor=editor, incident=made, warning=warning)
    official = record_speaker(
        actor=editor,
        person=SpeakerPerson(
            naming="anonymous", description="an official", anonymity_reason="not allowed to speak in public"
        ),
    )
    value = WarningValue(warning=warning, aspect="existence", paraphrase="A warned B before the attack.")
    cited = making.quoted(report, WARNED, speaker=official, said_on=date(2024, 1, 25))
    assert_claim(actor=editor, incident=made, claim=Claim(value=value, citations=cited))


def _react(editor: User, made: Incident, report: Source) -> None:
    analyst = record_speaker(
        actor=editor, person=SpeakerPerson(name="Ann Analyst", role_title="director", organisation="an institute")
    )
    said = Statement(speaker=analyst, made_on=date(2024, 1, 25), paraphrase="The warning is an olive branch.")
    state(actor=editor, incident=made, statement=said, citations=making.quoted(report, "an olive branch"))


def published_twice(people: making.Desk) -> Incident:
    """A full incident that was corrected once and is linked to another."""
    other = making.published(people, title="An earlier attack", killed="12", when="20 January 2023")
    made = full(people.editor)
    aside = IncidentLink(other=other, kind="background", note="As the report says.")
    link(actor=people.editor, incident=made, to=aside, citations=making.quoted(making.source(people.editor), "earlier"))
    publish(actor=people.publisher, incident=making.approved(people, made))
    making.claimed(people.editor, made, by="Another Front", ground="denial")
    making.republished(people, made, kind="correction", summary="A denial was added.")
    return made


def withdrawn(people: making.Desk) -> Incident:
    """An incident whose address answers with the reason."""
    made = making.published(people, title="Reported in error", killed="3")
    withdraw(actor=people.publisher, incident=made, reason="The report was about an exercise, not an attack.")
    return made


def in_review(people: making.Desk) -> Incident:
    """A full incident that waits for a decision, with a remark on it."""
    made = full(people.editor, "A bombing that waits")
    review = submit(actor=people.editor, incident=made, note="All of it from one report.")
    toll = made.assertions.filter(kind="casualty").get()
    comment(actor=people.reviewer, review=review, text="Does the figure count the attackers?", assertion=toll)
    return made


def edited_and_coded(people: making.Desk, waiting: Incident) -> SecondCoding:
    """A small edit of an incident in review, one second coding of it that is done, and one that is not."""
    helper = ensure_demonstration_people()[Role.SENIOR]
    what = "The report says near the city, not in it."
    ask_small_edit(actor=people.reviewer, incident=waiting, revision=waiting.revision, of=helper, what=what)
    described = Description(title="A bombing near a city that waits", graphic=False, personal_data=False)
    describe(actor=helper, incident=waiting, description=described)
    asked: dict[str, Any] = {"actor": people.reviewer, "incident": waiting}
    coder = making.person(Role.EDITOR, "coder")
    done = ask_coding(**asked, coder=coder, fields=["occurred", "killed", "attack_types", "attribution"])
    answers = {"occurred": "2024-01-03", "killed": [None, None, 99], "attack_types": None, "attribution": "claimed"}
    answer_coding(actor=coder, coding=done, answers=answers)
    return ask_coding(**asked, coder=people.publisher, fields=CodedField.values)


def awaiting_publication(people: making.Desk) -> Incident:
    """A full incident that was approved."""
    return making.approved(people, full(people.editor, "A bombing that is approved"))


def fetch(actor: User, stage: str) -> Fetch:
    """A page that somebody asked for, as far as it has come."""
    made = ask_for(actor=actor, address=f"https://news.example.org/world/2024/a-report-with-a-long-name-{stage}")
    why = "“news.example.org” leads into a network that is not public. It was not asked."
    Fetch.objects.filter(pk=made.pk).update(stage=stage, why=why if stage == FetchStage.REFUSED else "")
    return made


def leads(senior: User) -> tuple[Lead, Lead]:
    """Feeds in every state with leads in every stage; a new lead and a dismissed one are returned."""
    feeds = [
        add_feed(actor=senior, address=f"https://feeds.example.org/{name}.xml", outlet=f"Example {name}")
        for name in ("Wire", "Broadcaster", "Gazette", "Observer")
    ]
    pause_feed(actor=senior, feed=feeds[1], paused=True)
    FeedState.objects.filter(feed=feeds[2]).update(failures=3, problem="“feeds.example.org” answers 503.")
    Feed.objects.filter(pk=feeds[3].pk).update(added_at=timezone.now() - timedelta(days=3))
    FeedState.objects.filter(feed=feeds[0]).update(succeeded_at=timezone.now() - timedelta(minutes=12))
    made = [
        Lead.objects.create(
            feed=feeds[0],
            address=f"https://news.example.org/{number}",
            title=f"Report {number} of blasts near the cemetery of a city, officials say",
            outlet="Example Wire",
            published_on=date(2024, 1, 4) if number else None,
        )
        for number in range(5)
    ]
    take_lead(actor=senior, lead=made[3])
    dismiss_lead(actor=senior, lead=made[4])
    return made[0], made[4]


def webhooks(people: making.Desk) -> Webhook:
    """Webhooks that go, that fail and that are paused; the one that fails was told something."""
    where = "https://newsroom.example.org/hooks/a-path-with-a-long-name/{}"
    failing, paused, _going = (
        add_webhook(actor=people.editor, address=where.format(name), wanted=["incident.withdrawn"], query=query)[0]
        for name, query in (("failing", "country=IR&attack_type=bombing"), ("paused", "country=IQ"), ("going", ""))
    )
    pause_webhook(actor=people.editor, webhook=paused, paused=True)
    Webhook.objects.filter(pk__in=[failing.pk, paused.pk]).update(failing_since=timezone.now() - timedelta(days=1))
    for number, entry in enumerate(LogEntry.objects.order_by("position")):
        told = WebhookDelivery.objects.create(
            uid=uuid5(failing.uid, str(entry.position)),
            webhook=failing,
            entry=entry,
            event="incident.published",
            stage="given_up" if number else "delivered",
        )
        for place, outcome in enumerate(["“newsroom.example.org” took longer than 15 seconds.", "It answered 503."]):
            told.attempts.create(number=place + 1, at=timezone.now() - timedelta(hours=9 - place), outcome=outcome)
    ping(actor=people.editor, webhook=failing)
    return failing


def tagged(editor: User, senior: User) -> tuple[Incident, Tag]:
    """An incident with tags, put on it one by one and in bulk, and the tag into which another one was merged."""
    made, other = full(editor), making.incident(editor, title="Another one, of which more is said in its sources")
    tags = [
        record_tag(actor=editor, name=name, note=note)
        for name, note in (
            ("needs translation", "Sources in a language that nobody at this desk reads."),
            ("follow-up in January", ""),
            ("court case pending", "Charges were brought; the verdict will be a court finding."),
            ("translation", ""),
        )
    ]
    merge_entries(actor=senior, loser=tags[3], survivor=tags[0], reason="Both ask for the same.")
    change_tags(actor=editor, incident=made, put=tags[:2])
    change_tags(actor=senior, incident=made, put=[tags[2]], take=[tags[1]])
    tag_all(actor=editor, incidents=[made, other], tag=tags[0], put=True, reason="Their sources are in Dari.")
    assign(actor=senior, incident=other, to=editor)
    return made, tags[0]


def absorbing(senior: User) -> Publisher:
    """A publisher into which another was merged."""
    paper = record_publisher(actor=senior, name="Courier of Examples", kind="newspaper")
    site = record_publisher(actor=senior, name="Example Courier (web)")
    merge_entries(actor=senior, loser=site, survivor=paper, reason="One paper: its site names it so.")
    return paper


def key_in_use(owner: User) -> ApiKey:
    """A key that a program uses more and less often, with a new secret beside the old one."""
    now = timezone.now()
    made: dict[str, Any] = {"actor": owner, "expires_at": now + timedelta(days=90)}
    key, _secret = create_key(name="Nightly hand-in", scopes=[Scope.DRAFT], addresses=["192.0.2.0/24"], **made)
    days = [now.date() - timedelta(days=passed) for passed in range(0, 30, 2)]
    KeyUse.objects.bulk_create(KeyUse(key=key, day=day, requests=120 - 7 * number) for number, day in enumerate(days))
    return rotate_key(key=key, overlap=timedelta(days=3), **made)[0]


def taken_away(public_id: str, gone: str) -> list[Look]:
    """The pages that take the record elsewhere: embedded ones, the builder, short links."""
    link = make_permalink(query=read_query(QueryDict("country=IR")))
    return [
        Look("embed-map", "/embed/?country=IR"),
        Look("embed-list", "/embed/?view=list"),
        Look("embed-nothing", "/embed/?view=list&q=nothing+is+called+this"),
        Look("embed-refused", "/embed/?colour=blue", status=400),
        Look("embed-incident", f"/embed/{public_id}/"),
        Look("embed-withdrawn", f"/embed/{gone}/", status=410),
        Look("embed-builder", "/embed/builder/?country=IR"),
        Look("embed-builder-incident", f"/embed/builder/?incident={public_id}"),
        Look("share", "/share/?country=IR"),
        Look("permalink", f"/s/{link.code}/about/"),
    ]
