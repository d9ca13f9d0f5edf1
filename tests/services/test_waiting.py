"""A file that was sent waits for the one who sent it, for a day."""

import os
import time

import pytest

from incidents.services.waiting import A_DAY, keep_waiting, let_go, waiting_file
from tests import making, samples

pytestmark = pytest.mark.django_db


def test_it_is_there_for_whoever_sent_it_and_gone_when_kept() -> None:
    sender, other = making.person(), making.person()
    sha256 = keep_waiting(actor=sender, data=samples.page())
    assert waiting_file(actor=sender, sha256=sha256) == samples.page()
    assert waiting_file(actor=other, sha256=sha256) is None
    let_go(actor=sender, sha256=sha256)
    assert waiting_file(actor=sender, sha256=sha256) is None


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "0" * 64, "z" * 64])
def test_a_name_that_is_none_finds_nothing(name: str) -> None:
    assert waiting_file(actor=making.person(), sha256=name) is None


def test_it_is_thrown_away_after_a_day() -> None:
    sender = making.person()
    sha256 = keep_waiting(actor=sender, data=samples.page())
    (path,) = [one for one in samples.stored() if sha256 in one.name]
    yesterday = time.time() - A_DAY - 1
    os.utime(path, (yesterday, yesterday))
    keep_waiting(actor=making.person(), data=samples.image())
    assert waiting_file(actor=sender, sha256=sha256) is None
