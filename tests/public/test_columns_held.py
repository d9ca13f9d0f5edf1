"""The columns that a web process holds: loaded once, current before anybody is answered, whole or not at all."""

from typing import Any

import pytest

from incidents.models import LogEntry
from incidents.selectors.columns import store as columns
from incidents.selectors.columns.holding import Held
from incidents.selectors.columns.layout import NAMINGS, TABLE
from incidents.selectors.columns.store import Store
from incidents.services.publishing import withdraw
from tests.making import Desk, desk, published

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "public"])


@pytest.fixture
def team() -> Desk:
    return desk()


@pytest.fixture
def held(team: Desk) -> Held:
    """Of a record with two incidents."""
    published(team, title="First")
    published(team, title="Second")
    return Held()


def rows(store: Store | None, table: str = TABLE) -> int:
    assert store is not None
    return int(store.ask(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def standing(store: Store | None) -> int:
    """How many incidents the columns hold as public now."""
    assert store is not None
    found = store.ask(f"SELECT count(DISTINCT public_id) FROM {TABLE} WHERE known_to IS NULL AND status <> 'withdrawn'")
    return int(found.fetchall()[0][0])


def test_a_small_record_is_not_held(held: Held) -> None:
    assert held.current(least=3) is None


def test_whoever_asks_first_waits_until_they_are_loaded(held: Held) -> None:
    store = held.current(least=2)
    assert rows(store) == 2
    assert held.current(least=2) is store


def test_they_follow_what_is_published_and_withdrawn(held: Held, team: Desk) -> None:
    store = held.current(least=2)
    third = published(team, title="Third")
    assert held.current(least=2) is store
    assert standing(store) == 3
    withdraw(actor=team.publisher, incident=third, reason="It was an accident.")
    assert held.current(least=2) is store
    assert standing(store) == 2


def test_another_history_is_loaded_anew(held: Held) -> None:
    store = held.current(least=2)
    assert store is not None
    store.chained = "0" * 64
    again = held.current(least=2)
    assert again is not None
    assert again is not store
    assert again.chained == LogEntry.objects.public().head().chain_hash  # type: ignore[union-attr]


def test_catching_up_that_fails_leaves_them_as_they_were(
    held: Held, team: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    third = published(team, title="Third")
    store = held.current(least=2)
    assert store is not None
    before = rows(store), rows(store, NAMINGS), standing(store), store.position
    withdraw(actor=team.publisher, incident=third, reason="It was an accident.")

    def broken(*_given: Any) -> None:
        raise MemoryError

    with monkeypatch.context() as here:
        here.setattr(columns.Store, "_take", broken)
        with pytest.raises(MemoryError):
            held.current(least=2)
    assert (rows(store), rows(store, NAMINGS), standing(store), store.position) == before
    assert held.current(least=2) is store
    assert standing(store) == 2
