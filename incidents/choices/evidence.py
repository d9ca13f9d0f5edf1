"""Who said what, and where: publishers, sources, speakers, assertions."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PublisherKind(TextChoices):
    """What kind of body publishes."""

    NEWSPAPER = "newspaper", _("Newspaper")
    AGENCY = "agency", _("News agency")
    BROADCASTER = "broadcaster", _("Broadcaster")
    GOVERNMENT = "government", _("Government")
    INTERGOVERNMENTAL = "intergovernmental", _("Intergovernmental body")
    COURT = "court", _("Court")
    NGO = "ngo", _("Non-governmental organisation")
    ACADEMIC = "academic", _("Academic publisher")
    MILITANT_MEDIA = "militant_media", _("Militant media")
    SOCIAL_ACCOUNT = "social_account", _("Social media account")
    OTHER = "other", _("Other publisher")


class SourceKind(TextChoices):
    """What was published."""

    ARTICLE = "article", _("Article")
    REPORT = "report", _("Report")
    JUDGMENT = "judgment", _("Judgment")
    RESOLUTION = "resolution", _("Resolution")
    STATEMENT = "statement", _("Statement")
    BOOK = "book", _("Book")
    BROADCAST = "broadcast", _("Broadcast")
    POST = "post", _("Post")
    PHOTOGRAPH = "photograph", _("Photograph")
    DOCUMENT = "document", _("Document")
    OTHER = "other", _("Other item")


class Access(TextChoices):
    """Whether a reader can get at a source."""

    OPEN = "open", _("Open")
    PAYWALLED = "paywalled", _("Behind a paywall")
    ARCHIVE_ONLY = "archive_only", _("In an archive only")
    OFFLINE = "offline", _("Offline")


class CaptureMethod(TextChoices):
    """How a snapshot of a source came to us."""

    UPLOAD = "upload", _("Uploaded file")
    PASTED = "pasted", _("Pasted text")
    FETCH = "fetch", _("Fetched from its address")


class CustodyKind(TextChoices):
    """What happened to a snapshot."""

    CAPTURED = "captured", _("Captured")
    VIEWED = "viewed", _("Viewed")
    EXPORTED = "exported", _("Downloaded")
    VERIFIED = "verified", _("Checked: as it was captured")
    DAMAGED = "damaged", _("Checked: not as it was captured")
    REDACTED = "redacted", _("Redacted copy made")


class QuoteOutcome(TextChoices):
    """What became of a quote in a newer snapshot of its source."""

    FOUND = "found", _("Where it was")
    MOVED = "moved", _("Moved")
    EDITED = "edited", _("Edited")
    GONE = "gone", _("Gone")


class DerivationKind(TextChoices):
    """How a source rests on another."""

    FIRST_REPORTED_BY = "first_reported_by", _("First reported by")
    SYNDICATES = "syndicates", _("Syndicates")
    TRANSLATES = "translates", _("Translates")
    QUOTES = "quotes", _("Quotes")
    SAME_BRIEFING = "same_briefing", _("Same briefing as")
    FOLLOWS_UP = "follows_up", _("Follows up")


class Naming(TextChoices):
    """Whether we know whose words they are."""

    NAMED = "named", _("Named")
    ANONYMOUS = "anonymous", _("Anonymous")
    COLLECTIVE = "collective", _("A body, speaking as one")
    DOCUMENT = "document", _("A document")


class Directness(TextChoices):
    """How the speaker knows."""

    SAW_IT = "saw_it", _("Saw it")
    WAS_TOLD = "was_told", _("Was told")
    DOCUMENT = "document", _("From a document")
    UNKNOWN = "unknown", _("Not known how")


class Stance(TextChoices):
    """What a citation does to the assertion."""

    SUPPORTS = "supports", _("Supports")
    CONTRADICTS = "contradicts", _("Contradicts")
    MENTIONS = "mentions", _("Mentions")
    RETRACTS = "retracts", _("Retracts")


class AssertionKind(TextChoices):
    """Which typed child an assertion has."""

    CASUALTY = "casualty", _("Casualty estimate")
    ATTRIBUTION = "attribution", _("Attribution")
    LOCATION = "location", _("Location")
    TIME = "time", _("Time")
    CHARACTERISTIC = "characteristic", _("Characteristic")
    WARNING = "warning", _("Warning")


class Polarity(TextChoices):
    """Whether it is said to be so or not."""

    AFFIRMED = "affirmed", _("Affirmed")
    DENIED = "denied", _("Denied")


class Modality(TextChoices):
    """In which voice the source says it."""

    FACT = "fact", _("Stated as fact")
    ALLEGED = "alleged", _("Alleged")
    ASSESSED = "assessed", _("Assessed")


class CasualtyMeasure(TextChoices):
    """What was counted."""

    KILLED = "killed", _("Killed")
    WOUNDED = "wounded", _("Wounded")
    MISSING = "missing", _("Missing")
    HOSPITALISED = "hospitalised", _("In hospital")
    HOSTAGES = "hostages", _("Hostages")


class Population(TextChoices):
    """Whom the figure counts."""

    ALL = "all", _("Everybody")
    CIVILIANS = "civilians", _("Civilians")
    SECURITY_FORCES = "security_forces", _("Security forces")
    ATTACKERS = "attackers", _("Attackers")
    CHILDREN = "children", _("Children")
    WOMEN = "women", _("Women")
    FOREIGNERS = "foreigners", _("Foreign nationals")


class YesNoUnknown(TextChoices):
    """A question that may stand open."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", _("Unknown")


class Quantifier(TextChoices):
    """Which words stood before the figure."""

    EXACT = "exact", _("exactly")
    AT_LEAST = "at_least", _("at least")
    MORE_THAN = "more_than", _("more than")
    ABOUT = "about", _("about")
    NEARLY = "nearly", _("nearly")
    UP_TO = "up_to", _("up to")
    FEWER_THAN = "fewer_than", _("fewer than")
    DOZENS = "dozens", _("dozens")
    SCORES = "scores", _("scores")
    HUNDREDS = "hundreds", _("hundreds")
    RANGE = "range", _("a range")
    VAGUE = "vague", _("in words without a figure")


class AttributionKind(TextChoices):
    """On what ground an actor is named."""

    RESPONSIBILITY_CLAIM = "responsibility_claim", _("Responsibility claim")
    DENIAL = "denial", _("Denial")
    ACCUSATION = "accusation", _("Accusation")
    INTELLIGENCE_ASSESSMENT = "intelligence_assessment", _("Intelligence assessment")
    COURT_FINDING = "court_finding", _("Court finding")
    INVESTIGATIVE_ASSESSMENT = "investigative_assessment", _("Investigative assessment")
    ANALYST_INFERENCE = "analyst_inference", _("Analyst's inference")


class AttributionRole(TextChoices):
    """What the actor is said to have done."""

    CARRIED_OUT = "carried_out", _("Carried it out")
    PLANNED = "planned", _("Planned it")
    DIRECTED = "directed", _("Directed it")
    INSPIRED = "inspired", _("Inspired it")
    SUPPORTED = "supported", _("Supported it")
