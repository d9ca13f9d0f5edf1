"""Every kind of page, wide and narrow, by day and by night: nothing spills, nothing is unnamed, nothing is noisy.

``SCREENSHOTS=folder`` keeps a picture of each.
"""

from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

from django.contrib.gis.geos import Point
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import BrowserContext
from pytest_django.live_server_helper import LiveServer

from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from incidents.choices import FetchStage, PlaceKind
from incidents.models import PublishedIncident
from incidents.selectors.proposals import read_capture_text
from incidents.services.capturing import capture_text
from incidents.services.embargo import set_embargo
from incidents.services.people import record_actor, relate
from incidents.services.places import record_place
from incidents.services.regrouping import merge
from incidents.services.shifts import leave_note
from tests import making
from tests.e2e import shown
from tests.e2e.looking import Eyes, Look, SignedIn
from tests.proposals.conftest import TEXT

NewContext = Callable[..., BrowserContext]
SAID = {"kind": "update", "summary": "More is known."}
KINDS = ("time", "location", "characteristic", "casualty", "attribution", "warning")


def test_the_pages_of_the_record(people: making.Desk, new_context: NewContext, live_server: LiveServer) -> None:
    made, gone = shown.published_twice(people), shown.withdrawn(people)
    call_command("checkpoint", stdout=StringIO())
    reader = Eyes(new_context(), live_server.url)

    reader.look(
        Look("explorer", "/"),
        Look("explorer-filters", "/", unfold=True),
        Look("explorer-nothing", "/?q=nothing+is+called+this"),
        Look("explorer-refused", "/?colour=blue", status=400),
        Look("incident", f"/incidents/{made.public_id}/"),
        Look("incident-refused", f"/incidents/{made.public_id}/?as_of=yesterday", status=400),
        Look("version", f"/incidents/{made.public_id}/v/1/"),
        Look("compare", f"/incidents/{made.public_id}/compare/"),
        Look("compare-refused", f"/incidents/{made.public_id}/compare/?from=first", status=400),
        Look("why", f"/incidents/{made.public_id}/why/killed/"),
        Look("not-yet", f"/incidents/{made.public_id}/?as_of=1999-01-01", status=404),
        Look("corrections", "/record/corrections/"),
        Look("withdrawn", f"/incidents/{gone.public_id}/", status=410),
        Look("not-found", "/incidents/INC-1999-999999/", status=404),
        Look("record", "/record/"),
        Look("status", "/status/"),
        *shown.taken_away(str(made.public_id), str(gone.public_id)),
    )


def test_the_pages_of_counts_and_of_those_who_are_named(
    people: making.Desk, new_context: NewContext, live_server: LiveServer
) -> None:
    made = shown.published_twice(people)
    row = PublishedIncident.objects.current().get(public_id=made.public_id)
    reader = Eyes(new_context(), live_server.url)

    reader.look(
        Look("statistics", "/statistics/", unfold=True),
        Look("statistics-not-read", "/statistics/?since=some+day", status=400),
        Look("facet", "/facets/country/"),
        Look("statistics-refused", "/statistics/?colour=blue", status=400),
        Look("actors", "/actors/"),
        *(Look("actor", f"/actors/{one}/", unfold=True) for one in row.actors[:1]),
        Look("countries", "/countries/"),
        Look("country", f"/countries/{row.country_code}/", unfold=True),
        Look("province", f"/provinces/{row.province_code}/"),
        Look("publishers", "/publishers/"),
        Look("publisher", f"/publishers/{row.publisher_ids[0]}/"),
        Look("source", f"/sources/{row.source_ids[0]}/"),
        Look("codebook", "/codebook/", repeated=(".table-scroll ~ .table-scroll ~ .table-scroll", "h2 ~ h2 ~ h2 ~ h2")),
    )


def test_the_pages_about_the_record(new_context: NewContext, live_server: LiveServer) -> None:
    reader = Eyes(new_context(), live_server.url)

    reader.look(
        Look("explorer-empty", "/"),
        Look("about", "/about/"),
        Look("report", "/report/"),
        Look("record-empty", "/record/"),
        Look("methods", "/methods/"),
        Look("statistics-empty", "/statistics/"),
        Look("api", "/api/v1/docs/", unfold=True, repeated=("section section:nth-of-type(n+4)",)),
        Look("guides", "/api/v1/guides/"),
        Look("guide", "/api/v1/guides/uncertainty/"),
        Look("sign-in", "/accounts/login/"),
        Look("forgotten", "/accounts/password/reset/"),
    )


