"""The demonstration's people exist where everybody may know their password, and nowhere else."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from pytest_django import Settings

from accounts.checks import demonstration_people_remain
from accounts.models import Role, User
from accounts.services.demonstration import ensure_demonstration_people


def test_there_is_one_person_for_each_role(db: None) -> None:
    people = ensure_demonstration_people()

    assert {role: Role(person.role) for role, person in people.items()} == {role: role for role in Role}


def test_making_them_twice_changes_nothing(db: None) -> None:
    first = ensure_demonstration_people()
    second = ensure_demonstration_people()

    assert first == second
    assert User.objects.count() == len(Role)


def test_they_are_not_made_outside_a_demonstration(db: None, settings: Settings) -> None:
    settings.ATTEST_DEMONSTRATION = False

    with pytest.raises(ImproperlyConfigured, match="ATTEST_DEMONSTRATION"):
        ensure_demonstration_people()


def test_a_site_that_holds_them_and_is_no_demonstration_fails_its_checks(db: None, settings: Settings) -> None:
    ensure_demonstration_people()
    assert not demonstration_people_remain()
    settings.ATTEST_DEMONSTRATION = False

    assert demonstration_people_remain()
    with pytest.raises(SystemCheckError, match=r"accounts\.E002"):
        call_command("check", deploy=True)
