"""What is proposed from a captured text, and what became of a proposal."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProposalKind(TextChoices):
    """What a proposal proposes. The first six are claims; the others surround them."""

    TIME = "time", _("When")
    PLACE = "place", _("Where")
    CASUALTY = "casualty", _("How many")
    CHARACTERISTIC = "characteristic", _("What kind of attack")
    ATTRIBUTION = "attribution", _("Who is named")
    WARNING = "warning", _("Warning")
    SPEAKER = "speaker", _("Who speaks")
    DERIVATION = "derivation", _("What the report rests on")


class ProposalState(TextChoices):
    """What somebody decided about a proposal. One that nobody has decided about is on no list: it is read anew."""

    ACCEPTED = "accepted", _("Accepted")
    CLEARED = "cleared", _("Cleared")
