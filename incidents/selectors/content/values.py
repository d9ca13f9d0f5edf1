"""Resolved values as the public reads them: each with the policy and the claims it rests on."""

from typing import Any

from incidents.models import Resolution


def grounds(resolution: Resolution) -> dict[str, Any]:
    """Why this value: the policy, the reason and the claims behind it."""
    return {
        "policy": resolution.policy,
        "policy_text": resolution.get_policy_display(),
        "reason": resolution.reason,
        "claims": sorted(str(assertion.uid) for assertion in resolution.assertions.all()),
    }


def occurred(resolution: Resolution | None) -> dict[str, Any] | None:
    """When it happened: instants in UTC, precision, EDTF and words; nothing while nobody says."""
    return {**resolution.value, "why": grounds(resolution)} if resolution else None


def persons(resolution: Resolution | None) -> dict[str, Any] | None:
    """How many: low, best and high, each null where no source gives it, and the words."""
    return {**resolution.value, "why": grounds(resolution)} if resolution else None


def codes(resolution: Resolution | None) -> list[dict[str, Any]]:
    """Coded facts of one kind, each with the claims that state it."""
    return list(resolution.value) if resolution else []
