"""A shop that has its reference data but no channel says that it is not open yet."""

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from marketplace.channels.models import Channel
from tests.search.shelf import open_shop

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("prefix", "language"), [("", "en"), ("/hi", "hi")])
def test_a_shop_without_a_channel_says_so_in_both_languages(client: Client, prefix: str, language: str) -> None:
    with override(language):
        title = gettext("This shop is not open yet")
    for place in ("/", "/products/", "/states/", "/gi/", "/products/nothing/"):
        answer = client.get(prefix + place)
        html = answer.content.decode()
        assert (answer.status_code, answer["Cache-Control"]) == (200, "no-store"), place
        assert f"<h1>{title}" in html and '<meta name="robots" content="noindex">' in html, place
        assert (
            '<div class="message-page__other" lang="' in html
            and f'<html lang="{language}">' in html
            and "The page has moved" not in html
        )


def test_it_opens_with_a_channel_and_what_is_not_there_is_not_there(client: Client) -> None:
    open_shop()
    assert client.get("/").status_code == 200 and "not open yet" not in client.get("/").content.decode()
    assert client.get("/products/nothing/").status_code == 404
    Channel.objects.update(is_active=False)
    assert "not open yet" in client.get("/").content.decode()
