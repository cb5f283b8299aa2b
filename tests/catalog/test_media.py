"""Pictures of products: uploaded, made anew by a worker, asked for in the reader's language."""

import io
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image

from catalog.media import actions, queries
from catalog.media.models import Picture, ProductMedia, Rendition
from catalog.media.rules import MOST_PER_PRODUCT
from catalog.products.models import Product
from marketplace.kit.files import QUARANTINE, files
from marketplace.kit.refused import Refused
from marketplace.news.models import Event
from tests.catalog.uploads import picture, saved
from tests.factories import ProductFactory, ProductVariantFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root", "workshop_ends")]
Hear = Callable[[], int]


@pytest.fixture
def product() -> Product:
    return ProductFactory()


def jpeg(width: int = 400, height: int = 300, **options: object) -> bytes:
    return saved(picture(width, height), "JPEG", **options)


def code_of(deed: Callable[[], Any]) -> str:
    with pytest.raises(Refused) as refused:
        deed()
    return refused.value.code


def facts() -> list[str]:
    return [kind.rpartition(".")[2] for kind in Event.objects.order_by("id").values_list("kind", flat=True)]


def test_an_upload_waits_in_quarantine_until_a_worker_has_made_it_anew(product: Product, hear_news: Hear) -> None:
    upload = jpeg(800, 600)
    media = actions.add(product=product, upload=upload, alt="A brass lamp")
    held = Picture.objects.get(pk=media.picture_id)
    assert held.state == "uploaded"
    assert files().get(held.upload_key) == upload
    assert held.upload_key.startswith(QUARANTINE)
    [row] = queries.pictures_of([product.pk], "en")[product.pk]
    assert (row.is_ready, row.src, row.sources, row.state) == (False, "", [], "uploaded")

    assert hear_news() >= 1
    ready = Picture.objects.get(pk=held.pk)
    assert (ready.state, ready.upload_key) == ("ready", "")
    assert not files().exists(held.upload_key)
    assert (ready.width, ready.height) == (800, 600)
    assert {(row.format, row.size, row.width, row.height) for row in Rendition.objects.all()} == {
        (form, *sizes)
        for form in ("WEBP", "AVIF")
        for sizes in ((180, 180, 135), (360, 360, 270), (720, 720, 540))
    }  # fmt: skip
    for rendition in Rendition.objects.all():
        content = files().get(rendition.key)
        assert len(content) == rendition.byte_count
        with Image.open(io.BytesIO(content)) as opened:
            assert (opened.format, opened.size) == (rendition.format, (rendition.width, rendition.height))
    assert facts() == ["PictureUploaded", "ProductMediaChanged", "PictureReady"]


@pytest.mark.parametrize("upload", [None, "a text", 7, ["bytes"], b""])
def test_what_is_no_file_is_no_picture(product: Product, upload: Any) -> None:
    for deed in (
        lambda: actions.add(product=product, upload=upload, alt="A lamp"),
        lambda: actions.set_background(of=product.category, upload=upload),
    ):
        assert code_of(deed) == "NOT_A_PICTURE"
    assert not Picture.objects.exists()


def test_the_same_bytes_are_one_picture(product: Product, hear_news: Hear) -> None:
    upload, other = jpeg(), ProductFactory()
    first = actions.add(product=product, upload=upload, alt="A lamp")
    hear_news()
    stored = sorted(files().keys("public/", before=timezone.now() + timedelta(hours=1)))
    again = actions.add(product=product, upload=upload, alt="A brass lamp", translations={"hi": "पीतल का दीपक"})
    elsewhere = actions.add(product=other, upload=upload, alt="The same lamp")
    assert again.pk == first.pk
    assert again.alt == "A brass lamp"
    assert elsewhere.picture_id == first.picture_id
    assert Picture.objects.count() == 1
    assert facts().count("PictureUploaded") == 1
    hear_news()
    assert sorted(files().keys("public/", before=timezone.now() + timedelta(hours=1))) == stored
    assert list(files().keys(QUARANTINE, before=timezone.now() + timedelta(hours=1))) == []


