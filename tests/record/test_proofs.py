"""What anybody can fetch of the log: its page, its checkpoints, and proofs that hold without trusting us."""

import hashlib
import json
import subprocess
import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client

from incidents.models import Version
from incidents.rules.canonical import LEAF_PREFIX, canonical_bytes
from incidents.rules.checkpoints import SignedHead, read_checkpoint
from incidents.rules.merkle import extends, includes
from incidents.services.publishing import withdraw
from tests import making
from tests.isolation.scenes import scene
from tests.public.reading import questions, text_of

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "static" / "record" / "check_version.py"


@pytest.fixture
def people() -> making.Desk:
    return making.desk()


def publish(people: making.Desk, number: int) -> list[str]:
    return [str(making.published(people).public_id) for _ in range(number)]


def sign() -> None:
    call_command("checkpoint", stdout=StringIO())


@scene
def three_unsigned(folder: Path) -> list[str]:
    """A log of three entries that nobody has signed; the ids of its incidents."""
    return publish(making.desk(), 3)


@scene
def five_signed(folder: Path) -> list[str]:
    """A log of five entries under a checkpoint; the ids of its incidents."""
    ids = publish(making.desk(), 5)
    sign()
    return ids


def proof_of(client: Client, public_id: str, **more: Any) -> dict[str, Any]:
    answer = client.get("/record/inclusion", {"id": public_id, "version": 1, **more})
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def head_of(note: str) -> SignedHead:
    return read_checkpoint(note, settings.ATTEST_VERIFIER_KEYS)


def holds(found: dict[str, Any]) -> bool:
    """Whether a proof of inclusion is one, from what the answer itself holds."""
    leaf = found["leaf"]
    hashed = LEAF_PREFIX + bytes.fromhex(leaf["salt"]) + leaf["canonical"].encode()
    return includes(
        index=found["index"],
        size=found["size"],
        leaf=hashlib.sha256(hashed).digest(),
        root=bytes.fromhex(found["root"]),
        proof=[bytes.fromhex(one) for one in found["proof"]],
    )


def test_each_version_is_proved_under_the_signed_root(client: Client, five_signed: list[str]) -> None:
    for index, public_id in enumerate(five_signed):
        found = proof_of(client, public_id)
        assert (found["index"], found["size"], found["id"], found["version"]) == (index, 5, public_id, 1)
        assert holds(found)
        head = head_of(found["checkpoint"])
        assert (head.size, head.root.hex()) == (5, found["root"])
        assert json.loads(found["leaf"]["canonical"])["content"] == Version.objects.get(public_id=public_id).content


def test_the_canonical_form_is_that_of_rfc_8785(client: Client, five_signed: list[str]) -> None:
    canonical = proof_of(client, five_signed[0])["leaf"]["canonical"]
    assert canonical.encode() == canonical_bytes(json.loads(canonical))


def test_a_version_younger_than_the_last_checkpoint_is_proved_in_the_log_as_it_stands(
    client: Client, five_signed: list[str]
) -> None:
    (young,) = publish(making.desk(), 1)
    found = proof_of(client, young)
    assert (found["size"], found["checkpoint"]) == (6, None)
    assert holds(found)


def test_a_proof_is_given_for_every_size_that_holds_the_version(client: Client, five_signed: list[str]) -> None:
    first = five_signed[0]
    roots = {size: proof_of(client, first, size=size) for size in range(1, 6)}
    assert all(holds(found) for found in roots.values())
    assert len({found["root"] for found in roots.values()}) == 5


def test_a_withdrawn_incident_stays_proved(client: Client, people: making.Desk) -> None:
    made = making.published(people)
    withdraw(actor=people.publisher, incident=made, reason="It was another kind of event.")
    for number in (1, 2):
        answer = client.get(f"/record/inclusion?id={made.public_id}&version={number}")
        assert holds(answer.json())


def test_the_log_is_proved_to_continue_itself(client: Client, five_signed: list[str]) -> None:
    for older in range(1, 6):
        found = client.get(f"/record/consistency?from={older}").json()
        assert (found["from"], found["to"]) == (older, 5)
        roots = {"older_root": bytes.fromhex(found["from_root"]), "root": bytes.fromhex(found["to_root"])}
        assert extends(older=older, size=5, proof=[bytes.fromhex(one) for one in found["proof"]], **roots)
        assert head_of(found["checkpoint"]).root == roots["root"]


def test_a_checkpoint_kept_before_is_joined_to_the_log_of_today(client: Client, five_signed: list[str]) -> None:
    before = head_of(client.get("/record/checkpoint").content.decode())
    publish(making.desk(), 2)
    sign()
    after = head_of(client.get("/record/checkpoint").content.decode())
    found = client.get(f"/record/consistency?from={before.size}&to={after.size}").json()
    path = [bytes.fromhex(one) for one in found["proof"]]
    assert extends(older=5, size=7, older_root=before.root, root=after.root, proof=path)


