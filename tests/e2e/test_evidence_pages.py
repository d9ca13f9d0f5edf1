"""The pages of evidence, looked at: snapshots, quotes that vanished, publishers, what only some may know."""

from datetime import date
from typing import Any

from nacl.public import PrivateKey

from incidents.models import QuoteAlert
from incidents.services.anchoring import check_quotes
from incidents.services.capturing import capture_file, capture_text
from incidents.services.letting_in import let_in
from incidents.services.sources import grade_publisher
from tests import making, samples
from tests.e2e import shown
from tests.e2e.looking import Look, SignedIn


def test_the_pages_of_evidence(people: making.Desk, signed_in: SignedIn, settings: Any) -> None:
    settings.ATTEST_SEALING_KEY = bytes(PrivateKey.generate().public_key)
    made = shown.full(people.editor)
    report = made.assertions.filter(kind="casualty").get().citations.get().source
    first = report.captures.get()
    capture_file(actor=people.editor, source=report, data=samples.image(), name="front page.png")
    words = "The government warned of a threat within the country. The blasts killed 84 people that day."
    capture_text(actor=people.editor, source=report, text=words)
    check_quotes(source=report)
    publisher = report.publisher
    for day, grade, reason in ((2020, "B", "It corrects its errors."), (2025, "D", "It retracted three reports.")):
        grade_publisher(actor=people.editor, publisher=publisher, grade=grade, reason=reason, on=date(day, 1, 1))
    secret = making.source(people.editor, title="A memorandum", confidential=True)
    let_in(actor=people.editor, source=secret, person=people.publisher)
    speaker = made.assertions.filter(kind="warning").get().citations.get().speaker
    assert speaker is not None
    here = f"/desk/sources/{report.uid}"
    signed_in(people.editor).look(
        Look("desk-source-evidence", f"{here}/"),
        Look("desk-capture", f"{here}/captures/{first.sha256}/"),
        Look("desk-upload", f"{here}/upload/"),
        Look("desk-quotes", "/desk/quotes/"),
        Look("desk-quote-settle", f"/desk/quotes/{QuoteAlert.objects.earliest('pk').pk}/"),
        Look("desk-incident-alerts", f"/desk/incidents/{made.uid}/"),
        Look("desk-publishers", "/desk/publishers/"),
        Look("desk-publisher", f"/desk/publishers/{publisher.uid}/"),
        Look("desk-grade", f"/desk/publishers/{publisher.uid}/grade/"),
        Look("desk-seal", f"/desk/speakers/{speaker.uid}/seal/"),
        Look("desk-source-confidential", f"/desk/sources/{secret.uid}/"),
        Look("desk-source-access", f"/desk/sources/{secret.uid}/access/"),
    )
    signed_in(people.reviewer).look(
        Look("desk-sources-veiled", "/desk/sources/"),
        Look("desk-source-veiled", f"/desk/sources/{secret.uid}/", status=403),
    )
