"""What an incident and everything below it said at each of its revisions, as far as somebody may know it.

The history that the database keeps of every row is the source; what one edit writes shares a context with the revision
that it made.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import Model, Q
from django.utils.translation import gettext as _

from accounts.models import User
from incidents.choices import AssertionKind, ResolvedField
from incidents.desk.reads.confidential import hidden_from, hidden_revisions, veil_edits
from incidents.desk.reads.history_beside import Aside, asides, embargoes_at
from incidents.models import (
    Assertion,
    Attribution,
    CasualtyEstimate,
    CharacteristicAssertion,
    Citation,
    Contribution,
    Incident,
    IncidentLink,
    LocationAssertion,
    Resolution,
    Source,
    Statement,
    SummarySentence,
    TimeAssertion,
    Transition,
    Warning,  # noqa: A004
    WarningStatement,
)
from incidents.selectors.clearance import Untold, untold_to
from incidents.selectors.past import DELETED, Past, as_it_stood, history_of

if TYPE_CHECKING:
    from django.db.models import QuerySet

A_PAGE: Final = 25
VALUES: Final[tuple[type[Model], ...]] = (
    TimeAssertion,
    LocationAssertion,
    CasualtyEstimate,
    CharacteristicAssertion,
    Attribution,
    WarningStatement,
)
PARTS: Final[tuple[type[Model], ...]] = (Assertion, Statement, IncidentLink, SummarySentence, Resolution)
ALL: Final[tuple[type[Model], ...]] = (Incident, *PARTS, *VALUES, Warning, Citation)
DECIDED_FROM: Final[dict[str, AssertionKind]] = {
    ResolvedField.OCCURRED: AssertionKind.TIME,
    ResolvedField.PLACE: AssertionKind.LOCATION,
    ResolvedField.KILLED: AssertionKind.CASUALTY,
    ResolvedField.WOUNDED: AssertionKind.CASUALTY,
}
"""Of which kind the claims are that a public value rests on, where they are no coded facts."""
CITED: Final[dict[type[Model], str]] = {
    Assertion: "assertion_id",
    Statement: "statement_id",
    IncidentLink: "link_id",
    SummarySentence: "sentence_id",
}
"""What a citation bears out, and the column that says so."""

Changed = tuple[Model | None, Model | None]
"""A row before and after an edit; none where it was not there."""


class Reader:
    """One incident's history, read for one person. What they may not know is left out and noted as withheld."""

    def __init__(self, incident: Incident, person: User) -> None:
        self.incident, self.person = incident, person
        self._ever = {model: _ever(model, incident) for model in CITED}
        self.claims = self._ever[Assertion]
        self.untold = untold_to(person)
        cited = set(self._citations().values_list("source_id", flat=True))
        self._sources = hidden_from(person, cited)
        withheld = self.claims & self.untold.of(Assertion)
        kinds = history_of(Assertion).filter(pgh_obj_id__in=withheld).values_list("kind", flat=True)
        self._hidden_kinds = set(kinds) if withheld else set()
        said = history_of(WarningStatement).filter(assertion_id__in=self.claims)
        self.warnings = set(said.values_list("warning_id", flat=True))

    def subjects(self) -> dict[int, str]:
        """What the claims are called: by the order in which they were recorded, and their kind."""
        events = history_of(Assertion).filter(pgh_obj_id__in=self.claims).order_by("pgh_obj_id", "pgh_id")
        kinds = dict(events.values_list("pgh_obj_id", "kind"))
        words = _("Claim %(number)s: %(kind)s")
        return {
            key: words % {"number": number, "kind": AssertionKind(kind).label.lower()}
            for number, (key, kind) in enumerate(kinds.items(), start=1)
        }

    def may_know(self, row: Model) -> bool:
        """Whether the person may read a row, as it stood at any time.

        Which claims a public value rested on then is not on record: its reason is withheld with any claim of the kind.
        """
        if isinstance(row, Resolution):
            return DECIDED_FROM.get(row.field, AssertionKind.CHARACTERISTIC) not in self._hidden_kinds
        if row.pk in self.untold.of(type(row)):
            return False
        claim = getattr(row, "assertion_id", None)
        return claim not in self.untold.of(Assertion) and getattr(row, "source_id", None) not in self._sources

    def state(self, revision: int) -> list[Model]:
        """Every row as it stood at a revision."""
        past = Past(self.incident, revision)
        own = {self.incident.pk}
        found: dict[type[Model], list[Any]] = {Incident: past.rows(Incident, "id", own)}
        for model in PARTS:
            found[model] = past.rows(model, "incident_id", own)
        for model in VALUES:
            found[model] = past.rows(model, "assertion_id", {one.pk for one in found[Assertion]})
        warned = {one.warning_id for one in found[WarningStatement]}
        found[Warning] = past.rows(Warning, "id", warned) if warned else []
        rows = [row for standing in found.values() for row in standing]
        for model, column in CITED.items():
            rows += past.rows(Citation, column, {one.pk for one in found[model]})
        return [*(row for row in rows if self.may_know(row)), *embargoes_at(self.incident, revision)]

    def changes(self, revisions: Collection[int]) -> dict[int, list[Changed]]:
        """What the edits that made these revisions changed; none of those that are about what is withheld."""
        told = set(revisions) - hidden_revisions(self.incident, self.untold)
        edits = history_of(Incident).filter(pgh_obj_id=self.incident.pk, revision__in=told).exclude(pgh_context=None)
        made: dict[Any, int] = {}
        for context, revision in edits.order_by("pgh_id").values_list("pgh_context_id", "revision"):
            if revision not in made.values():
                made[context] = revision
        found: dict[int, list[Changed]] = defaultdict(list)
        for model in ALL:
            for context, before, after in self._steps(model, list(made)):
                found[made[context]].append((before, after))
        return {revision: [*steps, *self._introduced(steps)] for revision, steps in found.items()}

    def _introduced(self, steps: list[Changed]) -> list[Changed]:
        """The warnings that an edit is the first to speak of: each is recorded just before, beside any edit."""
        spoken = {
            after.warning_id: after.pk
            for before, after in reversed(steps)
            if before is None and isinstance(after, WarningStatement)
        }
        said = history_of(WarningStatement).filter(warning_id__in=spoken).order_by("-pgh_id") if spoken else []
        first = {one.warning_id: one.assertion_id for one in said}
        fresh = [warning for warning, claim in spoken.items() if first[warning] == claim]
        made = history_of(Warning).filter(pgh_obj_id__in=fresh, pgh_label="insert") if fresh else []
        rows = [as_it_stood(Warning, event) for event in made]
        return [(None, row) for row in rows if self.may_know(row)]

    def _steps(self, model: type[Model], contexts: list[Any]) -> Iterable[tuple[Any, Model | None, Model | None]]:
        written = self._events(model).filter(pgh_context_id__in=contexts)
        keys = set(written.values_list("pgh_obj_id", flat=True))
        standing: dict[Any, Model | None] = {}
        steps: dict[tuple[Any, Any], Changed] = {}
        for event in history_of(model).filter(pgh_obj_id__in=keys).order_by("pgh_id"):
            before = standing.get(event.pgh_obj_id)
            after = standing[event.pgh_obj_id] = self._told(model, event)
            if event.pgh_context_id in contexts:
                step = (event.pgh_context_id, event.pgh_obj_id)
                steps[step] = (steps[step][0] if step in steps else before, after)
        for (context, _key), (before, after) in steps.items():
            yield context, before, after

    def _told(self, model: type[Model], event: Any) -> Model | None:
        """The row as an event left it: none where it was taken out, went to another incident, or is withheld."""
        elsewhere = getattr(event, "incident_id", self.incident.pk) != self.incident.pk
        if event.pgh_label == DELETED or elsewhere:
            return None
        row = as_it_stood(model, event)
        return row if self.may_know(row) else None

    def _events(self, model: type[Model]) -> "QuerySet[Any]":
        if model is Incident:
            return history_of(model).filter(pgh_obj_id=self.incident.pk)
        if model is Citation:
            return self._citations()
        if model is Warning:
            return history_of(model).filter(pgh_obj_id__in=self.warnings)
        if model is Resolution:
            return history_of(model).filter(incident_id=self.incident.pk)
        if model in VALUES:
            return history_of(model).filter(assertion_id__in=self.claims)
        return history_of(model).filter(pgh_obj_id__in=self._ever[model])

    def _citations(self) -> "QuerySet[Any]":
        borne = Q()
        for model, column in CITED.items():
            borne |= Q(**{f"{column}__in": self._ever[model]})
        return history_of(Citation).filter(borne)


