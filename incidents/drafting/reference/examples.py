"""What each operation may be sent, for the OpenAPI document: a body that would be recorded. The ids stand for any."""

from typing import Any, Final

SOURCE: Final = "0d9b5b1e-6a43-4e0c-9c3f-0f5f9f3f2a11"
OTHER: Final = "6f1f7a52-8f0e-4b58-a1a5-6c0f0e5d7c22"
OLDER: Final = "b3c0a1d4-2a6b-4d0f-8e55-1d9a7e6b4f33"
CITED: Final = {"source": SOURCE, "quote": "killed nearly 100 people in the southeastern city of Kerman"}
CLAIMS: Final[list[dict[str, Any]]] = [
    {"kind": "time", "value": {"when": "3 January 2024", "timezone": "Asia/Tehran"}},
    {"kind": "location", "value": {"place": 128234, "precision": "settlement"}},
    {"kind": "characteristic", "value": {"characteristic": "attack_type", "code": "bombing"}},
    {"kind": "casualty", "value": {"measure": "killed", "verbatim": "nearly 100"}},
    {
        "kind": "attribution",
        "value": {"actor": {"name": "Islamic State", "kind": "organisation"}, "ground": "responsibility_claim"},
    },
    {
        "kind": "warning",
        "value": {
            "given": {
                "warner": {"name": "US government", "kind": "state_body"},
                "recipient": {"name": "Iranian government", "kind": "state_body"},
                "disclosed_on": "2024-01-25",
            },
            "paraphrase": "The United States privately warned Iran before the attack.",
        },
    },
]
REASON: Final = {"edit_summary": "The report was read again."}

SENT: Final[dict[str, dict[str, Any]]] = {
    "create_draft": {"title": "Two bombings in Kerman", "graphic": False, "personal_data": False},
    "change_draft": {"criterion_goal": True, "desk_note": "From the wire.", **REASON},
    "hand_in_draft": {"note": "One report, entered by a program."},
    "replace_summary": {
        "sentences": [{"text": "Two bombings in Kerman killed nearly 100 people.", "citations": [CITED]}]
    },
    "add_source": {
        "publisher": {"name": "The Example Courier", "kind": "newspaper"},
        "title": "Bombings kill nearly 100 in Iran",
        "published_on": "2024-01-03",
    },
    "add_claims": {"claims": [{**one, "citations": [CITED]} for one in CLAIMS]},
    "change_claim": {"credibility": 2, **REASON},
    "withdraw_claim": REASON,
    "supersede_claim": {"older": OLDER, **REASON},
    "cite_for_claim": CITED,
    "cite_for_statement": CITED,
    "cite_for_link": CITED,
    "change_citation": {"source": SOURCE, "quote": "killed nearly 100 people", **REASON},
    "remove_citation": REASON,
    "add_statement": {
        "paraphrase": "The minister offered condolences.",
        "made_on": "2024-01-04",
        "speaker": {"name": "A Minister", "role_title": "Minister"},
        "citations": [{"source": SOURCE, "quote": "condolences"}],
    },
    "change_statement": {"paraphrase": "The minister offered condolences.", "made_on": "2024-01-04"},
    "remove_statement": REASON,
    "add_link": {"other": OTHER, "kind": "mentioned_together", "note": "In one report.", "citations": [CITED]},
    "remove_link": REASON,
    "change_warning": {
        "warner": {"name": "US government", "kind": "state_body"},
        "recipient": {"name": "Iranian government", "kind": "state_body"},
        "channel": "private",
    },
}
"""By the id of the operation."""
