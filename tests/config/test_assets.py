"""What production serves is what was written: joined and squeezed, with nothing changed and nothing left out."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.finders import get_finders

from config.assets import modules, sheets
from config.assets.storage import Paths, import_map, prepared

SHEETS = {
    "css/pages/all.css": '@import url("../one.css");\n@import url("../print.css") print;\n',
    "css/one.css": '/* Why. */\n.a,\n.b > c {\n  content: "a  {b};  /* c */";\n  width: calc(1px + 2px);\n}\n',
    "css/print.css": '.d { background: url("../fonts/x.woff2"); }\n',
}
MODULES = {
    "js/page.js": 'import { twice } from "attest/twice";\nimport "attest/quiet";\ntwice(1);\n',
    "js/twice.js": "/**\n * Why.\n */\nexport const twice = (x) => 2 * x; // stays\n",
    "js/quiet.js": '\n// Why.\nimport { twice as two } from "attest/twice";\n\nif (two(1)) {\n  two(2);\n}\n',
}
NAMES = {"attest/twice": "js/twice.js", "attest/quiet": "js/quiet.js"}


def collected() -> Paths:
    """Every static file there is, as collectstatic finds it."""
    return {path: (storage, path) for finder in get_finders() for path, storage in finder.list([])}


def test_imported_sheets_stand_in_the_place_of_their_import() -> None:
    text = sheets.squeezed(sheets.joined("css/pages/all.css", SHEETS.__getitem__))
    assert text == (
        '.a,.b > c{content:"a  {b};  /* c */";width:calc(1px + 2px)}'
        '@media print{.d{background:url("../../fonts/x.woff2")}}\n'
    )


def test_a_licence_in_a_sheet_stays() -> None:
    assert sheets.squeezed("/*! MIT */\n/* Why. */\na { }\n").startswith("/*! MIT */")


def test_a_module_stands_once_and_before_those_that_need_it() -> None:
    text = modules.joined("js/page.js", MODULES.__getitem__, NAMES)
    assert [text.count(f'modules["{name}"] = ') for name in MODULES] == [1, 1, 1]
    assert text.index('modules["js/twice.js"] =') < text.index('modules["js/quiet.js"] =')
    assert 'const { twice: two } = modules["js/twice.js"];\nif (two(1)) {\ntwo(2);\n}\n' in text
    assert "return { twice };" in text
    assert "Why" not in text


@pytest.mark.parametrize(
    "form",
    [
        'import page from "attest/twice";',
        'import * as all from "attest/twice";',
        "export default 1;",
        "export { a };",
        'const a = await import("attest/twice");',
        "const a = `over\n lines`;",
    ],
)
def test_a_form_that_is_not_known_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match=r"not known|over lines"):
        modules.joined("js/page.js", {**MODULES, "js/page.js": f"{form}\n"}.__getitem__, NAMES)


def test_modules_that_import_one_another_in_a_circle_are_refused() -> None:
    circle = {"js/twice.js": 'import "attest/quiet";\n', "js/quiet.js": 'import "attest/twice";\n'}
    with pytest.raises(ValueError, match="by way of others"):
        modules.joined("js/page.js", {**MODULES, **circle}.__getitem__, NAMES)


def test_every_sheet_and_module_of_ours_can_be_served_so() -> None:
    paths, names = collected(), import_map()
    made = prepared(paths)
    assert {Path(name).suffix for name in made} == {".css", ".js"}
    for name, (storage, path) in made.items():
        with storage.open(path) as file:
            text = file.read().decode()
        assert "@import" not in text, name
        if name.startswith("js/") and name not in names.values():
            assert not re.search(r"^(import|export)\b", text, re.MULTILINE), name


def test_the_import_map_names_every_module_that_is_imported() -> None:
    assert len(import_map()) > 20
    assert import_map()["attest/map/adapter"] == "js/map/adapter.js"