def _ever(model: type[Model], incident: Incident) -> set[Any]:
    """The keys of the rows that ever belonged to an incident."""
    return set(history_of(model).filter(incident_id=incident.pk).values_list("pgh_obj_id", flat=True))


def read_page(incident: Incident, untold: Untold, number: str) -> Page[Contribution | Transition | Aside]:
    """Edits, moves and what happened beside them, the newest first, a page of them."""
    beside = {one.key: one for one in asides(incident)}
    written = [(at, "edit", key) for at, key in incident.contributions.values_list("at", "pk")]
    moved = [(at, "move", key) for at, key in incident.transitions.values_list("at", "pk")]
    others = [(one.at, "beside", key) for key, one in beside.items()]
    page: Page[Any] = Paginator(sorted([*written, *moved, *others], reverse=True), A_PAGE).get_page(number)
    wanted: list[tuple[str, Any]] = [(kind, key) for _at, kind, key in page]
    edits = incident.contributions.select_related("by").in_bulk([key for kind, key in wanted if kind == "edit"])
    moves = incident.transitions.select_related("by").in_bulk([key for kind, key in wanted if kind == "move"])
    veil_edits(edits.values(), incident, untold)
    found: dict[str, dict[Any, Any]] = {"edit": edits, "move": moves, "beside": beside}
    page.object_list = [found[kind][key] for kind, key in wanted]
    return page


def revisions_of(incident: Incident) -> list[Contribution]:
    """The edits that made the revisions, the newest first."""
    return list(incident.contributions.select_related("by"))


def names_of(rows: Iterable[Model], columns: dict[type[Model], tuple[str, ...]], person: User) -> dict[Any, str]:
    """What the rows' foreign keys point at, by model and key; of incidents only those that the person may open."""
    wanted: dict[type[Model], set[Any]] = defaultdict(set)
    for row in rows:
        for name in columns[type(row)]:
            column: Any = row._meta.get_field(name)  # noqa: SLF001  documented, in spite of its name
            key = getattr(row, column.attname)
            if column.is_relation and key is not None:
                wanted[column.related_model].add(key)
    found: dict[Any, str] = {}
    for model, keys in wanted.items():
        manager: Any = model._default_manager  # noqa: SLF001  documented, in spite of its name
        known = manager.all()
        if model in {Incident, Source}:
            known = known.visible_to(person) if model is Incident else known.readable_by(person)
        for key, one in known.in_bulk(list(keys)).items():
            found[model, key] = one.display_name if isinstance(one, User) else str(one)
    return found
