"""A desk to be measured: invented incidents with claims, citations and values, made by a few statements.

Nothing here is meant for any other database: the rows are written as the application's role, past the services, and
have no history but what the triggers write. One toll in a hundred rests on a confidential source of the senior's alone.
"""

from typing import Final

from django.db import connection, transaction

from accounts.models import User
from accounts.roles import Role
from accounts.services.demonstration import ensure_demonstration_people
from incidents import workflow
from incidents.choices import State
from incidents.models import Incident, Place, Source
from incidents.services.inputs import SourceItem
from incidents.services.sources import record_source

BATCH: Final = 10_000
PLACES: Final = 500

INCIDENTS: Final = """
    INSERT INTO incidents_incident (
        uid, title, state, revision, published_number, assigned_to_id, demonstration, desk_note, graphic, personal_data,
        alternative, occurred_earliest, occurred_latest, occurred_precision, place_id, place_precision, country_code,
        province_code, attack_types, weapon_types, target_types, tactics, killed_low, killed_best, killed_high,
        attribution_state, origin_count, has_warning, created_by_id, created_at, changed_at
    )
    SELECT gen_random_uuid(), (ARRAY['Bombing', 'Armed', 'Roadside', 'Market'])[1 + n %% 4] || ' attack no ' || n,
        'draft', 1, 0, CASE WHEN n %% 3 = 0 THEN NULL ELSE who END, false, '',
        CASE WHEN n %% 5 = 0 THEN NULL ELSE false END, false, '',
        CASE WHEN n %% 10 <> 0 THEN day END, CASE WHEN n %% 10 <> 0 THEN day + interval '23 hours' END,
        CASE WHEN n %% 10 <> 0 THEN 'day' ELSE '' END,
        CASE WHEN n %% 9 <> 0 THEN place.id END, CASE WHEN n %% 9 <> 0 THEN 'settlement' ELSE '' END,
        CASE WHEN n %% 9 <> 0 THEN place.country_code ELSE '' END,
        CASE WHEN n %% 9 <> 0 THEN place.province_code ELSE '' END,
        ARRAY[(ARRAY['bombing', 'armed_assault', 'hijacking'])[1 + n %% 3]],
        ARRAY[(ARRAY['explosives', 'firearms'])[1 + n %% 2]],
        ARRAY[(ARRAY['police', 'military', 'business'])[1 + n %% 3]],
        '{}', n %% 70, n %% 70, n %% 70, 'unclaimed', 1, false, who,
        now() - n * interval '3 minutes', now() - n * interval '2 minutes'
    FROM (SELECT n, timestamptz '1990-01-01' + (n * 7 %% 12000) * interval '1 day' AS day,
                 (%(people)s::bigint[])[1 + n %% array_length(%(people)s::bigint[], 1)] AS who
          FROM generate_series(%(first)s::int, %(last)s::int) n) made
    JOIN incidents_place place ON place.id = (%(places)s::bigint[])[1 + n %% array_length(%(places)s::bigint[], 1)]
    RETURNING id
"""

CONTRIBUTIONS: Final = """
    INSERT INTO incidents_contribution (incident_id, by_id, at, revision, verb, summary)
    SELECT id, created_by_id, created_at, 1, 'log_incident', '' FROM incidents_incident WHERE id = ANY(%(ids)s)
"""

CLAIMS: Final = """
    INSERT INTO incidents_assertion (
        uid, incident_id, kind, polarity, modality, verification, verification_reason, confidence, rationale, role,
        recorded_by_id, recorded_at
    )
    SELECT gen_random_uuid(), id, kind, 'affirmed', 'fact', 'unreviewed', '', '', '', 'recommended',
           created_by_id, now()
    FROM incidents_incident, unnest(ARRAY['time', 'location', 'casualty', 'characteristic']) kind
    WHERE id = ANY(%(ids)s)
"""

CITATIONS: Final = """
    INSERT INTO incidents_citation (
        uid, source_id, assertion_id, quote, locator, stance, translation, recorded_by_id, recorded_at
    )
    SELECT gen_random_uuid(),
        CASE WHEN kind = 'casualty' AND incident_id %% 100 = 0 THEN %(secret)s
             ELSE (%(sources)s::bigint[])[1 + incident_id %% array_length(%(sources)s::bigint[], 1)] END,
        id, 'in these words', 'paragraph 2', 'supports', '', recorded_by_id, now()
    FROM incidents_assertion WHERE incident_id = ANY(%(ids)s)
"""

VALUES: Final = """
    WITH claim AS (
        SELECT id, incident_id, recorded_by_id,
            (jsonb '{"time": "occurred", "location": "place", "casualty": "killed", "characteristic": "attack_types"}'
            ->> kind) AS field
        FROM incidents_assertion WHERE incident_id = ANY(%(ids)s)
    ), made AS (
        INSERT INTO incidents_resolution (incident_id, field, value, policy, reason, resolved_by_id, resolved_at)
        SELECT incident_id, field, jsonb '{"text": "as it was told", "timezone": "Asia/Tehran"}', 'single_source',
               'The only one.', recorded_by_id, now()
        FROM claim RETURNING id, incident_id, field
    )
    INSERT INTO incidents_resolution_assertions (resolution_id, assertion_id)
    SELECT made.id, claim.id FROM made JOIN claim USING (incident_id, field)
"""

SENT_BACK: Final = (
    """
    INSERT INTO incidents_transition (incident_id, source, target, by_id, at, revision, reason)
    SELECT id, 'in_review', 'changes_requested', %(reviewer)s, now(), revision, 'Which day?'
    FROM incidents_incident WHERE id = ANY(%(ids)s)
    """,
    "UPDATE incidents_incident SET state = 'changes_requested' WHERE id = ANY(%(ids)s)",
)


def people() -> dict[Role, User]:
    """Those who ask: the demonstration's people."""
    return ensure_demonstration_people()


def fill(number: int) -> int:
    """Make what lacks of a number of incidents; how many there are now."""
    known = people()
    workers = [one.pk for one in known.values()]
    sources = [_source(known[Role.EDITOR], name) for name in range(50)]
    secret = _source(known[Role.SENIOR], 50, confidential=True)
    places = list(Place.objects.filter(kind="settlement").order_by("-population").values_list("pk", flat=True)[:PLACES])
    given = {"people": workers, "places": places, "sources": sources, "secret": secret}
    count = Incident.objects.count()
    while count < number:
        last = min(number, count + BATCH)
        _batch(known, {**given, "first": count + 1, "last": last})
        count = last
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Incident.objects.count()


@transaction.atomic
def _batch(known: dict[Role, User], given: dict[str, object]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(INCIDENTS, given)
        ids = [pk for (pk,) in cursor.fetchall()]
        for statement in (CONTRIBUTIONS, CLAIMS, CITATIONS, VALUES):
            cursor.execute(statement, {**given, "ids": ids})
        workflow.move_all(ids[::5], State.DRAFT, State.IN_REVIEW, actor=known[Role.EDITOR])
        for statement in SENT_BACK:
            cursor.execute(statement, {"reviewer": known[Role.REVIEWER].pk, "ids": ids[::15]})


def _source(actor: User, number: int, *, confidential: bool = False) -> int:
    title = f"Invented report {number}"
    found = Source.objects.filter(title=title).first()
    item = SourceItem(publisher_name="The Example Courier", publisher_kind="newspaper", title=title)
    return (found or record_source(actor=actor, item=item if not confidential else _kept(item))).pk


def _kept(item: SourceItem) -> SourceItem:
    return SourceItem(**{**vars(item), "confidential": True})
