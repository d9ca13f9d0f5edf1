"""The narrow columns of the record, held in the process: what counts are made from where the record is large.

``reader()`` answers with whoever answers a count now: PostgreSQL or, in a web process whose record has at least
``ATTEST_COLUMNS_FROM`` versions, the columns (ADR 0020). Both are asked with the same querysets, and must agree.
"""

from incidents.selectors.columns.holding import reader
from incidents.selectors.columns.postgres import Postgres
from incidents.selectors.columns.process import Columns
from incidents.selectors.columns.reading import Reader

__all__ = ["Columns", "Postgres", "Reader", "reader"]
