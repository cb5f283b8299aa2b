"""A shop that has its reference data but no channel says on its home page that it is not open yet."""

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from marketplace.channels.models import Channel
from tests.search.shelf import open_shop

pytestmark = pytest.mark.django_db
PLACES = {"en": "/", "hi": "/hi/"}


@pytest.mark.parametrize("language", PLACES)
def test_a_shop_without_a_channel_says_so_in_both_languages(client: Client, language: str) -> None:
    answer = client.get(PLACES[language])
    assert answer.status_code == 200
    first, _other, second = answer.content.decode().partition('<div class="message-page__other" lang="')
    for half, code in ((first, language), (second, "hi" if language == "en" else "en")):
        with override(code):
            assert gettext("This shop is not open yet") in half
    assert f'<html lang="{language}">' in first and '<meta name="robots" content="noindex">' in first


def test_it_opens_with_a_channel_and_closes_without(client: Client) -> None:
    open_shop()
    for active in (True, False):
        Channel.objects.update(is_active=active)
        html = client.get("/").content.decode()
        assert ("This shop is not open yet" in html) != active and ("<nav" in html) == active
