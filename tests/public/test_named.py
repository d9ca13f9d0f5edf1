"""Pages of actors, places, publishers and sources say what current public documents say of them, and nothing else."""

import re

import pytest
from django.test import Client

from incidents.models import Actor, Source
from incidents.selectors.statistics.timeline import SHORT
from incidents.services.asserting import assert_claim
from incidents.services.citing import cite
from incidents.services.inputs import AttributionValue, CasualtyValue, Claim, Description, Quote
from incidents.services.letting_in import let_in
from incidents.services.logging import describe
from incidents.services.people import add_alias, record_actor, relate
from incidents.services.publishing import publish, withdraw
from tests.making import Desk, approved, incident, published, quoted, republished, source
from tests.public.conftest import Story
from tests.public.reading import questions, text_of

pytestmark = pytest.mark.django_db

LISTS = ("/actors/", "/countries/", "/publishers/")


@pytest.fixture
def branch(team: Desk) -> Actor:
    """A branch that a published incident names; a source says of what it is a branch."""
    whole = record_actor(actor=team.editor, name="Example Front", kind="organisation")
    part = record_actor(actor=team.editor, name="Example Front – North", kind="branch")
    add_alias(actor=team.editor, named=part, name="جبهه", lang="fa")
    relation = relate(actor=team.editor, named=part, other=whole, kind="branch_of", since="2015-01")
    made = incident(team.editor)
    cite(
        actor=team.editor,
        incident=made,
        target=relation,
        quote=Quote(source=source(team.editor, title="A study"), quote="its northern branch"),
    )
    value = AttributionValue(actor=part, ground="intelligence_assessment")
    claim = Claim(value=value, citations=quoted(source(team.editor), "the north did it"), modality="assessed")
    assert_claim(actor=team.editor, incident=made, claim=claim)
    publish(actor=team.publisher, incident=approved(team, made))
    return part


def the_source(story: Story) -> Source:
    return Source.objects.get(title="Blasts kill many")


def test_an_actor_page_says_names_and_relations_with_who_says_so(client: Client, branch: Actor) -> None:
    words = text_of(client.get(f"/actors/{branch.slug}/"))
    assert "Named in 1 incident on record, itself or through a branch." in words
    assert "To be named is not to be found to have done it" in words
    assert "جبهه (fa)" in words
    assert "Example Front – North : branch of Example Front , since January 2015 A study , The Example Courier" in words
    assert "its northern branch" in words
    assert "Intelligence assessment 1" in words


def test_a_whole_has_a_page_with_the_incidents_of_its_branches(client: Client, branch: Actor) -> None:
    page = client.get("/actors/example-front/")
    assert "Named in 1 incident on record" in text_of(page)
    assert 'href="/?actor=example-front"' in page.content.decode()
    assert 'href="/?actor=example-front#map"' in page.content.decode()
    data = client.get("/actors/example-front.json").json()
    assert [one["actor"] for one in data["branches"]] == [branch.slug]
    assert data["named_on_ground"] == {"intelligence_assessment": 1}
    assert data["incidents"] == client.get("/incidents.json?actor=example-front").json()["count"]


def test_lists_count_what_the_filter_finds(client: Client, story: Story, branch: Actor) -> None:
    for kind, parameter in (("actors", "actor"), ("countries", "country"), ("publishers", "publisher")):
        listed = client.get(f"/{kind}.json").json()["results"]
        assert listed
        for one in listed:
            found = client.get(f"/incidents.json?{parameter}={one['code']}").json()
            assert (one["incidents"], kind) == (found["count"], kind)
            assert client.get(f"/{kind}/{one['code']}/").status_code == 200
            assert one["name"] in text_of(client.get(f"/{kind}/"))


def test_a_country_and_a_province_say_their_counts_and_lead_to_the_explorer(client: Client, story: Story) -> None:
    for address, query in (("/countries/IR/", "country=IR"), ("/provinces/IR-08/", "province=IR-08")):
        page = client.get(address)
        words = text_of(page)
        assert "2 incidents on record." in words
        assert "2 incidents on record, in January 2024" in words
        assert story.id in words
        assert f'href="/?{query}"' in page.content.decode()
        assert '<svg class="drawing"' in page.content.decode()
        data = client.get(f"{address[:-1]}.json").json()
        assert data["incidents"] == 2
        assert data["figures"][0]["rows"] == [{"month": "2024-01", "label": "January 2024", "incidents": 2}]
    assert SHORT > 1


