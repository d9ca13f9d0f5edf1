"""Note who published what on whose approval: the desk's side of a version, sealed into the log."""

import secrets

from accounts.models import User
from incidents.models import Approval, Incident, Publication
from incidents.rules.canonical import SALT_BYTES
from incidents.rules.seals import desk_seal
from incidents.selectors.desk_facts import desk_facts


def note_publication(held: Incident, actor: User, approval: Approval | None = None) -> str:
    """Write down who publishes what on whose approval, and return the seal over it for the log."""
    salt = secrets.token_bytes(SALT_BYTES)
    noted = Publication.objects.create(
        incident=held,
        number=held.published_number,
        approval=approval,
        published_by=actor,
        revision=held.revision,
        seal_salt=salt.hex(),
    )
    return desk_seal(salt, desk_facts([noted])[noted.pk]).hex()
