"""One address for one published item."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidents.rules.urls import AddressRefusedError, normalise_url

REPORT = "https://www.example.org/world/report"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        (f"  {REPORT}\n", REPORT),
        ("HTTPS://WWW.Example.ORG/world/report", REPORT),
        ("https://www.example.org:443/world/report", REPORT),
        ("https://www.example.org./world/report", REPORT),
        (f"{REPORT}#comments", REPORT),
        (f"{REPORT}?utm_source=feed&utm_medium=rss", REPORT),
        (f"{REPORT}?fbclid=abc&gclid=def&UTM_Campaign=x", REPORT),
        (f"{REPORT}?", REPORT),
        (f"{REPORT}?id=3&utm_source=feed&page=2", f"{REPORT}?id=3&page=2"),
        (f"{REPORT}?b=2&a=1", f"{REPORT}?b=2&a=1"),
        (f"{REPORT}?q=a%2fb+c", f"{REPORT}?q=a%2Fb+c"),
        ("https://www.example.org", "https://www.example.org/"),
        ("https://www.example.org?id=1", "https://www.example.org/?id=1"),
        ("http://www.example.org:80/a", "http://www.example.org/a"),
        ("http://www.example.org:8080/a", "http://www.example.org:8080/a"),
        ("https://example.org/%7euser/%c3%a9", "https://example.org/~user/%C3%A9"),
        ("https://example.org/é/خبر", "https://example.org/%C3%A9/%D8%AE%D8%A8%D8%B1"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://کرمان.example/a", "https://xn--mgbt4df50c.example/a"),
        ("https://[2001:DB8::1]:8443/a", "https://[2001:db8::1]:8443/a"),
        ("https://example.org/Case/Stays", "https://example.org/Case/Stays"),
    ],
)
def test_addresses_of_one_item_become_one(written: str, stored: str) -> None:
    assert normalise_url(written) == stored


def test_secure_and_plain_addresses_stay_two() -> None:
    assert normalise_url("http://example.org/a") != normalise_url("https://example.org/a")


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("javascript:alert(1)", "this one begins with “javascript:”"),
        ("JaVaScRiPt:alert(1)", "this one begins with “javascript:”"),
        ("java\nscript:alert(1)", "beginning with https://"),
        ("data:text/html,<p>", "this one begins with “data:”"),
        ("file:///etc/passwd", "this one begins with “file:”"),
        ("ftp://example.org/a", "this one begins with “ftp:”"),
        ("https:example.org", "this one begins with “https:”"),
        ("www.example.org/a", "Write the whole address, beginning with https://"),
        ("//example.org/a", "Write the whole address"),
        ("", "Write the whole address"),
        ("https://user:secret@example.org/", "user name or password"),
        ("https://user@example.org/", "user name or password"),
        ("https://", "names no site"),
        ("https:///a", "names no site"),
        ("https://./a", "names no site"),
        ("https://example.org/a b", "a space or a character"),
        ("https://example.org/a\tb", "a space or a character"),
        ("https://example.org\\@evil.example/", "a space or a character"),
        ("https://example.org/<script>", "a space or a character"),
        ("https://example.org:99999/", "not well formed"),
        ("https://example.org:a/", "not well formed"),
        ("https://[::1/", "not well formed"),
        ("https://exa$mple.org/", "is not a name a site can have"),
        (f"https://{'é' * 80}.example/", "is not a name a site can have"),
    ],
)
def test_what_is_no_address_of_an_item_is_refused_with_a_sentence(written: str, sentence: str) -> None:
    with pytest.raises(AddressRefusedError) as refused:
        normalise_url(written)
    assert sentence in str(refused.value)


@given(
    st.sampled_from(["http", "https", "HTTPS"]),
    st.from_regex(r"[a-zA-Z0-9]{1,9}(\.[a-zA-Z]{2,5}){1,2}\.?(:[0-9]{1,4})?", fullmatch=True),
    st.text(max_size=20),
)
def test_normalising_twice_changes_nothing(scheme: str, host: str, rest: str) -> None:
    try:
        once = normalise_url(f"{scheme}://{host}/{rest}")
    except AddressRefusedError:
        return
    assert normalise_url(once) == once


@given(st.text(max_size=40))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        stored = normalise_url(text)
    except AddressRefusedError:
        return
    assert stored.startswith(("http://", "https://"))
    assert stored.isascii()
