"""Who is named in an incident, and on which ground: the statement that counts and columns are made from.

A row of the record has the actors and the grounds of an incident, and not who is named on which, nor whether somebody
is said *not* to have done it. Where one actor is named on one ground and the state of the question shows that the claim
stands, that is enough; everywhere else the documents are opened, so that an acquittal is never counted as a finding.
"""

from typing import Final

from incidents.choices import AssertionRole, AttributionKind, AttributionState, Polarity, Verification

PLAIN: Final = "cardinality(actors) = 1 AND cardinality(attribution_kinds) = 1 AND attribution_state = ANY(%s)"
STANDING: Final = [
    state.value for state in (AttributionState.CLAIMED, AttributionState.ATTRIBUTED, AttributionState.ADJUDICATED)
]
PAIRS: Final = f"""
    pairs AS (
        SELECT version_id, actors[1] AS actor, attribution_kinds[1] AS ground FROM base WHERE {PLAIN}
        UNION
        SELECT base.version_id, claim -> 'value' ->> 'actor',
            CASE claim ->> 'polarity' WHEN '{Polarity.DENIED.value}' THEN '{AttributionKind.DENIAL.value}'
                ELSE claim -> 'value' ->> 'ground' END
        FROM base JOIN record_version AS version ON version.id = base.version_id
        CROSS JOIN LATERAL jsonb_array_elements(version.content -> 'claims') AS claim
        WHERE NOT ({PLAIN}) AND claim ->> 'kind' = 'attribution'
            AND claim ->> 'verification' <> '{Verification.WITHDRAWN.value}'
            AND claim ->> 'role' <> '{AssertionRole.SUPERSEDED.value}'
    )
"""  # noqa: S608 (codes of ours)
"""The pairs of the rows in ``base``; ``STANDING`` is its parameter, twice."""
