"""The one style sheet: light, whole, with every picture it names, and a sheet for each part."""

import re
from pathlib import Path

import brotli
from django.contrib.staticfiles import finders

from frontend_templates import sheets

PACKAGE = Path(sheets.__file__).parent
MOST_BYTES = 14_000  # on the line


def test_the_assembled_sheet_is_found_and_light() -> None:
    found = finders.find(sheets.NAME)
    assert found
    text = Path(found).read_text(encoding="utf-8")
    assert text == sheets.assembled()
    assert len(brotli.compress(text.encode())) < MOST_BYTES
    assert text.count("{") == text.count("}")


def test_tokens_come_first_and_no_sheet_is_left_out() -> None:
    names = [source.name for source in sheets.sources()]
    assert names[: len(sheets.FIRST)] == list(sheets.FIRST)
    assert sorted(names) == sorted(path.name for path in sheets.SOURCES.rglob("*.css"))


def test_every_picture_and_font_that_is_named_is_there() -> None:
    for name in re.findall(r"url\(\.\./([^)]+)\)", sheets.assembled()):
        assert finders.find(name), name


def test_every_class_of_a_template_that_looks_like_a_component_has_a_rule() -> None:
    rules = sheets.assembled() + _of_the_desk()
    used = set()
    for template in (PACKAGE / "templates").rglob("*.html"):
        for value in re.findall(r'class="([^"{]+)"', template.read_text(encoding="utf-8")):
            used.update(value.split())
    assert {name for name in used if f".{name}" not in rules} == set()


OF_PAGES = {"atlas", "band", "chart", "craft", "guide", "known_for", "product", "prose", "register"}
OF_LISTS = {"listing", "results"}  # what a list stands in is laid out with its filters


def test_a_component_with_a_look_of_its_own_has_a_sheet_of_its_name_and_no_other_begins_it() -> None:
    parts = {path.stem for path in (PACKAGE / "templates" / "components").glob("*.html")}
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (sheets.SOURCES / "components").glob("*.css")}
    assert set(texts) - parts == OF_PAGES
    for part in sorted(parts - OF_LISTS):
        begins = re.compile(rf"^\s*\.{part.replace('_', '-')}(?=[ ,:{{]|__|--)", re.MULTILINE)
        wearing = {name for name, text in texts.items() if begins.search(text)}
        family = {name for name in texts if part == name or part.startswith(f"{name}_")}
        assert wearing <= family, f"{part} is dressed by {wearing - family}"


def _of_the_desk() -> str:
    """The operators' desk wears the sheets of Django's admin, and one of ours over them."""
    names = ("desk/desk.css", "admin/css/base.css", "admin/css/forms.css", "admin/css/login.css")
    return "".join(Path(str(finders.find(name))).read_text(encoding="utf-8") for name in names)
