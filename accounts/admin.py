"""People in Django's admin site: to look at, not to change. Changing somebody's role is a service with rules."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest

from accounts.models import ApiKey, Invitation, User


class ReadOnly(admin.ModelAdmin[Model]):
    """A list and a page for each row, with nothing to press."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 (Django's signature)
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False


@admin.register(User)
class UserAdmin(ReadOnly):
    list_display = ("display_name", "email", "role", "is_active", "date_joined", "last_login")
    list_filter = ("role", "is_active")
    search_fields = ("display_name", "email")
    exclude = ("password",)


@admin.register(Invitation)
class InvitationAdmin(ReadOnly):
    list_display = ("email", "role", "invited_by", "invited_at", "expires_at", "accepted_at", "withdrawn_at")
    exclude = ("token_sha256",)


@admin.register(ApiKey)
class ApiKeyAdmin(ReadOnly):
    list_display = ("prefix", "name", "owner", "scopes", "expires_at", "last_used_at", "revoked_at")
    exclude = ("secret_sha256", "former_sha256")
