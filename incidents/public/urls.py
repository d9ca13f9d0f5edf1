"""The public addresses. Those of incidents and their versions are permanent."""

from django.urls import path, register_converter

from incidents.public.views import (
    about,
    actors,
    cite,
    codebook,
    compare,
    embed,
    embed_builder,
    evidence,
    explorer,
    facets,
    feeds,
    histogram,
    incident,
    ledger,
    map_view,
    oembed,
    permalinks,
    places,
    proofs,
    reports,
    shapes,
    statistics,
    status,
    version,
    why,
)


class PublicId:
    """A permanent id, INC-<year>-<six digits>. Anything else is no incident's address."""

    regex = r"INC-[0-9]{4}-[0-9]{6}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class CountryCode(PublicId):
    """A country by ISO 3166-1, two letters."""

    regex = r"[^/,]{1,2}"


class ProvinceCode(PublicId):
    """A province by ISO 3166-2 or, where that has none, the gazetteer's own code."""

    regex = r"[^/,]{1,10}"


register_converter(PublicId, "public_id")
register_converter(CountryCode, "country")
register_converter(ProvinceCode, "province")

app_name = "public"
urlpatterns = [
    path("", explorer.page, name="explorer"),
    path("suggest.json", facets.suggest, name="suggest"),
    path("facets/<slug:name>/", facets.page, name="facet"),
    path("incidents.json", explorer.listing, name="listing"),
    path("incidents.geojson", explorer.features, name="features"),
    path("histogram.json", histogram.document, name="histogram"),
    path("map.json", map_view.document, name="map_view"),
    path("incidents/<public_id:public_id>/", incident.page, name="incident"),
    path("incidents/<public_id:public_id>.json", incident.document, name="incident_document"),
    path("incidents/<public_id:public_id>.geojson", incident.feature, name="incident_feature"),
    path("incidents/<public_id:public_id>.stix.json", shapes.stix, name="incident_stix"),
    path("incidents/<public_id:public_id>.prov.json", shapes.prov, name="incident_prov"),
    path("incidents/<public_id:public_id>/v/<int:number>/", version.page, name="version"),
    path("incidents/<public_id:public_id>/v/<int:number>.json", version.document, name="version_document"),
    path("incidents/<public_id:public_id>/compare/", compare.page, name="compare"),
    path("incidents/<public_id:public_id>/compare.json", compare.document, name="compare_document"),
    path("incidents/<public_id:public_id>/why/<slug:field>/", why.page, name="why"),
    path("incidents/<public_id:public_id>/why/<slug:field>.json", why.document, name="why_document"),
    path("incidents/<public_id:public_id>/cite.<str:form>", cite.citation, name="cite"),
    path("record/reports/<str:reference>/", reports.status, name="report_status"),
    path("record/", proofs.page, name="record"),
    path("record/checkpoint", proofs.checkpoint, name="checkpoint"),
    path("record/checkpoints.json", proofs.checkpoints, name="checkpoints"),
    path("record/checkpoints/<int:size>", proofs.checkpoint_at, name="checkpoint_at"),
    path("record/inclusion", proofs.inclusion, name="inclusion"),
    path("record/consistency", proofs.consistency, name="consistency"),
    path("record/corrections/", ledger.page, name="corrections"),
    path("record/corrections.json", ledger.document, name="corrections_document"),
    path("feeds/corrections.atom", ledger.feed, name="corrections_feed"),
    path("feeds/incidents.atom", feeds.atom, name="incidents_feed"),
    path("feeds/incidents.json", feeds.json, name="incidents_json_feed"),
    path("feeds/api.atom", status.feed, name="api_feed"),
    path("status/", status.page, name="status"),
    path("cite.<str:form>", cite.query_citation, name="cite_query"),
    path("s/<str:code>/", permalinks.follow, name="permalink"),
    path("s/<str:code>/about/", permalinks.page, name="permalink_page"),
    path("embed/", embed.query_page, name="embed"),
    path("embed/builder/", embed_builder.page, name="embed_builder"),
    path("embed/<public_id:public_id>/", embed.incident_page, name="embed_incident"),
    path("oembed", oembed.answer, name="oembed"),
    path("statistics/", statistics.page, name="statistics"),
    path("statistics.json", statistics.document, name="statistics_document"),
    path("statistics/<slug:figure>.csv", statistics.table, name="statistics_csv"),
    path("actors/", actors.index, name="actors"),
    path("actors.json", actors.index_document, name="actors_document"),
    path("actors/<slug:slug>/", actors.page, name="actor"),
    path("actors/<slug:slug>.json", actors.document, name="actor_document"),
    path("countries/", places.index, name="countries"),
    path("countries.json", places.index_document, name="countries_document"),
    path("countries/<country:code>/", places.country, name="country"),
    path("countries/<country:code>.json", places.country_document, name="country_document"),
    path("provinces/<province:code>/", places.province, name="province"),
    path("provinces/<province:code>.json", places.province_document, name="province_document"),
    path("publishers/", evidence.publishers, name="publishers"),
    path("publishers.json", evidence.publishers_document, name="publishers_document"),
    path("publishers/<uuid:uid>/", evidence.publisher, name="publisher"),
    path("publishers/<uuid:uid>.json", evidence.publisher_document, name="publisher_document"),
    path("sources/<uuid:uid>/", evidence.source, name="source"),
    path("sources/<uuid:uid>.json", evidence.source_document, name="source_document"),
    path("codebook/", codebook.page, name="codebook"),
    path("codebook.json", codebook.document, name="codebook_document"),
    path("about/", about.about, name="about"),
    path("methods/", about.methods, name="methods"),
    path("robots.txt", about.robots, name="robots"),
    path("sitemap.xml", about.sitemap, name="sitemap"),
]
