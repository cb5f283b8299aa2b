"""The style guide shows the parts that there are, as pages include them."""

import re

import pytest
from django.test import Client, RequestFactory

from frontend_templates.guide import COMPONENTS, colours, parts
from frontend_templates.samples import arguments

pytestmark = pytest.mark.django_db


def test_every_part_stands_there_with_its_sign_and_samples_are_of_parts_that_exist() -> None:
    found = {part.name: part for part in parts(RequestFactory().get("/style-guide/"))}
    assert set(found) == {path.stem for path in COMPONENTS.glob("*.html")}
    assert [name for name, part in found.items() if not part.sign] == []
    assert set(arguments()) <= set(found)
    empty = {name for name, part in found.items() if name in arguments() and not all(html.strip() for html in part.shown)}
    assert not empty


def _light(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


PAIRS = [
    ("--ink", "--paper"), ("--ink", "--sheet"), ("--ink", "--sunk"), ("--muted", "--paper"), ("--muted", "--sheet"),
    ("--muted", "--sunk"), ("--madder", "--paper"), ("--madder", "--sheet"), ("--madder", "--madder-wash"),
    ("--on-madder", "--madder"), ("--on-madder", "--madder-deep"), ("--indigo", "--paper"), ("--indigo", "--sheet"),
    ("--indigo", "--indigo-wash"), ("--indigo", "--sunk"), ("--on-indigo", "--indigo-deep"),
    ("--on-indigo-soft", "--indigo-deep"),
    ("--turmeric-ink", "--turmeric-wash"), ("--marigold", "--indigo-deep"), ("--on-marigold", "--marigold"),
    ("--bottle", "--bottle-wash"), ("--bottle", "--paper"), ("--bottle", "--sheet"), ("--on-indigo", "--bottle-deep"),
    ("--on-bottle-soft", "--bottle-deep"), ("--marigold", "--bottle-deep"),
]  # fmt: skip


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_stand_out_from_their_ground_in_both_themes(ink: str, ground: str) -> None:
    known = {token.name: token for token in colours()}
    for theme in ("light", "dark"):
        lighter, darker = sorted((_light(getattr(known[name], theme)) for name in (ink, ground)), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, theme


def test_the_page_is_for_developers_and_not_for_search_engines(client: Client) -> None:
    html = client.get("/style-guide/").content.decode()
    assert 'name="robots" content="noindex' in html
    assert not re.search(r" style=| on\w+=", html)
