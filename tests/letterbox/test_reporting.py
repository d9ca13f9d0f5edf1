"""A reader reports an error without an account, and finds a public answer that says nothing of what they wrote."""

import re
from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connections, transaction
from django.test import Client

from accounts.roles import Role
from config.middleware import DeskReadFromPublicAddressError, guard_of
from incidents.models import ErrorReport, Incident, ReportOutcome
from incidents.rules.references import WELL_FORMED, new_reference
from tests.desk.sitting import Sitting, text
from tests.making import person, published
from tests.public.reading import heading, text_of

pytestmark = pytest.mark.django_db

FORM = "/report/"
SENT = {
    "text": "The toll was corrected on 4 January, and my cousin was there.",
    "public_id": "INC-2024-000001",
    "field": "killed",
    "source": "A Paper, 4 January 2024",
    "email": "reader@example.org",
    "website": "",
}


@pytest.fixture(autouse=True)
def nobody_has_written_yet() -> Iterator[None]:
    caches["limits"].clear()
    yield
    caches["limits"].clear()


def send(client: Client, **changes: str) -> str:
    """Send the form; the address of the status page is returned."""
    answer = client.post(FORM, {**SENT, **changes})
    assert answer.status_code == 302, text_of(answer)
    return str(answer["Location"])


def test_the_form_gives_a_reference_whose_page_tells_the_state_and_nothing_that_was_written(client: Client) -> None:
    address = send(client)
    kept = ErrorReport.objects.get()
    assert WELL_FORMED.fullmatch(kept.reference)
    assert address == f"/record/reports/{kept.reference}/"
    page = client.get(address)
    assert heading(page) == f"Report {kept.reference}"
    assert "Received." in text_of(page)
    whole = page.content.decode()
    assert not [word for word in ("cousin", "reader@example.org", "A Paper", "killed") if word in whole]
    assert (kept.email, kept.field, kept.public_id) == ("reader@example.org", "killed", "INC-2024-000001")


def test_every_page_leads_to_the_form_and_the_form_knows_the_incident(client: Client) -> None:
    made = published()
    assert f'href="/report/?incident={made.public_id}"' in client.get(f"/incidents/{made.public_id}/").content.decode()
    assert 'href="/report/"' in client.get("/").content.decode()
    form = client.get(f"/report/?incident={made.public_id}&field=killed").content.decode()
    assert f'value="{made.public_id}"' in form
    assert '<option value="killed" selected>' in form


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": " "}, "Say what is wrong."),
        ({"public_id": "1234"}, "A permanent id looks like INC-2024-000001."),
        ({"email": "nobody"}, "Enter a valid email address."),
        ({"website": "https://example.org"}, "Leave this field empty: it is there to stop programs."),
        ({"text": "x" * 4001}, "at most 4000 characters"),
    ],
)
def test_a_form_that_cannot_be_taken_comes_back_filled_with_a_sentence(
    client: Client, changes: dict[str, str], sentence: str
) -> None:
    answer = client.post(FORM, {**SENT, **changes})
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert "A Paper, 4 January 2024" in answer.content.decode()
    assert not ErrorReport.objects.exists()


def test_a_form_from_elsewhere_is_not_taken(db: None) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(FORM, SENT).status_code == 403
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', strict.get(FORM).content.decode())
    assert token
    assert strict.post(FORM, {**SENT, "csrfmiddlewaretoken": token[1]}).status_code == 302


def test_the_sixth_report_of_an_hour_is_refused_and_nothing_typed_is_lost(client: Client) -> None:
    for _time in range(5):
        send(client)
    answer = client.post(FORM, SENT)
    assert answer.status_code == 429
    assert "Too many reports came from your network within an hour." in text_of(answer)
    assert "my cousin was there" in answer.content.decode()
    assert client.post(FORM, SENT, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_the_door_adds_to_two_tables_and_reads_none() -> None:
    with connections["default"].execute_wrapper(guard_of("/report/")):
        with pytest.raises(DeskReadFromPublicAddressError):
            ErrorReport.objects.count()
        with pytest.raises(DeskReadFromPublicAddressError), transaction.atomic():
            Incident.objects.update(title="x")
        reference = new_reference()
        ErrorReport(reference=reference, text="x").save(force_insert=True)
    assert ErrorReport.objects.filter(reference=reference).exists()


def test_a_reference_that_was_never_given_is_not_found(client: Client) -> None:
    send(client)
    for wrong in ("R-2222-2222", "R-1111-0000", "zzz"):
        assert client.get(f"/record/reports/{wrong}/").status_code == 404


def test_an_editor_answers_in_public_and_the_reader_sees_it(client: Client) -> None:
    made = published()
    address = send(client, public_id=str(made.public_id))
    before = client.get(address)["ETag"]
    kept, editor = ErrorReport.objects.get(), Sitting(person(Role.EDITOR))
    opened = text(editor.get("report", reference=kept.reference))
    assert "my cousin was there" in opened
    assert "Number of dead" in opened
    assert kept.reference in text(editor.get("reports"))
    editor.fill("report", {"state": "looked_at"}, reference=kept.reference)
    assert "Being looked at." in text_of(client.get(address))
    answer = {"state": "corrected", "version_number": "1", "outcome": "The toll of 4 January stands now."}
    editor.fill("report", answer, reference=kept.reference)
    page = client.get(address)
    assert "Corrected in version 1. The toll of 4 January stands now." in text_of(page)
    assert f'href="/incidents/{made.public_id}/v/1/"' in page.content.decode()
    assert page["ETag"] != before
    assert "my cousin" not in page.content.decode()
    assert kept.reference not in text(editor.get("reports"))


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ({"state": "declined"}, "Say why nothing is changed."),
        ({"state": "corrected"}, "Name the version that corrects it"),
        ({"state": "corrected", "version_number": "7"}, "There is no such version of this incident."),
        ({}, "Choose one."),
    ],
)
def test_an_answer_that_is_none_is_refused(client: Client, answer: dict[str, str], sentence: str) -> None:
    made = published()
    send(client, public_id=str(made.public_id))
    kept, editor = ErrorReport.objects.get(), Sitting(person(Role.EDITOR))
    page = editor.send("report", answer, reference=kept.reference)
    assert sentence in text(page)
    assert ReportOutcome.objects.count() == 1


def test_the_last_word_is_the_last(client: Client) -> None:
    send(client)
    kept, editor = ErrorReport.objects.get(), Sitting(person(Role.EDITOR))
    editor.fill("report", {"state": "declined", "outcome": "The source says otherwise."}, reference=kept.reference)
    again = editor.send("report", {"state": "looked_at"}, reference=kept.reference)
    assert "This report has been answered." in text(again)


def test_contributors_do_not_see_who_reported(client: Client) -> None:
    send(client)
    kept = ErrorReport.objects.get()
    contributor = Sitting(person(Role.CONTRIBUTOR))
    for name, found in (("reports", {}), ("report", {"reference": kept.reference})):
        assert contributor.get(name, **found).status_code == 403