def test_a_publisher_page_says_its_grade_and_what_rests_on_it(client: Client, story: Story) -> None:
    publisher = the_source(story).publisher
    words = text_of(client.get(f"/publishers/{publisher.uid}/"))
    assert "First Agency" in words
    assert "News agency" in words
    assert "F: reliability cannot be judged" in words
    document = client.get(f"/incidents/{story.id}.json").json()
    content = document.get("content", document)
    mine = {one["id"] for one in content["sources"] if one["publisher"]["name"] == "First Agency"}
    claims = [one for one in content["claims"] if mine & {cited["source"] for cited in one["citations"]}]
    data = client.get(f"/publishers/{publisher.uid}.json").json()
    assert data["claims"] == len(claims) > 3
    assert f"{len(claims)} claims rest on its items" in words


def test_a_source_whose_material_may_be_violent_says_so_before_its_link_is_followed(client: Client, team: Desk) -> None:
    report = source(team.editor)
    made = incident(team.editor, report=report)
    graphic = Description(title="A bombing with pictures", graphic=True, personal_data=False)
    describe(actor=team.editor, incident=made, description=graphic, summary="Graphic")
    publish(actor=team.publisher, incident=approved(team, made))
    page = text_of(client.get(f"/sources/{report.uid}/"))
    assert "incident whose sources show or describe violence. Nothing of them is shown or fetched here" in page


def test_a_source_page_has_every_claim_and_quote_and_what_rests_on_it(client: Client, story: Story) -> None:
    page = client.get(f"/sources/{the_source(story).uid}/")
    words = text_of(page)
    assert "the toll stands at 84" in words
    assert "Syndicates: Blasts kill many, agency says" in words
    anchors = re.findall(rf'href="/incidents/{story.id}/#(claim-[0-9a-f]+)"', page.content.decode())
    incident_page = client.get(story.url).content.decode()
    assert len(anchors) > 3
    assert all(f'id="{anchor}"' in incident_page for anchor in anchors)


def test_a_source_that_no_current_version_cites_has_no_page(client: Client, story: Story) -> None:
    address = f"/sources/{the_source(story).uid}/"
    withdraw(actor=story.team.publisher, incident=story.made, reason="It did not happen.")
    gone, never = client.get(address), client.get("/sources/00000000-0000-4000-8000-000000000000/")
    assert (gone.status_code, gone.content) == (404, never.content)


def test_a_confidential_source_leaves_no_trace(client: Client, team: Desk) -> None:
    secret = source(team.editor, confidential=True, title="Zanzibarian memo", publisher_name="Zanzibarian Ministry")
    made = incident(team.editor)
    value = CasualtyValue(measure="killed", verbatim="13")
    for person in (team.reviewer, team.publisher):
        let_in(actor=team.editor, source=secret, person=person)
    both = (*quoted(source(team.editor), "13"), Quote(source=secret, quote="13 Zanzibarian"))
    assert_claim(actor=team.editor, incident=made, claim=Claim(value=value, citations=both))
    publish(actor=team.publisher, incident=approved(team, made))
    assert client.get(f"/sources/{secret.uid}/").status_code == 404
    assert client.get(f"/publishers/{secret.publisher.uid}/").status_code == 404
    pages = [client.get(address).content.decode() for address in (*LISTS, "/publishers.json", "/statistics/")]
    assert not any("anzibar" in page for page in pages)


def test_what_is_hidden_and_what_never_was_are_the_same_404(client: Client, team: Desk) -> None:
    record_actor(actor=team.editor, name="Only At The Desk", kind="organisation")
    hidden, never = client.get("/actors/only-at-the-desk/"), client.get("/actors/nobody/")
    assert (hidden.status_code, never.status_code) == (404, 404)
    assert hidden.content == never.content
    for address in ("/actors/nobody.json", "/countries/XX/", "/countries/XX.json", "/provinces/XX-01/"):
        assert client.get(address).status_code == 404


def test_a_page_follows_the_newest_version(client: Client, team: Desk) -> None:
    made = published(team, title="A bombing in Kirman")
    described = Description(title="A bombing in Kerman", graphic=False, personal_data=False)
    describe(actor=team.editor, incident=made, description=described, summary="Renamed")
    republished(team, made, kind="correction")
    words = text_of(client.get("/countries/IR/"))
    assert "A bombing in Kerman" in words
    assert "Kirman" not in words


def test_pages_ask_few_questions_however_many_incidents_there_are(client: Client, story: Story, branch: Actor) -> None:
    source_id, publisher = the_source(story).uid, the_source(story).publisher.uid
    addresses = {"/actors/example-front/": 14, "/countries/IR/": 14, f"/sources/{source_id}/": 3}
    for address, most in (addresses | {f"/publishers/{publisher}/": 6, "/actors/": 5}).items():
        with questions() as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= most, asked


def test_an_empty_record_has_empty_lists(client: Client) -> None:
    for address in LISTS:
        assert "Nothing has been published yet." in text_of(client.get(address))
