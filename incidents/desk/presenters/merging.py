"""Merges of actors, publishers, places and tags in words: what would move, where each entry is, what was merged."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.db.models import Model
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from incidents.desk.reads.merging import DryRun
from incidents.models import Actor, Place, Publisher, Tag
from incidents.models.merge import EntryMerge

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django_stubs_ext import StrOrPromise

    from incidents.models import Incident


@dataclass(frozen=True, kw_only=True)
class Words:
    """How one vocabulary speaks of a merge. ``moves`` says what goes, by the names that the merge gives it."""

    entries: "StrOrPromise"
    page: str
    title: "StrOrPromise"
    moves: tuple[tuple["StrOrPromise", tuple[str, ...]], ...]
    unknown: "StrOrPromise"
    done: "StrOrPromise"
    edits_drafts: bool = True


WORDS: Final[dict[type[Model], Words]] = {
    Actor: Words(
        entries=gettext_lazy("Actors"),
        page="actors",
        title=gettext_lazy("Merge into another actor"),
        moves=(
            (gettext_lazy("Claims that name it"), ("claims",)),
            (gettext_lazy("Names"), ("aliases",)),
            (gettext_lazy("Relations"), ("relations", "related_from")),
            (gettext_lazy("Warnings that it gave or received"), ("warnings_given", "warnings_received")),
            (gettext_lazy("Speakers of it"), ("speakers",)),
        ),
        unknown=gettext_lazy("Nobody on record goes by this name. Check the spelling."),
        done=gettext_lazy("Merged. Drafts that named it are reviewed anew."),
    ),
    Publisher: Words(
        entries=gettext_lazy("Publishers"),
        page="publishers",
        title=gettext_lazy("Merge into another publisher"),
        moves=((gettext_lazy("Sources of it"), ("sources",)),),
        unknown=gettext_lazy("No publisher on record has this name. Check the spelling."),
        done=gettext_lazy("Merged. Drafts that cite it are reviewed anew."),
    ),
    Place: Words(
        entries=gettext_lazy("Places"),
        page="places",
        title=gettext_lazy("Merge into another place"),
        moves=((gettext_lazy("Claims that use it"), ("claims",)),),
        unknown=gettext_lazy("Choose one of the places found, or try another spelling."),
        done=gettext_lazy("Merged. Drafts that use it are reviewed anew."),
    ),
    Tag: Words(
        entries=gettext_lazy("Tags"),
        page="tags",
        title=gettext_lazy("Merge into another tag"),
        moves=((gettext_lazy("Incidents that have it"), ("incidents",)),),
        unknown=gettext_lazy("There is no tag of this name. Check the spelling."),
        done=gettext_lazy("Merged. What had either tag has this one."),
        edits_drafts=False,
    ),
}


def entry_url(entry: Model) -> str:
    """The page of an entry."""
    match entry:
        case Actor() | Publisher() | Tag():
            return reverse(f"desk:{type(entry).__name__.lower()}", kwargs={"uid": entry.uid})
        case _:
            return reverse("desk:place", kwargs={"pk": entry.pk})


def merge_page(run: DryRun) -> dict[str, Any]:
    """The context of a page that asks whether two entries are one."""
    words, name = WORDS[type(run.lost)], str(getattr(run.lost, "name", ""))
    url = entry_url(run.lost)
    return {
        "title": words.title,
        "crumbs": [{"label": words.entries, "url": reverse(f"desk:{words.page}")}, {"label": name, "url": url}],
        "lede": name,
        "back_url": url,
        "kept": run.kept,
        "kept_url": entry_url(run.kept) if run.kept else "",
        "why_not": run.why_not,
        "stakes": numbers(_moves(run, words)),
        "public": incident_links(run.public),
    }


def _moves(run: DryRun, words: Words) -> "Iterable[tuple[StrOrPromise, int]]":
    for label, names in words.moves:
        yield label, sum(len(run.stake[name]) for name in names)
    if words.edits_drafts:
        yield _("Incidents that must be reviewed anew"), run.drafts


def numbers(lines: "Iterable[tuple[StrOrPromise, int]]") -> list[dict[str, Any]]:
    """Counts as facts."""
    return [{"term": term, "value": str(number), "notes": []} for term, number in lines]


def incident_links(incidents: "Iterable[Incident]") -> list[dict[str, str]]:
    """Incidents as links, each with its permanent id and state."""
    return [
        {
            "title": one.title,
            "url": reverse("desk:incident", kwargs={"uid": one.uid}),
            "id": one.public_id or "",
            "state": one.get_state_display(),
        }
        for one in incidents
    ]


def absorbed(one: EntryMerge) -> dict[str, str]:
    """An entry that was merged into another, with who did it and why."""
    return {
        "name": one.loser.name,
        "reason": one.reason,
        "who": one.by.display_name,
        "when": date_format(localtime(one.at), "j F Y, H:i"),
    }


def vocabularies(current: str) -> list[dict[str, Any]]:
    """What the desk keeps beside incidents and sources, as tabs."""
    kept = [(words.page, words.entries) for words in WORDS.values()]
    return [
        {"label": label, "url": reverse(f"desk:{name}"), "current": name == current}
        for name, label in [*kept, ("types", _("Types"))]
    ]
