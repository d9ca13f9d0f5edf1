"""What always holds is a named constraint of the database, with a sentence for the person it refuses."""

from django.apps import apps
from django.db import models

OUR_APPS = ("accounts", "incidents")
OF_VALUES_WE_MAKE = {"api_key_prefix_unique", "api_key_secret_is_a_hash", "invitation_token_unique"}
"""Constraints that no person can break by what they type, and that so need no sentence."""


def our_models() -> list[type[models.Model]]:
    """Every model of ours but the history, whose rules are triggers and grants."""
    return [
        model
        for label in OUR_APPS
        for model in apps.get_app_config(label).get_models()
        if not model._meta.db_table.endswith("event")
    ]


def has_constraint(model: type[models.Model]) -> bool:
    return bool(model._meta.constraints)


def has_sentence(constraint: models.BaseConstraint) -> bool:
    return constraint.violation_error_message != models.BaseConstraint.default_violation_error_message


def test_every_model_has_a_constraint() -> None:
    assert [model.__name__ for model in our_models() if not has_constraint(model)] == []


def test_every_constraint_says_why_it_refuses() -> None:
    silent = [
        f"{model.__name__}: {constraint.name}"
        for model in our_models()
        for constraint in model._meta.constraints
        if not has_sentence(constraint) and constraint.name not in OF_VALUES_WE_MAKE
    ]
    assert silent == []


def test_a_constraint_without_a_sentence_is_seen() -> None:
    condition = models.Q(number__gt=0)
    assert not has_sentence(models.CheckConstraint(condition=condition, name="planted"))
    said = models.CheckConstraint(condition=condition, name="planted", violation_error_message="Count from one.")
    assert has_sentence(said)
