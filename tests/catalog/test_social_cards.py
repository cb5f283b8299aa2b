"""The pictures that shared links show: drawn by the workers, told of by the page, never saying what is no longer so."""

import io
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from PIL import Image, ImageChops

from catalog.listing import social as product_cards
from catalog.listing.tasks import draw_cards
from catalog.media import actions as media
from catalog.products.models import Product, ProductChannelListing, ProductTranslation
from catalog.social import actions
from catalog.social.models import SocialCard
from catalog.social.rules import keys_in_turn
from frontend_templates.social_card import HEIGHT, MOST_BYTES, WIDTH, CardWords, draw, svg
from marketplace.gi.actions import authorise
from marketplace.gi.models import AuthorisedUser
from marketplace.kit.files import files
from tests.catalog.uploads import picture, saved
from tests.search.shelf import Shelf, open_shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root", "workshop_ends")]
Hear = Callable[[], int]


@pytest.fixture
def shelf() -> Shelf:
    return open_shop()


def with_picture(shelf: Shelf, name: str = "Kadhwa saree", hindi: str = "कढ़वा साड़ी") -> Product:
    """A product that shows a picture which no worker has made yet."""
    product = shelf.put(name, hindi=hindi)
    media.add(product=product, upload=saved(picture(800, 600), "JPEG"), alt="A saree")
    return product


def told(client: Client, address: str) -> dict[str, str]:
    """What the page's head says for cards."""
    html = client.get(address).content.decode()
    return dict(re.findall(r'<meta (?:property|name)="((?:og:image|twitter)[^"]*)" content="([^"]*)">', html))


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_the_workers_draw_a_card_in_each_language_and_the_page_tells_of_it(client: Client, shelf: Shelf, hear_news: Hear) -> None:
    product = with_picture(shelf)
    assert "/card-en" in told(client, f"/products/{product.slug}/")["og:image"]
    hear_news()
    assert sorted(SocialCard.objects.values_list("kind", "row_id", "language_code")) == [
        ("product", product.pk, "en"),
        ("product", product.pk, "hi"),
    ]
    seen = [told(client, f"{prefix}/products/{product.slug}/") for prefix in ("", "/hi")]
    assert seen[0]["og:image"] != seen[1]["og:image"]
    assert seen[0]["og:image:alt"] == "Kadhwa saree · Varanasi, Uttar Pradesh · GI tagged · ODOP · Zila Bazaar"
    assert seen[1]["og:image:alt"] == "कढ़वा साड़ी · वाराणसी, उत्तर प्रदेश · जीआई टैग · ओडीओपी · ज़िला बाज़ार"
    for head in seen:
        assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
        assert head["twitter:card"] == "summary_large_image"
        assert head["og:image"].startswith("http://testserver/media/public/cards/")
        answer = client.get(head["og:image"].removeprefix("http://testserver"))
        assert answer["Content-Type"] == "image/jpeg" and "immutable" in answer["Cache-Control"]
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert opened(content).size == (WIDTH, HEIGHT) and len(content) < MOST_BYTES


def test_a_card_is_drawn_once_for_what_it_says_and_anew_for_another_name(client: Client, shelf: Shelf, hear_news: Hear) -> None:
    product = with_picture(shelf)
    hear_news()
    before = dict(SocialCard.objects.values_list("language_code", "key"))
    assert product_cards.draw_product(product_id=product.pk) == 0
    ProductTranslation.objects.filter(product=product).update(name="तनछोई साड़ी")
    head = told(client, f"/hi/products/{product.slug}/")
    assert "/card-hi" in head["og:image"] and head["og:image:alt"] == "ज़िला बाज़ार"
    assert (head["og:image:type"], head["og:image:width"], head["og:image:height"]) == ("image/jpeg", "1200", "630")
    assert product_cards.draw_product(product_id=product.pk) == 1
    after = dict(SocialCard.objects.values_list("language_code", "key"))
    assert after["en"] == before["en"] and after["hi"] != before["hi"]
    assert after["hi"] in told(client, f"/hi/products/{product.slug}/")["og:image"]


