"""Which classes of the standards hold here. Each has its tests; nothing is listed in hope.

Of ``core`` two sentences are not kept, on purpose (ADR 0043), and the page says so: that ``bbox`` finds what has no
geometry too, and ``datetime`` what has no time.
"""

from typing import Final

FEATURES: Final = "http://www.opengis.net/spec/ogcapi-features-{part}/1.0/conf/{name}"
CQL2: Final = "http://www.opengis.net/spec/cql2/1.0/conf/{name}"

CLASSES: Final = (
    *(FEATURES.format(part=1, name=name) for name in ("core", "oas30", "html", "geojson")),
    FEATURES.format(part=2, name="crs"),
    *(FEATURES.format(part=3, name=name) for name in ("queryables", "filter", "features-filter")),
    *(
        CQL2.format(name=name)
        for name in (
            "cql2-text",
            "cql2-json",
            "basic-cql2",
            "advanced-comparison-operators",
            "basic-spatial-functions",
            "basic-spatial-functions-plus",
        )
    ),
)
