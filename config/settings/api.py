"""The REST API: what it answers with, how often one may ask, and what its OpenAPI document says of itself."""

from typing import Any

from config.settings import accounts

ATTEST_API_VERSION = "1.1.0"  # as docs/api/changelog.md begins
ATTEST_API_RATE = "300/min"  # for each address; a network of IPv6 counts as one
ATTEST_DRAFTING_RATE = "240/min"  # for each key
ATTEST_DRAFTING_NETWORK_RATE = "480/min"  # for each address that comes with keys, good or bad

# The counters behind the limits are one for all web processes of a machine, and no table of the application, which an
# anonymous read must not touch. The cache "api" stays in the process: what it holds can be counted anew.
CACHES: dict[str, dict[str, Any]] = {
    **accounts.CACHES,
    "api": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "api",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "limits": {"BACKEND": "config.shared_counts.SharedCounts", "LOCATION": ""},  # where: config.settings.base
}

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAdminUser"],
    "DEFAULT_THROTTLE_RATES": {
        "anonymous": ATTEST_API_RATE,
        "drafting": ATTEST_DRAFTING_RATE,
        "drafting_network": ATTEST_DRAFTING_NETWORK_RATE,
    },
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_METADATA_CLASS": None,
    "EXCEPTION_HANDLER": "incidents.api.problems.answer",
    "UNAUTHENTICATED_USER": None,
    "COMPACT_JSON": True,
    "UNICODE_JSON": True,
}

SPECTACULAR_SETTINGS = {
    "OAS_VERSION": "3.1.1",
    "TITLE": "Attest API",
    "VERSION": ATTEST_API_VERSION,
    "DESCRIPTION": (
        "The published record of terrorist incidents: what is known, who says so, and since when.\n\n"
        "Reading is open: no key, no cookie, any origin. Times are UTC, coordinates WGS 84 in degrees, longitude "
        "first. A number that no source gives is null and never zero. Errors are problem details (RFC 9457)."
    ),
    "LICENSE": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "PREPROCESSING_HOOKS": ["incidents.api.reference.document.without_drafts"],
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
    "DISABLE_ERRORS_AND_WARNINGS": False,
    "ENUM_SUFFIX": "",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "incidents.api.reference.hoisting.allow_empty",
        "incidents.api.reference.hoisting.hoist_parameters",
    ],
    "TAGS": [
        {"name": "Incidents", "description": "Incidents as the record holds them now, or held them at a moment."},
        {
            "name": "Claims",
            "description": "What somebody says of an incident, claim by claim, over many incidents: as one list, and "
            "by kind.",
        },
        {
            "name": "Warnings, reactions, links",
            "description": "What surrounds incidents: warnings before them, what was said of them, other incidents.",
        },
        {
            "name": "Sources and names",
            "description": "Whom and what the record names: what is cited, who published it, who is named, and where.",
        },
        {"name": "Versions", "description": "Every version that was ever published. They never change."},
        {"name": "Releases", "description": "The whole record, frozen under a name: files that never change."},
        {"name": "Record", "description": "The record as a whole: its vocabularies and its log."},
    ],
    "ENUM_NAME_OVERRIDES": {
        name: f"incidents.choices.{name}"
        for name in (
            "Access",
            "ActorKind",
            "ActorRelationKind",
            "Alternative",
            "AssertionKind",
            "AssertionRole",
            "AttackFamily",
            "AttackType",
            "AttributionKind",
            "AttributionRole",
            "AttributionState",
            "CasualtyMeasure",
            "CharacteristicKind",
            "CommentState",
            "Confidence",
            "Credibility",
            "DatePrecision",
            "DerivationKind",
            "Directness",
            "GateKey",
            "LinkKind",
            "LocationMethod",
            "LocationRole",
            "Modality",
            "Naming",
            "PlaceKind",
            "PlacePrecision",
            "Polarity",
            "Population",
            "PublisherKind",
            "Quantifier",
            "Reliability",
            "ResolutionPolicy",
            "ReviewerRole",
            "SourceKind",
            "Stance",
            "State",
            "Tactic",
            "TargetType",
            "Verification",
            "VersionKind",
            "WarningAspect",
            "WarningBasis",
            "WarningOutcome",
            "WarningSpecificity",
            "WeaponType",
            "YesNoUnknown",
        )
    },
}
