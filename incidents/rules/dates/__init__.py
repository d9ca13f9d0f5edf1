"""When something happened, as far as it is known: read from words or EDTF, kept as bounds, said in words again."""

from incidents.rules.dates.notation import read_edtf
from incidents.rules.dates.reading import read_date, say_readably
from incidents.rules.dates.saying import say_span
from incidents.rules.dates.span import DateNotUnderstoodError, Span, join_spans, span_of_days, span_of_instants

__all__ = [
    "DateNotUnderstoodError",
    "Span",
    "join_spans",
    "read_date",
    "read_edtf",
    "say_readably",
    "say_span",
    "span_of_days",
    "span_of_instants",
]
