"""STIX as its consumers read it."""

from collections import Counter
from typing import Any

from django.test import Client
from stix2validator import ValidationOptions, validate_instance

Object = dict[str, Any]


def bundle_of(client: Client, public_id: str, query: str = "") -> dict[str, Any]:
    answer = client.get(f"/incidents/{public_id}.stix.json{query}")
    assert answer.status_code == 200, (public_id, answer.status_code)
    assert answer["Content-Type"] == "application/stix+json;version=2.1"
    return dict(answer.json())


def of_type(bundle: dict[str, Any], kind: str, label: str = "") -> list[Object]:
    """Its objects of a type; of notes those that have a label among their first two: what it is, and of what."""
    found = [one for one in bundle["objects"] if one["type"] == kind]
    return [one for one in found if label in one.get("labels", [])[:2]] if label else found


def faults(bundle: dict[str, Any]) -> tuple[list[str], Counter[str]]:
    """What OASIS's own validator finds wrong, and how often it warns of what, by the number of the check."""
    found = validate_instance(bundle, ValidationOptions(version="2.1"))
    return [str(one) for one in found.errors], Counter(str(one).split("{")[1][:3] for one in found.warnings)


def dangling(bundle: dict[str, Any]) -> set[str]:
    """Types of objects that are referred to and not brought."""
    known = {one["id"] for one in bundle["objects"]}
    return {one.partition("--")[0] for one in _references(bundle["objects"]) if one not in known}


def _references(value: Any) -> list[str]:
    if isinstance(value, list):
        return [one for part in value for one in _references(part)]
    if not isinstance(value, dict):
        return []
    found = []
    for name, part in value.items():
        if name.endswith(("_ref", "_refs")):
            found += [part] if isinstance(part, str) else list(part)
        else:
            found += _references(part)
    return found
