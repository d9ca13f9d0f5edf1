"""Fill the explorer's columns of the rows that there are, from the documents of their versions."""

from django.db import migrations

from incidents.rules.definition import definition_of
from incidents.rules.folding import fold
from incidents.rules.grid import square_of
from incidents.rules.names import place_code

DAYS = """
    UPDATE record_published_incident AS row SET
        day_first = (row.occurred_earliest AT TIME ZONE (v.content #>> '{occurred,timezone}'))::date,
        day_last = (row.occurred_latest AT TIME ZONE (v.content #>> '{occurred,timezone}'))::date,
        actor_tree = row.actors,
        publisher_ids = ARRAY(SELECT DISTINCT s #>> '{publisher,id}' FROM jsonb_array_elements(v.content -> 'sources') s
                              WHERE (s ->> 'cited')::boolean ORDER BY 1),
        source_ids = ARRAY(SELECT DISTINCT s ->> 'id' FROM jsonb_array_elements(v.content -> 'sources') s
                           WHERE (s ->> 'cited')::boolean ORDER BY 1),
        verifications = ARRAY(SELECT DISTINCT c ->> 'verification' FROM jsonb_array_elements(v.content -> 'claims') c
                              WHERE c ->> 'verification' <> 'withdrawn' AND c ->> 'role' <> 'superseded' ORDER BY 1),
        claim_state = CASE WHEN 'responsibility_claim' = ANY(row.attribution_kinds) THEN 'claimed' ELSE 'none' END
    FROM record_version AS v WHERE v.id = row.version_id AND row.status = 'live'
"""
GUARD = "ALTER TABLE record_published_incident {} TRIGGER attest_guard_published"


def fill(apps, schema_editor):
    """Let the owner write what no other role may: derived columns of rows whose documents do not change."""
    row_model = apps.get_model("incidents", "PublishedIncident")
    schema_editor.execute(GUARD.format("DISABLE"))
    schema_editor.execute(DAYS)
    rows = row_model.objects.filter(status="live").select_related("version").defer("search")
    for row in rows.iterator(chunk_size=500):
        row.definition = definition_of(row.version.content["criteria"])
        row.place_code = place_code(row.place_name, row.country_code) if row.place_name else ""
        if row.geometry and row.geometry.geom_type == "Point":
            row.grid_column, row.grid_row = square_of(row.geometry.x, row.geometry.y)
        row.save(update_fields=["definition", "place_code", "grid_column", "grid_row"])
        write_names(apps.get_model("incidents", "PublishedName"), row)
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    schema_editor.execute(GUARD.format("ENABLE"))


def write_names(name_model, row):
    """The names that a document gives to places and sources; it knew no others yet."""
    content = row.version.content
    found = {
        ("country", row.country_code, row.country_name),
        ("province", row.province_code, row.province_name),
        ("place", row.place_code, row.place_name),
    }
    for source in content["sources"]:
        if source["cited"]:
            found.add(("publisher", source["publisher"]["id"], source["publisher"]["name"]))
            found.add(("source", source["id"], source["title"]))
    for claim in content["claims"]:
        if claim["kind"] == "attribution":
            found.add(("actor", claim["value"]["actor"], claim["value"]["actor_name"]))
    name_model.objects.bulk_create(
        [
            name_model(kind=kind, code=code, name=name, folded=fold(name), main=True, version_id=row.version_id)
            for kind, code, name in sorted(found)
            if code and name
        ],
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("incidents", "0022_names_are_kept")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
