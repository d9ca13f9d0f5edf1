"""A row that the database refuses is refused in the words of its model, and the transaction goes on."""

import pytest
from django.core.exceptions import ValidationError
from pytest_django import DjangoAssertNumQueries

from incidents.choices import PublisherKind
from incidents.models import Publisher
from incidents.services.writing import write
from tests.making import person

pytestmark = pytest.mark.django_db


def herald(name: str) -> Publisher:
    return Publisher(name=name, kind=PublisherKind.NEWSPAPER, recorded_by=person())


def test_what_is_on_record_already_is_said_so() -> None:
    write(herald("The Example Herald"))
    with pytest.raises(ValidationError, match=r"A publisher of this name is already on record\."):
        write(herald("the example herald"))
    assert Publisher.objects.filter(name__iexact="The Example Herald").count() == 1


def test_a_field_is_looked_at_before_the_database_is_asked(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    nameless = herald("")
    with django_assert_num_queries(0), pytest.raises(ValidationError, match="name"):
        write(nameless)
