"""The card of a product's link: what it says, whether it is drawn, and having it drawn in every language."""

from itertools import chain, zip_longest

from django.conf import settings
from django.db.models import Exists, Max, Min, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.listing.cards import ProductCard, cards
from catalog.listing.queries import products_by_id, visible
from catalog.media.models import ProductMedia
from catalog.products.models import Product
from catalog.social import actions, rules
from catalog.social.models import SocialCard
from catalog.social.queries import Card, card_of
from frontend_templates.social_card import CardWords
from marketplace.channels.queries import viewpoint
from marketplace.kit.refused import Refused

KIND = "product"
LARGE = 720
MOST_OF_A_GI = 60
"""A fact must be heard within seconds; the clock comes to the others."""
EVERY_MINUTES, _IN_TURN = 10, 5000
"""How often the clock comes, and to how many products: to all of 20,000 within the hour, in about 2 s a turn."""


def product_card(card: ProductCard, language: str) -> Card | None:
    """The drawn card that says what is so now; None where none is drawn (yet), or the product has no picture."""
    return card_of(KIND, card.id, language, words=_words(card), picture=picture_of(card)) if picture_of(card) else None


def draw_product(*, product_id: int) -> int:
    """Have the cards drawn that the product lacks, if it is to be seen and its picture is made; how many. Safe to repeat."""
    drawn = 0
    for language, _name in settings.LANGUAGES:
        try:
            at = viewpoint(language=language)
        except Refused:  # no channel yet: nothing is to be seen
            return 0
        with override(language):
            for card in cards(list(products_by_id([product_id], at).values()), at):
                if picture_of(card):
                    drawn += actions.keep(
                        kind=KIND, row_id=card.id, language=language, words=_words(card), picture=picture_of(card)
                    )
    return drawn


def products_showing(*, picture_id: int) -> list[int]:
    """The keys of the products whose card may hang on a picture."""
    return list(ProductMedia.objects.filter(picture_id=picture_id).values_list("product_id", flat=True).distinct())


def products_under(*, seller_id: int, gi_tag_id: int) -> list[int]:
    """The keys of the newest products that a seller offers under a GI, whose cards may show the badge or lose it."""
    rows = Product.objects.filter(seller_id=seller_id, gi_tag_id=gi_tag_id).order_by("-pk")
    return list(rows.values_list("pk", flat=True)[:MOST_OF_A_GI])


def without_card(*, most: int) -> list[int]:
    """Visible products of which no card says what is so: by turns the newest without any card, such as those that were
    published ahead, and of those whose turn it is by the clock the ones whose card is out of date in some language, such as
    those of a maker whose entry in a GI's register has ended."""
    turns = zip_longest(_never_drawn(most), _out_of_date())
    return list(dict.fromkeys(key for key in chain.from_iterable(turns) if key))[:most]


def _out_of_date() -> list[int]:
    """Of the products whose turn it is, those that lack a card, or have one that says what is no longer so; two languages, a
    few statements each."""
    ends = Product.objects.aggregate(first=Min("pk"), last=Max("pk"))
    if ends["first"] is None:
        return []
    keys = rules.keys_in_turn(timezone.now(), ends["first"], ends["last"], size=_IN_TURN, minutes=EVERY_MINUTES)
    stored = SocialCard.objects.filter(kind=KIND, row_id__range=(keys.start, keys.stop - 1))
    drawn = set(stored.values_list("row_id", "language_code", "digest"))
    found: dict[int, None] = {}
    for language, _name in settings.LANGUAGES:
        try:
            at = viewpoint(language=language)
        except Refused:
            return []
        with override(language):
            for card in cards(list(products_by_id(keys, at).values()), at):
                picture = picture_of(card)
                if picture and (card.id, language, rules.digest_of(_words(card), picture)) not in drawn:
                    found[card.id] = None
    return list(found)


def _never_drawn(most: int) -> list[int]:
    try:
        at = viewpoint(language=settings.LANGUAGE_CODE)
    except Refused:
        return []
    drawn = SocialCard.objects.filter(kind=KIND, row_id=OuterRef("product_id"))
    shown = ProductMedia.objects.filter(product_id=OuterRef("product_id"), picture__state="ready")
    rows = visible(at).filter(~Exists(drawn), Exists(shown)).order_by("-published_at", "-product_id")
    return list(rows.values_list("product_id", flat=True)[:most])


def picture_of(card: ProductCard) -> str:
    """The key of the file of its first picture; empty until that is made."""
    src = card.picture.thumbnail(LARGE) if card.picture else ""
    return src.removeprefix(settings.MEDIA_URL)


def _words(card: ProductCard) -> CardWords:
    """In the active language; the same words as on the page."""
    badges = [("gi", _("GI tagged"))] if card.gi else []
    badges += [("odop", _("ODOP"))] if card.odop else []
    return CardWords(_("Zila Bazaar"), card.name, f"{card.place.district_name}, {card.place.state_name}", tuple(badges))
