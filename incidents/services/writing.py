"""Write a row whose constraints the database keeps: it is asked once, and for words only where it refuses."""

from collections.abc import Iterable

from django.db import IntegrityError, models, transaction


def write(instance: models.Model, *, only: Iterable[str] | None = None) -> None:
    """Validate the fields of a row, store it, and say in its models' own words what the database refuses.

    ``full_clean`` alone asks the database for every constraint, every unique field and every row that is pointed at,
    a question each, and the database asks all of them once more when the row is stored. Here it is asked once. Rows
    that are already at hand are not looked up; ``only`` names the columns that an existing row changes.

    Raises:
        ValidationError: a field is wrong, or a constraint does not hold.
        IntegrityError: the database refuses what no model puts into words.
    """
    instance.full_clean(exclude=_at_hand(instance), validate_unique=False, validate_constraints=False)
    try:
        with transaction.atomic():
            instance.save(update_fields=only)
    except IntegrityError:
        instance.validate_constraints()
        instance.validate_unique()
        raise


def _at_hand(instance: models.Model) -> set[str]:
    """Names of the relations whose row was handed over as an object, and so exists."""
    relations = (field for field in instance._meta.concrete_fields if field.is_relation)  # noqa: SLF001
    return {field.name for field in relations if instance._state.fields_cache.get(field.name)}  # noqa: SLF001
