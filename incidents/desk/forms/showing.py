"""What the fields of a page show, as a browser would send it back untouched."""

from typing import Any

from django.forms import CheckboxInput
from django.forms.boundfield import BoundField
from django.http import QueryDict

from incidents.desk.forms.bundle import Bundle
from incidents.desk.forms.change import ChangeForm

CHECKED = "on"


def shown(bundle: Bundle) -> dict[str, list[str]]:
    """The values of every field by its name in the page, without those of the change itself, and what it is about."""
    found = {field.html_name: _sent(field) for field in _fields(bundle)}
    return {name: values for name, values in found.items() if values} | bundle.the(ChangeForm).subject


def typed(data: QueryDict, bundle: Bundle) -> dict[str, list[str]]:
    """The values that were sent for the same fields."""
    names = [field.html_name for field in _fields(bundle)]
    found = {name: _lines(data.getlist(name)) for name in names}
    return {name: values for name, values in found.items() if values}


def labels(bundle: Bundle) -> dict[str, str]:
    """What each field is called."""
    return {field.html_name: str(field.label) for field in _fields(bundle)}


def in_words(bundle: Bundle, name: str, values: list[str]) -> str:
    """Values of a field as a reader would say them: choices by their label."""
    field: Any = next(one.field for one in _fields(bundle) if one.html_name == name)
    known = {str(code): str(label) for code, label in getattr(field, "choices", ())}
    return "; ".join(known.get(one, one) for one in values)


def _fields(bundle: Bundle) -> list[BoundField]:
    return [field for form in bundle if not isinstance(form, ChangeForm) for field in form]


def _sent(field: BoundField) -> list[str]:
    widget, value = field.field.widget, field.value()
    if isinstance(widget, CheckboxInput):
        return [CHECKED] if value else []
    formatted = widget.format_value(value)
    return _lines(formatted if isinstance(formatted, list | tuple) else [formatted])


def _lines(values: Any) -> list[str]:
    texts = ["" if one is None else str(one).replace("\r\n", "\n").strip() for one in values]
    return [one for one in texts if one]
