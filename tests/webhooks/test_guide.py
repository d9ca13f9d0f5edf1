"""The receiver that we show runs as it stands, and the guide names everything that is sent."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from incidents.choices import WebhookEvent
from incidents.services.fetching.posting import post
from incidents.services.webhooks.replaying import replay
from tests.webhooks.conftest import ADDRESS, Heard, Receiver, Worker, deliveries

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "api" / "webhooks.md").read_text(encoding="utf-8")


@pytest.mark.django_db
def test_the_receiver_that_we_show_takes_what_is_sent(
    heard: Heard,
    receiver: Receiver,
    worker: Worker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (program,) = re.findall(r"^```python\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    (tmp_path / "receiver.py").write_text(program, encoding="utf-8")
    monkeypatch.setenv("ATTEST_WEBHOOK_SECRET", heard.secret)
    shown: dict[str, Any] = runpy.run_path(str(tmp_path / "receiver.py"))
    monkeypatch.setattr(shown["Receiver"], "log_message", lambda *_words: None)
    receiver.site.RequestHandlerClass = shown["Receiver"]
    worker.work()
    replay(actor=heard.people.editor, delivery=deliveries(heard.iran)[0])
    worker.work()
    assert [one.status for one in deliveries(heard.iran)[0].attempts.all()] == [204, 204]
    assert capsys.readouterr().out == f"incident.published {heard.incident.public_id}\n"
    assert post(ADDRESS, body=b"{}", headers={"webhook-id": "msg_1"}, edge=receiver.site.edge) == 401


@pytest.mark.django_db
def test_the_guide_names_everything_that_is_sent(heard: Heard, receiver: Receiver, worker: Worker) -> None:
    worker.work()
    (told,) = receiver.told(heard.secret)
    names = [*told.body, *told.data]
    assert [name for name in names if f'"{name}"' not in GUIDE] == []
    assert [event for event in WebhookEvent if f"`{event.value}`" not in GUIDE] == []
