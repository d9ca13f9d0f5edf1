"""The roles people hold, from least to most trusted."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What a person may do at the desk; each role may do everything the roles before it may."""

    CONTRIBUTOR = "contributor", _("Contributor")
    EDITOR = "editor", _("Editor")
    REVIEWER = "reviewer", _("Reviewer")
    PUBLISHER = "publisher", _("Publisher")
    SENIOR = "senior", _("Senior editor")
    ADMINISTRATOR = "administrator", _("Administrator")

    @property
    def rank(self) -> int:
        """Position in the order of trust, the contributor at 0."""
        return list(type(self)).index(self)

    def at_least(self, other: "Role") -> bool:
        """Whether this role may do everything that ``other`` may."""
        return self.rank >= other.rank
