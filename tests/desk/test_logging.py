"""Logging an incident and recording what is claimed, claim by claim."""

import pytest

from incidents.models import (
    Actor,
    ActorRelation,
    Assertion,
    Citation,
    Incident,
    Place,
    Source,
    Speaker,
    Warning,  # noqa: A004
)
from tests import making
from tests.desk.sitting import NEW_SOURCE, Sitting, filled, problems, text

pytestmark = pytest.mark.django_db


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
    unsaid = {"publisher_kind": "", "speaker": "new", "speaker_actor": "The Agency", "speaker_organisation": "It"}
    page = editor.fill("claim_new", typed | unsaid, uid=draft.uid, kind="attribution")
    assert [line.partition(":")[0] for line in problems(page)] == [
        "Kind of actor",
        "Kind of publisher",
        "Name",
        "Speaks for",
    ]
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


def test_the_gazetteer_says_when_a_place_is_unknown(editor: Sitting, draft: Incident) -> None:
    typed = NEW_SOURCE | {"place_query": "Nowhereville", "precision": "settlement", "quote": "in Nowhereville"}
    page = editor.fill("claim_new", typed, uid=draft.uid, kind="location")

    assert "No place of this name is in the gazetteer." in text(page)
    assert Place.objects.filter(name="Nowhereville").count() == 0
