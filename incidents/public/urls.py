"""The public addresses. Those of incidents and their versions are permanent."""

from django.urls import path, register_converter

from incidents.public.views import (
    about,
    cite,
    compare,
    embed,
    embed_builder,
    explorer,
    facets,
    feeds,
    incident,
    ledger,
    map_view,
    oembed,
    permalinks,
    proofs,
    reports,
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


register_converter(PublicId, "public_id")

app_name = "public"
urlpatterns = [
    path("", explorer.page, name="explorer"),
    path("suggest.json", facets.suggest, name="suggest"),
    path("facets/<slug:name>/", facets.page, name="facet"),
    path("incidents.json", explorer.listing, name="listing"),
    path("incidents.geojson", explorer.features, name="features"),
    path("map.json", map_view.document, name="map_view"),
    path("incidents/<public_id:public_id>/", incident.page, name="incident"),
    path("incidents/<public_id:public_id>.json", incident.document, name="incident_document"),
    path("incidents/<public_id:public_id>.geojson", incident.feature, name="incident_feature"),
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
    path("cite.<str:form>", cite.query_citation, name="cite_query"),
    path("s/<str:code>/", permalinks.follow, name="permalink"),
    path("s/<str:code>/about/", permalinks.page, name="permalink_page"),
    path("embed/", embed.query_page, name="embed"),
    path("embed/builder/", embed_builder.page, name="embed_builder"),
    path("embed/<public_id:public_id>/", embed.incident_page, name="embed_incident"),
    path("oembed", oembed.answer, name="oembed"),
    path("about/", about.about, name="about"),
    path("methods/", about.methods, name="methods"),
    path("robots.txt", about.robots, name="robots"),
    path("sitemap.xml", about.sitemap, name="sitemap"),
]
