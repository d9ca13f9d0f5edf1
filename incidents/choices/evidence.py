"""Who said what, where and how sure: publishers, sources, speakers, assertions."""

from django.db.models import IntegerChoices, TextChoices
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


class Reliability(TextChoices):
    """Reliability of a publisher (Admiralty code, letter). Never multiplied with credibility."""

    A = "A", _("A: completely reliable")
    B = "B", _("B: usually reliable")
    C = "C", _("C: fairly reliable")
    D = "D", _("D: not usually reliable")
    E = "E", _("E: unreliable")
    F = "F", _("F: reliability cannot be judged")


class Credibility(IntegerChoices):
    """Credibility of one assertion (Admiralty code, number)."""

    CONFIRMED = 1, _("1: confirmed by other sources")
    PROBABLY_TRUE = 2, _("2: probably true")
    POSSIBLY_TRUE = 3, _("3: possibly true")
    DOUBTFUL = 4, _("4: doubtful")
    IMPROBABLE = 5, _("5: improbable")
    CANNOT_BE_JUDGED = 6, _("6: truth cannot be judged")


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


class Verification(TextChoices):
    """How far an assertion has been verified. Our assessment, apart from what was said."""

    UNREVIEWED = "unreviewed", _("Unreviewed")
    SINGLE_ORIGIN = "single_origin", _("Single origin")
    CORROBORATED = "corroborated", _("Corroborated")
    DISPUTED = "disputed", _("Disputed")
    REFUTED = "refuted", _("Refuted")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Confidence(TextChoices):
    """How sure we are, in the three levels of ICD 203."""

    LOW = "low", _("Low confidence")
    MODERATE = "moderate", _("Moderate confidence")
    HIGH = "high", _("High confidence")


class AssertionRole(TextChoices):
    """What part an assertion plays in the resolved value."""

    RECOMMENDED = "recommended", _("Recommended")
    SUPPORTING = "supporting", _("Supporting")
    SUPERSEDED = "superseded", _("Superseded")


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


class AttributionState(TextChoices):
    """Where the question "who did it" stands for an incident."""

    UNCLAIMED = "unclaimed", _("Unclaimed")
    CLAIMED = "claimed", _("Claimed")
    ATTRIBUTED = "attributed", _("Attributed")
    CONTESTED = "contested", _("Contested")
    ADJUDICATED = "adjudicated", _("Found by a court")


class WarningAspect(TextChoices):
    """Which part of a warning a statement is about."""

    EXISTENCE = "existence", _("That it was given")
    CONTENT = "content", _("What it said")
    RESPONSE = "response", _("What the recipient did")


class WarningBasis(TextChoices):
    """Why a warning was given."""

    DUTY_TO_WARN = "duty_to_warn", _("Duty to warn")
    TREATY = "treaty", _("Treaty")
    COURTESY = "courtesy", _("Courtesy")
    PUBLIC_ADVISORY = "public_advisory", _("Public advisory")
    UNKNOWN = "unknown", _("Basis not known")


class WarningSpecificity(TextChoices):
    """How specific a warning was on one axis."""

    NONE = "none", _("Nothing")
    GENERAL = "general", _("In general terms")
    SPECIFIC = "specific", _("Specific")
    UNKNOWN = "unknown", _("Not known")


class WarningOutcome(TextChoices):
    """What became of the attack warned of, as said by a source; never inferred from its having happened."""

    PREVENTED = "prevented", _("Prevented")
    PARTLY = "partly", _("Partly prevented")
    NOT_PREVENTED = "not_prevented", _("Not prevented")
    UNKNOWN = "unknown", _("Unknown")


class ResolvedField(TextChoices):
    """A field whose public value is decided by a resolution."""

    OCCURRED = "occurred", _("When it happened")
    PLACE = "place", _("Where it happened")
    KILLED = "killed", _("Killed")
    WOUNDED = "wounded", _("Wounded")
    ATTACK_TYPES = "attack_types", _("Attack types")
    WEAPON_TYPES = "weapon_types", _("Weapon types")
    TARGET_TYPES = "target_types", _("Target types")
    TACTICS = "tactics", _("Tactics")


class ResolutionPolicy(TextChoices):
    """By which rule the public value was chosen."""

    NEWEST_OFFICIAL = "newest_official", _("Newest official figure")
    HIGHEST_GRADED = "highest_graded", _("Highest-graded assertion")
    RANGE_OF_RECOMMENDED = "range_of_recommended", _("Range over all recommended assertions")
    SINGLE_SOURCE = "single_source", _("The only source")
    EDITORS_CHOICE = "editors_choice", _("Editor's choice")
