from accounts.models.api_key import ApiKey, KeyUse, Scope
from accounts.models.invitation import Invitation
from accounts.models.user import SingleKeys, User
from accounts.roles import Role

__all__ = ["ApiKey", "Invitation", "KeyUse", "Role", "Scope", "SingleKeys", "User"]
