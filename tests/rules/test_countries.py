"""Countries by their codes: known ones have a name, and a code that nobody knows stays what it is."""

from incidents.rules.countries import country_name, iso3


def test_a_country_is_called_by_its_name() -> None:
    assert country_name("GB") == "United Kingdom"
    assert country_name("NA") == "Namibia"
    assert country_name("XX") == "XX"
    assert country_name("") == ""
    assert iso3("NA") == "NAM"
