"""Releases in a bucket, on a server that speaks S3. Run by ``make test-s3``, which brings the packages for it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import Client, override_settings

from config.environment import read
from incidents.models import ReleaseFile
from tests.making import desk, published

boto3 = pytest.importorskip("boto3")
pytest.importorskip("storages")
servers = pytest.importorskip("moto.server")
pytestmark = pytest.mark.django_db
BUCKET = "attest-releases"


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Any]:
    """An empty bucket that the environment names for releases."""
    server = servers.ThreadedMotoServer("127.0.0.1", port=0)
    server.start()
    endpoint = "http://{}:{}".format(*server.get_host_and_port())
    given = {"STORAGE": "s3", "BUCKET": BUCKET, "ENDPOINT": endpoint, "REGION": "us-east-1", "KEY_ID": "a", "KEY": "b"}
    for name, value in given.items():
        monkeypatch.setenv(f"ATTEST_RELEASES_{name}", value)
    names = {"endpoint_url": endpoint, "region_name": "us-east-1"}
    client = boto3.client("s3", aws_access_key_id="a", aws_secret_access_key="b", **names)
    client.create_bucket(Bucket=BUCKET)
    storage = read(defaults={}, local=True).releases_storage
    with override_settings(ATTEST_RELEASES_ROOT=tmp_path, STORAGES={**settings.STORAGES, "releases": storage}):
        yield client
    server.stop()


def test_a_release_lies_in_the_bucket_and_is_read_from_there(bucket: Any, client: Client) -> None:
    published(desk())
    bucket.put_object(Bucket=BUCKET, Key="2024.1/README.md", Body=b"of a killed process")
    call_command("release", "2024.1", verbosity=0)
    sizes = {one["Key"]: one["Size"] for one in bucket.list_objects_v2(Bucket=BUCKET)["Contents"]}
    files = {f"2024.1/{one.name}": one.byte_size for one in ReleaseFile.objects.all()}
    assert sizes == files
    whole = client.get("/releases/2024.1/SHA256SUMS")
    text = b"".join(whole.streaming_content)  # type: ignore[attr-defined]
    assert (whole.status_code, len(text)) == (200, files["2024.1/SHA256SUMS"])
    part = client.get("/releases/2024.1/SHA256SUMS", headers={"Range": "bytes=5-9"})
    assert (part.status_code, b"".join(part.streaming_content)) == (206, text[5:10])  # type: ignore[attr-defined]
    bucket.delete_object(Bucket=BUCKET, Key="2024.1/SHA256SUMS")
    assert client.get("/releases/2024.1/SHA256SUMS").status_code == 404
