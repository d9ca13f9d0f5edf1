"""Small edits that reviewers asked colleagues for, while an incident stays in review."""

from accounts.models import User
from incidents.choices import State
from incidents.models import Incident, SmallEdit
from incidents.policies import may_edit
from incidents.selectors.approvals import review_to_decide


def open_small_edit(incident: Incident) -> SmallEdit | None:
    """What is asked for now, of whom and by whom."""
    review = review_to_decide(incident)
    asked = SmallEdit.objects.filter(review=review, ended_at=None) if review else SmallEdit.objects.none()
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

    A reviewer who asked for a small edit had looked at what there was then. Where a small edit handed it in anew, what
    had been approved before it is what everybody had looked at.
    """
    handed_in = incident.transitions.filter(target=State.IN_REVIEW).values_list("revision", flat=True).first()
    review = incident.reviews.first()
    if handed_in is None or review is None:
        return incident.revision
    wishes = SmallEdit.objects.filter(review=review).order_by("-revision")
    before = wishes.filter(revision__lt=handed_in).values_list("revision", flat=True).first()
    asked = wishes.filter(asked_by=person).values_list("revision", flat=True).first()
    return max(before or handed_in, asked or 0)
