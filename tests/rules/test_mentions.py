"""Who is called by name."""

import pytest

from incidents.rules.mentions import mentions

KNOWN = {"Ana", "Ana López", "O'Neil", "محمد رضایی", "Straße"}


@pytest.mark.parametrize(
    ("text", "names", "strangers"),
    [
        ("@Ana, look", ("Ana",), ()),
        ("@ana lópez's figure", ("Ana López",), ()),
        ("(@Ana) and @Ana López", ("Ana", "Ana López"), ()),
        ("@Anabel", (), ("Anabel",)),
        ("write to me@ana.example", (), ()),
        ("@o'neil: yes", ("O'Neil",), ()),
        ("@محمد رضایی نگاه کن", ("محمد رضایی",), ()),
        ("@Straße", ("Straße",), ()),
        ("@ Ana, @@, @", (), ()),
        ("@Nobody. @Nobody", (), ("Nobody",)),
        ("", (), ()),
    ],
)
def test_names_after_an_at_sign_are_read(text: str, names: tuple[str, ...], strangers: tuple[str, ...]) -> None:
    found = mentions(text, KNOWN)
    assert (found.names, found.strangers) == (names, strangers)