def test_words_order_and_variants(product: Product, hear_news: Hear) -> None:
    red, blue = ProductVariantFactory(product=product), ProductVariantFactory(product=product)
    actions.add(product=product, upload=jpeg(400), alt="  Front ", translations={"hi": "सामने"}, variants=[red])
    actions.add(product=product, upload=jpeg(401), alt="Back", variants=[red, blue])
    hear_news()
    hindi = queries.pictures_of([product.pk], "hi")[product.pk]
    assert [(row.alt, row.alt_language) for row in hindi] == [("सामने", "hi"), ("Back", "en")]
    assert [row.alt for row in queries.pictures_of([product.pk], "en")[product.pk]] == ["Front", "Back"]
    of_variants = queries.pictures_of_variants([red.pk, blue.pk], "hi")
    assert {key: [row.alt for row in rows] for key, rows in of_variants.items()} == {red.pk: ["सामने", "Back"], blue.pk: ["Back"]}
    actions.add(product=product, upload=jpeg(400), alt="Front", variants=[blue])
    assert [row.alt_language for row in queries.pictures_of([product.pk], "hi")[product.pk]] == ["en", "en"]
    assert [row.alt for row in queries.pictures_of_variants([red.pk], "en")[red.pk]] == ["Back"]


def test_what_a_page_gets(product: Product, hear_news: Hear) -> None:
    actions.add(product=product, upload=saved(Image.new("RGB", (730, 500), "#b01030"), "PNG"), alt="Red cloth")
    hear_news()
    [row] = queries.pictures_of([product.pk], "en")[product.pk]
    assert (row.width, row.height) == (730, 500)
    assert row.colour == "#b01030"
    assert row.src.startswith("/media/public/pictures/")
    assert "/720-" in row.src
    assert [source.type for source in row.sources] == ["image/avif", "image/webp"]
    assert [entry.split()[1] for entry in row.sources[0].srcset.split(", ")] == ["180w", "360w", "720w"]
    assert "/360-" in row.thumbnail(200)
    assert row.thumbnail(200, "AVIF").endswith(".avif")


def test_pictures_cost_the_same_number_of_statements_for_one_product_and_for_three(hear_news: Hear) -> None:
    products = ProductFactory.create_batch(3)
    for number, one in enumerate(products):
        for turn in range(2):
            actions.add(product=one, upload=jpeg(300 + number, 300 + turn), alt="A cup")
    hear_news()
    for asked in (products[:1], products):
        with CaptureQueriesContext(
            connection,
        ) as statements:
            found = queries.pictures_of([one.pk for one in asked], "hi")
        assert len(statements) == 1
        assert [len(found[one.pk]) for one in asked] == [2] * len(asked)
    with CaptureQueriesContext(connection) as statements:
        covers = queries.covers_of([one.pk for one in products], "hi")
    assert len(statements) == 1
    assert covers == {key: rows[0] for key, rows in found.items()}
    with CaptureQueriesContext(connection) as statements:
        assert queries.pictures_of([], "en") == {}
    assert len(statements) == 0
    assert queries.pictures_of([0], "en") == {}


def test_what_may_not_be_added(product: Product, media_root: Path) -> None:
    foreign = ProductVariantFactory()

    def add(**changes: Any) -> str:
        return code_of(lambda: actions.add(**{"product": product, "upload": jpeg(), "alt": "A cup", **changes}))

    assert add(alt=" \n ") == "REQUIRED"
    assert add(alt="x" * 251) == "TOO_LONG"
    assert add(alt="\ud800") == "INVALID"
    assert add(translations={"xx": "A cup"}) == "INVALID"
    assert add(translations={"hi": " "}) == "REQUIRED"
    assert add(variants=[foreign]) == "INVALID"
    assert add(upload=jpeg(199, 900)) == "TOO_SMALL"
    assert add(upload=b"GIF89a") == "UNSUPPORTED_FORMAT"
    assert not Picture.objects.exists()
    assert not Event.objects.exists()
    assert not [path for path in media_root.rglob("*") if path.is_file()]


