"""Tags, for their own pages, for the queue and for the page of an incident."""

from typing import TYPE_CHECKING

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, QuerySet
from django.db.models.functions import Lower
from django.http import QueryDict

from accounts.models import User
from incidents.desk.reads.steps import Step, in_order, steps_of
from incidents.models import Incident, IncidentTag, Tag
from incidents.selectors.entries import living
from incidents.selectors.tags import living_tags

if TYPE_CHECKING:
    from incidents.querysets.incident import IncidentQuerySet

MOST_DIGITS = 18


def listed_tags(words: str, person: User) -> QuerySet[Tag]:
    """Tags with how many incidents have each, of those that the person may open; by name."""
    seen = Q(tagged__incident__in=Incident.objects.visible_to(person))
    found = living_tags().filter(Q(name__icontains=words) | Q(note__icontains=words)) if words else living_tags()
    return found.annotate(used=Count("tagged", filter=seen)).order_by(Lower("name"), "pk")


def tag_names() -> list[str]:
    """Names of tags, to suggest while one is typed."""
    return list(living_tags().values_list("name", flat=True))


def find_tag(name: str) -> Tag | None:
    """The tag of this name, or what that was merged into."""
    found = Tag.objects.filter(name__iexact=" ".join(name.split())).first()
    return living(found) if found else None


def tags_of(incident: Incident) -> list[Tag]:
    """What an incident is tagged, by name."""
    return list(Tag.objects.filter(tagged__incident=incident))


def tagged_with(tag: Tag, person: User) -> "IncidentQuerySet":
    """The incidents that have a tag, of those that the person may open, the last changed first."""
    return Incident.objects.visible_to(person).filter(tagged__tag=tag).order_by("-changed_at", "-pk")


def names_on_incident() -> ArraySubquery:
    """The names of an incident's tags, for a query of incidents."""
    on_it = IncidentTag.objects.filter(incident=OuterRef("pk")).order_by(Lower("tag__name"))
    return ArraySubquery(on_it.values("tag__name"))


def led_on(asked: QueryDict) -> QueryDict:
    """A query of the queue in which a tag that was merged is the one that lives on: filters are kept for long."""
    typed = asked.get("tag", "")
    found = Tag.objects.filter(pk=int(typed)).first() if typed.isdecimal() and len(typed) <= MOST_DIGITS else None
    kept = living(found) if found else None
    if kept == found or kept is None:
        return asked
    changed = asked.copy()
    changed["tag"] = str(kept.pk)
    return changed


def history_of_tag(tag: Tag) -> list[Step]:
    """Every name and note that a tag ever had, the newest first, with who wrote it."""
    return in_order(steps_of("tag", "TagEvent", pgh_obj=tag.pk))
