"""Citations: what stood at a claim, a reaction, a link or a sentence stands there again, in the same words."""

from collections.abc import Iterable
from typing import Any, Final

from accounts.models import User
from incidents.models import Assertion, Citation, Incident, IncidentLink, Source, Statement, SummarySentence
from incidents.selectors.citations import incident_of
from incidents.selectors.past import Past
from incidents.services.anchoring import anchor_citation, settle_alerts_of
from incidents.services.citing import COLUMN
from incidents.services.reverting.rows import bring_back, say_again

Holder = Assertion | Statement | IncidentLink | SummarySentence

QUOTED: Final = (
    "source_id",
    "quote",
    "locator",
    "stance",
    "speaker_id",
    "said_on",
    "reported_on",
    "translation",
)


class CitationsBack:
    """Brings the citations of one incident back, holder by holder."""

    def __init__(self, actor: User, held: Incident, past: Past) -> None:
        self.actor, self.held, self.past = actor, held, past

    def restore(self, holder: Holder, told: Iterable[dict[str, Any]], stood_at: int | None = None) -> None:
        """Let a holder be cited as the document tells: others that readers could see are taken back.

        ``stood_at`` is the key that the holder had then, where it is another row now.
        """
        wanted = {citation["id"] for citation in told}
        for added in holder.citations.filter(source__confidential=False).exclude(uid__in=wanted):
            added.delete()
        for then in self.readable(type(holder), stood_at or holder.pk):
            if str(then.uid) in wanted:
                self._restore(holder, then)

    def readable(self, kind: type[Holder], key: int) -> list[Citation]:
        """What was cited then at a holder and may still be named: a source that is confidential now may not."""
        then = self.past.rows(Citation, f"{COLUMN[kind]}_id", {key})
        public = set(
            Source.objects.public().filter(pk__in={one.source_id for one in then}).values_list("pk", flat=True)
        )
        return [one for one in then if one.source_id in public]

    def _restore(self, holder: Holder, then: Citation) -> None:
        """Bring one back under its own id, unless it belongs to another incident since."""
        column = COLUMN[type(holder)]
        setattr(then, column, holder)
        now = Citation.objects.filter(uid=then.uid).first()
        if now is None:
            brought = bring_back(then)
            if brought:
                anchor_citation(brought)
        elif incident_of(now) == self.held and say_again(now, then, (*QUOTED, f"{column}_id")):
            anchor_citation(now)
            settle_alerts_of(actor=self.actor, citation=now)
