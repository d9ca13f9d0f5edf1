"""Every address of the desk."""

from django.urls import path

from incidents.desk.views import (
    citations,
    claims,
    context,
    echo,
    incidents,
    publishing,
    queue,
    reviewing,
    sources,
    summary,
    values,
)

app_name = "desk"
ONE = "incidents/<uuid:uid>"

urlpatterns = [
    path("", queue.queue, name="queue"),
    path("incidents/new/", incidents.new, name="new"),
    path(f"{ONE}/", incidents.incident, name="incident"),
    path(f"{ONE}/describe/", incidents.describe, name="describe"),
    path(f"{ONE}/assign/", incidents.assign, name="assign"),
    path(f"{ONE}/submit/", incidents.hand_in, name="submit"),
    path(f"{ONE}/reopen/", incidents.reopen, name="reopen"),
    path(f"{ONE}/claims/new/<slug:kind>/", claims.new, name="claim_new"),
    path(f"{ONE}/claims/<uuid:claim>/", claims.change, name="claim"),
    path(f"{ONE}/claims/<uuid:claim>/withdraw/", claims.withdraw, name="claim_withdraw"),
    path(f"{ONE}/claims/<uuid:claim>/supersede/", claims.put_in_place, name="claim_supersede"),
    path(f"{ONE}/claims/<uuid:claim>/cite/", citations.of_claim, name="claim_cite"),
    path(f"{ONE}/citations/<uuid:citation>/", citations.change, name="citation"),
    path(f"{ONE}/citations/<uuid:citation>/remove/", citations.remove, name="citation_remove"),
    path(f"{ONE}/statements/new/", context.new_statement, name="statement_new"),
    path(f"{ONE}/statements/<uuid:statement>/cite/", citations.of_statement, name="statement_cite"),
    path(f"{ONE}/statements/<uuid:statement>/remove/", context.remove_statement, name="statement_remove"),
    path(f"{ONE}/links/new/", context.new_link, name="link_new"),
    path(f"{ONE}/links/<int:link>/cite/", citations.of_link, name="link_cite"),
    path(f"{ONE}/links/<int:link>/remove/", context.remove_link, name="link_remove"),
    path(f"{ONE}/summary/", summary.summary, name="summary"),
    path(f"{ONE}/values/<slug:field>/", values.value, name="value"),
    path(f"{ONE}/exceptions/<slug:gate>/", values.sign_waiver, name="waive"),
    path(f"{ONE}/review/", reviewing.review, name="review"),
    path(f"{ONE}/review/decide/", reviewing.decide, name="review_decide"),
    path(f"{ONE}/review/comments/", reviewing.comment, name="comment"),
    path(f"{ONE}/review/comments/<int:comment>/", reviewing.settle, name="comment_settle"),
    path(f"{ONE}/publish/", publishing.publish, name="publish"),
    path(f"{ONE}/publish/approve/", publishing.approve_too, name="approve_too"),
    path(f"{ONE}/withdraw/", publishing.withdraw, name="withdraw"),
    path("sources/", sources.sources, name="sources"),
    path("sources/new/", sources.new, name="source_new"),
    path("sources/<uuid:uid>/", sources.source, name="source"),
    path("sources/<uuid:uid>/rests-on/", sources.rests_on, name="source_rests_on"),
    path("sources/<uuid:uid>/text/", sources.capture, name="source_capture"),
    path("publishers/<uuid:uid>/grade/", sources.grade, name="grade"),
    path("echo/quantity/", echo.quantity, name="echo_quantity"),
    path("echo/time/", echo.time, name="echo_time"),
]
