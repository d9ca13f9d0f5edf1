"""What somebody was told, how they want to be told, and what they follow."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.notices import PacesForm
from incidents.desk.pages import address, desk_page, find_incident, form_page, sent
from incidents.desk.presenters import notices as shown
from incidents.desk.reads.notices import A_PAGE, told
from incidents.selectors.notices import choices_of, notices_of
from incidents.services import following


@desk_page("GET", "HEAD")
def notices(request: PersonRequest) -> HttpResponse:
    """A page of what this person was told, the newest first; ``before`` is the key of the last one seen."""
    only_unread = request.GET.get("show") == "unread"
    before = request.GET.get("before", "")
    listed = told(request.user, only_unread=only_unread, before=int(before) if before.isdecimal() else None)
    page, show = listed[:A_PAGE], "&show=unread" if only_unread else ""
    context = {
        "tab": "",
        "rows": shown.rows(page),
        "only_unread": only_unread,
        "newest": page[0].pk if page else 0,
        "next_url": f"{reverse('desk:notices')}?before={page[-1].pk}{show}" if len(listed) > A_PAGE else "",
        "first_page": not before,
    }
    return render(request, "desk/notices.html", context)


@desk_page("GET", "POST")
def notice(request: PersonRequest, notice: int) -> HttpResponseBase:
    """Go to what it is about, which reads it; or mark it as read or unread."""
    found = get_object_or_404(notices_of(request.user).select_related("incident"), pk=notice)
    read = request.POST.get("read", "yes") == "yes"
    following.mark_read(actor=request.user, notice=found, read=read)
    return redirect("desk:notices") if request.method == "POST" else redirect(shown.address_of(found))


@desk_page("POST")
def read_all(request: PersonRequest) -> HttpResponseBase:
    """Mark all as read that were there when the page was."""
    newest = request.POST.get("newest", "")
    following.mark_all_read(actor=request.user, up_to=min(int(newest), 2**63 - 1) if newest.isdecimal() else 0)
    messages.success(request, _("All are read."))
    return redirect("desk:notices")


@desk_page("GET", "POST")
def preferences(request: PersonRequest) -> HttpResponseBase:
    """How to be written to, for each event."""
    form = PacesForm(sent(request), chosen=choices_of(request.user))
    bundle = Bundle(paces=form)

    def save() -> None:
        following.choose_paces(actor=request.user, paces=form.paces())

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, _("Saved."))
        return redirect("desk:notices")
    trail = [{"label": _("Notifications"), "url": reverse("desk:notices")}]
    return form_page(
        request, "desk/notice_choices.html", bundle, title=_("What you are written to about"), crumbs=trail
    )


@desk_page("POST")
def follow(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Follow an incident, or stop."""
    found = find_incident(request, uid)
    if request.POST.get("follow") == "no":
        following.unfollow(actor=request.user, incident=found)
        messages.success(request, _("You follow it no longer. Of what is your own you are told all the same."))
    else:
        following.follow(actor=request.user, incident=found)
        messages.success(request, _("You follow it: you are told when it is edited, sent back or approved."))
    return redirect(address(found))
