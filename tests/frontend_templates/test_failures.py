"""Pages for what goes wrong: what they say, in which language, and that the worst of them needs nothing that may be down."""

import re

import pytest
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils.translation import override
from django.views.defaults import bad_request, permission_denied, server_error

from frontend_templates.templatetags.addresses import words_of_address


@pytest.mark.parametrize(("language", "first", "second", "home"), [
    ("en", "That was our fault", "ग़लती हमारी है", "/"), ("hi", "ग़लती हमारी है", "That was our fault", "/hi/"),
])  # fmt: skip
def test_something_broken_is_said_in_both_languages_without_a_database(
    rf: RequestFactory, language: str, first: str, second: str, home: str
) -> None:
    with override(language):  # no django_db here: a statement would fail
        answer = server_error(rf.get("/"))
    html = answer.content.decode()
    words = html.partition("<main")[2]
    assert answer.status_code == 500 and f'<html lang="{language}">' in html and f'class="button" href="{home}"' in html
    assert words.index(first) < words.index(second) and 'content="noindex"' in html and "<script" not in html


@pytest.mark.parametrize(("view", "number"), [(bad_request, "400"), (permission_denied, "403")])
@pytest.mark.django_db
def test_refusals_show_the_ways_on(rf: RequestFactory, view: object, number: str) -> None:
    request: HttpRequest = rf.get("/")
    answer = view(request, Exception())  # type: ignore[operator]
    html = answer.content.decode()
    assert str(answer.status_code) == number and f">{number}</text>" in html


@pytest.mark.parametrize("prefix", ["", "/hi"])
@pytest.mark.django_db
def test_nothing_there_offers_a_search_and_the_ways_on(client: Client, prefix: str) -> None:
    answer = client.get(f"{prefix}/products/brass-lamp-of-moradabad-2/")
    main = answer.content.decode().partition("<main")[2].partition("</main>")[0]
    assert answer.status_code == 404 and main.count("<h1") == 1
    assert f'action="{prefix}/products/"' in main and 'value="brass lamp of moradabad"' in main
    for way in ("states", "categories", "gi", "products"):
        assert f'href="{prefix}/{way}/"' in main, way
    assert re.search(rf'href="{prefix}/"', main)


@pytest.mark.parametrize(("path", "words"), [
    ("/products/brass-lamp-2/", "brass lamp"), ("/hi/pages/वापसी-नियम/", "वापसी नियम"), ("/products/42/", ""),
    ("/gi/", ""), ("/", ""), ("", ""), (None, ""), ('/a/"><script>alert/', "script alert"),
    ("/x/" + "-".join(["word"] * 40) + "/", " ".join(["word"] * 8)),
])  # fmt: skip
def test_the_words_of_an_address(path: str | None, words: str) -> None:
    assert words_of_address(path) == words
