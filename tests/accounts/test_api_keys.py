"""Keys with which programs act for people: shown once, verified every time."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from pytest_django import Settings

from accounts.models import ApiKey, Role, Scope, User
from accounts.refusals import Denied
from accounts.services.keys import KeyRefusedError, Reason, create_key, revoke_key, verify_key
from accounts.services.people import deactivate
from tests.accounts.browser import text
from tests.accounts.conftest import People, SignIn

MORNING = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HOME = "192.0.2.7"


def new_key(owner: User, *, addresses: tuple[str, ...] = (), scopes: tuple[Scope, ...] = (Scope.READ,)) -> str:
    """The key itself."""
    expires_at = timezone.now() + timedelta(days=30)
    return create_key(actor=owner, name="export", scopes=scopes, expires_at=expires_at, addresses=addresses)[1]


def refusal(presented: str, *, address: str = HOME, scope: Scope = Scope.READ) -> Reason:
    with pytest.raises(KeyRefusedError) as refused:
        verify_key(presented=presented, address=address, scope=scope)
    return refused.value.reason


def test_a_key_opens_the_door_for_its_owner(people: People) -> None:
    key = verify_key(presented=new_key(people[Role.EDITOR]), address=HOME, scope=Scope.READ)

    assert key.owner == people[Role.EDITOR]


def test_a_key_is_shown_once_and_never_stored(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)
    browser.confirm()
    page = browser.post("accounts_keys", name="export", scopes=["read"], days="30", addresses="")
    found = re.search(r"attest_[0-9a-f]{12}_[A-Za-z0-9_-]{43}", text(page))
    assert found is not None
    secret = found[0].removeprefix("attest_")[13:]

    assert "no-store" in page.headers["Cache-Control"]
    assert secret not in text(browser.get("accounts_keys"))
    assert secret not in str(ApiKey.objects.values())
    assert verify_key(presented=found[0], address=HOME, scope=Scope.READ).name == "export"


def test_a_key_is_made_only_by_who_confirms_who_they_are(people: People, sign_in: SignIn) -> None:
    response = sign_in(Role.EDITOR).post("accounts_keys", name="export", scopes=["read"], days="30", addresses="")

    assert "reauthenticate" in response.url
    assert not ApiKey.objects.exists()


def test_a_key_that_is_none_or_has_another_secret_is_unknown(people: People) -> None:
    key = new_key(people[Role.EDITOR])

    assert refusal("attest_nonsense") == Reason.UNKNOWN
    assert refusal("attest_000000000000_" + "x" * 43) == Reason.UNKNOWN
    assert refusal(key[:-1] + ("A" if key[-1] != "A" else "B")) == Reason.UNKNOWN


def test_a_key_expires(people: People) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        key = new_key(people[Role.EDITOR])
        clock.shift(timedelta(days=30))

        assert refusal(key) == Reason.EXPIRED


@pytest.mark.parametrize("address", ["192.0.2.7", "192.0.2.255", "::ffff:192.0.2.7", "2001:db8::1"])
def test_a_key_works_from_the_addresses_it_names(people: People, address: str) -> None:
    key = new_key(people[Role.EDITOR], addresses=("192.0.2.0/24", "2001:db8::1"))

    assert verify_key(presented=key, address=address, scope=Scope.READ).owner == people[Role.EDITOR]


@pytest.mark.parametrize("address", ["192.0.3.1", "2001:db8::2"])
def test_a_key_works_from_nowhere_else(people: People, address: str) -> None:
    key = new_key(people[Role.EDITOR], addresses=("192.0.2.0/24", "2001:db8::1"))

    assert refusal(key, address=address) == Reason.ADDRESS


def test_a_key_does_what_it_was_made_for_only(people: People) -> None:
    assert refusal(new_key(people[Role.EDITOR]), scope=Scope.DRAFT) == Reason.SCOPE

    both = new_key(people[Role.EDITOR], scopes=(Scope.READ, Scope.DRAFT))
    assert verify_key(presented=both, address=HOME, scope=Scope.DRAFT).owner == people[Role.EDITOR]


def test_a_revoked_key_is_refused_at_its_next_use(people: People, sign_in: SignIn) -> None:
    key = new_key(people[Role.EDITOR])

    sign_in(Role.EDITOR).post("accounts_revoke_key", ApiKey.objects.get().pk)

    assert refusal(key) == Reason.REVOKED


def test_somebody_elses_key_is_as_good_as_absent(people: People, sign_in: SignIn) -> None:
    key = new_key(people[Role.EDITOR])

    assert sign_in(Role.REVIEWER).post("accounts_revoke_key", ApiKey.objects.get().pk).status_code == 404
    with pytest.raises(Denied):
        revoke_key(actor=people[Role.REVIEWER], key=ApiKey.objects.get())
    assert verify_key(presented=key, address=HOME, scope=Scope.READ).revoked_at is None


def test_an_administrator_may_revoke_anybodys_key(people: People) -> None:
    key = new_key(people[Role.EDITOR])

    revoke_key(actor=people[Role.ADMINISTRATOR], key=ApiKey.objects.get())

    assert refusal(key) == Reason.REVOKED


def test_the_keys_of_somebody_whose_access_ended_are_closed_for_good(people: People) -> None:
    key = new_key(people[Role.EDITOR])

    deactivate(actor=people[Role.ADMINISTRATOR], person=people[Role.EDITOR])

    assert refusal(key) == Reason.REVOKED


def test_a_key_stops_when_its_owner_is_deactivated_by_whatever_means(people: People) -> None:
    key = new_key(people[Role.EDITOR])
    User.objects.filter(pk=people[Role.EDITOR].pk).update(is_active=False)

    assert refusal(key) == Reason.OWNER


def test_a_key_is_no_way_round_a_second_factor(people: People, settings: Settings) -> None:
    key = new_key(people[Role.EDITOR])
    settings.ATTEST_MFA_REQUIRED_FROM = "editor"

    assert refusal(key) == Reason.OWNER


def test_the_last_use_is_written_down_once_a_minute(people: People) -> None:
    with time_machine.travel(MORNING, tick=False) as clock:
        key = new_key(people[Role.EDITOR])
        for seconds in (0, 30, 59):
            clock.move_to(MORNING + timedelta(seconds=seconds))
            verify_key(presented=key, address=HOME, scope=Scope.READ)
        assert ApiKey.objects.get().last_used_at == MORNING
        clock.move_to(MORNING + timedelta(seconds=60))
        verify_key(presented=key, address=HOME, scope=Scope.READ)

        assert ApiKey.objects.get().last_used_at == MORNING + timedelta(seconds=60)


def test_what_is_no_address_is_refused_beside_the_field(people: People, sign_in: SignIn) -> None:
    browser = sign_in(Role.EDITOR)
    browser.confirm()

    page = browser.post("accounts_keys", name="export", scopes=["read"], days="30", addresses="192.0.2.0/24\nmy desk")

    assert "“my desk” is not an IP address or a network" in text(page)
    assert not ApiKey.objects.exists()
