"""The tables, one file an idea: the desk here, the published record in ``record``."""

from incidents.models.actor import Actor, ActorAlias, ActorMerge, ActorRelation
from incidents.models.anchor import Anchor, QuoteAlert
from incidents.models.assertion import Assertion
from incidents.models.attribution import Attribution
from incidents.models.capture import Capture, CustodyEvent
from incidents.models.casualty import CasualtyEstimate
from incidents.models.characteristic import CharacteristicAssertion
from incidents.models.citation import Citation
from incidents.models.coding import CodedAnswer, SecondCoding
from incidents.models.embargo import Embargo
from incidents.models.feed import Feed, FeedState, Lead
from incidents.models.fetching import Fetch, HostVisit
from incidents.models.incident import Incident, SummarySentence
from incidents.models.link import IncidentLink
from incidents.models.location import LocationAssertion
from incidents.models.notice import Follow, Notice, NoticeChoice
from incidents.models.place import Place, PlaceMerge
from incidents.models.proposal import ProposalDecision
from incidents.models.publisher import Publisher, PublisherGrade, PublisherMerge
from incidents.models.queue import BulkAction, BulkRow, QueueColumns, SavedFilter
from incidents.models.record import (
    Checkpoint,
    Download,
    DownloadOrder,
    LogEntry,
    LogNode,
    Permalink,
    PublishedElement,
    PublishedIncident,
    PublishedName,
    Release,
    ReleaseFile,
    ReportOutcome,
    Version,
)
from incidents.models.regrouping import MovedItem, Regrouping, Undoing
from incidents.models.report import ErrorReport
from incidents.models.resolution import Resolution
from incidents.models.review import Approval, Review, ReviewComment, SmallEdit, Waiver
from incidents.models.source import Source, SourceDerivation, SourceGrant, SourceReading
from incidents.models.speaker import SealedName, Speaker
from incidents.models.statement import Statement
from incidents.models.tag import IncidentTag, Tag, TagMerge
from incidents.models.time import TimeAssertion
from incidents.models.warning import Warning, WarningStatement  # noqa: A004
from incidents.models.webhook import Webhook, WebhookAttempt, WebhookDelivery
from incidents.models.work import Contribution, KeptAnswer, Lease, Publication, ShiftNote, Transition, UnsavedForm

__all__ = [
    "Actor",
    "ActorAlias",
    "ActorMerge",
    "ActorRelation",
    "Anchor",
    "Approval",
    "Assertion",
    "Attribution",
    "BulkAction",
    "BulkRow",
    "Capture",
    "CasualtyEstimate",
    "CharacteristicAssertion",
    "Checkpoint",
    "Citation",
    "CodedAnswer",
    "Contribution",
    "CustodyEvent",
    "Download",
    "DownloadOrder",
    "Embargo",
    "ErrorReport",
    "Feed",
    "FeedState",
    "Fetch",
    "Follow",
    "HostVisit",
    "Incident",
    "IncidentLink",
    "IncidentTag",
    "KeptAnswer",
    "Lead",
    "Lease",
    "LocationAssertion",
    "LogEntry",
    "LogNode",
    "MovedItem",
    "Notice",
    "NoticeChoice",
    "Permalink",
    "Place",
    "PlaceMerge",
    "ProposalDecision",
    "Publication",
    "PublishedElement",
    "PublishedIncident",
    "PublishedName",
    "Publisher",
    "PublisherGrade",
    "PublisherMerge",
    "QueueColumns",
    "QuoteAlert",
    "Regrouping",
    "Release",
    "ReleaseFile",
    "ReportOutcome",
    "Resolution",
    "Review",
    "ReviewComment",
    "SavedFilter",
    "SealedName",
    "SecondCoding",
    "ShiftNote",
    "SmallEdit",
    "Source",
    "SourceDerivation",
    "SourceGrant",
    "SourceReading",
    "Speaker",
    "Statement",
    "SummarySentence",
    "Tag",
    "TagMerge",
    "TimeAssertion",
    "Transition",
    "Undoing",
    "UnsavedForm",
    "Version",
    "Waiver",
    "Warning",
    "WarningStatement",
    "Webhook",
    "WebhookAttempt",
    "WebhookDelivery",
]
