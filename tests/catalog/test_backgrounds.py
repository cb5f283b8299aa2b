"""Pictures behind the heads of category and collection pages: uploaded, made anew by a worker, replaced, shown."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.media import actions
from catalog.media.models import Background, Picture
from catalog.media.queries import behind_categories, behind_collections
from marketplace.kit.refused import Refused
from marketplace.news.models import Event
from tests.catalog.uploads import picture, saved
from tests.factories import CategoryFactory, CollectionFactory
from tests.graphql_client import ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root", "workshop_ends")]
Hear = Callable[[], int]


def _upload(width: int = 400) -> bytes:
    return saved(picture(width, 300), "JPEG")


def test_a_background_is_shown_when_a_worker_has_made_it(hear_news: Hear) -> None:
    category: Category = CategoryFactory(slug="cloth")
    actions.set_background(of=category, upload=_upload(), alt="A loom")
    query = '{ category(slug: "cloth") { backgroundImage(size: 300) { url alt } } }'
    assert ask(query)["category"]["backgroundImage"] is None
    hear_news()
    shown = ask(query)["category"]["backgroundImage"]
    assert shown["alt"] == "A loom" and shown["url"].endswith(".webp")
    assert behind_categories([category.pk], 300, "AVIF")[category.pk].url.endswith(".avif")


def test_another_takes_its_place_and_the_news_tell_it(hear_news: Hear) -> None:
    collection: Collection = CollectionFactory()
    first = actions.set_background(of=collection, upload=_upload())
    again = actions.set_background(of=collection, upload=_upload(500))
    hear_news()
    assert (first.pk, Background.objects.count(), Picture.objects.count()) == (again.pk, 1, 2)
    assert list(behind_collections([collection.pk], 400, "WEBP")) == [collection.pk]
    kinds = [kind.rpartition(".")[2] for kind in Event.objects.order_by("id").values_list("kind", flat=True)]
    assert kinds.count("CollectionChanged") == 2


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        actions.set_background(of=CategoryFactory(), upload=b"nothing")
    assert refused.value.code == "NOT_A_PICTURE"
    assert not Background.objects.exists() and not Picture.objects.exists()


def test_a_background_belongs_to_one_page() -> None:
    made = Picture.objects.create(sha256="0" * 64, upload_key="", width=1, height=1)
    for owners in ({}, {"category": CategoryFactory(), "collection": CollectionFactory()}):
        with pytest.raises(IntegrityError, match="background_of_category_or_collection"), transaction.atomic():
            Background.objects.create(picture=made, **owners)
