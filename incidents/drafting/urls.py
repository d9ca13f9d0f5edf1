"""The addresses below ``/api/v1/drafts/``. None of them approves, publishes, rejects, merges or waives."""

from django.urls import path

from incidents.drafting.views import claims, context, drafts, sources

app_name = "drafting"
urlpatterns = [
    path("", drafts.DraftsView.as_view(), name="drafts"),
    path("places/", sources.PlacesView.as_view(), name="places"),
    path("sources/", sources.SourcesView.as_view(), name="sources"),
    path("sources/<uuid:source_id>/", sources.SourceView.as_view(), name="source"),
    path("<str:draft_id>/", drafts.OneDraftView.as_view(), name="draft"),
    path("<str:draft_id>/summary/", drafts.SummaryView.as_view(), name="summary"),
    path("<str:draft_id>/review/", drafts.ReviewView.as_view(), name="review"),
    path("<str:draft_id>/claims/", claims.ClaimsView.as_view(), name="claims"),
    path("<str:draft_id>/claims/<uuid:claim_id>/", claims.ClaimView.as_view(), name="claim"),
    path("<str:draft_id>/claims/<uuid:claim_id>/withdrawal/", claims.WithdrawalView.as_view(), name="withdrawal"),
    path("<str:draft_id>/claims/<uuid:claim_id>/superseding/", claims.SupersedingView.as_view(), name="superseding"),
    path(
        "<str:draft_id>/claims/<uuid:claim_id>/citations/",
        claims.ClaimCitationsView.as_view(),
        name="claim_citations",
    ),
    path("<str:draft_id>/citations/<uuid:citation_id>/", claims.CitationView.as_view(), name="citation"),
    path(
        "<str:draft_id>/citations/<uuid:citation_id>/removal/",
        claims.CitationRemovalView.as_view(),
        name="citation_removal",
    ),
    path("<str:draft_id>/statements/", context.StatementsView.as_view(), name="statements"),
    path("<str:draft_id>/statements/<uuid:statement_id>/", context.StatementView.as_view(), name="statement"),
    path(
        "<str:draft_id>/statements/<uuid:statement_id>/removal/",
        context.StatementRemovalView.as_view(),
        name="statement_removal",
    ),
    path(
        "<str:draft_id>/statements/<uuid:statement_id>/citations/",
        claims.StatementCitationsView.as_view(),
        name="statement_citations",
    ),
    path("<str:draft_id>/links/", context.LinksView.as_view(), name="links"),
    path("<str:draft_id>/links/<int:link_id>/removal/", context.LinkRemovalView.as_view(), name="link_removal"),
    path("<str:draft_id>/links/<int:link_id>/citations/", claims.LinkCitationsView.as_view(), name="link_citations"),
    path("<str:draft_id>/warnings/<uuid:warning_id>/", context.WarningView.as_view(), name="warning"),
]
