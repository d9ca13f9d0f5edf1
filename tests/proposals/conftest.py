"""A captured report, and the editor who reads it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accounts.models import User
from accounts.roles import Role
from incidents.models import Capture, Incident, Source
from incidents.rules.proposals import Proposal
from incidents.selectors.proposals import read_capture_text
from incidents.services.capturing import capture_text
from incidents.services.inputs import Description
from incidents.services.logging import log_incident
from incidents.services.people import record_actor
from tests import making
from tests.isolation.scenes import scene

TEXT = """KERMAN, Iran - Two suicide bombings in the city of Kerman killed nearly 100 people and wounded scores on \
Wednesday, a senior security official said, speaking on condition of anonymity because he was not authorised to speak.

The Example Front claimed responsibility for the attack.

A group calling itself the Second Front denied involvement.

The blasts were first reported by the Morning Example.

Officials had been warned of an attack days earlier, the official said.
"""


@dataclass
class Read:
    """A report of 4 January 2024 kept as pasted text, a draft and their editor."""

    editor: User
    source: Source
    capture: Capture
    draft: Incident

    def proposal(self, kind: str, **value: object) -> Proposal:
        """The first proposal of a kind with these parts of its value."""
        return next(
            one
            for one in read_capture_text(self.capture)
            if one.kind == kind and all(one.value[name] == wanted for name, wanted in value.items())
        )


@scene
def read_report(_folder: Path) -> Read:
    """A report that names Kerman, a group on record and an official without a name."""
    editor = making.person(Role.EDITOR)
    making.kerman()
    record_actor(actor=editor, name="Example Front", kind="organisation")
    source = making.source(editor, published_on=date(2024, 1, 4))
    capture = capture_text(actor=editor, source=source, text=TEXT)
    draft = log_incident(actor=editor, description=Description(title="Bombings in Kerman"))
    return Read(editor, source, capture, draft)
