"""One incident of a download: its row, and what is worked out from it."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from incidents.public.frame import absolute
from incidents.public.presenting.addresses import incident_address
from incidents.public.presenting.results import accusation_words, denial_words, named_words
from incidents.rules.countries import iso3
from incidents.rules.voices import names
from incidents.selectors.record_downloads import Row


class Item:
    """A row of ``selectors.record_downloads.pages_of``; ``as_of`` is the moment of record time that was asked for."""

    __slots__ = ("_claims", "as_of", "row", "said_by")

    def __init__(self, row: Row, as_of: datetime | None) -> None:
        self.row, self.as_of = row, as_of
        self._claims: list[dict[str, Any]] = row["excerpt"]["attributions"]
        self.said_by = {value: names(row[f"{value}_said_by"]) for value in ("occurred", "place", "killed", "wounded")}

    def toll(self, measure: str, name: str) -> Any:
        """A bound or the words of a toll; nothing where nobody says so."""
        value = self.row[f"{measure}_{name}"] if self.said_by[measure] else None
        return None if value == "" else value

    @property
    def url(self) -> str:
        return absolute(incident_address(self.row["public_id"], self.as_of))

    @property
    def citation_url(self) -> str:
        return absolute(f"/incidents/{self.row['public_id']}/v/{self.row['version__number']}/")

    @property
    def iso3(self) -> str | None:
        return iso3(self.row["country_code"]) or None

    @property
    def named(self) -> str | None:
        return named_words(self._claims) or None

    @property
    def accused(self) -> str | None:
        return accusation_words(self._claims) or None

    @property
    def denied(self) -> str | None:
        return denial_words(self._claims) or None

    @property
    def notice(self) -> str | None:
        return _("Demonstration data, not for citation.") if self.row["demonstration"] else None
