"""How somebody new comes in."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation, Role, User
from accounts.refusals import Denied
from accounts.services.acting import acting
from accounts.tokens import new_secret, sha256

VALID_FOR = timedelta(days=7)


def invite(*, actor: User, email: str, role: Role) -> Invitation:
    """
    Invite somebody by mail; an open invitation to the same address is withdrawn.

    The mail holds the only copy of the token. Raises ``Denied`` unless the actor is an administrator,
    ``ValidationError`` when the address is wrong or belongs to somebody already.
    """
    _require_administrator(actor)
    email = email.strip().lower()
    if User.objects.filter(email=email).exists():
        raise ValidationError({"email": _("Somebody with this e-mail address is already registered.")})
    token = new_secret()
    now = timezone.now()
    with acting(actor, "invite"):
        Invitation.objects.unanswered().filter(email=email).update(withdrawn_at=now)
        invitation = Invitation(
            email=email,
            role=role,
            token_sha256=sha256(token),
            invited_by=actor,
            invited_at=now,
            expires_at=now + VALID_FOR,
        )
        invitation.full_clean()
        invitation.save()
        transaction.on_commit(lambda: _send(invitation, token))
    return invitation


def withdraw(*, actor: User, invitation: Invitation) -> None:
    """Close an invitation that was not accepted yet; one that was stays as it is."""
    _require_administrator(actor)
    with acting(actor, "withdraw_invitation"):
        Invitation.objects.unanswered().filter(pk=invitation.pk).update(withdrawn_at=timezone.now())


def find_open(token: str) -> Invitation | None:
    """The invitation that ``token`` can accept now."""
    return Invitation.objects.open().filter(token_sha256=sha256(token)).first()


def accept(*, token: str, display_name: str, password: str) -> User:
    """
    Register the invited person with the name and the password they chose. An invitation is accepted once.

    Raises ``ValidationError`` when the token opens nothing any more or the password breaks a rule.
    """
    with acting(None, "accept_invitation"):
        invitation = Invitation.objects.open().select_for_update().filter(token_sha256=sha256(token)).first()
        if invitation is None:
            raise ValidationError(_("This invitation is not valid any more. Ask for a new one."), code="closed")
        _check_password(password, invitation.email, display_name)
        user = User.objects.create_user(
            invitation.email, password, display_name=display_name.strip(), role=Role(invitation.role)
        )
        invitation.accepted_at = timezone.now()
        invitation.save(update_fields=["accepted_at"])
    return user


def _check_password(password: str, email: str, display_name: str) -> None:
    try:
        validate_password(password, User(email=email, display_name=display_name))
    except ValidationError as error:
        raise ValidationError({"password": error.error_list}) from error


def _require_administrator(actor: User) -> None:
    if not actor.has_role_of(Role.ADMINISTRATOR):
        raise Denied(_("Only administrators invite people."))


def _send(invitation: Invitation, token: str) -> None:
    context = {
        "invitation": invitation,
        "url": f"{settings.ATTEST_BASE_URL}{reverse('accounts_accept_invitation', args=[token])}",
    }
    send_mail(
        subject=gettext("You are invited to Attest"),
        message=render_to_string("accounts/email/invitation.txt", context),
        from_email=None,
        recipient_list=[invitation.email],
    )
