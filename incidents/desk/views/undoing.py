"""Take back one's last edit of an incident, and make it again: at once, or with an edit summary where it is public."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from accounts.access import PersonRequest
from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm
from incidents.desk.pages import address, desk_page, find_to_edit, form_page, sent
from incidents.desk.presenters.words import say_verb
from incidents.models import Contribution
from incidents.rules.refusals import StateConflictError
from incidents.selectors.edits import edits_of
from incidents.services.reverting import redo as make_again
from incidents.services.reverting import undo as take_back


@desk_page("GET", "POST")
def undo(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Take back the last edit of whoever asks."""
    edits = edits_of(find_to_edit(request, uid), request.user)
    last = [edits.first(one) for one in edits.done[-1:]]
    words = {
        "title": _("Take back your last edit?"),
        "action": _("Undo"),
        "done": _("Taken back: you %(verb)s."),
        "nothing": _("There is no edit of yours here to take back."),
    }
    return _turn(request, uid, take_back, last, words)


@desk_page("GET", "POST")
def redo(request: PersonRequest, uid: UUID) -> HttpResponseBase:
    """Make the edit again that was taken back last."""
    edits = edits_of(find_to_edit(request, uid), request.user)
    last = [edits.first(one) for one in edits.undone[-1:]]
    words = {
        "title": _("Make your edit again?"),
        "action": _("Redo"),
        "done": _("Made again: you %(verb)s."),
        "nothing": _("You have taken back no edit of yours here that could be made again."),
    }
    return _turn(request, uid, make_again, last, words)


def _turn(
    request: PersonRequest,
    uid: UUID,
    turn: Callable[..., Contribution],
    last: list[Contribution],
    words: dict[str, str],
) -> HttpResponseBase:
    incident, nothing = find_to_edit(request, uid), words.pop("nothing")
    if request.method == "GET" and not last:
        raise StateConflictError(nothing)
    bundle = Bundle(change=ChangeForm(sent(request), incident=incident))

    made: list[Contribution] = []

    def save() -> None:
        made.append(turn(actor=request.user, incident=incident, **bundle.the(ChangeForm).terms()))

    if request.method == "POST" and bundle.accepts(save):
        messages.success(request, words.pop("done") % _told(made[0]))
        return redirect(address(incident))
    what = _("Revision %(number)s: you %(verb)s.") % _told(last[0]) if last else nothing
    consequence = _("It is a change of its own. What others changed since is never overwritten.")
    return form_page(
        request, "desk/confirm.html", bundle, incident=incident, what=what, consequence=consequence, **words
    )


def _told(edit: Contribution) -> dict[str, object]:
    return {"number": edit.revision, "verb": say_verb(edit.verb)}