def test_a_product_shows_so_many_pictures_and_no_more(product: Product, media_root: Path) -> None:
    shown = [Picture(sha256=f"{number:064x}", upload_key=f"quarantine/{number}.bin", width=300, height=300)
             for number in range(MOST_PER_PRODUCT)]  # fmt: skip
    ProductMedia.objects.bulk_create(ProductMedia(product=product, picture=one, alt="A cup")
                                     for one in Picture.objects.bulk_create(shown))  # fmt: skip
    assert code_of(lambda: actions.add(product=product, upload=jpeg(), alt="One more")) == "TOO_MANY_PICTURES"
    assert not [path for path in media_root.rglob("*") if path.is_file()]


def test_a_picture_that_cannot_be_read_is_refused_once_and_for_all(product: Product, hear_news: Hear, media_root: Path) -> None:
    broken = jpeg()[:-500]
    actions.add(product=product, upload=broken, alt="A cup")
    hear_news()
    held = Picture.objects.get()
    assert (held.state, held.refusal) == ("refused", "UNREADABLE")
    assert queries.pictures_of([product.pk], "en") == {}
    assert not [path for path in media_root.rglob("*") if path.is_file()]
    assert facts()[-1] == "PictureRefused"
    assert code_of(lambda: actions.add(product=product, upload=broken, alt="A cup")) == "UNREADABLE"
    assert facts().count("PictureUploaded") == 1


def test_an_upload_that_was_lost_may_be_sent_again(product: Product, hear_news: Hear) -> None:
    upload = jpeg()
    media = actions.add(product=product, upload=upload, alt="A cup")
    files().delete(Picture.objects.get().upload_key)
    hear_news()
    assert Picture.objects.get().refusal == "UPLOAD_LOST"
    assert actions.add(product=product, upload=upload, alt="A cup").pk == media.pk
    hear_news()
    assert (Picture.objects.get().state, Picture.objects.get().refusal) == ("ready", "")


def test_making_twice_changes_nothing(product: Product, hear_news: Hear) -> None:
    actions.add(product=product, upload=jpeg(), alt="A cup")
    hear_news()
    before = list(Rendition.objects.order_by("id").values())
    actions.make_renditions(picture_id=Picture.objects.get().pk)
    actions.make_renditions(picture_id=0)
    assert list(Rendition.objects.order_by("id").values()) == before
    assert facts().count("PictureReady") == 1


def test_a_crash_between_the_files_and_the_row_is_made_good(product: Product, hear_news: Hear) -> None:
    """The renditions are stored, then the worker dies: the next one stores the same bytes under the same keys."""
    actions.add(product=product, upload=jpeg(), alt="A cup")
    held = Picture.objects.get()
    actions.make_renditions(picture_id=held.pk)
    keys = sorted(Rendition.objects.values_list("key", flat=True))
    Rendition.objects.all().delete()
    again = "quarantine/uploads/again.bin"
    files().put(again, jpeg())
    Picture.objects.update(state="uploaded", upload_key=again)
    actions.make_renditions(picture_id=held.pk)
    assert sorted(Rendition.objects.values_list("key", flat=True)) == keys
    assert sorted(files().keys("public/", before=timezone.now() + timedelta(hours=1))) == keys


def test_the_sweep_takes_away_what_nobody_waits_for(product: Product) -> None:
    actions.add(product=product, upload=jpeg(), alt="A cup")
    waiting = Picture.objects.get().upload_key
    orphan = "quarantine/uploads/0a1b.bin"
    files().put(orphan, b"x")
    assert actions.sweep_quarantine(before=timezone.now() - timedelta(hours=24)) == 0
    assert files().exists(orphan)
    assert actions.sweep_quarantine(before=timezone.now() + timedelta(minutes=1)) == 1
    assert not files().exists(orphan)
    assert files().exists(waiting)


def test_the_clock_knows_the_sweep() -> None:
    from marketplace.celery import app

    app.finalize()
    tasks = {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert "catalog.media.sweep" in tasks
    app.tasks["catalog.media.sweep"]()
