"""The statements by which ``services.synthesising`` writes a batch: staged once, then one statement for each table.

They hold no value from outside; rows arrive by COPY, in text format, in the order of ``STAGED``.
"""

from typing import Final

from incidents.models import PublishedIncident

NOT_STAGED: Final = {"known", "search"}
FLAT: Final = tuple(
    field
    for field in PublishedIncident._meta.concrete_fields  # noqa: SLF001  documented, in spite of its name
    if field.column not in NOT_STAGED
)
"""The fields of a flat row that are staged; ``known`` follows from when it is published, ``search`` from the text."""

OF_THE_DESK: Final = ("incident_id", "uid", "place_id", "point")
OF_THE_LOG: Final = (
    "content",
    "content_sha256",
    "published_at",
    "position",
    "salt",
    "leaf_hash",
    "previous_hash",
    "chain_hash",
    "desk_seal",
    "seal_salt",
)
STAGED: Final = (*OF_THE_DESK, *OF_THE_LOG, *(field.column for field in FLAT))

STAGE: Final = """
    DROP TABLE IF EXISTS pg_temp.staged_incident;
    CREATE TEMPORARY TABLE staged_incident (
        incident_id bigint NOT NULL,
        uid uuid NOT NULL,
        place_id bigint,
        point geometry,
        content jsonb NOT NULL,
        content_sha256 text NOT NULL,
        published_at timestamptz NOT NULL,
        position bigint NOT NULL,
        salt text NOT NULL,
        leaf_hash text NOT NULL,
        previous_hash text NOT NULL,
        chain_hash text NOT NULL,
        desk_seal text NOT NULL,
        seal_salt text NOT NULL,
        LIKE record_published_incident
    ) ON COMMIT DROP;
    ALTER TABLE staged_incident ALTER COLUMN known DROP NOT NULL;
    SET LOCAL gin_pending_list_limit = '64MB'
"""

COPY: Final = f"COPY staged_incident ({', '.join(STAGED)}) FROM STDIN"

NEXT_KEYS: Final = """
    SELECT nextval(pg_get_serial_sequence('incidents_incident', 'id')),
           nextval(pg_get_serial_sequence('record_version', 'id'))
    FROM generate_series(1, %s)
"""

RESOLVED: Final = (
    "title",
    "demonstration",
    "occurred_earliest",
    "occurred_latest",
    "occurred_precision",
    "place_precision",
    "uncertainty_m",
    "country_code",
    "province_code",
    "attack_types",
    "weapon_types",
    "target_types",
    "tactics",
    "killed_low",
    "killed_best",
    "killed_high",
    "wounded_low",
    "wounded_best",
    "wounded_high",
    "attribution_state",
    "origin_count",
    "has_warning",
)
"""Columns that the desk's incident and the flat row share."""

LOG: Final = f"""
    INSERT INTO incidents_incident (
        id, uid, place_id, point, {", ".join(RESOLVED)}, state, revision, published_number, desk_note,
        graphic, personal_data, alternative, created_by_id, created_at, changed_at
    )
    SELECT incident_id, uid, place_id, point, {", ".join(RESOLVED)}, 'draft', 1, 0, '',
           false, false, '', %(author)s, now(), now()
    FROM staged_incident ORDER BY position
"""  # noqa: S608  names of columns

CONTRIBUTE: Final = """
    INSERT INTO incidents_contribution (incident_id, by_id, at, revision, verb, summary)
    SELECT incident_id, %(author)s, now(), 1, 'synthesise', '' FROM staged_incident
"""

REVIEW: Final = """
    INSERT INTO incidents_review (
        incident_id, revision, content_sha256, requested_by_id, requested_at, note, reviewer_id, verdict, reasons,
        decided_at
    )
    SELECT incident_id, 1, content_sha256, %(author)s, now(), '', %(reviewer)s, 'approved', '{}', now()
    FROM staged_incident
"""

APPROVE: Final = """
    INSERT INTO incidents_approval (
        incident_id, review_id, approver_id, decision, revision, content_sha256, approved_at
    )
    SELECT incident_id, review.id, %(reviewer)s, 'first', 1, staged_incident.content_sha256, now()
    FROM staged_incident JOIN incidents_review review USING (incident_id)
"""

NUMBER: Final = """
    UPDATE incidents_incident SET public_id = staged_incident.public_id, published_number = 1
    FROM staged_incident WHERE incidents_incident.id = incident_id
"""

VERSIONS: Final = """
    INSERT INTO record_version (
        id, public_id, number, kind, content, content_sha256, summary, published_at, reviewer_roles
    )
    SELECT version_id, public_id, 1, 'first', content, content_sha256, %(summary)s, published_at, %(roles)s::varchar[]
    FROM staged_incident ORDER BY position
"""

ENTRIES: Final = """
    INSERT INTO record_log_entry (
        position, version_id, salt, leaf_hash, previous_hash, chain_hash, appended_at, desk_seal
    )
    SELECT position, version_id, salt, leaf_hash, previous_hash, chain_hash, published_at, desk_seal
    FROM staged_incident ORDER BY position
"""

NODES: Final = """
    INSERT INTO record_log_node (level, index, hash) SELECT * FROM unnest(%s::smallint[], %s::bigint[], %s::text[])
"""

ROWS: Final = f"""
    INSERT INTO record_published_incident (known, {", ".join(field.column for field in FLAT)})
    SELECT tstzrange(published_at, NULL), {", ".join(field.column for field in FLAT)}
    FROM staged_incident ORDER BY position
"""  # noqa: S608  names of columns

PUBLICATIONS: Final = """
    INSERT INTO incidents_publication (
        incident_id, number, approval_id, published_by_id, published_at, revision, seal_salt
    )
    SELECT incident_id, 1, approval.id, %(publisher)s, now(), 1, seal_salt
    FROM staged_incident JOIN incidents_approval approval USING (incident_id)
"""