def test_a_card_with_a_badge_that_has_ended_is_not_told_of(client: Client, shelf: Shelf, hear_news: Hear) -> None:
    product = with_picture(shelf)
    hear_news()
    AuthorisedUser.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    assert "/public/cards/" not in told(client, f"/products/{product.slug}/")["og:image"]
    product_cards.draw_product(product_id=product.pk)
    head = told(client, f"/products/{product.slug}/")
    assert "/public/cards/" in head["og:image"] and "GI" not in head["og:image:alt"]


def test_what_is_hidden_or_has_no_picture_gets_no_card(shelf: Shelf, hear_news: Hear) -> None:
    shelf.put("Bare")
    hidden = with_picture(shelf)
    ProductChannelListing.objects.filter(product=hidden).update(is_published=False)
    hear_news()
    assert not SocialCard.objects.exists()


def test_the_clock_draws_what_was_published_ahead(shelf: Shelf, hear_news: Hear) -> None:
    product = with_picture(shelf)
    ProductChannelListing.objects.update(published_at=timezone.now() + timedelta(hours=1))
    hear_news()
    draw_cards()
    assert not SocialCard.objects.exists()
    ProductChannelListing.objects.update(published_at=timezone.now() - timedelta(seconds=1))
    assert product_cards.without_card(most=5) == [product.pk]
    draw_cards()
    assert SocialCard.objects.count() == 2
    assert product_cards.without_card(most=5) == []


def test_the_clock_draws_anew_what_says_what_is_no_longer_so(client: Client, shelf: Shelf, hear_news: Hear) -> None:
    product = with_picture(shelf)
    hear_news()
    first = set(SocialCard.objects.values_list("key", flat=True))
    AuthorisedUser.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    draw_cards()
    assert SocialCard.objects.count() == 2 and not first & set(SocialCard.objects.values_list("key", flat=True))
    head = told(client, f"/products/{product.slug}/")
    assert "/public/cards/" in head["og:image"] and "GI" not in head["og:image:alt"]
    assert product_cards.without_card(most=5) == []
    SocialCard.objects.filter(language_code="hi").delete()
    assert product_cards.without_card(most=5) == [product.pk]
    draw_cards()
    assert SocialCard.objects.count() == 2
    AuthorisedUser.objects.update(valid_until=timezone.localdate() + timedelta(days=1))
    draw_cards()
    assert set(SocialCard.objects.values_list("key", flat=True)) == first


def test_the_clock_leaves_what_is_hidden(shelf: Shelf, hear_news: Hear) -> None:
    with_picture(shelf)
    hear_news()
    SocialCard.objects.update(digest="another")
    ProductChannelListing.objects.update(is_published=False)
    assert product_cards.without_card(most=5) == []


def test_what_never_had_a_card_and_what_is_out_of_date_take_turns(shelf: Shelf, hear_news: Hear) -> None:
    old = [with_picture(shelf, name=f"Old {number}") for number in range(2)]
    hear_news()
    new = [with_picture(shelf, name=f"New {number}") for number in range(2)]
    hear_news()
    SocialCard.objects.filter(row_id__in=[row.pk for row in new]).delete()
    SocialCard.objects.filter(row_id__in=[row.pk for row in old]).update(digest="another")
    found = product_cards.without_card(most=3)
    assert len(found) == 3 and {row.pk for row in old} & set(found) and {row.pk for row in new} & set(found)


def test_every_key_has_its_turn_and_a_new_one_moves_none() -> None:
    start = datetime(2026, 11, 23, tzinfo=UTC)
    moments = [start + timedelta(minutes=10 * number) for number in range(8)]

    def seen(last: int) -> list[range]:
        return [keys_in_turn(at, 11, last, size=10, minutes=10) for at in moments]

    assert sorted(key for keys in seen(80) for key in keys) == list(range(11, 81))
    assert [keys.start for keys in seen(80)] == [keys.start for keys in seen(60)]
    assert set(map(tuple, seen(15))) == {tuple(range(11, 16))}
    assert all(len(keys) <= 10 for keys in seen(80))


