"""The Python client reads a running record as the API answers it."""

import json
import socketserver
import threading
from pathlib import Path
from typing import Any

import pytest
from attest_client import Attest, AttestError, GoneError, Incident, RefusedError, UnavailableError
from django.core.cache import caches

from incidents.services.publishing import withdraw
from tests.making import Desk, desk, kerman, published

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def team() -> Desk:
    """Three people and two incidents on record."""
    caches["limits"].clear()
    people = desk()
    kerman()
    for number in ("12", "nearly 100"):
        published(people, killed=number)
    return people


def test_a_record_is_read_from_its_list_to_its_table(live_server: Any, team: Desk) -> None:
    attest = Attest(live_server.url)

    found = list(attest.incidents(country=["IR"], sort="occurred", limit=1))  # a page each

    assert [one.killed.text for one in found] == ["12", "nearly 100"]
    assert [(one.killed.low, one.killed.best, one.killed.high) for one in found] == [(12, 12, 12), (None, None, 99)]
    assert {one.killed.said_by[0].publisher for one in found} == {"The Example Courier"}
    assert not found[0].wounded.said_by
    whole = attest.incident(found[0].id, include="provenance")
    assert whole["content"]["claims"]
    assert [one["version"] for one in attest.versions(found[0].id)] == [1]

    table = attest.frame(sort="occurred")
    assert table["killed_low"].tolist()[0] == 12
    assert table["killed_low"].isna().tolist() == [False, True]
    assert table["killed_said_by"].tolist()[0] == ["The Example Courier"]
    drawn = attest.geoframe(mapped=True)
    assert sorted(drawn["id"]) == sorted(one.id for one in found)
    assert drawn.crs.to_epsg() == 4326
    assert set(drawn.geom_type) == {"Point"}
    assert table["wounded_low"].isna().all(), "a column though nobody gives a figure"
    for nothing in (attest.frame(country="NA"), attest.geoframe(country="NA")):
        assert nothing.empty
        assert {*table.columns} - {*nothing.columns} <= {*found[0].raw}, "whatever a program asks by name is there"
    some = attest.frame(fields="title,killed.low")
    assert {*some.columns} == {"id", "demonstration", "title", "killed_low", "killed_said_by"}
    with pytest.raises(ValueError, match="walk"):
        attest.incidents(fields="title")


def test_what_cannot_be_had_is_said_in_the_words_of_the_record(live_server: Any, team: Desk) -> None:
    attest = Attest(live_server.url)
    with pytest.raises(RefusedError) as refused:
        list(attest.incidents(contry="IR"))
    assert refused.value.problems[0]["parameter"] == "contry"
    first, second = attest.incidents(sort="occurred")
    gone = published(team)
    withdraw(actor=team.publisher, incident=gone, reason="It was no attack.")
    with pytest.raises(GoneError) as error:
        attest.incident(str(gone.public_id))
    assert "It was no attack." in json.dumps(error.value.document)
    assert {first.id, second.id} == {one.id for one in attest.incidents()}
    with pytest.raises(UnavailableError):
        list(Attest("http://127.0.0.1:9", seconds=2).incidents())


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{", UnavailableError),
        (b"HTTP/1.1 200 OK\r\n\r\n<p>Sign in to this network.", UnavailableError),
        (b"", UnavailableError),
        (b"HTTP/1.1 520 Strange\r\nContent-Length: 2\r\n\r\n{}", AttestError),
    ],
)
def test_whatever_stands_between_is_an_error_of_ours(answer: bytes, kind: type[AttestError]) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), socketserver.BaseRequestHandler) as between:
        thread = threading.Thread(target=between.handle_request)
        said = type("Said", (socketserver.BaseRequestHandler,), {"handle": lambda self: hear_and_say(self, answer)})
        between.RequestHandlerClass = said
        thread.start()
        with pytest.raises(kind):
            Attest(f"http://127.0.0.1:{between.server_address[1]}", seconds=5).one("record")
        thread.join()


def hear_and_say(handler: Any, answer: bytes) -> None:
    handler.request.recv(9999)
    handler.request.sendall(answer)


def test_what_is_kept_is_asked_for_anew_only_when_the_record_has_moved(
    live_server: Any, team: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attest = Attest(live_server.url, cache=tmp_path / "kept")
    read: list[str] = []
    keep = attest.asking._kept

    def counted(address: str, *rest: Any) -> Any:
        read.append(address)
        return keep(address, *rest)

    monkeypatch.setattr(attest.asking, "_kept", counted)

    first = list(attest.incidents(sort="occurred"))
    assert list(attest.incidents(sort="occurred")) == first
    assert len(read) == 1
    published(team, killed="3")
    assert [one.killed.text for one in attest.incidents(sort="occurred")] != [one.killed.text for one in first]
    assert len(read) == 2
    for path in (tmp_path / "kept").iterdir():
        path.write_text("cut o")
    assert len(list(attest.incidents(sort="occurred"))) == 3


def test_a_copy_follows_the_record(live_server: Any, team: Desk) -> None:
    attest = Attest(live_server.url)
    held: dict[str, Any] = {}
    since = attest.follow(held, limit=1)  # a page each
    assert held == {row["id"]: row for row in attest.walk("incidents")}
    gone = published(team, killed="3")
    since = attest.follow(held, since)
    assert str(gone.public_id) in held
    withdraw(actor=team.publisher, incident=gone, reason="It was no attack.")
    assert attest.follow(held, since) == since + 1
    assert held == {row["id"]: row for row in attest.walk("incidents")}
    assert attest.follow(held, since + 1) == since + 1


def test_an_incident_is_read_whatever_the_record_learns_to_say_besides(live_server: Any, team: Desk) -> None:
    attest = Attest(live_server.url)
    row = next(attest.walk("incidents"))
    assert Incident.read({**row, "colour": "blue"}).raw["colour"] == "blue"
