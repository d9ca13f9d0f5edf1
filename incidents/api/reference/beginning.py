"""The first calls of the reference page: what a newcomer wants to know, asked of the record as it is."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from incidents.api.reference.samples import Shown
from incidents.filters import encoded, read_query
from incidents.presenting.words import prose
from incidents.selectors.facets import facets
from incidents.selectors.record_queries import countries

BOMBINGS: Final = {"attack_type": "bombing"}
COLUMNS: Final = "title,occurred_edtf,killed_low,killed_best,killed_high"
WITHOUT_A_RECORD: Final = "IR"


@dataclass(frozen=True)
class Call:
    """A question, the address that answers it, how the answer is read, and the page that tries it with other values."""

    id: str
    question: str
    about: SafeString
    url: str
    try_url: str = ""


def first_calls(origin: str, shown: Shown) -> list[Call]:
    """Figures for a spreadsheet first; ``origin`` begins each address."""
    code = _most_bombed()
    name = dict(countries()).get(code, code)
    bombings = encoded({"country": code, **BOMBINGS})
    columns = encoded({"fields": COLUMNS})
    tried = reverse("api:try_operation", args=["list_incidents"])
    read = reverse("api:try_operation", args=["get_incident"])
    return [
        Call(
            "table",
            _("How many were killed in each bombing in %(country)s? For a spreadsheet.") % {"country": name},
            prose(_("`killed_said_by` names who gives the figures. An empty cell is unknown and never zero.")),
            f"{origin}{reverse('api:incidents_in_form', args=['csv'])}?{bombings}&{columns}",
            f"{tried}?{bombings}&format=csv&{columns}",
        ),
        Call(
            "by-year",
            _("And by year?"),
            prose(_("Our sums. `low_of` counts the incidents that give one. Twelve months or fewer are by month.")),
            f"{origin}{reverse('public:statistics_csv', args=['killed'])}?{bombings}",
        ),
        Call(
            "incident",
            _("One incident: who says what?"),
            prose(_("`claims` are what is said, each with its `citations`: the words, who speaks, and the source.")),
            f"{origin}{reverse('api:incident', args=[shown.public_id])}",
            f"{read}?public_id={shown.public_id}",
        ),
        Call(
            "map",
            _("Bombings since 2000, for a map"),
            prose(_("GeoJSON. For QGIS and GDAL there are layers, below.")),
            f"{origin}{reverse('api:incidents_in_form', args=['geojson'])}?{encoded({**BOMBINGS, 'since': '2000'})}",
            f"{tried}?{encoded({**BOMBINGS, 'since': '2000', 'format': 'geojson'})}",
        ),
    ]


def _most_bombed() -> str:
    """The country with most bombings on record, so that the sample has an answer."""
    found = facets(read_query(BOMBINGS), ("country",), 1)["country"].shown
    return found[0].value if found else WITHOUT_A_RECORD