def test_another_entry_in_the_register_is_drawn_at_once(client: Client, hear_news: Hear) -> None:
    shelf = open_shop(valid_for=-30)
    product = with_picture(shelf)
    hear_news()
    assert "GI" not in told(client, f"/products/{product.slug}/")["og:image:alt"]
    today = timezone.localdate()
    authorise(
        gi_tag=shelf.tag, seller=shelf.seller, valid_from=today, valid_until=today + timedelta(days=90),
        source="made up for a test",
    )  # fmt: skip
    hear_news()
    head = told(client, f"/products/{product.slug}/")
    assert "/public/cards/" in head["og:image"] and "GI tagged" in head["og:image:alt"]


def test_old_files_are_swept_and_those_in_use_stay(shelf: Shelf, hear_news: Hear) -> None:
    with_picture(shelf)
    hear_news()
    files().put("public/cards/old.jpg", b"old")
    assert actions.sweep(before=timezone.now() - timedelta(hours=1)) == 0
    assert actions.sweep(before=timezone.now() + timedelta(hours=1)) == 1
    assert all(files().exists(key) for key in SocialCard.objects.values_list("key", flat=True))
    assert any("pictures" in str(path) for path in Path(files()._folder).rglob("*.webp"))  # type: ignore[attr-defined]


def test_a_picture_whose_file_has_gone_is_left_for_later() -> None:
    words = CardWords("Zila Bazaar", "Saree", "Varanasi")
    assert not actions.keep(kind="product", row_id=1, language="en", words=words, picture="public/pictures/none/720-0.webp")
    assert not SocialCard.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "Saree",
        "Sa\x0bree \x00\ufffe",
        "</text><script>alert(1)</script> & \"quotes\" 'too'",
        "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
        "Unbrokenwordthatislongerthananylineofthecardcouldeverbeinanytypewhatsoever" * 3,
        "कढ़वा बनारसी रेशमी साड़ी, सोने की ज़री का चौड़ा पल्लू, क्षत्रिय शृंगार, विशिष्ट द्वार",
    ],
)
def test_any_name_fits_and_stays_within_its_column(name: str) -> None:
    plain = opened(draw(CardWords("Zila Bazaar", "", "Varanasi, Uttar Pradesh", (("gi", "GI tagged"), ("odop", "ODOP")))))
    drawn = draw(CardWords("Zila Bazaar", name, "Varanasi, Uttar Pradesh", (("gi", "GI tagged"), ("odop", "ODOP"))))
    assert len(drawn) < MOST_BYTES
    changed = ImageChops.difference(plain, opened(drawn)).point(lambda value: 255 if value > 60 else 0).getbbox()
    assert changed is not None
    left, top, right, bottom = changed
    assert left >= 60 and right <= 670 and top >= 140 and bottom <= 500


def test_hindi_is_drawn_with_letters_of_ours_that_are_joined() -> None:
    """A conjunct and a vowel sign are narrower than their parts one by one; a font that is missing would draw nothing."""

    def width(name: str) -> int:
        box = ImageChops.difference(opened(draw(CardWords("", "", ""))), opened(draw(CardWords("", name, "")))).getbbox()
        assert box is not None, name
        return box[2] - box[0]

    assert width("क्षेत्र") < width("क ष त र")
    assert width("स्त्री") < width("स\u200cत\u200cर\u200cी") + 200
    assert width("Silk") > 40


def test_the_card_needs_no_font_of_the_machine() -> None:
    text = svg(CardWords("Zila Bazaar", "Saree", "Varanasi"), None)
    assert set(re.findall(r'font-family="([^"]+)"', text)) == {"Eczar, Eczar SemiBold", "Mukta"}


@pytest.mark.parametrize("language", ["en", "hi"])
def test_the_house_has_a_card(language: str) -> None:
    import frontend_templates

    path = Path(frontend_templates.__file__).parent / "static" / "pictures" / f"card-{language}.jpg"
    assert opened(path.read_bytes()).size == (WIDTH, HEIGHT) and path.stat().st_size < MOST_BYTES


def test_a_page_asks_once_for_its_card(client: Client, shelf: Shelf, hear_news: Hear) -> None:
    product = with_picture(shelf)
    hear_news()
    asked: list[str] = []

    def note(execute: Callable[..., object], sql: object, *rest: object) -> object:
        asked.append(str(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        client.get(f"/products/{product.slug}/")
    assert sum("catalog_socialcard" in sql for sql in asked) == 1
