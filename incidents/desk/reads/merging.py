"""What a merge of two entries would do: looked at before anything is done."""

from dataclasses import dataclass

from django.db.models import Model

from incidents.models import Incident
from incidents.selectors.entries import VOCABULARIES, Stake, drafts_using, refusal_of


@dataclass(frozen=True)
class DryRun:
    """The entry that would be gone, the one that lives on if it is known, what would move and which drafts it edits.

    ``public`` are the incidents from which readers know the first; ``why_not`` says what else keeps the two apart.
    """

    lost: Model
    kept: Model | None
    stake: Stake
    drafts: int
    public: list[Incident]
    why_not: str


def dry_run(lost: Model, kept: Model | None) -> DryRun:
    """Find out; nothing is changed."""
    vocabulary = VOCABULARIES[type(lost)]
    return DryRun(
        lost=lost,
        kept=kept,
        stake=vocabulary.stake(lost),
        drafts=drafts_using(lost).count(),
        public=vocabulary.public_in(lost),
        why_not=refusal_of(lost, kept) if kept else "",
    )
