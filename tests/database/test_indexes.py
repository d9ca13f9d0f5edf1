"""Indexes that PostGIS makes its own way are what the models say."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def test_the_map_s_index_holds_the_present_alone() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = 'published_geometry'")
        (definition,) = cursor.fetchone()
    assert "USING gist (geometry)" in definition
    assert "WHERE (upper(known) IS NULL)" in definition
