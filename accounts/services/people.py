"""Changing what somebody may do."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Role, User
from accounts.refusals import Denied
from accounts.services.acting import acting
from accounts.services.sessions import end_all_sessions


def change_role(*, actor: User, person: User, role: Role) -> User:
    """
    Give ``person`` another role; it holds from their next request on.

    Raises ``Denied`` unless the actor is an administrator, ``ValidationError`` when the change would be the actor's
    own or would leave no administrator.
    """
    with acting(actor, "change_role"):
        person = _locked_for_change(actor, person, leaves_office=role != Role.ADMINISTRATOR)
        if person.pk == actor.pk:
            raise ValidationError(_("You cannot change your own role. Ask another administrator."), code="own_role")
        person.role = role
        person.full_clean()
        person.save(update_fields=["role"])
    return person


def deactivate(*, actor: User, person: User) -> User:
    """End somebody's access: sessions now, API keys for good. Their work and its history stay."""
    with acting(actor, "deactivate"):
        person = _locked_for_change(actor, person, leaves_office=True)
        if person.pk == actor.pk:
            raise ValidationError(_("You cannot deactivate yourself. Ask another administrator."), code="own_account")
        person.is_active = False
        person.save(update_fields=["is_active"])
        person.api_keys.unrevoked().update(revoked_at=timezone.now())
        end_all_sessions(person)
    return person


def reactivate(*, actor: User, person: User) -> User:
    """Let somebody sign in again, with the role they had; their API keys stay revoked."""
    with acting(actor, "reactivate"):
        person = _locked_for_change(actor, person, leaves_office=False)
        person.is_active = True
        person.save(update_fields=["is_active"])
    return person


def rename(*, actor: User, display_name: str) -> User:
    """Change one's own name as colleagues see it."""
    with acting(actor, "rename"):
        actor.display_name = display_name.strip()
        actor.full_clean(exclude=["password"])
        actor.save(update_fields=["display_name"])
    return actor


def choose_keys(*, actor: User, single_keys: str) -> User:
    """Say how one wants the keys of the desk that do something by themselves: ``SingleKeys``."""
    with acting(actor, "choose_keys"):
        actor.single_keys = single_keys
        actor.full_clean(exclude=["password"])
        actor.save(update_fields=["single_keys"])
    return actor


def _locked_for_change(actor: User, person: User, *, leaves_office: bool) -> User:
    """
    The person, read again under lock, once the actor is known to be an administrator still.

    All administrators are locked first and in one order, so that two of them who demote each other at the same
    moment cannot both succeed.
    """
    administrators = User.objects.active().administrators().order_by("pk").select_for_update()
    numbers = {administrator.pk for administrator in administrators}
    if actor.pk not in numbers:
        raise Denied(_("Only administrators change what other people may do."))
    if leaves_office and numbers == {person.pk}:
        raise ValidationError(
            _("You are the only administrator. Make somebody else an administrator first."), code="last_administrator"
        )
    return User.objects.select_for_update().get(pk=person.pk)
