"""When it happened, in words."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from incidents.choices import AssertionKind
from incidents.desk.forms.claims.value_form import ValueForm
from incidents.desk.forms.fields import names, words
from incidents.desk.timezones import is_known, zone_of
from incidents.models import Assertion, Incident
from incidents.rules.dates import DateNotUnderstoodError, read_date, say_readably, say_span
from incidents.services.inputs import TimeValue


class TimeForm(ValueForm):
    """A time as typed, read in a time zone."""

    kind = AssertionKind.TIME

    when = forms.CharField(
        label=_("When"),
        max_length=200,
        help_text=_(
            "As in 3 January 2024, early January 2024, 3 January 2024 at 14:50, or between 5 and 10 July 2024."
        ),
        widget=words(**{"data-echo": "when-echo"}),
    )
    timezone = forms.CharField(
        label=_("Time zone"),
        max_length=60,
        help_text=_("Of the place where it happened, such as Asia/Tehran."),
        widget=names("timezones"),
    )
    verbatim = forms.CharField(
        label=_("In the source's words"),
        max_length=200,
        required=False,
        help_text=_("Where they differ: “the Jan 3 attack”."),
        widget=words(),
    )

    def clean_timezone(self) -> str:
        """One that the clock knows."""
        name: str = self.cleaned_data["timezone"]
        if not is_known(name):
            sentence = _now("“%(name)s” is no time zone. Write it as in Asia/Tehran or Europe/Paris, or UTC.")
            raise forms.ValidationError(sentence % {"name": name})
        return name

    @classmethod
    def initial_of(cls, assertion: Assertion) -> dict[str, Any]:
        time = assertion.time
        return {"when": say_readably(time.span), "timezone": time.timezone, "verbatim": time.verbatim}

    @classmethod
    def initial_for(cls, incident: Incident) -> dict[str, Any]:
        return {"timezone": zone_of(incident.country_code)}

    def value(self) -> TimeValue:
        """The time as the service takes it."""
        return TimeValue(
            when=self.text("when"),
            timezone=self.text("timezone"),
            verbatim=self.text("verbatim") or self.text("when"),
        )

    @property
    def echo(self) -> str:
        return echo_time(self.typed("when"), self.typed("timezone"))


def echo_time(text: str, timezone: str) -> str:
    """What the rules make of words about when, in a sentence."""
    if not text:
        return ""
    try:
        return _now("Understood as %(when)s.") % {"when": say_span(read_date(text, timezone=timezone or "UTC"))}
    except DateNotUnderstoodError as error:
        return str(error)
