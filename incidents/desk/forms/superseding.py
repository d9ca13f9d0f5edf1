"""Which newer claim takes the place of an older one."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from incidents.desk.forms.desk_form import DeskForm
from incidents.desk.forms.fields import Radio


class SupersedeForm(DeskForm):
    """One of the standing claims of the same kind."""

    newer = Radio(label=_("Newer claim"))

    def __init__(self, data: QueryDict | None = None, *, offered: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(data, **options)
        self.fields["newer"].choices = offered  # type: ignore[attr-defined]
