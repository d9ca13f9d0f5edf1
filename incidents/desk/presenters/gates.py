"""The evidence gates as a checklist: what is missing, and where to mend it."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import AssertionKind, GateKey
from incidents.desk.reads.quotes import alerts_of
from incidents.models import Incident
from incidents.selectors.gates import Gate


def gate_rows(gates: list[Gate], incident: Incident, person: User, *, may_waive: bool = False) -> list[dict[str, Any]]:
    """Each gate: its name, whether it is open and applies at all, what is missing, and up to two links.

    Where a person cannot mend it, the action is a sentence that says who can, and leads nowhere.
    """
    rows = []
    for gate in gates:
        url, words = _hidden() if _is_hidden(gate, incident, person) else _mend(gate.key, incident)
        waivable = may_waive and gate.waivable and not gate.open
        rows.append(
            {
                "label": gate.key.label,
                "passed": gate.open,
                "applies": gate.applies,
                "missing": gate.missing if not gate.open else "",
                "waived": gate.waived and bool(gate.missing),
                "url": "" if gate.open else url,
                "action": words,
                "waive_url": reverse("desk:waive", kwargs={"uid": incident.uid, "gate": gate.key}) if waivable else "",
            }
        )
    return rows


def _is_hidden(gate: Gate, incident: Incident, person: User) -> bool:
    """Whether what is missing is to be done with quotes, all of which a person may not see."""
    return gate.key == GateKey.QUOTES and not gate.open and not alerts_of(incident, person)


def _hidden() -> tuple[str, str]:
    return "", _("You may not see the source. A senior editor can answer for it, or whoever recorded it.")


def _mend(key: GateKey, incident: Incident) -> tuple[str, str]:
    """Where what this gate misses is put right."""
    page = reverse("desk:incident", kwargs={"uid": incident.uid})
    whole = reverse("desk:incident", kwargs={"uid": incident.parent.uid}) if incident.parent else page
    ways = {
        GateKey.DATED: (_new(incident, AssertionKind.TIME), _("Add a time")),
        GateKey.PLACED: (_new(incident, AssertionKind.LOCATION), _("Add a location")),
        GateKey.SENSITIVITY: (reverse("desk:describe", kwargs={"uid": incident.uid}), _("Decide the flags")),
        GateKey.TOLL: (f"{page}#who", _("Go to who and how many")),
        GateKey.ATTRIBUTION: (f"{page}#who", _("Go to who and how many")),
        GateKey.DUPLICATES: (f"{page}#evidence", _("Go to the links")),
        GateKey.PARENT: (whole, _("Go to the whole")),
        GateKey.SPLIT: (f"{page}#regroupings", _("Go to the split")),
        GateKey.QUOTES: (f"{page}#alerts", _("Go to the quotes")),
    }
    return ways.get(key, (f"{page}#what", _("Go to the claims")))


def _new(incident: Incident, kind: AssertionKind) -> str:
    return reverse("desk:claim_new", kwargs={"uid": incident.uid, "kind": kind})
