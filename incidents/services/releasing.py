"""Freeze the record: fix a moment, have the files written one by one, keep them, and only then say that they are there.

Nothing of a release is public before its row is, and that comes last. Until then everything lies in a folder, so that
a process that was killed is followed by one that goes on where it stood.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings
from django.core.files import File
from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from incidents.models import LogEntry, PublishedIncident, Release, ReleaseFile
from incidents.rules.moments import spelt_moment
from incidents.rules.refusals import RefusedError
from incidents.rules.releases import (
    LONGEST_TAG,
    SCHEMA_VERSION,
    STORAGE,
    TAG,
    Contents,
    Facts,
    Made,
    Piece,
    Plan,
    Progress,
    stored_name,
)
from incidents.services.record import hold_record
from incidents.services.release_folder import ReleaseFolder, held

MAKING: Final = "making"

Report = Callable[[str, int, int], None]
"""Told the name of a file, how many of its rows are written, and how many there will be."""


def make_release(
    *, tag: str, cut_off: datetime | None, contents: Callable[[Plan], Contents], report: Report
) -> Release:
    """Make a release, or go on with one that was begun. Without ``cut_off``, of the record as it stands.

    Raises:
        RefusedError: the tag is none or is taken, the moment does not fit, or there is nothing to release.
    """
    if not (TAG.fullmatch(tag) and len(tag) <= LONGEST_TAG):
        raise RefusedError(_("A tag is made of small letters and digits, with single dots or hyphens: 2024.1."))
    folder = folder_of(tag)
    with held(_workshop()):
        _require_free(tag)
        plan = _taken_up(folder.plan(), cut_off) or _begun(folder, tag, cut_off)
        parts = contents(plan)
        whole, made = folder.made(), dict[str, Made]()
        for piece in parts.pieces(made):
            made[piece.name] = whole.get(piece.name) or folder.make(piece, _told_to(report, piece))
        _keep(folder, plan, made)
        release = _say(plan, made, parts.facts())
        folder.clear()
    return release


def give_up_release(*, tag: str) -> None:
    """Throw away what was begun and not finished.

    Raises:
        RefusedError: nothing was.
    """
    folder = folder_of(tag)
    with held(_workshop()):
        if not TAG.fullmatch(tag) or folder.plan() is None or Release.objects.filter(tag=tag).exists():
            raise RefusedError(_("No release %(tag)s is being made.") % {"tag": tag})
        for name in folder.made():
            storages[STORAGE].delete(stored_name(tag, name))
        folder.clear()


def folder_of(tag: str) -> ReleaseFolder:
    """Where a release is made."""
    return ReleaseFolder(_workshop() / tag)


def _told_to(report: Report, piece: Piece) -> Progress:
    return lambda rows: report(piece.name, rows, piece.total)


def _workshop() -> Path:
    return Path(settings.ATTEST_RELEASES_ROOT) / MAKING


def _require_free(tag: str) -> None:
    """One after the other: each says what changed since the one before it.

    Raises:
        RefusedError: the tag is taken, or another release was begun and not finished.
    """
    begun = {path.name for path in _workshop().iterdir() if ReleaseFolder(path).plan()}
    released = set(Release.objects.filter(tag__in={*begun, tag}).values_list("tag", flat=True))
    for finished in begun & released:  # by a process that was killed before it could clear up
        folder_of(finished).clear()
    if tag in released:
        raise RefusedError(_("The release %(tag)s exists already, and a release never changes.") % {"tag": tag})
    others = sorted(begun - released - {tag})
    if others:
        sentence = _("The release %(tag)s was begun and is not finished: finish it, or give it up with --give-up.")
        raise RefusedError(sentence % {"tag": others[0]})


def _taken_up(plan: Plan | None, cut_off: datetime | None) -> Plan | None:
    """What was begun, if it is what is asked for.

    Raises:
        RefusedError: it has another cut-off.
    """
    if plan and cut_off and cut_off != plan.cut_off:
        sentence = _("The release %(tag)s was begun with the cut-off %(moment)s: leave it out to go on with that.")
        raise RefusedError(sentence % {"tag": plan.tag, "moment": spelt_moment(plan.cut_off)})
    return plan


@transaction.atomic
def _begun(folder: ReleaseFolder, tag: str, cut_off: datetime | None) -> Plan:
    """Fix the moment. Whoever is publishing is waited for, so that nothing comes to stand before it later.

    Raises:
        RefusedError: it is still to come, or not after the last cut-off, or the record is empty then.
    """
    hold_record()
    newest = Release.objects.newest()
    head = LogEntry.objects.filter(**{"appended_at__lte": cut_off} if cut_off else {}).head()
    moment = cut_off or (head.appended_at if head else timezone.now())
    if moment > timezone.now():
        raise RefusedError(_("The cut-off %(moment)s is still to come.") % {"moment": spelt_moment(moment)})
    if newest and moment <= newest.cut_off:
        words = {"tag": newest.tag, "moment": spelt_moment(newest.cut_off)}
        told = _("The release %(tag)s was cut off on %(moment)s, and the next one is cut off later.")
        raise RefusedError((told if cut_off else _("Nothing was published since the release %(tag)s.")) % words)
    if head is None or not PublishedIncident.objects.as_of(moment).live().exists():
        raise RefusedError(_("The record is empty at that moment: there is nothing to release."))
    plan = Plan(tag=tag, cut_off=moment, log_size=head.position + 1, previous=newest.tag if newest else "")
    folder.begin(plan)
    return plan


def _keep(folder: ReleaseFolder, plan: Plan, made: Mapping[str, Made]) -> None:
    """Put the files where they are kept. What a killed process left there is replaced."""
    storage = storages[STORAGE]
    for name in made:
        stored = stored_name(plan.tag, name)
        storage.delete(stored)
        with folder.file(name).open("rb") as file:
            kept = storage.save(stored, File(file))
        if kept != stored or storage.size(stored) != made[name].byte_size:
            message = f"The storage kept {stored} as {kept}, or only in part."
            raise OSError(message)


@transaction.atomic
def _say(plan: Plan, made: Mapping[str, Made], facts: Facts) -> Release:
    """From here on the release is there, with every file of it."""
    hold_record()
    head = LogEntry.objects.get(position=plan.log_size - 1)
    release = Release.objects.create(
        tag=plan.tag,
        previous=Release.objects.filter(tag=plan.previous).first(),
        cut_off=plan.cut_off,
        schema_version=SCHEMA_VERSION,
        log_size=plan.log_size,
        log_head=head.chain_hash,
        released_at=timezone.now(),
        **_columns(facts),
    )
    ReleaseFile.objects.bulk_create(ReleaseFile(release=release, **_columns(one)) for one in made.values())
    return release


def _columns(found: Facts | Made) -> dict[str, Any]:
    return {name: getattr(found, name) for name in found.__dataclass_fields__}
