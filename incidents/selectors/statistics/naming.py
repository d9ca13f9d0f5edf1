"""In how many incidents of a query each actor is named, and on what ground.

A row of the record has the actors and the grounds of an incident, and not who is named on which, nor whether somebody
is said *not* to have done it. Where one actor is named on one ground and the state of the question shows that the claim
stands, that is enough; everywhere else the documents are opened, so that an acquittal is never counted as a finding.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from django.db import connections

from incidents.choices import AssertionRole, AttributionKind, AttributionState, Polarity, Verification
from incidents.filters import Query
from incidents.querysets.record import PUBLIC
from incidents.selectors.statistics.wholes import wholes

PLAIN: Final = "cardinality(actors) = 1 AND cardinality(attribution_kinds) = 1 AND attribution_state = ANY(%s)"
STANDING: Final = [
    state.value for state in (AttributionState.CLAIMED, AttributionState.ATTRIBUTED, AttributionState.ADJUDICATED)
]
PAIRS: Final = f"""
    pairs AS (
        SELECT public_id, actors[1] AS actor, attribution_kinds[1] AS ground FROM base WHERE {PLAIN}
        UNION
        SELECT base.public_id, claim -> 'value' ->> 'actor',
            CASE claim ->> 'polarity' WHEN '{Polarity.DENIED.value}' THEN '{AttributionKind.DENIAL.value}'
                ELSE claim -> 'value' ->> 'ground' END
        FROM base JOIN record_version AS version ON version.id = base.version_id
        CROSS JOIN LATERAL jsonb_array_elements(version.content -> 'claims') AS claim
        WHERE NOT ({PLAIN}) AND claim ->> 'kind' = 'attribution'
            AND claim ->> 'verification' <> '{Verification.WITHDRAWN.value}'
            AND claim ->> 'role' <> '{AssertionRole.SUPERSEDED.value}'
    )
"""  # noqa: S608 (codes of ours)
BY_ACTOR: Final = """
    SELECT actor, NULL AS ground, count(*) FROM base CROSS JOIN LATERAL unnest(actors) AS actor GROUP BY actor
    UNION ALL SELECT actor, ground, count(DISTINCT public_id) FROM pairs GROUP BY actor, ground
"""
OF_SOME: Final = "SELECT ground, count(DISTINCT public_id) FROM pairs WHERE actor = ANY(%s) GROUP BY ground"


@dataclass(slots=True)
class Naming:
    """An actor, the incidents for which it is named, and on which ground in how many of them.

    Of an attribution that says that somebody did not do it, the ground is a denial. Claims that were replaced by newer
    ones name, and count on no ground.
    """

    actor: str
    incidents: int = 0
    grounds: dict[str, int] = field(default_factory=dict)


def by_actor(query: Query) -> list[Naming]:
    """Everybody who is named, in most incidents first. A branch counts for itself, not for what it is a part of."""
    found: dict[str, Naming] = {}
    for actor, ground, number in _ask(query, BY_ACTOR):
        naming = found.setdefault(actor, Naming(actor))
        if ground is None:
            naming.incidents = number
        else:
            naming.grounds[ground] = number
    return sorted(found.values(), key=lambda one: (-one.incidents, one.actor))


def by_ground(query: Query, actors: list[str]) -> dict[str, int]:
    """On which ground one or another of some actors is named, in how many incidents of a query."""
    return dict(_ask(query, OF_SOME, actors))


def _ask(query: Query, question: str, *values: list[str]) -> list[tuple[Any, ...]]:
    columns = ("public_id", "version_id", "actors", "attribution_kinds", "attribution_state")
    sql, parameters = wholes(query).exclude(actors=[]).values(*columns).query.sql_with_params()
    with connections[PUBLIC].cursor() as cursor:
        cursor.execute(
            f"WITH base AS MATERIALIZED ({sql}), {PAIRS} {question}", [*parameters, STANDING, STANDING, *values]
        )
        return list(cursor.fetchall())
