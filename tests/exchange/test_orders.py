"""A large file is ordered, made by the worker, waited for, given up, kept for a week, and never anybody else's."""

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.postgres.signals import get_citext_oids, get_hstore_oids
from django.core.cache import caches
from django.db import connections, transaction
from django.test import Client
from django.utils import timezone

from config.middleware import ORDERS, DeskReadFromPublicAddressError, guard_of
from incidents.jobs.downloads import make_download
from incidents.models import Download, DownloadOrder, Incident
from incidents.rules.downloads import KEPT, REFERENCE, STALLED
from incidents.selectors.record_downloads import path_of
from incidents.services.downloads import order_download, sweep_downloads
from tests.exchange import reading as read
from tests.isolation.scenes import scene
from tests.making import desk, published
from tests.public.reading import ids_of_json, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("few_at_once")]

ORDER = "/downloads/order/"
OWED = "SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'make_download'"


def publish_three() -> None:
    team = desk()
    for number in range(3):
        published(team, title=f"Attack {number}")


@scene
def three_to_order(_folder: Path) -> None:
    """Three incidents, one more than come at once."""
    publish_three()


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let no more than two incidents come at once."""
    monkeypatch.setattr("incidents.rules.downloads.AT_ONCE", 2)
    caches["limits"].clear()
    yield
    caches["limits"].clear()


def ordered(client: Client, form: str = "gpkg", query: str = "country=IR", **headers: str) -> str:
    """Press the button; the address of the progress page is returned."""
    answer = client.post(ORDER, {"query": query, "form": form}, **headers)  # type: ignore[arg-type]
    assert answer.status_code == 302, text_of(answer)
    return str(answer["Location"])


def made(client: Client, form: str = "gpkg") -> str:
    """A file that is ordered and ready; the address of its progress page is returned."""
    address = ordered(client, form)
    make_download(key=Download.objects.get(form=form).key)
    return address


def owed() -> int:
    with connections["default"].cursor() as cursor:
        cursor.execute(OWED)
        return int(cursor.fetchone()[0])


@pytest.mark.usefixtures("three_to_order")
def test_the_page_has_a_button_for_what_is_made_first_and_a_link_for_what_streams(client: Client) -> None:
    page = client.get("/downloads/?country=IR").content.decode()
    assert page.count(f'action="{ORDER}"') == 4
    assert '<input type="hidden" name="query" value="country=IR">' in page
    assert 'href="/downloads/incidents.csv?country=IR"' in page
    assert "csrfmiddlewaretoken" not in page
    assert client.get("/downloads/incidents.gpkg?country=IR")["Location"] == "/downloads/?country=IR"
    assert len(read.csv_rows(read.fetched(client, "csv", "country=IR"))) == 3


@pytest.mark.usefixtures("three_to_order")
def test_a_large_file_is_ordered_made_and_fetched(client: Client, folder: Path) -> None:
    address = ordered(client)
    assert REFERENCE.fullmatch(address.split("/")[2])
    assert owed() == 1
    waiting = client.get(address)
    assert "Waiting for its turn . 0 of 3 incidents" in text_of(waiting)
    assert '<meta http-equiv="refresh"' in waiting.content.decode()
    assert waiting["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    make_download(key=Download.objects.get().key)
    told = client.get(f"{address.rstrip('/')}.json").json()
    assert (told["stage"], told["rows"], told["total"]) == ("done", 3, 3)
    page = text_of(client.get(address))
    assert "Ready. 3 of 3 incidents." in page
    assert told["sha256"] in page
    answer = client.get(told["file"])
    data = bytes(answer.getvalue())
    assert hashlib.sha256(data).hexdigest() == told["sha256"]
    assert answer["ETag"] == f'"{told["sha256"]}"'
    assert answer["Content-Disposition"] == 'attachment; filename="attest-incidents-2.gpkg"'
    layers = read.geopackage(read.kept(data, folder / "one.gpkg"))
    assert sorted(row["id"] for rows in layers.values() for row in rows) == sorted(ids_of_json(client, "country=IR"))


@pytest.mark.usefixtures("three_to_order")
def test_an_order_holds_the_record_as_it_stood_when_it_was_put_in(client: Client, folder: Path) -> None:
    before = ids_of_json(client, "country=IR")
    ordered(client, "parquet")
    published(title="Published while it waited")
    address = f"/downloads/{DownloadOrder.objects.get().reference}"
    make_download(key=Download.objects.get().key)
    data = bytes(client.get(client.get(f"{address}.json").json()["file"]).getvalue())
    assert [row["id"] for row in read.parquet_rows(read.kept(data, folder / "one.parquet"))] == before


@pytest.mark.usefixtures("three_to_order")
def test_the_same_order_twice_is_one_file_and_two_references(client: Client) -> None:
    first, second = ordered(client, query="country=IR"), ordered(client, query="country=IR&sort=-occurred")
    assert first != second
    assert (Download.objects.count(), DownloadOrder.objects.count()) == (1, 2)
    published(title="The record moves on")
    ordered(client)
    assert Download.objects.count() == 2


@pytest.mark.usefixtures("three_to_order")
def test_who_gives_up_takes_nothing_from_who_waits(client: Client) -> None:
    first, second = ordered(client), ordered(client)
    assert client.post(f"/downloads/order/{first.split('/')[2]}/give-up/")["Location"] == first
    make_download(key=Download.objects.get().key)
    assert "Given up." not in text_of(client.get(second))
    assert "Ready." in text_of(client.get(second))


@pytest.mark.usefixtures("three_to_order")
def test_a_file_that_nobody_waits_for_is_not_finished_and_may_be_ordered_again(client: Client, settings: Any) -> None:
    address = ordered(client)
    client.post(f"/downloads/order/{address.split('/')[2]}/give-up/")
    make_download(key=Download.objects.get().key)
    assert "Given up." in text_of(client.get(address))
    assert not list(Path(settings.ATTEST_DOWNLOADS_ROOT).iterdir())
    assert "Ready." in text_of(client.get(made(client)))


@pytest.mark.usefixtures("three_to_order")
def test_a_failure_is_said_and_can_be_mended(client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any) -> None:
    address = ordered(client)
    file = Download.objects.get()
    with monkeypatch.context() as broken:
        broken.setattr("incidents.exchange.making.entry_at", lambda _position: 1 / 0)
        make_download(key=file.key)
    page = text_of(client.get(address))
    assert "Failed. The file could not be written." in page
    assert "division" not in page
    assert not list(Path(settings.ATTEST_DOWNLOADS_ROOT).iterdir())
    assert "Ready." in text_of(client.get(made(client)))


@pytest.mark.usefixtures("three_to_order")
def test_a_writer_that_was_killed_is_found_out(client: Client) -> None:
    address = ordered(client)
    long_ago = timezone.now() - STALLED - timedelta(minutes=1)
    Download.objects.update(stage="running", started_at=long_ago, touched_at=long_ago, rows=2)
    sweep_downloads(now=timezone.now())
    assert "Failed. The file was not finished. Please try again." in text_of(client.get(address))


@pytest.mark.usefixtures("three_to_order")
def test_a_file_is_kept_for_a_week_after_its_last_order(client: Client, settings: Any) -> None:
    address = made(client)
    file = Download.objects.get()
    path = path_of(file)
    stray = path.with_name("part-stray.csv")
    stray.write_text("x")
    assert sweep_downloads(now=timezone.now() + KEPT - timedelta(minutes=1)) == 0
    assert path.is_file()
    assert not stray.exists()
    assert sweep_downloads(now=timezone.now() + KEPT + timedelta(minutes=1)) == 1
    assert not path.exists()
    assert client.get(address).status_code == 404


@pytest.mark.usefixtures("three_to_order")
def test_a_file_that_is_gone_from_the_folder_is_said_to_be_gone(client: Client) -> None:
    address = made(client)
    path_of(Download.objects.get()).unlink()
    assert "No longer kept." in text_of(client.get(address))


@pytest.mark.usefixtures("three_to_order")
def test_a_task_that_runs_twice_writes_once(client: Client) -> None:
    made(client)
    before = Download.objects.get().finished_at
    make_download(key=Download.objects.get().key)
    assert Download.objects.get().finished_at == before


@pytest.mark.usefixtures("three_to_order")
def test_a_reference_that_was_never_given_is_not_found(client: Client) -> None:
    ordered(client)
    for wrong in ("0" * 32, "zzz"):
        for address in (f"/downloads/{wrong}/", f"/downloads/{wrong}.json", f"/downloads/{wrong}/x.gpkg"):
            assert client.get(address).status_code == 404, address


@pytest.mark.usefixtures("three_to_order")
def test_a_name_that_is_not_the_file_s_is_not_found(client: Client) -> None:
    address = made(client)
    for name in ("attest-incidents-1.gpkg", "..%2F..%2Fetc%2Fpasswd", "attest-incidents-2.csv"):
        assert client.get(f"{address}{name}").status_code == 404


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            {"query": "", "form": "doc"},
            "form: Choose one of: csv, geojson, jsonl, gpkg, xlsx, parquet, zip, stix.json, gtd.zip, ged.zip",
        ),
        ({"query": ""}, "form: Choose one of"),
        ({"query": "contry=IR", "form": "gpkg"}, "contry: There is no such parameter."),
        ({"query": "page=2", "form": "gpkg"}, "page: A download has no pages."),
    ],
)
def test_an_order_that_cannot_be_taken_is_refused_with_a_sentence(
    client: Client, fields: dict[str, str], sentence: str
) -> None:
    answer = client.post(ORDER, fields)
    assert answer.status_code == 400
    assert sentence in text_of(answer)
    assert not Download.objects.exists()


def test_what_comes_at_once_is_not_ordered(client: Client) -> None:
    answer = client.post(ORDER, {"query": "precision=country", "form": "gpkg"})
    assert answer["Location"] == "/downloads/incidents.gpkg?precision=country"
    assert client.post(ORDER, {"query": "", "form": "csv"})["Location"] == "/downloads/incidents.csv?"
    assert owed() == 0


@pytest.mark.usefixtures("three_to_order")
def test_the_eleventh_order_of_an_hour_is_refused(client: Client) -> None:
    for _time in range(10):
        ordered(client)
    answer = client.post(ORDER, {"query": "country=IR", "form": "gpkg"})
    assert answer.status_code == 429
    assert "Too many large files were ordered from your network within an hour." in text_of(answer)
    ordered(client, REMOTE_ADDR="198.51.100.7")


@pytest.mark.usefixtures("three_to_order")
def test_a_page_of_another_site_orders_nothing() -> None:
    strict, fields = Client(enforce_csrf_checks=True), {"query": "", "form": "gpkg"}
    for origin in ("https://elsewhere.example", "null"):
        assert strict.post(ORDER, fields, HTTP_ORIGIN=origin).status_code == 403
    assert strict.post(ORDER, fields, HTTP_SEC_FETCH_SITE="cross-site").status_code == 403
    assert not Download.objects.exists()
    assert strict.post(ORDER, fields, HTTP_ORIGIN="http://testserver").status_code == 302


def test_the_door_adds_and_gives_up_orders_and_reads_and_changes_nothing() -> None:
    with connections["default"].execute_wrapper(guard_of(ORDERS)):
        for reading in (Download.objects, DownloadOrder.objects, Incident.objects):
            with pytest.raises(DeskReadFromPublicAddressError):
                reading.count()
        with pytest.raises(DeskReadFromPublicAddressError), transaction.atomic():
            Download.objects.update(stage="done")
        with pytest.raises(DeskReadFromPublicAddressError), transaction.atomic():
            DownloadOrder.objects.all().delete()
        reference = order_download(query="", form="gpkg", position=0, total=3)
    assert DownloadOrder.objects.filter(reference=reference).exists()


@pytest.mark.django_db(transaction=True)
def test_a_process_that_has_just_started_takes_an_order_and_a_report(client: Client) -> None:
    publish_three()
    for address, fields in ((ORDER, {"query": "", "form": "gpkg"}), ("/report/", {"text": "The toll is wrong."})):
        get_hstore_oids.cache_clear()  # type: ignore[attr-defined]  # functools.lru_cache
        get_citext_oids.cache_clear()  # type: ignore[attr-defined]
        connections["default"].close()  # Django asks every new connection for types of the database
        assert client.post(address, fields).status_code == 302, address
