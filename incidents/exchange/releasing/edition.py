"""The whole record as of a cut-off, under the name of its release."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from incidents.exchange.editions import Edition, sentence_of
from incidents.filters import read_query
from incidents.public.frame import absolute
from incidents.rules.moments import spelt_moment
from incidents.rules.releases import Plan
from incidents.selectors.record_downloads import entry_at
from incidents.selectors.record_queries import totals


@dataclass(frozen=True, kw_only=True)
class ReleaseEdition(Edition):
    """An edition that has a name and a page of its own."""

    tag: str

    @property
    def url(self) -> str:
        """The page of the release."""
        return absolute(reverse("releases:page", args=[self.tag]))

    @property
    def file_name(self) -> str:
        return f"attest-{self.tag}"


def release_edition(plan: Plan) -> ReleaseEdition:
    """What a plan releases."""
    query = read_query({"as_of": spelt_moment(plan.cut_off)})
    counted = totals(query)
    words = {"tag": plan.tag, "sentence": sentence_of(query, counted)}
    return ReleaseEdition(
        asked=query,
        query=query,
        head=entry_at(plan.log_size - 1),
        totals=counted,
        sentence=_("Release %(tag)s: %(sentence)s") % words,
        tag=plan.tag,
    )
