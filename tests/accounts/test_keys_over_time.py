"""What becomes of a key: it is given a new secret, and how often it is used is counted."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from accounts.models import ApiKey, KeyUse, Role, Scope
from accounts.refusals import Denied
from accounts.services.keys import Reason, create_key, rotate_key, verify_key
from tests.accounts.browser import Browser, text
from tests.accounts.conftest import People, SignIn
from tests.accounts.test_api_keys import HOME, new_key, refusal

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KEY = re.compile(r"attest_[0-9a-f]{12}_[A-Za-z0-9_-]{43}")


def use(presented: str) -> ApiKey:
    return verify_key(presented=presented, address=HOME, scope=Scope.READ)


def rotated(browser: Browser, **fields: Any) -> str:
    """The key after a rotation, as the page shows it."""
    page = browser.post("accounts_key", ApiKey.objects.get().pk, **{"overlap": "3", "days": "90"} | fields)
    found = KEY.search(text(page))
    assert found is not None
    assert "no-store" in page.headers["Cache-Control"]
    return found[0]


def test_a_new_secret_and_the_old_one_work_side_by_side_for_as_long_as_was_chosen(
    people: People, sign_in: SignIn
) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        old = new_key(people[Role.EDITOR])
        browser = sign_in(Role.EDITOR)
        assert "reauthenticate" in browser.post("accounts_key", ApiKey.objects.get().pk, overlap="3", days="90").url
        browser.confirm()
        new = rotated(browser)
        assert (new[:20], use(new), use(old)) == (old[:20], ApiKey.objects.get(), ApiKey.objects.get())
        assert new.removeprefix(new[:20]) not in str(ApiKey.objects.values())
        assert "5 March 2026, 08:00 UTC" in text(browser.get("accounts_key", ApiKey.objects.get().pk))
        clock.shift(3 * DAY)
        assert refusal(old) == Reason.REPLACED
        clock.shift(80 * DAY)
        assert use(new).expires_at == MORNING + 90 * DAY


def test_a_second_rotation_and_one_without_overlap_end_the_secret_before(people: People) -> None:
    first = new_key(people[Role.EDITOR])
    until = datetime.now(UTC) + 30 * DAY
    made: dict[str, Any] = {"actor": people[Role.EDITOR], "key": ApiKey.objects.get(), "expires_at": until}
    _key, second = rotate_key(**made, overlap=7 * DAY)
    _key, third = rotate_key(**made, overlap=timedelta(0))

    assert (refusal(first), refusal(second)) == (Reason.UNKNOWN, Reason.REPLACED)
    assert use(third) == ApiKey.objects.get()
    with pytest.raises(Denied):
        rotate_key(**made | {"actor": people[Role.ADMINISTRATOR]}, overlap=timedelta(0))


def test_nobody_rotates_what_is_not_theirs_or_works_no_more_or_for_more_than_a_week(
    people: People, sign_in: SignIn
) -> None:
    key = new_key(people[Role.EDITOR])
    pk = ApiKey.objects.get().pk
    stranger, owner = sign_in(Role.SENIOR), sign_in(Role.EDITOR)
    stranger.confirm()
    owner.confirm()
    assert stranger.post("accounts_key", pk, overlap="0", days="30").status_code == 404
    assert stranger.get("accounts_key", pk).status_code == 404
    assert not KEY.search(text(owner.post("accounts_key", pk, overlap="8", days="30")))
    with pytest.raises(IntegrityError, match="api_key_old_secret_ends"), transaction.atomic():
        ApiKey.objects.update(former_sha256="0" * 64, rotated_at=MORNING, former_until=MORNING + 8 * DAY)
    owner.post("accounts_revoke_key", pk)
    assert "This key works no more" in text(owner.post("accounts_key", pk, overlap="0", days="30"))
    assert refusal(key) == Reason.REVOKED


def test_each_use_is_counted_by_key_and_day_and_shown_as_a_drawing_and_a_table(people: People, sign_in: SignIn) -> None:
    with time_machine.travel(MORNING - 30 * DAY, tick=False) as clock:
        key = new_key(people[Role.EDITOR], addresses=("192.0.2.0/24",))
        create_key(actor=people[Role.EDITOR], name="idle", scopes=[Scope.READ], expires_at=MORNING + DAY)
        for passed, times in ((0, 1), (1, 2), (29, 4)):
            clock.move_to(MORNING + (passed - 30) * DAY)
            for _time in range(times):
                use(key)
        assert refusal(key, address="198.51.100.1") == Reason.ADDRESS
        clock.move_to(MORNING)
        browser = sign_in(Role.EDITOR)
        page = text(browser.get("accounts_key", ApiKey.objects.get(name="export").pk))
        listed = text(browser.get("accounts_keys"))

    assert list(KeyUse.objects.values_list("requests", flat=True)) == [4, 2, 1]
    assert "6 requests in 30 days" in page
    assert re.findall(r'<rect class="plot__column" x="([\d.]+)%" y="([\d.]+)"', page) == [
        ("0.0", "68.0"),
        ("93.33", "16.0"),
    ]
    cells = dict(re.findall(r'<time datetime="([\d-]+)">.*?<td class="number">(\d+)</td>', page, re.DOTALL))
    assert (len(cells), cells["2026-02-01"], cells["2026-03-01"], cells["2026-03-02"]) == (30, "2", "4", "0")
    assert re.findall(r'<td class="number">(\d+)</td>', listed) == ["0", "6"]