def test_the_forms_of_the_desk(people: making.Desk, signed_in: SignedIn) -> None:
    made = shown.full(people.editor)
    here = f"/desk/incidents/{made.uid}"
    editor = signed_in(people.editor)

    editor.look(
        Look("desk-new", "/desk/incidents/new/", unfold=True),
        *(Look(f"desk-claim-{kind}", f"{here}/claims/new/{kind}/", unfold=True) for kind in KINDS),
        Look("desk-reaction", f"{here}/statements/new/"),
        Look("desk-link", f"{here}/links/new/"),
        Look("desk-summary", f"{here}/summary/", unfold=True),
        Look("desk-value", f"{here}/values/killed/"),
        Look("desk-submit", f"{here}/submit/"),
        Look("desk-source-new", "/desk/sources/new/"),
        Look("desk-intake", "/desk/intake/"),
    )


def test_the_pages_of_taking_in(people: making.Desk, signed_in: SignedIn) -> None:
    made, source = making.incident(people.editor), making.source(people.editor)
    kept = capture_text(actor=people.editor, source=source, text=TEXT)
    silent = capture_text(actor=people.editor, source=source, text="Nothing of the kind.")
    here = f"/desk/incidents/{made.uid}/texts/{source.uid}"
    derivation = next(one for one in read_capture_text(kept) if one.kind == "derivation")

    signed_in(people.editor).look(
        Look("desk-match", f"/desk/sources/{source.uid}/captures/{kept.sha256}/incident/", unfold=True),
        Look("desk-proposals", f"{here}/{kept.sha256}/", unfold=True),
        Look("desk-proposals-none", f"{here}/{silent.sha256}/"),
        Look("desk-proposal-rests-on", f"{here}/{kept.sha256}/{derivation.key}/rests-on/"),
    )


def test_the_pages_of_leads_and_of_what_is_fetched(people: making.Desk, signed_in: SignedIn, settings: Any) -> None:
    settings.ATTEST_FETCHING = True
    senior = ensure_demonstration_people()[Role.SENIOR]
    fetches = {stage: shown.fetch(senior, stage) for stage in (FetchStage.WAITING, FetchStage.REFUSED)}
    eyes = signed_in(senior)
    eyes.look(
        Look("desk-leads-empty", "/desk/leads/"),
        Look("desk-feed-new", "/desk/feeds/new/"),
        Look("desk-intake-fetching", "/desk/intake/"),
        *(Look(f"desk-fetch-{stage}", f"/desk/intake/fetches/{one.uid}/") for stage, one in fetches.items()),
    )
    _new, gone = shown.leads(senior)
    eyes.look(
        Look("desk-leads", f"/desk/leads/?dismissed={gone.uid}&at=1"),
        Look("desk-leads-taken", "/desk/leads/?tab=taken"),
        Look("desk-feeds", "/desk/feeds/"),
    )


def test_the_pages_of_webhooks(people: making.Desk, signed_in: SignedIn, settings: Any) -> None:
    settings.ATTEST_WEBHOOKS = True
    editor = signed_in(people.editor)
    editor.look(Look("desk-webhooks-none", "/desk/webhooks/"), Look("desk-webhook-new", "/desk/webhooks/new/"))
    for title in ("Two bombings in Kerman", "A third one"):
        making.published(people, title=title)
    here = f"/desk/webhooks/{shown.webhooks(people).uid}/"
    editor.look(
        Look("desk-webhooks", "/desk/webhooks/"),
        Look("desk-webhook", here),
        Look("desk-webhook-replay", f"{here}replay/"),
        Look("desk-webhook-secret", f"{here}secret/"),
    )


def test_the_pages_of_the_desk(people: making.Desk, signed_in: SignedIn) -> None:
    made = shown.full(people.editor)
    here = f"/desk/incidents/{made.uid}"
    claim = made.assertions.filter(kind="casualty").get()
    editor = signed_in(people.editor)

    editor.look(
        Look("desk-queue-empty", "/desk/?tab=published"),
        Look("desk-queue", "/desk/?tab=all"),
        Look("desk-incident", f"{here}/"),
        Look("desk-claim-change", f"{here}/claims/{claim.uid}/"),
        Look("desk-claim-withdraw", f"{here}/claims/{claim.uid}/withdraw/"),
        Look("desk-sources", "/desk/sources/"),
        Look("desk-source", f"/desk/sources/{claim.citations.get().source.uid}/"),
        Look("desk-reports", "/desk/reports/?show=all"),
        Look("account", "/accounts/"),
        Look("keys", "/accounts/keys/"),
        Look("key", f"/accounts/keys/{shown.key_in_use(people.editor).pk}/", unfold=True),
    )


