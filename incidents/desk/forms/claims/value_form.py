"""What every value form of a claim has in common."""

from typing import Any, ClassVar, Self

from django.http import QueryDict

from incidents.choices import AssertionKind
from incidents.desk.forms.desk_form import DeskForm
from incidents.models import Assertion, Incident


class ValueForm(DeskForm):
    """The typed value of a claim. ``echo`` says what was understood of the words, once there are any."""

    kind: ClassVar[AssertionKind]

    def __init__(self, data: QueryDict | None = None, *, incident: Incident, **options: Any) -> None:
        super().__init__(data, **options)
        self.incident = incident

    @classmethod
    def of(cls, data: QueryDict | None, *, incident: Incident, assertion: Assertion | None) -> Self:
        """The form for a new claim, or for one on record."""
        initial = cls.initial_of(assertion) if assertion else cls.initial_for(incident)
        return cls(data, incident=incident, initial=initial)

    @classmethod
    def initial_of(cls, assertion: Assertion) -> dict[str, Any]:  # noqa: ARG003 (a form for new claims has none)
        """What the fields hold for a claim on record."""
        return {}

    @classmethod
    def initial_for(cls, incident: Incident) -> dict[str, Any]:  # noqa: ARG003 (some kinds ask the incident)
        """What the fields hold for a new claim."""
        return {}

    @property
    def echo(self) -> str:
        """What was understood of the words typed; "" for nothing, or where there is nothing to understand."""
        return ""
