"""Vocabularies of the desk's own work: what people are told of, how, and what is done to many incidents at once."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class NoticeEvent(TextChoices):
    """What somebody is told of. A label says it in general words: it is all that leaves the desk by e-mail."""

    ASSIGNED = "assigned", _("An incident was assigned to you")
    REVIEW_ASKED = "review_asked", _("An incident waits for review")
    MENTIONED = "mentioned", _("You were mentioned in a comment")
    CHANGES_REQUESTED = "changes_requested", _("Changes were requested of an incident that is yours or that you follow")
    APPROVED = "approved", _("An incident that is yours or that you follow was approved")
    EDITED = "edited", _("An incident that is yours or that you follow was edited by somebody else")
    QUOTE_MISSING = "quote_missing", _("A quote is no longer found in its source")
    REPORT_RECEIVED = "report_received", _("A reader reported an error")
    EMBARGO_FELL = "embargo_fell", _("A publication that was set for a moment was called off, or did not happen")
    SMALL_EDIT_ASKED = "small_edit_asked", _("You were asked for a small edit of an incident in review")
    SMALL_EDIT_MADE = "small_edit_made", _("A small edit that you asked for was made")
    CODING_ASKED = "coding_asked", _("You were asked to code an incident that others have coded")
    CODING_DONE = "coding_done", _("A second coding that you asked for is done")
    WEBHOOK_PAUSED = "webhook_paused", _("A webhook of yours was paused: its address does not take what is sent")
    CODING_BACK = "coding_back", _("A second coding that you asked for was given back")


class ReportPart(TextChoices):
    """What part of a page a reader says is wrong; "" where they are not sure."""

    TITLE = "title", _("Title or summary")
    OCCURRED = "occurred", _("When it happened")
    PLACE = "place", _("Where it happened")
    KILLED = "killed", _("Number of dead")
    WOUNDED = "wounded", _("Number of wounded")
    ATTRIBUTION = "attribution", _("Who did it")
    CHARACTERISTICS = "characteristics", _("Attack type, weapon or target")
    WARNINGS = "warnings", _("Warnings")
    SOURCES = "sources", _("A source or a quote")
    DANGER = "danger", _("It endangers somebody")
    OTHER = "other", _("Something else")


class CodedField(TextChoices):
    """What a second coder can be asked to code."""

    OCCURRED = "occurred", _("When it happened")
    PLACE = "place", _("Where it happened")
    ATTACK_TYPES = "attack_types", _("Attack types")
    WEAPON_TYPES = "weapon_types", _("Weapon types")
    TARGET_TYPES = "target_types", _("Target types")
    KILLED = "killed", _("Killed")
    WOUNDED = "wounded", _("Wounded")
    ATTRIBUTION = "attribution", _("State of the attribution")


class MailPace(TextChoices):
    """How somebody is written to about an event."""

    IMMEDIATE = "immediate", _("At once")
    DAILY = "daily", _("Once a day")
    OFF = "off", _("Not at all")


class BulkKind(TextChoices):
    """What can be done to many incidents at once. It moves no state: nothing is approved or published in bulk."""

    ASSIGN = "assign", _("Assign")
    UNASSIGN = "unassign", _("Take away from whoever has it")
    TAG = "tag", _("Put a tag on")
    UNTAG = "untag", _("Take a tag off")


class QueueColumn(TextChoices):
    """What the queue can show of an incident beside its title."""

    NEXT = "next", _("What you can do")
    STATE = "state", _("State")
    WHERE_WHEN = "where_when", _("When and where")
    KILLED = "killed", _("Killed")
    WOUNDED = "wounded", _("Wounded")
    ATTACK = "attack", _("Attack type")
    TAGS = "tags", _("Tags")
    ASSIGNED = "assigned", _("Assigned to")
    AUTHOR = "author", _("Logged by")
    LOGGED = "logged", _("Logged")
    CHANGED = "changed", _("Changed")
