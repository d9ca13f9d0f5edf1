"""What comes to the desk before it is a source: pages that are fetched, and leads."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FetchStage(TextChoices):
    """How far the fetching of a page has come."""

    WAITING = "waiting", _("Waiting for the worker")
    RUNNING = "running", _("Being fetched")
    FETCHED = "fetched", _("Fetched")
    REFUSED = "refused", _("Not fetched")


class LeadStage(TextChoices):
    """What somebody made of a lead."""

    NEW = "new", _("New")
    TAKEN = "taken", _("Taken")
    DISMISSED = "dismissed", _("Dismissed")
