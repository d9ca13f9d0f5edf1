"""Neutral wording is a test."""

import pytest

from incidents.rules.wording import RULES, find_loaded_words


@pytest.mark.parametrize(
    "text",
    [
        "Two suicide bombings in Kerman",
        "Nearly 100 people were killed; scores were wounded.",
        "Islamic State claimed responsibility. Iran's interior minister gave 84 dead.",
        "The attack was planned and directed by the group, the indictment says.",
        "The device did not detonate.",
        "The minister called it “the deadliest and most cowardly attack” in years.",
        "Le ministre : «un bain de sang, carnage».",
        "Attack at Martyrs' Square claimed by the Al-Aqsa Martyrs' Brigades",
        "A successful applicant; a brave new world; slaughterhouse fire",
        "",
    ],
)
def test_plain_description_and_other_peoples_words_pass(text: str) -> None:
    assert find_loaded_words(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the mastermind of the attack", ["mastermind"]),
        ("He masterminded it", ["masterminded"]),
        ("a successful attack", ["successful attack"]),
        ("a successful car bombing", ["successful car bombing"]),
        ("They successfully detonated it", ["successfully detonated"]),
        ("the deadliest bombing", ["deadliest"]),
        ("Deadliest And Most Brutal", ["Deadliest", "Most Brutal"]),
        ("the worst terror attack since 1970", ["worst terror attack"]),
        ("a sophisticated operation", ["sophisticated"]),
        ("carnage in the city", ["carnage"]),
        ("the heinous and cowardly act", ["heinous", "cowardly"]),
        ("militants were neutralised", ["neutralised"]),
        ("his martyrdom", ["martyrdom"]),
    ],
)
def test_loaded_words_are_found_in_their_order(text: str, words: list[str]) -> None:
    assert [found.words for found in find_loaded_words(text)][: len(words)] == words


def test_a_loaded_word_says_where_it_stands_and_what_to_write() -> None:
    (found,) = find_loaded_words("It was the deadliest day.")
    assert (found.start, found.end) == (11, 20)
    assert str(found.advice) == "It ranks attacks by their dead: give the figures and let them stand."


def test_every_row_advises_in_a_sentence_that_is_itself_neutral() -> None:
    for rule in RULES:
        assert str(rule.advice).endswith(".")
        assert find_loaded_words(str(rule.advice)) == []
