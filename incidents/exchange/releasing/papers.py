"""What a release says of itself beside its data: README, the state of the log, the sums of its files."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext as _

from incidents.choices import ReleaseChange
from incidents.exchange import codebook
from incidents.exchange.releasing.edition import ReleaseEdition
from incidents.exchange.releasing.meanings import MEANINGS
from incidents.public.presenting.log import consistency_document
from incidents.rules.releases import Made, Plan
from incidents.selectors.record_downloads import entry_at
from incidents.selectors.record_proofs import consistency
from incidents.selectors.record_releases import checkpoint_over

SUMS: Final = "SHA256SUMS"


def readme(edition: ReleaseEdition, plan: Plan, changes: Mapping[str, int]) -> bytes:
    """What this is, what changed, how to check it."""
    since = _("since release %(tag)s") % {"tag": plan.previous} if plan.previous else _("since the record began")
    more = [
        "",
        f"## {_('What became of incidents %(since)s') % {'since': since}}",
        "",
        *(f"- {kind.label}: {changes[kind.value]}" for kind in ReleaseChange),
        "",
        _("What was withdrawn stays in the releases before, which never change; changes.csv says which, and why."),
        "",
        f"## {_('Check it')}",
        "",
        _("`sha256sum --check SHA256SUMS` compares every file with what was released."),
        _("The sum of SHA256SUMS itself stands on the page of the release."),
        _("`log.json` names the state of the record’s log, and proves that the checkpoint in it continues that."),
    ]
    return codebook.readme(edition, {name: str(meaning) for name, meaning in MEANINGS.items()}, more)


def log(plan: Plan) -> bytes:
    """The log at the cut-off: its size, head and root, the first checkpoint over it, and the proof between the two."""
    head, checkpoint = entry_at(plan.log_size - 1), checkpoint_over(plan.log_size)
    proved = consistency_document(consistency(plan.log_size, checkpoint.size if checkpoint else plan.log_size))
    return codebook.as_json(
        {
            "size": plan.log_size,
            "chain_hash": head.chain_hash if head else None,
            "root": proved["from_root"],
            "checkpoint": checkpoint.note if checkpoint else None,
            "consistency": {name: proved[name] for name in ("from", "to", "from_root", "to_root", "proof")},
        }
    )


def sums(made: Mapping[str, Made]) -> bytes:
    """A line for each file, as ``sha256sum`` reads them."""
    return "".join(f"{one.sha256}  {name}\n" for name, one in made.items()).encode()
