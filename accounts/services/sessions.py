"""How long a sign-in lasts, and how it ends."""

from datetime import datetime, timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings

from accounts.models import User

SEEN_EVERY = timedelta(minutes=1)


def is_over(session: UserSession, now: datetime) -> bool:
    """Whether a sign-in has lasted too long, or nothing was done with it for too long."""
    return now - session.created_at >= timedelta(
        seconds=settings.ATTEST_SESSION_SECONDS
    ) or now - session.last_seen_at >= timedelta(seconds=settings.ATTEST_SESSION_IDLE_SECONDS)


def note_activity(session: UserSession, now: datetime) -> None:
    """Remember that the session is in use; written at most once a minute."""
    if now - session.last_seen_at >= SEEN_EVERY:
        UserSession.objects.filter(pk=session.pk).update(last_seen_at=now)


def end_session(*, actor: User, session: UserSession) -> None:
    """Sign oneself out somewhere; somebody else's session is left alone."""
    if session.user_id == actor.pk:
        session.end()


def end_all_sessions(person: User) -> None:
    """Sign somebody out everywhere."""
    for session in UserSession.objects.filter(user=person):
        session.end()
