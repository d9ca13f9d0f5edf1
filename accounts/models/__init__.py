from accounts.models.user import User
from accounts.roles import Role

__all__ = ["Role", "User"]