REFUSED = [
    ("/record/inclusion", 400, {"id", "version"}),
    ("/record/inclusion?id=INC-2024-000001", 400, {"version"}),
    ("/record/inclusion?id=INC-2024-000001&version=1&colour=red", 400, {"colour"}),
    ("/record/inclusion?id=INC-2024-000001&id=INC-2024-000002&version=1", 400, {"id"}),
    ("/record/inclusion?id=INC-2024-000001&version=one", 400, {"version"}),
    ("/record/inclusion?id=INC-2024-000001&version=0", 400, {"version"}),
    ("/record/inclusion?id=INC-2024-000001&version=" + "9" * 30, 400, {"version"}),
    ("/record/inclusion?id=INC-2024-000001&version=1&size=4", 400, {"size"}),
    ("/record/inclusion?id=INC-2024-000002&version=1&size=1", 400, {"size"}),
    ("/record/inclusion?id=INC-2024-000001&version=2", 404, {"id"}),
    ("/record/inclusion?id=INC-1999-999999&version=1", 404, {"id"}),
    ("/record/inclusion?id=%00&version=1", 404, {"id"}),
    ("/record/consistency", 400, {"from"}),
    ("/record/consistency?from=0", 400, {"from"}),
    ("/record/consistency?from=-1", 400, {"from"}),
    ("/record/consistency?from=4", 400, {"from"}),
    ("/record/consistency?from=1&to=4", 400, {"to"}),
    ("/record/consistency?from=3&to=2", 400, {"from"}),
    ("/record/consistency?from=1&until=2", 400, {"until"}),
    ("/record/checkpoints.json?after=2", 400, {"after"}),
    ("/record/checkpoints.json?before=x", 400, {"before"}),
]


@pytest.mark.usefixtures("three_unsigned")
@pytest.mark.parametrize(("address", "status", "names"), REFUSED)
def test_what_cannot_be_answered_is_a_problem_that_names_it(
    client: Client, address: str, status: int, names: set[str]
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["Cache-Control"] == "public, max-age=60"
    problem = answer.json()
    assert (problem["status"], {one["parameter"] for one in problem["errors"]}) == (status, names)
    assert all(one["detail"].endswith(".") for one in problem["errors"])


def test_a_checkpoint_that_was_never_signed_is_not_found(client: Client, people: making.Desk) -> None:
    publish(people, 1)
    for address in ("/record/checkpoint", "/record/checkpoints/1", f"/record/checkpoints/{10**30}"):
        assert client.get(address).status_code == 404


def test_checkpoints_are_listed_and_each_has_its_address(client: Client, people: making.Desk) -> None:
    for _ in range(3):
        publish(people, 1)
        sign()
    listed = client.get("/record/checkpoints.json").json()
    assert [one["size"] for one in listed["checkpoints"]] == [3, 2, 1]
    assert (listed["count"], listed["next"]) == (3, None)
    for one in listed["checkpoints"]:
        text = client.get(f"/record/checkpoints/{one['size']}")
        assert text["Content-Type"] == "text/plain; charset=utf-8"
        assert text.content.decode() == one["note"]
        assert head_of(one["note"]).root.hex() == one["root"]
    assert client.get("/record/checkpoint").content.decode() == listed["checkpoints"][0]["note"]


def test_the_answers_are_cacheable_and_change_with_a_checkpoint(client: Client, people: making.Desk) -> None:
    (public_id,) = publish(people, 1)
    sign()
    asked = [
        "/record/",
        "/record/checkpoint",
        "/record/checkpoints.json",
        f"/record/inclusion?id={public_id}&version=1",
        "/record/consistency?from=1",
    ]
    first = {address: client.get(address) for address in asked}
    for address, answer in first.items():
        assert answer["Cache-Control"] == "public, max-age=60", address
        assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304, address
    publish(people, 1)
    sign()
    for address, answer in first.items():
        assert client.get(address)["ETag"] != answer["ETag"], address


def test_a_proof_takes_a_few_questions(client: Client, five_signed: list[str]) -> None:
    with questions() as asked:
        proof_of(client, five_signed[2])
    assert len(asked) == 6  # head, checkpoint, version, leaves, nodes, checkpoint of that size


def test_the_page_shows_the_head_the_checkpoint_and_the_key(client: Client, people: making.Desk) -> None:
    publish(people, 2)
    words = text_of(client.get("/record/"))
    assert "Nothing has been signed yet." in words
    sign()
    answer = client.get("/record/")
    words = text_of(answer)
    assert str(settings.ATTEST_VERIFIER_KEYS[0]) in words
    assert " ".join(client.get("/record/checkpoint").content.decode().split()) in words
    assert "Nothing has been signed yet." not in words


def test_a_version_links_to_its_proof(client: Client, five_signed: list[str]) -> None:
    public_id = five_signed[0]
    link = f'href="/record/inclusion?id={public_id}&amp;version=1"'
    assert link in client.get(f"/incidents/{public_id}/v/1/").content.decode()
    assert link in client.get(f"/incidents/{public_id}/").content.decode()


def check(proof: Path, checkpoint: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-S", str(PROGRAM), str(proof), str(checkpoint)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_program_on_the_page_checks_a_version_with_nothing_but_python(
    client: Client, five_signed: list[str], tmp_path: Path
) -> None:
    proof, checkpoint = tmp_path / "proof.json", tmp_path / "checkpoint"
    checkpoint.write_bytes(client.get("/record/checkpoint").content)
    for index, public_id in enumerate(five_signed):
        found = proof_of(client, public_id)
        proof.write_text(json.dumps(found))
        done = check(proof, checkpoint)
        assert done.stdout == (
            f"{public_id}, version 1, is entry {index} of the 5 entries of {settings.ATTEST_VERIFIER_KEYS[0].name}.\n"
        )
        found["leaf"]["canonical"] = found["leaf"]["canonical"].replace('"number":1', '"number":2')
        proof.write_text(json.dumps(found))
        assert "NOT PROVED" in check(proof, checkpoint).stderr
