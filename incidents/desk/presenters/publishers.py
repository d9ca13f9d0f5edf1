"""Publishers as their pages show them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.desk.presenters.claims import say
from incidents.desk.presenters.merging import absorbed, entry_url
from incidents.models import Publisher, PublisherGrade, Source
from incidents.presenting.values import language_words
from incidents.rules.countries import country_name


def publisher_rows(publishers: Iterable[Any]) -> list[dict[str, Any]]:
    """One row a publisher; they come with their counts."""
    return [
        {
            "name": publisher.name,
            "url": entry_url(publisher),
            "kind": publisher.get_kind_display(),
            "country": country_name(publisher.country_code),
            "grade": publisher.get_reliability_display(),
            "since": say(publisher.reliability_on),
            "sources": publisher.published,
        }
        for publisher in publishers
    ]


def publisher_page(publisher: Publisher, grades: Sequence[PublisherGrade], sources: Sequence[Source]) -> dict[str, Any]:
    """The context of one publisher's page: facts, the grade in force and those before, sources."""
    return {
        "publisher": publisher,
        "facts": [
            {"term": _("Kind"), "value": publisher.get_kind_display(), "notes": []},
            {"term": _("Country"), "value": country_name(publisher.country_code), "notes": []},
            {"term": _("Languages"), "value": ", ".join(map(language_words, publisher.languages)), "notes": []},
            {"term": _("Owner"), "value": publisher.owner, "notes": []},
            {
                "term": _("Reliability"),
                "value": publisher.get_reliability_display(),
                "notes": [_("since %(day)s") % {"day": say(publisher.reliability_on)}]
                if publisher.reliability_on
                else [],
            },
        ],
        "grades": [
            {
                "since": say(grade.since),
                "grade": grade.get_grade_display(),
                "reason": grade.reason,
                "who": grade.graded_by.display_name,
                "when": say(grade.graded_at.date()),
                "in_force": number == 0,
            }
            for number, grade in enumerate(grades)
        ],
        "sources": [
            {
                "title": source.title,
                "url": reverse("desk:source", kwargs={"uid": source.uid}),
                "published_on": say(source.published_on),
            }
            for source in sources
        ],
        "absorbed": [absorbed(one) for one in publisher.absorbed.select_related("loser", "by")],
    }
