"""Logging an incident and recording what is claimed, claim by claim."""

import pytest

from accounts.roles import Role
from incidents.models import (
    Actor,
    ActorRelation,
    Assertion,
    Citation,
    Incident,
    Place,
    Source,
    Speaker,
    Statement,
    Warning,  # noqa: A004
)
from tests import making
from tests.desk.sitting import Sitting, filled, problems, text

pytestmark = pytest.mark.django_db

NEW_SOURCE = {
    "source": "new",
    "publisher": "AsiaOne",
    "publisher_kind": "newspaper",
    "source_title": "US warned Iran of 'terrorist threat' before Jan 3 attack, says official",
    "published_on": "26 January 2024",
    "url": "https://www.asiaone.com/world/us-warned-iran?utm_source=x",
}


@pytest.fixture
def draft(editor: Sitting) -> Incident:
    """An incident that has a title and nothing more."""
    editor.fill("new", {"title": "Two bombings in Kerman"})
    return Incident.objects.get()


def test_an_editor_logs_an_incident_with_a_title_alone(editor: Sitting) -> None:
    page = editor.fill("new", {"title": "Two bombings in Kerman", "graphic": "no"})

    made = Incident.objects.get()
    assert page.status_code == 302
    assert page["Location"] == f"/desk/incidents/{made.uid}/"
    assert (made.title, made.graphic, made.personal_data) == ("Two bombings in Kerman", False, None)
    assert made.assigned_to == editor.person


def test_an_incident_without_a_title_is_refused_with_the_field_named(editor: Sitting) -> None:
    page = editor.fill("new", {"title": "", "desk_note": "Kept as typed"})

    assert page.status_code == 422
    assert problems(page) == ["Title: Fill this in."]
    assert 'href="#id_title"' in text(page)
    assert "Kept as typed" in text(page)
    assert not Incident.objects.exists()


def test_an_incident_can_be_logged_as_a_part_of_another(editor: Sitting, draft: Incident) -> None:
    editor.client.post(f"/desk/incidents/new/?part_of={draft.uid}", {"title": "First bombing"})

    assert Incident.objects.get(title="First bombing").parent == draft
    assert "First bombing" in text(editor.get("incident", uid=draft.uid))


def test_a_casualty_figure_is_kept_in_words_with_a_new_source_and_an_anonymous_speaker(
    editor: Sitting, draft: Incident
) -> None:
    typed = NEW_SOURCE | {
        "verbatim": "nearly 100",
        "quote": "The attack killed nearly 100 people.",
        "locator": "paragraph 2",
        "speaker": "new",
        "naming": "anonymous",
        "speaker_description": "a US official",
        "anonymity_reason": "speaking on condition of anonymity",
        "said_on": "25 January 2024",
    }
    page = editor.fill("claim_new", typed, uid=draft.uid, kind="casualty")

    claim = Assertion.objects.get()
    cited = claim.citations.get()
    assert page["Location"] == f"/desk/incidents/{draft.uid}/#claim-{claim.uid}"
    assert (claim.casualty.low, claim.casualty.best, claim.casualty.high) == (None, None, 99)
    assert cited.source.canonical_url == "https://www.asiaone.com/world/us-warned-iran"
    assert cited.speaker is not None
    assert cited.speaker.label == "a US official"
    assert cited.reported_on is not None
    assert cited.reported_on.isoformat() == "2024-01-26"
    shown = text(editor.get("incident", uid=draft.uid))
    assert "nearly 100 killed" in shown
    assert "The attack killed nearly 100 people." in shown


def test_the_second_claim_offers_the_source_and_the_speaker_of_the_first(editor: Sitting, draft: Incident) -> None:
    first = NEW_SOURCE | {
        "verbatim": "nearly 100",
        "quote": "nearly 100",
        "speaker": "new",
        "speaker_name": "A. Person",
    }
    editor.fill("claim_new", first, uid=draft.uid, kind="casualty")
    page = editor.get("claim_new", uid=draft.uid, kind="casualty")

    speaker = Speaker.objects.get()
    typed = {"measure": "wounded", "verbatim": "scores", "quote": "scores", "speaker": str(speaker.uid)}
    editor.send("claim_new", filled(page, **typed), uid=draft.uid, kind="casualty")

    wounded = Assertion.objects.get(casualty__measure="wounded")
    assert wounded.citations.get().source == Source.objects.get()
    assert wounded.citations.get().speaker == speaker
    assert wounded.casualty.low == 40


