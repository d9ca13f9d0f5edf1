"""Who is named, on what ground."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from incidents.choices import ActorKind, AssertionKind, AttributionKind, AttributionRole
from incidents.desk.forms.claims.value_form import ValueForm
from incidents.desk.forms.fields import Select, names, or_none, words
from incidents.desk.forms.on_record import actor_refusal, blame_if
from incidents.models import Actor, Assertion
from incidents.services.inputs import AttributionValue

WITH_A_CHANNEL = frozenset({AttributionKind.RESPONSIBILITY_CLAIM, AttributionKind.DENIAL})


class AttributionForm(ValueForm):
    """An actor at the level named. A name that nobody has recorded takes a kind, and is recorded with the claim."""

    kind = AssertionKind.ATTRIBUTION

    actor = forms.CharField(
        label=_("Who is named"),
        max_length=200,
        help_text=_("At the level the source names, no finer: “Islamic State”, “Iran-backed proxies”."),
        widget=names("actors"),
    )
    actor_kind = Select(
        or_none(ActorKind, _("Choose if it is new")),
        label=_("Kind of actor"),
        required=False,
        help_text=_("Only for a name that is new here."),
    )
    branch_of = forms.CharField(
        label=_("Branch of"),
        max_length=200,
        required=False,
        help_text=_("An actor on record, where the source says so."),
        widget=names("actors"),
    )
    ground = Select(or_none(AttributionKind, _("Choose")), label=_("On what ground"))
    part = Select(AttributionRole, label=_("What they are said to have done"), initial=AttributionRole.CARRIED_OUT)
    claim_channel = forms.CharField(
        label=_("Channel of the claim"),
        max_length=200,
        required=False,
        help_text=_("Of a claim or a denial: “Telegram channel of …”."),
        widget=words(),
    )
    confidence_words = forms.CharField(
        label=_("Words of confidence used"),
        max_length=200,
        required=False,
        help_text=_("Such as “clear-cut and indisputable”."),
        widget=words(),
    )

    renamed = {"kind": "ground"}

    def clean(self) -> None:
        super().clean()
        if self.text("claim_channel") and self.text("ground") not in WITH_A_CHANNEL:
            self.add_error("claim_channel", _("Only a claim or a denial has a channel."))
        blame_if(self, "actor_kind", actor_refusal(self.text("actor"), self.text("actor_kind")))

    @classmethod
    def initial_of(cls, assertion: Assertion) -> dict[str, Any]:
        named = assertion.attribution
        return {
            "actor": named.actor.name,
            "ground": named.kind,
            "part": named.role,
            "claim_channel": named.claim_channel,
            "confidence_words": named.confidence_words,
        }

    def value(self, actor: Actor) -> AttributionValue:
        """The attribution as the service takes it, with the actor that the name stands for."""
        return AttributionValue(
            actor=actor,
            ground=self.text("ground"),
            role=self.text("part"),
            claim_channel=self.text("claim_channel"),
            confidence_words=self.text("confidence_words"),
        )

    @property
    def more_opened(self) -> bool:
        """Whether the rarely used fields must stand open."""
        rare = ("claim_channel", "confidence_words", "branch_of")
        return self.has_errors_in(*rare) or any(self.typed(name) for name in rare)
