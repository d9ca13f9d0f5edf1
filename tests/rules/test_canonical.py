"""Canonical JSON (vectors of RFC 8785) and the hashes of the log (RFC 6962)."""

import hashlib
import json
import struct
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.choices import Quantifier
from incidents.rules.canonical import (
    EMPTY_LOG,
    NotCanonicalError,
    canonical_bytes,
    chain_hash,
    leaf_hash,
    sha256_hex,
)

SALT = bytes(range(32))
LEAF = leaf_hash(SALT, b"{}")

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
NUMBERS = st.integers(-(2**53) + 1, 2**53 - 1) | st.floats(-(2**53) + 1, 2**53 - 1)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(TEXT, children, max_size=4),
    max_leaves=10,
)
DOCUMENTS = st.dictionaries(TEXT, VALUES, max_size=4)


def shuffled(value: Any) -> Any:
    """Turn round the order of the keys, at every depth."""
    if isinstance(value, dict):
        return {key: shuffled(value[key]) for key in reversed(value)}
    return [shuffled(item) for item in value] if isinstance(value, list) else value


def test_the_example_of_rfc_8785_section_3_2_2() -> None:
    document = {
        "numbers": [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
        "literals": [None, True, False],
    }
    assert (
        canonical_bytes(document)
        == (
            '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],'
            '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
        ).encode()
    )


def test_keys_are_sorted_by_utf_16_as_in_rfc_8785_section_3_2_3() -> None:
    names = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert list(json.loads(canonical_bytes(names)).values()) == [
        "Carriage Return",
        "One",
        "Control",
        "Latin Small Letter O With Diaeresis",
        "Euro Sign",
        "Emoji: Grinning Face",
        "Hebrew Letter Dalet With Dagesh",
    ]


@pytest.mark.parametrize(
    ("bits", "written"),
    [
        ("0000000000000000", "0"),
        ("8000000000000000", "0"),
        ("0000000000000001", "5e-324"),
        ("8000000000000001", "-5e-324"),
        ("7fefffffffffffff", "1.7976931348623157e+308"),
        ("ffefffffffffffff", "-1.7976931348623157e+308"),
        ("44b52d02c7e14af5", "9.999999999999997e+22"),
        ("44b52d02c7e14af6", "1e+23"),
        ("444b1ae4d6e2ef50", "1e+21"),
        ("3eb0c6f7a0b5ed8c", "9.999999999999997e-7"),
        ("3eb0c6f7a0b5ed8d", "0.000001"),
        ("41b3de4355555553", "333333333.3333332"),
        ("41b3de4355555555", "333333333.3333333"),
        ("41b3de4355555556", "333333333.3333334"),
        ("41b3de4355555557", "333333333.33333343"),
        ("becbf647612f3696", "-0.0000033333333333333333"),
        ("43143ff3c1cb0959", "1424953923781206.2"),
    ],
)
def test_numbers_as_in_rfc_8785_appendix_b(bits: str, written: str) -> None:
    (number,) = struct.unpack(">d", bytes.fromhex(bits))
    assert canonical_bytes({"n": number}) == f'{{"n":{written}}}'.encode()


@given(DOCUMENTS)
def test_the_order_of_keys_does_not_matter(document: dict[str, Any]) -> None:
    assert canonical_bytes(document) == canonical_bytes(shuffled(document))


@given(DOCUMENTS)
def test_what_is_written_is_read_back_and_written_the_same(document: dict[str, Any]) -> None:
    written = canonical_bytes(document)
    assert canonical_bytes(json.loads(written)) == written


def test_a_vocabulary_value_is_written_as_its_text() -> None:
    assert (
        canonical_bytes({"quantifier": Quantifier.NEARLY, "pair": ("a", 1)})
        == b'{"pair":["a",1],"quantifier":"nearly"}'
    )


@pytest.mark.parametrize(
    ("value", "type_name"),
    [
        (date(2024, 1, 3), "date"),
        (datetime(2024, 1, 3, tzinfo=UTC), "datetime"),
        (Decimal("1.5"), "Decimal"),
        ({1, 2}, "set"),
        (b"bytes", "bytes"),
    ],
)
def test_a_value_without_one_json_form_is_refused_with_its_place(value: object, type_name: str) -> None:
    with pytest.raises(
        NotCanonicalError, match=rf"“facts\[0\]\.when” holds a {type_name}, .*; write it as text first\."
    ):
        canonical_bytes({"facts": [{"when": value}]})


def test_a_key_that_is_not_text_is_refused() -> None:
    with pytest.raises(NotCanonicalError, match="has the key 7, which is not text"):
        canonical_bytes({"facts": {7: "seven"}})


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2**53, float(2**53), -1e20, "\ud800"])
def test_what_json_cannot_carry_exactly_is_refused(value: object) -> None:
    with pytest.raises(NotCanonicalError, match="cannot be written as canonical JSON"):
        canonical_bytes({"value": value})


def test_a_hash_is_64_hexadecimal_digits() -> None:
    assert sha256_hex(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_leaf_begins_with_a_zero_byte_and_the_salt() -> None:
    assert hashlib.sha256(b"\x00" + SALT + b"{}").digest() == LEAF


def test_the_chain_begins_with_a_one_byte_and_the_hash_of_nothing() -> None:
    head = chain_hash(EMPTY_LOG, LEAF)
    assert head == hashlib.sha256(b"\x01" + hashlib.sha256(b"").digest() + LEAF).digest()
    assert chain_hash(head, LEAF) != head


def test_another_salt_makes_another_leaf() -> None:
    assert leaf_hash(SALT[::-1], b"{}") != LEAF


@pytest.mark.parametrize("salt", [b"", SALT[:-1], SALT + b"\x00"])
def test_a_salt_of_another_length_is_refused(salt: bytes) -> None:
    with pytest.raises(ValueError, match="The salt must be 32 bytes long"):
        leaf_hash(salt, b"{}")


@pytest.mark.parametrize(("previous", "leaf"), [(b"", LEAF), (EMPTY_LOG, LEAF.hex().encode())])
def test_only_whole_hashes_are_chained(previous: bytes, leaf: bytes) -> None:
    with pytest.raises(ValueError, match="must be 32 bytes long"):
        chain_hash(previous, leaf)
