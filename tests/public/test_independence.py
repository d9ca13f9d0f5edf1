"""How many sources, how many of them independent: each number says what it counts, and the groups bear it out."""

import re
from dataclasses import dataclass

import pytest
from django.test import Client
from lxml import html  # type: ignore[import-untyped]

from incidents.choices import Stance
from incidents.models import Assertion, Incident, Source
from incidents.services.citing import cite
from incidents.services.inputs import SpeakerPerson
from incidents.services.people import record_speaker
from incidents.services.publishing import publish
from incidents.services.sources import derive
from tests import making
from tests.kerman.reading import words
from tests.making import Desk
from tests.public.reading import text_of

pytestmark = pytest.mark.django_db


@dataclass
class Counted:
    """What the page says of one claim."""

    words: str
    groups: list[list[int]]
    others: list[int]


def counted(client: Client, made: Incident, claim: Assertion) -> Counted:
    """The line of the count on the public page, taken apart."""
    page = html.fromstring(client.get(f"/incidents/{made.public_id}/").content.decode())
    (line,) = page.xpath(f"//article[@id='claim-{str(claim.uid)[:8]}']/p[contains(., 'independent')]")
    told, _sentence, others = words(line).partition("Cited too, and not counted because it does not say so:")
    groups = [[int(number) for number in group.split(", ")] for group in re.findall(r"\(([\d, ]+)\)", told)]
    return Counted(told.partition(":")[0].strip(" ."), groups, [int(one) for one in re.findall(r"\d+", others)])


def toll(made: Incident) -> Assertion:
    return Assertion.objects.get(incident=made, kind="casualty")


def cited(team: Desk, made: Incident, *reports: Source, **more: object) -> None:
    for report in reports:
        quote = making.quoted(report, "twelve dead", **more)[0]
        cite(actor=team.editor, incident=made, target=toll(made), quote=quote)


def published(team: Desk, made: Incident) -> None:
    publish(actor=team.publisher, incident=making.approved(team, made))


def test_a_round_up_stands_with_each_of_its_origins_and_is_one_source(client: Client, team: Desk) -> None:
    agency, copy, witness, round_up = (making.source(team.editor) for _ in range(4))
    made = making.incident(team.editor, report=agency)
    derive(actor=team.editor, source=copy, origin=agency, kind="syndicates")
    for origin in (agency, witness):
        derive(actor=team.editor, source=round_up, origin=origin, kind="quotes")
    cited(team, made, copy, witness, round_up)
    published(team, made)
    found = counted(client, made, toll(made))
    assert found.words == "4 sources, 2 independent"
    assert sorted(map(len, found.groups)) == [2, 3]
    assert sorted({number for group in found.groups for number in group}) == [1, 2, 3, 4]
    page = text_of(client.get(f"/incidents/{made.public_id}/"))
    assert "4 sources, of which 2 rest on none of the others." in page


def test_one_unnamed_speaker_is_one_origin_for_the_claim_whatever_the_list_of_sources_says(
    client: Client, team: Desk
) -> None:
    first, second, third = (making.source(team.editor) for _ in range(3))
    made = making.incident(team.editor, report=third)
    person = SpeakerPerson(naming="anonymous", description="an official", anonymity_reason="asked not to be named")
    cited(team, made, first, second, speaker=record_speaker(actor=team.editor, person=person))
    published(team, made)
    found = counted(client, made, toll(made))
    assert found.words == "3 sources, 2 independent"
    assert sorted(map(len, found.groups)) == [1, 2]
    page = text_of(client.get(f"/incidents/{made.public_id}/"))
    assert "3 sources, of which 3 rest on none of the others." in page
    assert "How many independent origins say something is counted for each claim" in page


def test_one_origin_of_several_sources_is_told_as_one_group(client: Client, team: Desk) -> None:
    agency, copy = making.source(team.editor), making.source(team.editor)
    made = making.incident(team.editor, report=agency)
    derive(actor=team.editor, source=copy, origin=agency, kind="syndicates")
    cited(team, made, copy)
    published(team, made)
    found = counted(client, made, toll(made))
    assert (found.words, found.groups, found.others) == ("2 sources, 1 independent", [[1, 2]], [])


def test_a_source_that_contradicts_or_mentions_is_named_apart_and_counted_nowhere(client: Client, team: Desk) -> None:
    agency, rival, digest = (making.source(team.editor) for _ in range(3))
    made = making.incident(team.editor, report=agency)
    cited(team, made, rival, stance=Stance.CONTRADICTS)
    cited(team, made, digest, stance=Stance.MENTIONS)
    published(team, made)
    found = counted(client, made, toll(made))
    assert (found.words, found.groups) == ("1 source, 1 independent", [])
    assert len(found.others) == 2


def test_the_page_that_explains_a_value_leads_to_the_list_of_sources(client: Client, team: Desk) -> None:
    agency, witness = making.source(team.editor), making.source(team.editor)
    made = making.incident(team.editor, report=agency)
    cited(team, made, witness)
    published(team, made)
    why = client.get(f"/incidents/{made.public_id}/why/killed/").content.decode()
    assert f'href="/incidents/{made.public_id}/#source-1"' in why
    assert 'href="#source-' not in why
    assert 'id="independence"' in client.get("/methods/").content.decode()
