"""An incident in a list, from its flat row."""

import json
from typing import Any

from rest_framework import serializers

from incidents.api.serializers.additions import WithAdditions
from incidents.api.serializers.fields import GEOMETRY, constant, described, lists, said, term, terms, words
from incidents.api.serializers.values import (
    AttributionSerializer,
    SaidIntervalSerializer,
    SaidPlaceSerializer,
    SaidRangeSerializer,
)
from incidents.choices import (
    AttackFamily,
    AttackType,
    ClaimState,
    Definition,
    Tactic,
    TargetType,
    Verification,
    WeaponType,
)
from incidents.models.record import PublishedIncident


class IncidentRowSerializer(WithAdditions[PublishedIncident]):
    """An incident in a list: the values that the record gives and who gives them, without the claims behind them."""

    id = serializers.CharField(help_text="The permanent id. It is never given to another incident.")
    url = serializers.URLField(help_text="Where the whole document is, with every claim.")
    version = serializers.IntegerField(help_text="The number of the version that these values are from.")
    published_at = serializers.DateTimeField(help_text="When that version was published, UTC.")
    title = words()
    demonstration = serializers.BooleanField(help_text="Made up for demonstration: not for citation.")
    parent = serializers.CharField(allow_null=True, help_text="The incident that this is a part of: it counts it too.")  # type: ignore[assignment]
    occurred = SaidIntervalSerializer(allow_null=True)
    place = SaidPlaceSerializer(allow_null=True)
    family = term(AttackFamily, "The attack types as the map draws them.")
    attack_types = terms(AttackType, "How it was carried out.")
    weapon_types = terms(WeaponType, "What was used.")
    target_types = terms(TargetType, "Who or what was attacked.")
    tactics = terms(Tactic, "How it was done, beside the attack type.")
    attribution = AttributionSerializer()
    killed = SaidRangeSerializer(allow_null=True)
    wounded = SaidRangeSerializer(allow_null=True)
    has_warning = serializers.BooleanField(help_text="A warning before the attack is on record.")
    origins = serializers.IntegerField(help_text="Independent origins behind the best founded claim.")
    source_count = serializers.IntegerField(help_text="Sources cited.")
    publishers = lists("Who published the sources.")
    languages = lists("Languages of the sources (BCP 47).")
    definition = term(Definition, "How far the three criteria of the GTD are met.")
    claim_state = term(ClaimState, "Whether anybody claims it.")
    verifications = terms(Verification, "What we make of the claims that stand.")

    def to_representation(self, instance: PublishedIncident) -> dict[str, Any]:
        """Written out by hand: a page has a hundred of these."""
        return {
            "id": instance.public_id,
            "url": self.url_of(instance),
            "version": instance.version.number,
            "published_at": said(instance.version.published_at),
            "title": instance.title,
            "demonstration": instance.demonstration,
            "parent": instance.parent or None,
            "occurred": interval(instance),
            "place": place(instance),
            "family": instance.family,
            "attack_types": instance.attack_types,
            "weapon_types": instance.weapon_types,
            "target_types": instance.target_types,
            "tactics": instance.tactics,
            "attribution": {
                "state": instance.attribution_state,
                "actors": instance.actors,
                "kinds": instance.attribution_kinds,
            },
            "killed": persons(instance, "killed"),
            "wounded": persons(instance, "wounded"),
            "has_warning": instance.has_warning,
            "origins": instance.origin_count,
            "source_count": instance.source_count,
            "publishers": instance.publishers,
            "languages": instance.languages,
            "definition": instance.definition,
            "claim_state": instance.claim_state,
            "verifications": instance.verifications,
        }

    def url_of(self, instance: PublishedIncident) -> str:
        """The address of the document; ``base``, the address of the list, is found out once for the whole page, and so
        is ``question``, which asks for the document as it stood at the moment of the list.
        """
        return f"{self.context['base']}{instance.public_id}/{self.context.get('question', '')}"


class FeatureSerializer(serializers.Serializer[PublishedIncident]):
    """An incident as a GeoJSON feature (RFC 7946)."""

    type = constant("Feature")
    id = serializers.CharField()
    geometry = described(GEOMETRY)
    properties = IncidentRowSerializer()


def geometry(row: PublishedIncident) -> dict[str, Any] | None:
    """The published geometry (RFC 7946); nothing where nothing may be drawn."""
    return dict(json.loads(row.geometry.geojson)) if row.geometry else None


def interval(row: PublishedIncident) -> dict[str, Any] | None:
    """When it happened; nothing while nobody says."""
    if row.occurred_earliest is None:
        return None
    return {
        "earliest": row.occurred_earliest,
        "latest": row.occurred_latest,
        "precision": row.occurred_precision,
        "edtf": row.occurred_edtf,
        "text": row.occurred_text,
        "said_by": row.occurred_said_by,
    }


def place(row: PublishedIncident) -> dict[str, Any] | None:
    """Where it happened, in names, and who says so; nothing while nobody says."""
    if not row.place_precision:
        return None
    return {
        "name": row.place_name,
        "country_code": row.country_code,
        "country_name": row.country_name,
        "province_code": row.province_code,
        "province_name": row.province_name,
        "precision": row.place_precision,
        "uncertainty_m": row.uncertainty_m,
        "said_by": row.place_said_by,
    }


def persons(row: PublishedIncident, measure: str) -> dict[str, Any] | None:
    """How many; nothing while nobody says."""
    said_by = getattr(row, f"{measure}_said_by")
    if not said_by:
        return None
    return {name: getattr(row, f"{measure}_{name}") for name in ("low", "best", "high", "text")} | {"said_by": said_by}
