"""People with keys, and a draft that a program wrote."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.cache import caches

from accounts.models import User
from accounts.roles import Role
from tests.drafting.program import Program, claims, new_key
from tests.isolation.scenes import scene
from tests.making import Desk, desk, kerman, person


@dataclass
class Writers:
    """The people, an editor's program, a contributor with a program, and a draft of the editor's program."""

    people: Desk
    program: Program
    contributor: User
    theirs: Program
    draft: str
    source: str


@scene
def writers(_folder: Path) -> Writers:
    """Somebody's program has written a draft that is ready to be handed in."""
    people, contributor = desk(), person(Role.CONTRIBUTOR)
    program, theirs = Program(new_key(people.editor)), Program(new_key(contributor))
    draft, source = program.log(), program.source()
    made = program.post(f"{draft}/claims/", {"claims": claims(source, kerman().pk)})
    assert made.status_code == 201, made.content
    return Writers(people, program, contributor, theirs, draft, source)


@pytest.fixture(autouse=True)
def _fresh_limit() -> Iterator[None]:
    """Let every test ask as often as anybody may."""
    caches["limits"].clear()
    yield
    caches["limits"].clear()
