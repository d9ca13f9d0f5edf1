"""The query on screen as programs ask for it: calls of the API that can be copied and run as they are."""

from dataclasses import dataclass
from typing import Final

from incidents.filters import Query
from incidents.public.frame import absolute
from incidents.public.presenting.addresses import address

PER_PAGE: Final = 100
"""Incidents in one answer: a long list takes few questions, and none of them takes long."""

CURL: Final = """\
curl --fail --compressed '{url}'"""

PYTHON: Final = """\
import json
from urllib.request import urlopen

incidents = []
url = "{url}"
while url:
    with urlopen(url) as answer:
        page = json.load(answer)
    incidents += page["results"]
    url = page["next"]
print(len(incidents))"""

R: Final = """\
library(jsonlite)

incidents <- list()
url <- "{url}"
while (!is.null(url)) {{
  page <- fromJSON(url, simplifyVector = FALSE)
  incidents <- c(incidents, page$results)
  url <- page[["next"]]
}}
length(incidents)"""


@dataclass(frozen=True, kw_only=True)
class Snippet:
    """A call in one language."""

    id: str
    label: str
    text: str


def snippets(query: Query) -> list[Snippet]:
    """The very query in three languages. A canonical query string holds no quote, backslash or space: all three are
    escaped in it, so it may stand between quotes of any shell or language.
    """
    canonical = query.canonical
    paged = f"{canonical}&limit={PER_PAGE}" if canonical else f"limit={PER_PAGE}"
    url = absolute(address("/api/v1/incidents/", paged))
    return [
        Snippet(id="curl", label="curl", text=CURL.format(url=url)),
        Snippet(id="python", label="Python", text=PYTHON.format(url=url)),
        Snippet(id="r", label="R", text=R.format(url=url)),
    ]
