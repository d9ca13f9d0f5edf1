"""The log over the versions: a hash chain, and the tree that its proofs are made from."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from incidents.models.record.version import Version
from incidents.querysets.record import LogEntryQuerySet, LogNodeQuerySet


class LogEntry(models.Model):
    """A version's place in the log. Append-only; positions run from 0 without a gap.

    ``leaf_hash`` is the RFC 6962 leaf hash of the version's canonical JSON, salted with ``salt`` (32 random bytes);
    ``chain_hash`` is that of ``rules.canonical.chain_hash`` over the previous entry's (the hash of the empty tree
    before the first) and the leaf. All are lower-case hexadecimal; the database refuses a gap or a broken chain.
    ``desk_seal`` is that of ``rules.seals``: what happened at the desk, sealed without telling it. It is empty in
    entries older than the seal, and part of the leaf in all others.
    """

    position = models.PositiveBigIntegerField(primary_key=True)
    version = models.OneToOneField(Version, models.PROTECT, related_name="log_entry")
    salt = models.CharField(max_length=64)
    leaf_hash = models.CharField(max_length=64)
    previous_hash = models.CharField(max_length=64)
    chain_hash = models.CharField(max_length=64, unique=True)
    appended_at = models.DateTimeField()
    desk_seal = models.CharField(max_length=64, blank=True, default="", db_default="")

    objects = LogEntryQuerySet.as_manager()

    class Meta:
        db_table = "record_log_entry"
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                name="log_hashes_are_sha256",
                condition=Q(leaf_hash__regex=r"^[0-9a-f]{64}$")
                & Q(previous_hash__regex=r"^[0-9a-f]{64}$")
                & Q(chain_hash__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("A SHA-256 has 64 hexadecimal digits."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.version}"


class LogNode(models.Model):
    """The hash of a complete subtree above the leaves: ``rules.merkle.Node``. Append-only, with its last entry.

    ``level`` is at least 1: the leaves themselves are the ``leaf_hash`` of the entries. The database refuses a hash
    that is not that of the two below it, and an entry that completes a subtree which is not written with it.
    """

    pk = models.CompositePrimaryKey("level", "index")
    level = models.PositiveSmallIntegerField()
    index = models.PositiveBigIntegerField()
    hash = models.CharField(max_length=64)

    objects = LogNodeQuerySet.as_manager()

    class Meta:
        db_table = "record_log_node"
        ordering = ["level", "index"]
        constraints = [
            models.CheckConstraint(
                name="log_node_is_sha256_above_leaves",
                condition=Q(hash__regex=r"^[0-9a-f]{64}$") & Q(level__gte=1),
                violation_error_message=_("A node stands above the leaves, and its SHA-256 has 64 hexadecimal digits."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.level}/{self.index}"
