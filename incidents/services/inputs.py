"""What the verbs take: plain, frozen descriptions of what somebody wants recorded."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar

from incidents.choices import (
    AssertionKind,
    AssertionRole,
    AttributionRole,
    Directness,
    LocationMethod,
    LocationRole,
    Modality,
    Naming,
    Polarity,
    Population,
    Stance,
    Verification,
    YesNoUnknown,
)

if TYPE_CHECKING:
    from django.contrib.gis.geos import Point

    from incidents.models import Actor, Place, Source, Speaker, Warning  # noqa: A004


@dataclass(frozen=True, kw_only=True)
class Quote:
    """A citation to be made: the source's words and where they stand; see ``models.Citation``."""

    source: "Source"
    quote: str = ""
    locator: str = ""
    stance: str = Stance.SUPPORTS
    speaker: "Speaker | None" = None
    said_on: date | None = None
    reported_on: date | None = None
    translation: str = ""


@dataclass(frozen=True, kw_only=True)
class CasualtyValue:
    """A count in the source's words; low, best and high follow by ``rules.quantities`` unless they are all given."""

    kind: ClassVar[AssertionKind] = AssertionKind.CASUALTY
    measure: str
    verbatim: str
    population: str = Population.ALL
    attackers_included: str = YesNoUnknown.UNKNOWN
    as_of: date | None = None
    scope: str = ""


@dataclass(frozen=True, kw_only=True)
class AttributionValue:
    """An actor named, on what ground and for what part."""

    kind: ClassVar[AssertionKind] = AssertionKind.ATTRIBUTION
    actor: "Actor"
    ground: str
    role: str = AttributionRole.CARRIED_OUT
    claim_channel: str = ""
    confidence_words: str = ""


@dataclass(frozen=True, kw_only=True)
class LocationValue:
    """A place and how finely it is known; ``point`` (WGS 84) only where the precision is that fine."""

    kind: ClassVar[AssertionKind] = AssertionKind.LOCATION
    place: "Place"
    precision: str
    point: "Point | None" = None
    uncertainty_m: int | None = None
    role: str = LocationRole.SITE
    method: str = LocationMethod.STATED
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class TimeValue:
    """A time in words or EDTF, read in the place's time zone by ``rules.dates``."""

    kind: ClassVar[AssertionKind] = AssertionKind.TIME
    when: str
    timezone: str = "UTC"
    verbatim: str = ""
    reported_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class CharacteristicValue:
    """One coded fact: ``code`` is of the vocabulary that ``characteristic`` names."""

    kind: ClassVar[AssertionKind] = AssertionKind.CHARACTERISTIC
    characteristic: str
    code: str
    detail: str = ""


@dataclass(frozen=True, kw_only=True)
class WarningValue:
    """What somebody says about a warning."""

    kind: ClassVar[AssertionKind] = AssertionKind.WARNING
    warning: "Warning"
    aspect: str
    paraphrase: str


Value = CasualtyValue | AttributionValue | LocationValue | TimeValue | CharacteristicValue | WarningValue


@dataclass(frozen=True, kw_only=True)
class Claim:
    """An assertion to be recorded: its value, the speaker's voice, our assessment, and its citations."""

    value: Value
    citations: tuple[Quote, ...] = ()
    polarity: str = Polarity.AFFIRMED
    modality: str = Modality.FACT
    verification: str = Verification.UNREVIEWED
    verification_reason: str = ""
    credibility: int | None = None
    confidence: str = ""
    rationale: str = ""
    role: str = AssertionRole.RECOMMENDED


@dataclass(frozen=True, kw_only=True)
class SourceItem:
    """A published item to be recorded; see ``models.Source``."""

    publisher_name: str
    publisher_kind: str
    title: str
    kind: str = "article"
    lang: str = "en"
    authors: tuple[str, ...] = ()
    published_on: date | None = None
    published_precision: str = "day"
    url: str = ""
    access: str = "open"
    rights: str = ""
    credit: str = ""
    summary: str = ""
    confidential: bool = False


@dataclass(frozen=True, kw_only=True)
class SpeakerPerson:
    """Whose words; see ``models.Speaker``."""

    naming: str = Naming.NAMED
    name: str = ""
    role_title: str = ""
    organisation: str = ""
    description: str = ""
    anonymity_reason: str = ""
    directness: str = Directness.UNKNOWN
    actor: "Actor | None" = None


@dataclass(frozen=True, kw_only=True)
class WarningGiven:
    """That somebody warned somebody; see ``models.Warning``."""

    warner: "Actor"
    recipient: "Actor"
    basis: str = "unknown"
    basis_wording: str = ""
    conveyed_earliest: datetime | None = None
    conveyed_latest: datetime | None = None
    conveyed_precision: str = ""
    channel: str = ""
    intermediary: str = ""
    specificity: dict[str, str] = field(default_factory=dict)
    disclosed_on: date | None = None
    disclosed_by: "Source | None" = None
    outcome: str = "unknown"


@dataclass(frozen=True, kw_only=True)
class Wording:
    """A reaction in our words; see ``models.Statement``."""

    paraphrase: str
    made_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Description:
    """What an editor writes about an incident in our own words and flags; None leaves a flag undecided."""

    title: str
    graphic: bool | None = None
    personal_data: bool | None = None
    criterion_goal: bool | None = None
    criterion_message: bool | None = None
    criterion_outside_war: bool | None = None
    doubt_terrorism: bool | None = None
    alternative: str = ""
    desk_note: str = ""


@dataclass(frozen=True, kw_only=True)
class Reported:
    """What a reader says is wrong: with which incident, which part of its page, and what says so."""

    text: str
    public_id: str = ""
    field: str = ""
    source: str = ""
    email: str = ""
