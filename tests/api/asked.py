"""Every kind of address that a reader may ask: filters, places below the API, pages, and what is beside them."""

FILTERS = (
    "",
    "q=secret",
    "q=market",
    "q=INC-2024-000003",
    "country=AQ",
    "country=IR,AQ",
    "province=AQ-01",
    "bbox=-180,-90,180,-60",
    "bbox=40,20,70,40",
    "attack_type=hijacking",
    "attack_type=bombing",
    "actor=secret-front",
    "attribution=claimed",
    "attribution_kind=responsibility_claim",
    "precision=exact,settlement",
    "warning=true",
    "killed_min=5000",
    "origins_min=1",
    "origins_min=2",
    "since=2025-01-01",
    "until=1901-01-01",
    "part_of=INC-2024-000001",
    "as_of=2026-11-22T12:00:00Z",
    "as_of=2030-01-01T00:00:00Z",
    "release=2024.1",
    "sort=published",
    "sort=-published",
    "sort=occurred",
    "limit=1",
    "limit=1&sort=published",
    "format=geojson",
    "limit=1&format=geojson",
    "unknown=1",
    "actor=",
)
LISTS = (
    *("assertions", "attributions", "casualty-estimates", "locations", "times", "characteristics", "warnings"),
    *("statements", "links", "sources", "publishers", "actors", "places", "versions", "corrections"),
)
PLACES = (
    "",
    "vocabularies/",
    "changes/",
    "changes/?since=1&limit=1&include=assertions",
    "incidents.csv",
    "incidents.jsonl",
    "incidents.geojson?fields=title",
    "incidents/?include=assertions,citations,provenance,geometry",
    "record/",
    "status/",
    "releases/",
    "releases/2024.1/",
    "openapi.json",
    "docs/",
    "try/",
    *(
        f"try/{name}/"
        for name in ("list_incidents", "get_incident", "get_source", "get_actor", "get_casualty_estimate")
    ),
    "try/list_incidents/?country=AQ",
    "try/get_incident/send/?public_id=INC-2024-000003",
    "writing/",
    "writing/openapi.json",
    *(f"incidents/?{query}" for query in FILTERS),
    *(f"{name}/?{query}" for name in LISTS for query in ("limit=2", "country=AQ")),
    *(
        "assertions/?kind=casualty&polarity=affirmed",
        "attributions/?names=secret-front",
        "casualty-estimates/?role=supporting",
        "attributions.csv?fields=value.actor",
        "sources.jsonl",
    ),
    *("actors/secret-front/", "places/kerman-ir/", "places/secret-station-aq/", "assertions/?sort=published"),
    *(
        f"incidents/INC-2024-00000{number}/{tail}"
        for number in (1, 2, 3)
        for tail in (
            "",
            "?format=geojson",
            "?format=stix",
            "?as_of=2030-01-01T00:00:00Z",
            "versions/",
            "versions/1/",
            "versions/2/",
        )
    ),
)
PAGES = (
    "/",
    "/?q=secret",
    "/?country=AQ",
    "/incidents.json",
    "/incidents.geojson",
    "/record/corrections/",
    "/record/corrections.json",
    "/feeds/corrections.atom",
    "/feeds/api.atom",
    "/status/",
    "/sitemap.xml",
    "/methods/",
    "/releases/",
    "/releases/feed.atom",
    "/releases/2024.1/",
    "/ogc/collections",
    "/ogc/collections/incidents_points",
    "/ogc/collections/provinces/items",
    "/ogc/collections/actors_areas/items",
    *(
        f"/ogc/collections/incidents/items?{query}"
        for query in (
            "",
            "bbox=-180,-90,180,-60",
            "datetime=1900-01-01",
            "filter=killed_low%3E5000",
            "filter=title%20LIKE%20'%25ecret%25'",
            "limit=1",
            "f=html",
        )
    ),
    *(f"/ogc/collections/incidents/items/INC-2024-00000{number}" for number in (1, 2, 3)),
    *(
        f"/incidents/INC-2024-00000{number}{tail}"
        for number in (1, 2, 3)
        for tail in (
            "/",
            ".json",
            ".geojson",
            ".stix.json",
            ".prov.json",
            "/v/1/",
            "/v/1.json",
            "/why/killed/",
            "/why/killed.json",
        )
    ),
)
EVERYWHERE = (
    *(f"/downloads/incidents.{form}" for form in ("csv", "geojson", "xlsx", "zip", "stix.json")),
    *(f"/{name}/" for name in ("downloads", "actors", "countries", "publishers", "statistics", "codebook", "embed")),
    *(f"/{name}.json" for name in ("statistics", "histogram", "map", "tiles/tilejson")),
    *("/tiles/0/0/0.mvt", "/tiles/5/21/13.mvt", "/tiles/0/0/0.mvt?killed_min=5000"),
    *(
        "/catalog.jsonld",
        "/catalog.ttl",
        "/feeds/incidents.atom",
        "/feeds/incidents.json",
        "/suggest.json?q=secret",
        "/facets/country/",
        "/cite.txt",
    ),
    *("/countries/AQ/", "/actors/secret-front/", "/embed/INC-1900-000001/", "/api/v1/incidents/INC-1900-000001/"),
    *(
        f"/incidents/INC-1900-000001{tail}"
        for tail in ("/", ".json", ".geojson", ".stix.json", ".prov.json", "/cite.txt", "/v/1/", "/why/killed/")
    ),
)
"""What a reader could ask besides, where something waits for its moment."""
