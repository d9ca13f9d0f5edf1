"""Every answer of the writing API, to each kind of key and to none, is one that its document has."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from accounts.models import Scope
from incidents.drafting.limits import KeyThrottle, NetworkThrottle
from incidents.drafting.reference.document import writing
from tests.drafting.program import Program, claims, new_key
from tests.generated.asking import CASES, Asked, Known, ask, operations
from tests.making import desk, kerman

pytestmark = pytest.mark.django_db(transaction=True)

ACCEPTED: Final = ("2xx", "400", "401", "403", "404", "409", "412", "422", "428")
"""What a document allows may be refused: who asks may not, nothing has this id, the draft was edited since, words that
are to be read (a date, a figure, a code of a vocabulary) say nothing, or If-Match, of which ``hooks`` leaves only that
it is a text, is empty."""


@pytest.fixture
def _no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    rates = {"drafting": "1000000/min", "drafting_network": "1000000/min"}
    for throttle in (KeyThrottle, NetworkThrottle):
        monkeypatch.setattr(throttle, "THROTTLE_RATES", rates)


@dataclass
class Written:
    """A draft with one of everything that a program may change, and two of what it may take back."""

    uid: str
    ready: str
    first: list[str]
    second: list[str]
    whole: dict[str, Any]
    named: dict[str, object]

    def known(self) -> Known:
        """What each operation is asked for. Each that takes something away has a thing of its own."""
        cited = {one["id"]: one["citations"][0]["id"] for one in self.whole["claims"]}
        statements, links = ([one["id"] for one in self.whole[name]] for name in ("statements", "links"))
        of_claim = {"change_claim": self.first[0], "cite_for_claim": self.first[0], "supersede_claim": self.second[3]}
        of_claim["withdraw_claim"] = self.second[0]
        of_citation = {"change_citation": cited[self.first[0]], "remove_citation": cited[self.first[2]]}
        of_statement = {"change_statement": statements[0], "cite_for_statement": statements[0]}
        of_statement["remove_statement"] = statements[1]
        of_link = {"cite_for_link": links[0], "remove_link": links[1]}
        of_warning = {"change_warning": self.whole["warnings"][0]["id"]}
        plain = ("get_draft", "change_draft", "replace_summary", "add_claims", "add_statement", "add_link")
        return {
            **{name: {"path.draft_id": self.uid} for name in plain},
            **self.below("claim_id", of_claim),
            **self.below("citation_id", of_citation),
            **self.below("statement_id", of_statement),
            **self.below("link_id", of_link),
            **self.below("warning_id", of_warning),
            "hand_in_draft": {"path.draft_id": self.ready},
            "get_source": {"path.source_id": self.named["source"]},
        }

    def below(self, part: str, ids: dict[str, Any]) -> Known:
        """The same for what the draft holds."""
        return {name: {"path.draft_id": self.uid, f"path.{part}": one} for name, one in ids.items()}


def write(program: Program) -> Written:
    """Have a program write it."""
    uid, other, ready, source, place = program.log(), program.log(), program.log(), program.source(), kerman().pk
    sound = {"claims": claims(source, place)}
    program.post(f"{ready}/claims/", sound)
    first, second = (program.post(f"{uid}/claims/", sound).json()["ids"] for _time in range(2))
    cited = [{"source": source, "quote": "in Kerman"}]
    given = {"warner": {"name": "A", "kind": "state_body"}, "recipient": {"name": "B", "kind": "state_body"}}
    warning = {"kind": "warning", "value": {"given": given, "paraphrase": "Warned."}, "citations": cited}
    program.post(f"{uid}/claims/", {"claims": [warning]})
    for words in ("Condolences.", "Sorrow."):
        program.post(f"{uid}/statements/", {"paraphrase": words, "speaker": {"name": "C"}, "citations": cited})
    for kind in ("mentioned_together", "background"):
        program.post(f"{uid}/links/", {"other": other, "kind": kind, "citations": cited})
    whole = program.get(f"{uid}/").json()
    tags = {one: program.tags[one] for one in (uid, ready)}
    named = {"source": source, "place": place, "other": other, "older": first[3], "If-Match": tags}
    return Written(uid, ready, first, second, whole, named)


def asked_with(key: str, url: str, folder: Path, draft: Written) -> Asked:
    """What comes of asking with a key, or with none."""
    found = ask(url, folder, writing(), known=draft.known(), accepted=ACCEPTED, key=key, named=draft.named)
    found.require_no_failure()
    assert found.cases >= max(CASES, len(operations(writing())))
    return found


@pytest.mark.usefixtures("_no_limit")
def test_every_answer_to_whatever_is_sent_is_one_that_the_document_has(live_server: Any, tmp_path: Path) -> None:
    editor = desk().editor
    writer = Program(new_key(editor))
    url, draft = f"{live_server.url}/api/v1/writing/openapi.json", write(writer)
    everything = operations(writing())
    reads = {one for one in everything if one.startswith("GET ")}

    found = asked_with(writer.key, url, tmp_path / "draft", draft)
    if CASES:
        assert found.well & everything == everything
        assert asked_with(new_key(editor, Scope.READ), url, tmp_path / "read", draft).well & everything == reads
        assert not asked_with("", url, tmp_path / "none", draft).well & everything
