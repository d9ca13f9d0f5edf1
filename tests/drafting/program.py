"""A program as far as these tests need one: it has a key, names every request, and bases each on what it saw."""

import json
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from accounts.models import Scope, User
from accounts.services.keys import create_key
from incidents.models import Incident

ROOT = "/api/v1/drafts/"
HOME = "192.0.2.7"


def new_key(owner: User, *scopes: Scope, addresses: tuple[str, ...] = (), name: str = "robot") -> str:
    """A key of somebody's."""
    expires_at = timezone.now() + timedelta(days=30)
    held = scopes or (Scope.DRAFT,)
    return create_key(actor=owner, name=name, scopes=held, expires_at=expires_at, addresses=addresses)[1]


class Program:
    """A program with a key."""

    def __init__(self, key: str) -> None:
        self.key = key
        self.client = Client()
        self.tags: dict[str, str] = {}

    def ask(self, method: str, path: str = "", sent: Any = None, /, **headers: str) -> Any:
        """Send a request with exactly these headers, besides that of the key."""
        body = sent if isinstance(sent, str) else "" if sent is None else json.dumps(sent)
        said = {"Authorization": f"Bearer {self.key}"} | {name.replace("_", "-"): one for name, one in headers.items()}
        return self.client.generic(
            method,
            path if path.startswith(("/", "http")) else f"{ROOT}{path}",
            body,
            content_type="application/json",
            headers={name: one for name, one in said.items() if one},
            REMOTE_ADDR=HOME,
        )

    def get(self, path: str = "", **headers: str) -> Any:
        """Read, and remember what was seen."""
        answer = self.ask("GET", path, **headers)
        self._remember(path, answer)
        return answer

    def post(self, path: str, sent: Any, **headers: str) -> Any:
        """Write something new."""
        return self._write("POST", path, sent, {"Idempotency_Key": f'"{uuid4()}"'} | headers)

    def patch(self, path: str, sent: Any, **headers: str) -> Any:
        """Change something."""
        return self._write("PATCH", path, sent, headers)

    def put(self, path: str, sent: Any, **headers: str) -> Any:
        """Put something in the place of what there is."""
        return self._write("PUT", path, sent, headers)

    def log(self, **described: Any) -> str:
        """Log an incident; its id."""
        made = self.post("", {"title": "Two bombings in Kerman", "graphic": False, "personal_data": False} | described)
        assert made.status_code == 201, made.content
        self.tags[made.json()["ids"][0]] = made["ETag"]
        return str(made.json()["ids"][0])

    def source(self, **told: Any) -> str:
        """Record a news report; its id."""
        fields = {
            "publisher": {"name": "The Example Courier", "kind": "newspaper"},
            "title": f"Report {uuid4().hex[:8]}",
        }
        made = self.post("sources/", fields | {"published_on": "2024-01-26"} | told)
        assert made.status_code == 201, made.content
        return str(made.json()["ids"][0])

    def _write(self, method: str, path: str, sent: Any, headers: dict[str, str]) -> Any:
        draft = path.partition("/")[0]
        based = {"If_Match": self.tags[draft]} if draft in self.tags else {}
        answer = self.ask(method, path, sent, **based | headers)
        self._remember(path, answer)
        return answer

    def _remember(self, path: str, answer: Any) -> None:
        if answer.has_header("ETag"):
            self.tags[path.partition("/")[0]] = answer["ETag"]


def claims(source: str, place: int, *, killed: str = "12") -> list[dict[str, Any]]:
    """A date, a place, an attack type and a toll, each cited: enough to be handed in."""
    values: list[tuple[str, dict[str, Any], str]] = [
        ("time", {"when": "3 January 2024", "timezone": "Asia/Tehran"}, "on 3 January 2024"),
        ("location", {"place": place, "precision": "settlement"}, "in Kerman"),
        ("characteristic", {"characteristic": "attack_type", "code": "bombing"}, "two bombings"),
        ("casualty", {"measure": "killed", "verbatim": killed}, f"killed {killed} people"),
    ]
    return [
        {"kind": kind, "value": value, "citations": [{"source": source, "quote": quote}]}
        for kind, value, quote in values
    ]


def incident_of(draft: str) -> Incident:
    """The incident itself."""
    return Incident.objects.get(uid=draft)