def test_a_source_is_recorded_with_the_item_it_rests_on(editor: Sitting, draft: Incident) -> None:
    rests_on = {
        "derivation": "syndicates",
        "origin_publisher": "Reuters",
        "origin_publisher_kind": "agency",
        "origin_title": "US warned Iran",
        "origin_published_on": "25 January 2024",
    }
    typed = NEW_SOURCE | rests_on | {"verbatim": "nearly 100", "quote": "nearly 100"}
    editor.fill("claim_new", typed, uid=draft.uid, kind="casualty")

    carried = Source.objects.get(publisher__name="AsiaOne")
    assert [step.origin.publisher.name for step in carried.derivations.all()] == ["Reuters"]


def test_words_without_a_figure_come_back_as_typed_with_the_quote(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {"verbatim": "an unclear number", "quote": "an unclear number of people"}
    page = editor.fill("claim_new", typed, uid=draft.uid, kind="casualty")

    assert page.status_code == 422
    assert "has no figure that can be read" in problems(page)[0]
    for kept in ("an unclear number of people", "US warned Iran of", "26 January 2024", "AsiaOne"):
        assert kept in text(page)
    assert not Source.objects.exists()


def test_a_quote_above_300_characters_is_refused_and_kept(editor: Sitting, draft: Incident) -> None:
    long = "word " * 61
    page = editor.fill("claim_new", NEW_SOURCE | {"verbatim": "12", "quote": long}, uid=draft.uid, kind="casualty")

    assert page.status_code == 422
    assert "at most 300 characters" in problems(page)[0]
    assert long.strip() in text(page)


def test_a_time_is_read_in_the_time_zone_of_the_place(editor: Sitting, draft: Incident) -> None:
    place = {"place_query": "Kerman", "place": str(making.kerman().pk), "precision": "settlement", "quote": "in Kerman"}
    editor.fill("claim_new", NEW_SOURCE | place, uid=draft.uid, kind="location")
    page = editor.get("claim_new", uid=draft.uid, kind="time")

    assert page.context["forms"]["value"]["timezone"].value() == "Asia/Tehran"
    editor.send("claim_new", filled(page, when="3 January 2024", quote="the Jan 3 attack"), uid=draft.uid, kind="time")
    draft.refresh_from_db()
    assert draft.occurred_earliest is not None
    assert draft.occurred_earliest.isoformat() == "2024-01-02T20:30:00+00:00"
    assert "3 January 2024" in text(editor.get("incident", uid=draft.uid))


def test_a_weekday_is_read_against_the_day_of_the_report(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {"when": "on Thursday", "timezone": "Asia/Tehran", "quote": "on Thursday"}
    editor.fill("claim_new", typed, uid=draft.uid, kind="time")

    assert Assertion.objects.get().time.edtf == "2024-01-25"


def test_a_place_is_found_by_any_of_its_names_then_chosen(editor: Sitting, draft: Incident) -> None:
    kerman = making.kerman()
    page = editor.get("claim_new", uid=draft.uid, kind="location")
    asked = filled(page, place_query="كرمان", quote="in Kerman", action="find_place", **NEW_SOURCE)
    found = editor.send("claim_new", asked, uid=draft.uid, kind="location")

    assert found.status_code == 200
    assert found.context["problems"] == []
    assert "Kerman (کرمان)" in text(found)
    assert "in Kerman" in text(found)
    chosen = asked | {"place": str(kerman.pk), "precision": "settlement", "action": "save"}
    assert editor.send("claim_new", chosen, uid=draft.uid, kind="location").status_code == 302
    assert Assertion.objects.get().location.place == kerman


def test_enter_in_the_name_of_a_place_shows_the_places_found(editor: Sitting, draft: Incident) -> None:
    making.kerman()
    typed = NEW_SOURCE | {"place_query": "Kerman", "precision": "settlement", "quote": "in Kerman"}
    page = editor.fill("claim_new", typed, uid=draft.uid, kind="location")

    assert page.context["problems"] == []
    assert "Kerman (کرمان)" in text(page)
    assert "in Kerman" in text(page)
    assert not Assertion.objects.exists()


def test_a_position_finer_than_the_precision_is_refused(editor: Sitting, draft: Incident) -> None:
    place = {"place_query": "Kerman", "place": str(making.kerman().pk), "quote": "in Kerman"}
    point = {"precision": "settlement", "latitude": "30.28", "longitude": "57.08"}
    page = editor.fill("claim_new", NEW_SOURCE | place | point, uid=draft.uid, kind="location")

    assert "choose the precision first" in problems(page)[0]
    near = place | point | {"precision": "near"}
    editor.fill("claim_new", NEW_SOURCE | near, uid=draft.uid, kind="location")
    assert Assertion.objects.get().location.point is not None


def test_several_coded_facts_are_recorded_under_one_citation(editor: Sitting, draft: Incident) -> None:
    facts = {"attack_type": ["bombing"], "weapon_type": ["explosives"], "tactic": ["suicide", "coordinated"]}
    typed = NEW_SOURCE | facts | {"weapon_subtype": "explosive vest", "quote": "two suicide bombings"}
    editor.fill("claim_new", typed, uid=draft.uid, kind="characteristic")

    draft.refresh_from_db()
    assert Assertion.objects.count() == 5
    assert (draft.attack_types, draft.tactics) == (["bombing"], ["coordinated", "suicide"])
    assert set(Citation.objects.values_list("quote", flat=True)) == {"two suicide bombings"}
    assert Source.objects.count() == 1


def test_a_new_actor_takes_a_kind_and_a_branch_is_recorded_with_its_quote(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {
        "actor": "ISIS-K",
        "ground": "intelligence_assessment",
        "modality": "assessed",
        "quote": "Islamic State's Afghanistan branch",
    }
    page = editor.fill("claim_new", typed, uid=draft.uid, kind="attribution")
    assert "“ISIS-K” is not on record" in problems(page)[0]
    assert not Actor.objects.exists()

    branch = typed | {"actor_kind": "branch", "branch_of": "Islamic State"}
    editor.fill("claim_new", branch, uid=draft.uid, kind="attribution")
    relation = ActorRelation.objects.get()
    assert (relation.actor.name, relation.other.name) == ("ISIS-K", "Islamic State")
    assert Citation.objects.get(relation=relation).quote == "Islamic State's Afghanistan branch"


def test_a_warning_is_recorded_with_what_is_said_of_it(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {
        "warner": "United States government",
        "warner_kind": "state_body",
        "recipient": "Government of Iran",
        "recipient_kind": "state_body",
        "basis": "duty_to_warn",
        "basis_wording": "a longstanding “duty to warn” policy",
        "disclosed_on": "25 January 2024",
        "disclosed_by": "new",
        "paraphrase": "The US privately warned Iran of a terrorist threat within its borders.",
        "quote": "privately warned Iran",
    }
    editor.fill("claim_new", typed, uid=draft.uid, kind="warning")

    warning = Warning.objects.get()
    draft.refresh_from_db()
    assert draft.has_warning
    assert list(warning.incidents.all()) == [draft]
    assert warning.disclosed_by == Source.objects.get()
    again = editor.get("claim_new", uid=draft.uid, kind="warning")
    denial = filled(again, aspect="response", paraphrase="Iran did not act on it.", quote="did not act")
    editor.send("claim_new", denial, uid=draft.uid, kind="warning")
    assert warning.statements.count() == 2


def test_a_reaction_is_recorded_with_its_speaker_and_citation(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {
        "paraphrase": "He read the warning as an olive branch.",
        "speaker": "new",
        "speaker_name": "Jon Alterman",
        "speaker_role": "director of the Middle East programme",
        "speaker_organisation": "CSIS",
        "quote": "olive branch",
    }
    editor.fill("statement_new", typed, uid=draft.uid)

    said = Statement.objects.get()
    assert said.speaker.name == "Jon Alterman"
    assert said.citations.get().quote == "olive branch"
    editor.fill("statement_remove", {}, uid=draft.uid, statement=said.uid)
    assert not Statement.objects.exists()


def test_a_link_that_says_why_takes_a_citation(editor: Sitting, draft: Incident) -> None:
    other = making.incident(making.person(Role.EDITOR), title="Attack in southern Israel")
    typed = {"other_query": "southern", "other": str(other.uid), "kind": "background"}
    page = editor.fill("link_new", typed | {"source": ""}, uid=draft.uid)
    assert "Source: Choose where this was published." in problems(page)

    editor.fill("link_new", typed | NEW_SOURCE | {"quote": "the Oct. 7 attack"}, uid=draft.uid)
    link = draft.links.get()
    assert (link.other, link.citations.get().quote) == (other, "the Oct. 7 attack")


def test_a_link_that_says_nothing_of_why_needs_no_citation(editor: Sitting, draft: Incident) -> None:
    other = making.incident(making.person(Role.EDITOR), title="Attack in southern Israel")
    typed = {"other_query": "southern", "other": str(other.uid), "kind": "not_a_duplicate", "source": ""}

    assert editor.fill("link_new", typed, uid=draft.uid).status_code == 302
    assert draft.links.get().kind == "not_a_duplicate"


def test_the_summary_is_written_with_quotes_on_record_and_keeps_them(editor: Sitting, draft: Incident) -> None:
    editor.fill("claim_new", NEW_SOURCE | {"verbatim": "12", "quote": "killed 12"}, uid=draft.uid, kind="casualty")
    quote = Citation.objects.get()
    page = editor.fill("summary", {"rows": "3", "s0-text_of": "Twelve people were killed."}, uid=draft.uid)
    assert "takes a citation" in problems(page)[0]

    editor.fill(
        "summary", {"rows": "3", "s0-text_of": "Twelve people were killed.", "s0-reuse": str(quote.uid)}, uid=draft.uid
    )
    source = {"s1-source": str(Source.objects.get().uid), "s1-locator": "whole work", "s1-text_of": "It was daytime."}
    editor.fill("summary", {"rows": "3", **source}, uid=draft.uid)

    sentences = list(draft.summary.all())
    assert [sentence.text for sentence in sentences] == ["Twelve people were killed.", "It was daytime."]
    assert [str(sentence.citations.get()) for sentence in sentences] == ["killed 12", "whole work"]


def test_more_rows_of_the_summary_keep_what_was_typed(editor: Sitting, draft: Incident) -> None:
    page = editor.send(
        "summary", {"rows": "3", "action": "more", "s0-text_of": "Half a sent", "revision": "1"}, uid=draft.uid
    )

    assert page.status_code == 200
    assert len(page.context["rows"]) == 6
    assert "Half a sent" in text(page)


def test_a_source_is_found_by_its_title_and_chosen(editor: Sitting, draft: Incident) -> None:
    known = making.source(making.person(Role.EDITOR), title="An earlier report")
    page = editor.get("claim_new", uid=draft.uid, kind="casualty")
    asked = filled(page, verbatim="12", quote="killed 12", source_query="earlier", action="find_source")
    found = editor.send("claim_new", asked, uid=draft.uid, kind="casualty")

    assert "An earlier report" in text(found)
    saved = editor.send(
        "claim_new", asked | {"source": str(known.uid), "action": "save"}, uid=draft.uid, kind="casualty"
    )
    assert saved.status_code == 302
    assert Citation.objects.get().source == known


def test_an_address_on_record_is_not_entered_twice(editor: Sitting, draft: Incident) -> None:
    editor.fill("claim_new", NEW_SOURCE | {"verbatim": "12", "quote": "twelve"}, uid=draft.uid, kind="casualty")
    typed = NEW_SOURCE | {"verbatim": "13", "quote": "thirteen"}
    page = editor.fill("claim_new", typed, uid=draft.uid, kind="casualty")

    assert "on record already" in problems(page)[0]
    assert 'href="#id_url"' in text(page)
    assert Source.objects.count() == 1


def test_the_gazetteer_says_when_a_place_is_unknown(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {"place_query": "Nowhereville", "precision": "settlement", "quote": "in Nowhereville"}
    page = editor.fill("claim_new", typed, uid=draft.uid, kind="location")

    assert "No place of this name is in the gazetteer." in text(page)
    assert Place.objects.filter(name="Nowhereville").count() == 0
