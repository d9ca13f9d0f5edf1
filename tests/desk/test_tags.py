"""Tags: the desk's own handles. Each stands or falls by itself, none is content, and two that are one are merged."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from accounts.roles import Role
from incidents.choices import State
from incidents.models import BulkAction, Incident, IncidentTag, SavedFilter, Tag, TagMerge
from incidents.selectors.content import content_hash, public_content
from incidents.services.tagging import change_tags, record_tag
from tests import making
from tests.desk.sitting import Sitting, address, filled, problems, text
from tests.isolation.scenes import scene
from tests.making import Desk

SEEN = "needs translation"


@dataclass
class Tagged:
    """Three incidents: an approved one with a tag, a draft and a public one without; two tags that mean the same."""

    people: Desk
    approved: Incident
    draft: Incident
    public: Incident
    tag: Tag
    twin: Tag

    def __post_init__(self) -> None:
        self.editor, self.reviewer = Sitting(self.people.editor), Sitting(self.people.reviewer)

    @property
    def all(self) -> list[Incident]:
        return [self.approved, self.draft, self.public]

    def on(self, incident: Incident) -> list[str]:
        return list(incident.tagged.values_list("tag__name", flat=True))


@scene
def tagged(_folder: Path) -> Tagged:
    people = making.desk()
    tag = record_tag(actor=people.editor, name=f" {SEEN} ", note="Sources in a language that we do not read.")
    twin = record_tag(actor=people.editor, name="translate")
    approved = making.approved(people, making.incident(people.editor, title="An approved one"))
    change_tags(actor=people.editor, incident=approved, put=[tag])
    draft = making.incident(people.editor, title="A draft")
    return Tagged(people, approved, draft, making.published(people, title="A public one"), tag, twin)


def test_tags_are_changed_on_a_page_of_their_own_and_leave_everything_else_alone(tagged: Tagged) -> None:
    made, who = tagged.approved, tagged.reviewer
    before = (made.revision, made.state, content_hash(public_content(made)), made.contributions.count())
    page = who.get("incident_tags", uid=made.uid)
    answer = who.send("incident_tags", filled(page, tags=[], fresh="Front page, front page"), uid=made.uid)
    assert answer.url == f"{address('incident', uid=made.uid)}#tags"
    assert "Put on: Front page. Taken off: needs translation." in text(who.client.get(answer.url))
    assert tagged.on(made) == ["Front page"]
    made.refresh_from_db()
    assert (made.revision, made.state, content_hash(public_content(made)), made.contributions.count()) == before
    assert made.approvals.filter(lapsed_at=None).count() == 1
    history = text(who.get("history", uid=made.uid))
    assert "put on the tags “needs translation”" in history
    assert "put on the tags “Front page” and took off “needs translation”" in history


def test_two_who_change_the_tags_at_once_both_get_what_they_changed(tagged: Tagged) -> None:
    made = tagged.approved
    seen = {who: filled(who.get("incident_tags", uid=made.uid)) for who in (tagged.editor, tagged.reviewer)}
    first, second = seen[tagged.editor], seen[tagged.reviewer]
    tagged.editor.send("incident_tags", first | {"tags": [], "fresh": "mine"}, uid=made.uid)
    tagged.reviewer.send("incident_tags", second | {"tags": [tagged.tag.pk, tagged.twin.pk]}, uid=made.uid)
    assert tagged.on(made) == ["mine", "translate"]
    same = tagged.reviewer.send("incident_tags", second, uid=made.uid)
    assert "nothing was changed" in text(tagged.reviewer.client.get(same.url))


def test_a_contributor_puts_known_tags_on_their_own_draft_and_makes_none(tagged: Tagged) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    assert contributor.get("incident_tags", uid=tagged.public.uid).status_code in {403, 404}
    own = making.incident(contributor.person, report=making.source(tagged.people.editor))
    contributor.send("incident_tags", {"tags": [tagged.tag.pk]}, uid=own.uid)
    assert tagged.on(own) == [SEEN]
    refused = contributor.send(
        "incident_tags", {"tags": [tagged.tag.pk], "had": [tagged.tag.pk], "fresh": "x"}, uid=own.uid
    )
    assert refused.status_code == 403
    assert "role of editor" in problems(refused)[0]
    for page in ("tag_new", "tag_change", "tag_merge"):
        at = {} if page == "tag_new" else {"uid": tagged.tag.uid}
        assert contributor.send(page, {"name": "x"}, **at).status_code == 403


def test_a_tag_is_renamed_and_what_is_wrong_with_a_name_is_said(tagged: Tagged) -> None:
    at = {"uid": tagged.tag.uid}
    tagged.editor.fill("tag_change", {"name": "to be translated"}, **at)
    shown = text(tagged.editor.get("tag", **at))
    assert f'to be translated</bdi> <span class="quiet"><bdi>{tagged.people.editor.display_name}</bdi>' in shown
    assert tagged.on(tagged.approved) == ["to be translated"]
    wrong = {"TRANSLATE": "of this name already", "a, b": "without a comma", " ": "Fill this in"}
    for name, word in wrong.items():
        assert word in problems(tagged.editor.fill("tag_change", {"name": name}, **at))[0]
    known = tagged.editor.send("tag_new", {"name": "Translate"})
    assert known.url == address("tag", uid=tagged.twin.uid)


def rows(page: Any) -> dict[str, list[str]]:
    return {row["title"]: list(row["tags"]) for row in page.context["rows"]}


def test_the_queue_shows_and_finds_tags_and_a_kept_filter_leads_on(tagged: Tagged) -> None:
    who = tagged.editor
    who.send("columns", {"columns": ["state", "tags"]})
    everything = who.client.get("/desk/?tab=all")
    assert rows(everything) == {"An approved one": [SEEN], "A draft": [], "A public one": []}
    assert "<bdi>needs translation</bdi>" in text(everything)
    query = f"tab=all&tag={tagged.tag.pk}"
    found = who.client.get(f"/desk/?{query}")
    assert list(rows(found)) == ["An approved one"]
    assert "Tag: needs translation" in [chip["label"] for chip in found.context["chips"]]
    who.send("filter_save", {"name": "Mine", "query": query})
    senior = Sitting(making.person(Role.SENIOR))
    senior.send("tag_merge", {"other": "translate", "reason": "One."}, uid=tagged.tag.uid)
    kept = who.client.get(f"/desk/?{SavedFilter.objects.get().query}")
    assert list(rows(kept)) == ["An approved one"]
    assert "Tag: translate" in [chip["label"] for chip in kept.context["chips"]]
    assert problems(who.client.get("/desk/?tab=all&tag=99999999"))


def ticked(tagged: Tagged, **more: Any) -> dict[str, Any]:
    return {"pick": [str(one.uid) for one in tagged.all], "which": tagged.tag.pk, **more}


def test_a_tag_is_put_on_many_at_once_looked_at_first_and_taken_back(tagged: Tagged) -> None:
    who = tagged.editor
    looked = who.send("bulk", ticked(tagged, action="check_tag"))
    assert "2 of 3 would change. Nothing is done yet." in text(looked)
    assert "It has the tag “needs translation” already." in text(looked)
    assert not BulkAction.objects.exists()
    asked = ticked(tagged, do="tag", action="save")
    assert problems(who.send("bulk", asked)) == ["Reason: Fill this in."]
    assert problems(who.send("bulk", asked | {"which": "", "reason": "x"})) == ["Tag: Choose one."]
    done = who.client.get(who.send("bulk", asked | {"reason": "All of them are in Dari"}).url)
    assert "2 of 3 changed." in text(done)
    assert [tagged.on(one) for one in tagged.all] == [[SEEN]] * 3
    tagged.public.refresh_from_db()
    assert tagged.public.state == State.PUBLISHED
    assert "All of them are in Dari" in text(who.get("history", uid=tagged.public.uid))
    change_tags(actor=tagged.people.reviewer, incident=tagged.draft, take=[tagged.tag])
    who.send("bulk_undo", uid=BulkAction.objects.get().uid)
    result = text(who.get("bulk_result", uid=BulkAction.objects.get().uid))
    assert "It does not have the tag “needs translation”." in result
    assert [tagged.on(one) for one in tagged.all] == [[SEEN], [], []]


def test_a_tag_is_taken_off_many_at_once_and_put_on_again(tagged: Tagged) -> None:
    who = tagged.editor
    who.send("bulk", ticked(tagged, do="untag", action="save", reason="Done"))
    assert not IncidentTag.objects.exists()
    who.send("bulk_undo", uid=BulkAction.objects.get().uid)
    assert [tagged.on(one) for one in tagged.all] == [[SEEN], [], []]


def test_two_tags_are_made_one_looked_at_first(tagged: Tagged) -> None:
    change_tags(actor=tagged.people.editor, incident=tagged.draft, put=[tagged.tag, tagged.twin])
    senior, at = Sitting(making.person(Role.SENIOR)), {"uid": tagged.tag.uid}
    assert tagged.editor.get("tag_merge", **at).status_code == 403
    page = senior.send("tag_merge", {"other": "translate", "action": "look"}, **at)
    assert [fact["value"] for fact in page.context["stakes"]] == ["2"]
    assert "The two can be merged." in text(page)
    assert not TagMerge.objects.exists()
    answer = senior.send("tag_merge", {"other": "Translate", "reason": "Both say so."}, **at)
    assert answer.url == address("tag", uid=tagged.twin.uid)
    assert [tagged.on(one) for one in tagged.all] == [["translate"], ["translate"], []]
    assert senior.get("tag", **at).url == answer.url
    assert "Both say so." in text(senior.get("tag", uid=tagged.twin.uid))
    assert [(row["name"], row["used"]) for row in senior.get("tags").context["rows"]] == [("translate", 2)]
    assert record_tag(actor=tagged.people.editor, name=SEEN) == tagged.twin
    assert "merged before" in problems(senior.send("tag_merge", {"other": "translate", "reason": "x"}, **at))[0]
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE incidents_tagmerge SET reason = 'x'")
    revision = tagged.draft.revision
    tagged.draft.refresh_from_db()
    assert tagged.draft.revision == revision


def test_the_lists_count_what_is_used_and_say_that_codes_are_code(tagged: Tagged) -> None:
    contributor = Sitting(making.person(Role.CONTRIBUTOR))
    assert [row["used"] for row in contributor.get("tags").context["rows"]] == [0, 0]
    assert [row["used"] for row in tagged.editor.get("tags").context["rows"]] == [1, 0]
    assert "No tag is called so." in text(tagged.editor.client.get(f"{reverse('desk:tags')}?q=zzz"))
    page = tagged.editor.get("types")
    assert "The codes are part of the software" in text(page)
    attack_types, *_others = page.context["tables"]
    used = {row["code"]: row["used"] for row in attack_types["rows"]}
    assert (used["bombing"], used["hijacking"]) == (3, 0)
    assert all(row["meaning"] for table in page.context["tables"] for row in table["rows"])
    assert [table["id"] for table in contributor.get("types").context["tables"]] == [
        "attack_type",
        "weapon_type",
        "target_type",
        "tactic",
        "outcome",
    ]
