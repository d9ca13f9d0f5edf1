"""Tell people that work waits for them. A message says where to look and never what is written there."""

from django.core.mail import send_mail
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.roles import Role
from incidents.models import Review
from incidents.policies import may_review

REVIEWING = [role.value for role in Role if role.at_least(Role.REVIEWER)]


def tell_reviewers(*, review: Review, address: str) -> int:
    """Write to everybody who may decide a review where to find it; the number of messages is returned."""
    people = [person for person in User.objects.filter(is_active=True, role__in=REVIEWING) if _asked(person, review)]
    for person in people:
        send_mail(
            subject=_("An incident waits for review"),
            message=_("An incident was handed in for review. Sign in to read it:\n\n%(address)s\n")
            % {"address": address},
            from_email=None,
            recipient_list=[person.email],
        )
    return len(people)


def _asked(person: User, review: Review) -> bool:
    return bool(may_review(person, review.incident))
