"""Words for what the code calls by name."""

from datetime import UTC, datetime
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from incidents.choices import State

VERBS: Final[dict[str, str | Promise]] = {
    "log_incident": _("logged the incident"),
    "describe": _("changed the title, flags or criteria"),
    "summarise": _("wrote the summary"),
    "assign": _("gave the work to somebody"),
    "set_embargo": _("set a moment for its publication"),
    "cancel_embargo": _("called the publication off"),
    "assert_claims": _("added claims"),
    "assert_casualty": _("added a casualty figure"),
    "assert_attribution": _("added who is named"),
    "assert_location": _("added a location"),
    "assert_time": _("added a time"),
    "assert_characteristic": _("added what kind of attack it was"),
    "assert_warning": _("added a statement about a warning"),
    "amend_casualty": _("changed a casualty figure"),
    "amend_attribution": _("changed who is named"),
    "amend_location": _("changed a location"),
    "amend_time": _("changed a time"),
    "amend_characteristic": _("changed what kind of attack it was"),
    "amend_warning": _("changed a statement about a warning"),
    "withdraw_claim": _("withdrew a claim"),
    "supersede": _("put a newer claim in the place of an older one"),
    "cite": _("added a citation"),
    "amend_citation": _("changed a citation"),
    "uncite": _("removed a citation"),
    "check_quotes": _("kept a newer snapshot that no longer holds a quote"),
    "amend_given_warning": _("changed what is recorded of a warning"),
    "warn_of": _("tied a warning to the incident"),
    "state": _("added a reaction"),
    "amend_statement": _("changed the wording of a reaction"),
    "link": _("linked another incident"),
    "remove": _("removed a reaction or a link"),
    "undo": _("took back their last edit"),
    "redo": _("made an edit again that they had taken back"),
    "revert": _("took it back to an earlier version"),
    "merge": _("merged two incidents"),
    "merge_actors": _("merged two actors"),
    "merge_places": _("merged two places"),
    "merge_publishers": _("merged two publishers"),
    "merge_tags": _("merged two tags"),
    "change_tags": _("changed the tags"),
    "undo_merge": _("undid a merge"),
    "split": _("split the incident"),
    "undo_split": _("undid a split"),
    "decide_no_duplicate": _("decided that another incident is no duplicate"),
    "resolve_occurred": _("decided when it happened"),
    "resolve_place": _("decided where it happened"),
    "resolve_killed": _("decided the number of killed"),
    "resolve_wounded": _("decided the number of wounded"),
}
"""What somebody did, to follow their name."""

TABS: Final[dict[str, str | Promise]] = {
    "mine": _("Mine"),
    "unassigned": _("Unassigned"),
    "drafts": _("Drafts"),
    "in_review": _("In review"),
    "changes_requested": _("Changes requested"),
    "approved": _("Approved"),
    "pending": _("Pending changes"),
    "stale": _("Stale"),
    "published": _("Published"),
    "closed": _("Withdrawn, merged, rejected"),
    "all": _("All"),
}

EMPTY: Final[dict[str, tuple[str | Promise, str | Promise]]] = {
    "mine": (
        _("Nothing is assigned to you."),
        _("Take something from “Unassigned”, or log an incident."),
    ),
    "unassigned": (_("Everything has somebody who works on it."), _("Log an incident to start a new one.")),
    "drafts": (_("Nothing is being written."), _("Log an incident to start one.")),
    "in_review": (_("Nothing waits for review."), _("Incidents come here when their authors submit them.")),
    "changes_requested": (_("No changes are asked for."), _("Incidents come here when a reviewer sends them back.")),
    "approved": (_("Nothing waits to be published."), _("Incidents come here when a reviewer approves them.")),
    "pending": (
        _("No published incident has changes under way."),
        _("Edit a published incident to start some: the public keeps its version until the next is published."),
    ),
    "stale": (
        _("Nothing lies untouched."),
        _("Open work that nobody has touched for two weeks comes here."),
    ),
    "published": (_("Nothing is published yet."), _("Incidents come here when a publisher publishes them.")),
    "closed": (
        _("Nothing was withdrawn, merged or rejected."),
        _("Withdrawn and merged incidents keep their address, with the reason."),
    ),
    "all": (_("There are no incidents yet."), _("Log the first one.")),
}

NEXT: Final[dict[str, str | Promise]] = {
    State.LEAD: _("Work it out"),
    State.DRAFT: _("Go on writing"),
    State.IN_REVIEW: _("Look at it"),
    State.CHANGES_REQUESTED: _("Answer the reviewer"),
    State.APPROVED: _("Look at it"),
    State.PUBLISHED: _("Look at it"),
    State.WITHDRAWN: _("Look at it"),
    State.MERGED: _("Look at it"),
    State.REJECTED: _("Look at it"),
}


def say_verb(verb: str) -> str:
    """What somebody did, in words; the bare name for a verb without any."""
    return str(VERBS.get(verb, verb))


def say_moment(at: datetime) -> str:
    """A moment to the minute, in UTC."""
    return gettext("%(moment)s UTC") % {"moment": date_format(at.astimezone(UTC), "j F Y, H:i")}
