"""No door shows a page that is not published, or not yet: over generated states, every door agrees with the plain rule."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from catalog.menus import actions as menus
from marketplace.content import actions
from marketplace.content.models import Page
from marketplace.kit.ids import global_id
from tests.factories import ChannelFactory
from tests.graphql_client import ask

pytestmark = pytest.mark.django_db

# What was done with a page, in order: published so many hours from now, or taken back
DEEDS = some.lists(some.one_of(some.none(), some.sampled_from([-48, -1, 1, 48])), max_size=3)
QUERY = """query($id: ID!, $slug: String!, $hindi: String!, $ids: [ID!]!) {
  byId: page(id: $id) { slug }
  bySlug: page(slug: $slug) { slug }
  byHindi: page(slug: $hindi, slugLanguageCode: HI) { slug }
  listed: pages(first: 9, filter: {ids: $ids}) { totalCount edges { node { slug } } }
  where: pages(last: 9, where: {slug: {eq: $slug}}) { edges { node { slug } } }
  found: pages(first: 9, search: "page") { edges { node { slug } } }
  menu(slug: "footer") { items { name page { slug } } } }"""


def test_every_door_agrees_with_the_rule(client: Client) -> None:
    ChannelFactory(is_default=True)
    kind = actions.create_type(name="Help")

    @settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
    @given(some.lists(DEEDS, min_size=1, max_size=3))
    def check(stories: list[list[int | None]]) -> None:
        with transaction.atomic():
            footer = menus.create(name="Footer")
            for place, story in enumerate(stories):
                page = _lived(kind, place, story)
                menus.add_item(menu=footer, name=page.slug, page=page)
            pages = list(Page.objects.order_by("pk"))
            for page, story in zip(pages, stories, strict=True):
                seen = bool(story) and story[-1] is not None and story[-1] < 0
                doors = _doors(client, page, pages)
                assert doors == dict.fromkeys(doors, seen), (story, page.slug)
            transaction.set_rollback(True)

    check()


def _lived(kind: Any, place: int, story: list[int | None]) -> Page:
    words = {"hi": actions.PageWords(title=f"पन्ना {place}")}
    page = actions.create(page_type=kind, title=f"Page {place}", translations=words)
    for hours in story:
        if hours is None:
            actions.unpublish(page=page)
        else:
            actions.publish(page=page, at=timezone.now() + timedelta(hours=hours))
    return page


def _doors(client: Client, page: Page, pages: list[Page]) -> dict[str, bool]:
    """By door: whether it shows the page."""
    slug = page.slug
    ids = [global_id("Page", one.pk) for one in pages]
    data = ask(QUERY, id=global_id("Page", page.pk), slug=slug, hindi=page.translations.get().slug, ids=ids)
    listed = {name: slug in [edge["node"]["slug"] for edge in data[name]["edges"]] for name in ("listed", "where", "found")}
    foot = client.get("/gi/").content.decode()
    return {
        **{name: data[name] == {"slug": slug} for name in ("byId", "bySlug", "byHindi")},
        **listed,
        "menu": {"name": slug, "page": {"slug": slug}} in data["menu"]["items"],
        "page": client.get(f"/pages/{slug}/").status_code == 200,
        "page in Hindi": client.get(f"/hi/pages/{slug}/").status_code == 200,
        "foot": f"/pages/{slug}/" in foot,
    }
