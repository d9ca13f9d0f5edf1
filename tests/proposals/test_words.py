"""Families of words by sentences that are in none of the reports: who did it, who warned, why a name is kept back."""

import pytest

from incidents.choices import ProposalKind
from tests.proposals.test_proposing import of

GROUNDS = {
    "Responsibility for the bombing was claimed by the Dawn Brigade in an audio message.": "responsibility_claim",
    "Ansar al-Rimal said its fighters had struck the convoy with two bombs.": "responsibility_claim",
    "A claim of responsibility in the name of the Ember Network could not be verified.": "responsibility_claim",
    "Islamic State, through its Amaq agency, said the attacker was one of its soldiers.": "responsibility_claim",
    "The Dawn Brigade said none of its men had been near the village.": "denial",
    "A spokesman for the Free Highlands Army rejected the accusation.": "denial",
    "Suspected Al-Shabaab militants attacked a village in Kenya on Monday.": "accusation",
    "The interior minister said the gunmen belonged to the Cordillera Command.": "accusation",
    "The attack was blamed on the Dawn Brigade by the provincial governor.": "accusation",
    "Prosecutors believe that the bomb was planted by the Red Column.": "investigative_assessment",
    "Two members of the Red Column were convicted on Monday of the bombing.": "court_finding",
    "The killing bears all the hallmarks of Unit 88, said an analyst.": "analyst_inference",
    "Intelligence officials assess with confidence that Unit 88 ordered the attack.": "intelligence_assessment",
    'The Dawn Brigade said in a message that the shooting was "a warning to collaborators".': "responsibility_claim",
    "The Dawn Brigade named the two bombers in a statement and praised their sacrifice.": "responsibility_claim",
    '"Our hands are clean," a Dawn Brigade commander said.': "denial",
    "Investigators believe the explosives came from a Dawn Brigade store.": "investigative_assessment",
    "Analysts say only the Dawn Brigade has the means for such an operation.": "analyst_inference",
    "Jaish al-Sahra has neither claimed nor denied the attack.": None,
    "Nobody from the Dawn Brigade has said it was responsible.": None,
    "Al-Shabaab has carried out attacks in the area before.": None,
}
WARNINGS = {
    "The mayor had written to the interior ministry in March to warn of threats against the market.": "affirmed",
    "Foreign intelligence had pointed to an attack on the port as early as June.": "affirmed",
    "The agency had circulated a bulletin on the risk of drone attacks ahead of the holiday.": "affirmed",
    "A text message warning of the raid had circulated among villagers since Sunday.": "affirmed",
    "The ministry denied having been warned.": "denied",
    "No alert reached the hotel, its manager said.": "denied",
    '"Nobody told us anything," the governor said.': "denied",
    "The police said they had not been aware of any threats.": "denied",
    "Fishermen told the navy on Friday that three skiffs with no nets were anchored off the point.": "affirmed",
    'A note found in the vestry on Sunday read: "You are next."': "affirmed",
    "The intelligence service had passed a name to the police, who did nothing.": "affirmed",
    "Nothing whatsoever had come across his desk, the commissioner said.": "denied",
    "There was not so much as a whisper of it beforehand.": "denied",
    "The governor insists he was kept in the dark.": "denied",
    "Police said there was no further threat to the public.": None,
    "A letter claiming responsibility was sent to a newspaper on Friday.": None,
    "Residents called the police when they heard the shots.": None,
    "Experts warn that such attacks will become more common.": None,
    "The embassy issued an alert after the attack, telling citizens to stay indoors.": None,
}
REASONS = {
    "A source, who did not wish to be named in view of the ongoing inquiry, said two ran.": "the ongoing inquiry",
    "A teacher, who asked for her name to be withheld lest the gunmen return, said it was dark.": "the gunmen return",
    "A police officer, insisting on anonymity on the grounds that the hunt goes on, said so.": "the hunt goes on",
    '"He knew," a friend of the deputy said. She did not want her name printed, fearing the same.': "the same",
    '"They came at noon," said a driver. He would not be named: his cousin works for the company.': (
        "his cousin works for the company"
    ),
    "Fearing reprisals, a teacher who asked not to be named said the men had come twice.": "reprisals",
    "A prison official confirmed it but insisted on not being identified, given the inquiry.": "the inquiry",
    "An engineer told this agency, without wanting to be named, that the cameras were off.": "",
}


@pytest.mark.parametrize(("text", "ground"), GROUNDS.items())
def test_who_is_named_and_on_what_ground(text: str, ground: str | None) -> None:
    assert [one.value["ground"] for one in of(ProposalKind.ATTRIBUTION, text)] == ([ground] if ground else [])


@pytest.mark.parametrize(("text", "polarity"), WARNINGS.items())
def test_whether_there_had_been_a_warning(text: str, polarity: str | None) -> None:
    assert [one.value["polarity"] for one in of(ProposalKind.WARNING, text)] == ([polarity] if polarity else [])


@pytest.mark.parametrize(("text", "reason"), REASONS.items())
def test_why_a_name_is_kept_back(text: str, reason: str) -> None:
    assert [one.value["anonymity_reason"] for one in of(ProposalKind.SPEAKER, text)] == [reason]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Officials revised the death toll down from 19 to 16.", {("killed", 19), ("killed", 16)}),
        ("Two policemen and a bystander were killed.", {("killed", 2), ("killed", 1)}),
        ("The gunmen took 17 villagers with them.", {("hostages", 17)}),
        ("The bodies of 12 men were found in a field.", {("killed", 12)}),
        ("He was shot dead by police.", {("killed", 1)}),
        ("Four fishermen whose canoe was caught in the fire died.", {("killed", 4)}),
        ("Rescuers are still searching for eight people under the rubble.", {("missing", 8)}),
        (
            "Five people remain in hospital; No fewer than 3 were herded into trucks.",
            {("hospitalised", 5), ("hostages", None)},
        ),
        ("Hospital staff counted 41 wounded, of whom three later died.", {("wounded", 41), ("killed", 3)}),
    ],
)
def test_figures_in_other_clauses_than_the_usual(text: str, figures: set[tuple[str, int]]) -> None:
    assert {(one.value["measure"], one.value["best"]) for one in of(ProposalKind.CASUALTY, text)} == figures
