"""Write down where the things stand that a published document holds, so that each kind can be listed by itself."""

from collections.abc import Sequence
from typing import Final

from django.db import connection

ELEMENTS: Final = """
    INSERT INTO record_element (row_id, kind, number, uid, subject, about, polarity, verification, role)
    SELECT version.id, element.kind, element.number, uid, coalesce(subject, ''), coalesce(about, ''),
           polarity, verification, role
    FROM record_version AS version CROSS JOIN LATERAL (
        SELECT one ->> 'kind', n - 1, (one ->> 'id')::uuid,
            CASE one ->> 'kind'
                WHEN 'casualty' THEN one #>> '{value,measure}'
                WHEN 'attribution' THEN one #>> '{value,ground}'
                WHEN 'location' THEN one #>> '{value,role}'
                WHEN 'time' THEN one #>> '{value,precision}'
                WHEN 'characteristic' THEN one #>> '{value,characteristic}'
                WHEN 'warning' THEN one #>> '{value,aspect}'
            END,
            CASE one ->> 'kind'
                WHEN 'casualty' THEN one #>> '{value,population}'
                WHEN 'attribution' THEN one #>> '{value,actor}'
                WHEN 'characteristic' THEN one #>> '{value,code}'
                WHEN 'warning' THEN one #>> '{value,warning}'
            END,
            one ->> 'polarity', one ->> 'verification', one ->> 'role'
        FROM jsonb_array_elements(version.content -> 'claims') WITH ORDINALITY AS listed (one, n)
        UNION ALL
        SELECT 'given_warning', n - 1, (one ->> 'id')::uuid, one ->> 'basis', '', '', '', ''
        FROM jsonb_array_elements(version.content -> 'warnings') WITH ORDINALITY AS listed (one, n)
        UNION ALL
        SELECT 'statement', n - 1, (one ->> 'id')::uuid, '', '', '', '', ''
        FROM jsonb_array_elements(version.content -> 'statements') WITH ORDINALITY AS listed (one, n)
        UNION ALL
        SELECT 'link', n - 1, NULL, one ->> 'kind', one ->> 'incident', '', '', ''
        FROM jsonb_array_elements(version.content -> 'links') WITH ORDINALITY AS listed (one, n)
        UNION ALL
        SELECT 'source', n - 1, (one ->> 'id')::uuid, one ->> 'kind', one #>> '{publisher,id}', '', '', ''
        FROM jsonb_array_elements(version.content -> 'sources') WITH ORDINALITY AS listed (one, n)
        WHERE (one ->> 'cited')::boolean
        UNION ALL
        SELECT 'actor', n - 1, NULL, one ->> 'kind', one ->> 'actor', '', '', ''
        FROM jsonb_array_elements(version.content -> 'actors') WITH ORDINALITY AS listed (one, n)
    ) AS element (kind, number, uid, subject, about, polarity, verification, role)
    WHERE version.id = ANY(%s)
"""
"""What ``models.PublishedElement`` says of each kind. A tombstone holds none of these, and an older document may lack
a list: nothing follows from what is not there.
"""


def write_elements(versions: Sequence[int]) -> None:
    """Add what the documents of some versions hold. Called inside a transaction, after their flat rows are written."""
    with connection.cursor() as cursor:
        cursor.execute(ELEMENTS, [list(versions)])