def test_the_pages_of_home_and_vocabularies(people: making.Desk, signed_in: SignedIn) -> None:
    senior = ensure_demonstration_people()[Role.SENIOR]
    shown.full(people.editor)
    shown.in_review(people)
    making.published(people, title="A published one")
    named = record_actor(actor=senior, name="Example Front, northern branch", kind="branch")
    whole = record_actor(actor=senior, name="Example Front", kind="organisation")
    relation = relate(actor=senior, named=named, other=whole, kind="allied_with", since="2015")
    place = record_place(
        actor=senior, name="Example Village", kind=PlaceKind.SITE, country_code="IR", point=Point(57, 30, srid=4326)
    )
    paper = shown.absorbing(senior)
    leave_note(actor=senior, text="The ministry speaks at noon.")
    here = f"/desk/actors/{named.uid}"

    signed_in(senior).look(
        Look("desk-home", "/desk/home/", unfold=True),
        Look("desk-help", "/desk/help/"),
        Look("desk-actors", "/desk/actors/"),
        Look("desk-actors-none", "/desk/actors/?q=nobody+at+all"),
        Look("desk-actor", f"{here}/"),
        Look("desk-actor-new", "/desk/actors/new/"),
        Look("desk-actor-change", f"{here}/change/"),
        Look("desk-actor-name", f"{here}/names/{named.aliases.get().pk}/"),
        Look("desk-actor-relation", f"{here}/relations/{relation.pk}/"),
        Look("desk-actor-merge", f"{here}/merge/"),
        Look("desk-places", "/desk/places/?q=kerman"),
        Look("desk-places-own", "/desk/places/"),
        Look("desk-place", f"/desk/places/{place.pk}/"),
        Look("desk-place-new", "/desk/places/new/"),
        Look("desk-place-merge", f"/desk/places/{place.pk}/merge/"),
        Look("desk-publisher", f"/desk/publishers/{paper.uid}/"),
        Look("desk-publisher-merge", f"/desk/publishers/{paper.uid}/merge/?other=The+Example+Courier"),
        Look("desk-types", "/desk/types/", repeated=(".table-scroll ~ .table-scroll",)),
    )


def test_the_pages_of_tags_and_of_what_was_told(people: making.Desk, signed_in: SignedIn) -> None:
    senior = ensure_demonstration_people()[Role.SENIOR]
    made, tag = shown.tagged(people.editor, senior)

    signed_in(people.editor).look(
        Look("desk-tags", "/desk/tags/"),
        Look("desk-tag", f"/desk/tags/{tag.uid}/"),
        Look("desk-incident-tags", f"/desk/incidents/{made.uid}/tags/"),
        Look("desk-queue-tags", f"/desk/?tab=all&tag={tag.pk}"),
        Look("desk-notices", "/desk/notifications/"),
    )


def test_the_pages_of_review_and_publication(people: making.Desk, signed_in: SignedIn) -> None:
    waiting, approved = shown.in_review(people), shown.awaiting_publication(people)
    reviewer, publisher = signed_in(people.reviewer), signed_in(people.publisher)

    here = f"/desk/incidents/{waiting.uid}"
    reviewer.look(
        Look("desk-review", f"{here}/review/"),
        Look("desk-history", f"{here}/history/?from=1&to={waiting.revision}", unfold=True),
    )
    coding = shown.edited_and_coded(people, waiting)
    reviewer.look(
        Look("desk-review-edited", f"{here}/review/", unfold=True),
        Look("desk-incident-small-edit", f"{here}/"),
        Look("desk-coding-ask", f"{here}/coding/"),
    )
    publisher.look(
        Look("desk-codings", "/desk/codings/"),
        Look("desk-coding", f"/desk/codings/{coding.uid}/"),
        Look("desk-queue-waiting", "/desk/"),
        Look("desk-publish", f"/desk/incidents/{approved.uid}/publish/"),
    )
    set_embargo(actor=people.publisher, incident=approved, until=timezone.now() + timedelta(days=2), **SAID)
    publisher.look(
        Look("desk-queue-embargo", "/desk/?tab=approved"),
        Look("desk-publish-embargo", f"/desk/incidents/{approved.uid}/publish/"),
    )


def test_the_pages_of_merging_and_splitting(people: making.Desk, signed_in: SignedIn) -> None:
    senior = ensure_demonstration_people()[Role.SENIOR]
    lost, kept = shown.full(people.editor), making.incident(people.editor, title="The blasts", killed="95")
    making.incident(people.editor, title="A third")
    done = merge(actor=senior, loser=making.incident(people.editor), survivor=kept, reason="Both describe one event.")
    here = f"/desk/incidents/{lost.uid}"

    signed_in(senior).look(
        Look("desk-merge", f"{here}/merge/?other={kept.uid}", unfold=True),
        Look("desk-merge-empty", f"{here}/merge/"),
        Look("desk-split", f"{here}/split/"),
        Look("desk-regrouping", f"/desk/regroupings/{done.pk}/"),
        Look("desk-incident-merged-into", f"/desk/incidents/{kept.uid}/"),
    )
