"""Small edits that reviewers asked colleagues for, while an incident stays in review."""

from accounts.models import User
from incidents.choices import ReviewVerdict, State
from incidents.models import Incident, SmallEdit
from incidents.policies import may_edit


def open_small_edit(incident: Incident) -> SmallEdit | None:
    """What is asked for now, of whom and by whom."""
    if incident.state != State.IN_REVIEW:
        return None
    asked = SmallEdit.objects.filter(review__incident=incident, review__verdict=ReviewVerdict.OPEN, ended_at=None)
    return asked.select_related("asked_by", "asked_of").first()


def small_edit_of(person: User, incident: Incident) -> SmallEdit | None:
    """The same, where it is asked of this person."""
    asked = open_small_edit(incident)
    return asked if asked and asked.asked_of_id == person.pk else None


def who_could_edit(incident: Incident, *, but: User) -> list[User]:
    """Colleagues who may edit an incident, by name; not the one who would ask."""
    active = User.objects.active().exclude(pk=but.pk).order_by("display_name")
    return [one for one in active if may_edit(one, incident)]


def looked_at(incident: Incident, person: User) -> int:
    """The revision that somebody last looked at in the open round of review, or that was handed in, as far as is known.

    A reviewer who asked for a small edit had looked at what there was then.
    """
    handed_in = incident.transitions.filter(target=State.IN_REVIEW).values_list("revision", flat=True).first()
    review = incident.reviews.first()
    if handed_in is None or review is None:
        return incident.revision
    asked = SmallEdit.objects.filter(review=review, asked_by=person).values_list("revision", flat=True).first()
    return max(handed_in, asked or 0)
