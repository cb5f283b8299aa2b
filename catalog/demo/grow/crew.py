"""The sellers of a grown catalogue: those that are there already, and the missing ones, made as the actions make them."""

from dataclasses import dataclass

from django.utils import timezone

from catalog.demo.grow.ground import Ground
from catalog.demo.grow.rota import Rota
from catalog.demo.plan import ShopPlan
from catalog.stock.models import Warehouse
from marketplace.events import GiUserAuthorised, SellerApproved, SellerRegistered
from marketplace.gi.models import AuthorisedUser
from marketplace.kit.text import clean
from marketplace.news.announce import announce
from marketplace.sellers.models import Seller, SellerTranslation

SOURCE = "demonstration data"
_STORE = "grown-store-"


@dataclass(frozen=True, slots=True)
class Hand:
    """A seller that is there: its key and its warehouse's, and what the law wants to be told of it."""

    seller: int
    warehouse: int
    legal_name: str
    address: str
    care: str


def hands() -> dict[int, Hand]:
    """The grown sellers by number; those that may not sell at present are left out."""
    rows = Warehouse.objects.filter(
        slug__startswith=_STORE, slug__regex=rf"^{_STORE}[0-9]+$", seller__status=Seller.Status.APPROVED
    ).values_list(
        "slug", "seller", "pk", "seller__legal_name", "seller__street_address", "seller__city", "seller__district__state__name",
        "seller__pincode", "seller__customer_care_email", "seller__customer_care_phone",
    )  # fmt: skip
    return {
        int(slug.removeprefix(_STORE)): Hand(
            seller, warehouse, legal_name, f"{street}, {city}, {state} {pincode}"[:300], f"{email}, {phone}"
        )
        for slug, seller, warehouse, legal_name, street, city, state, pincode, email, phone in rows
    }


def hire(numbers: list[int], rota: Rota, ground: Ground) -> None:
    """Open the shops of these numbers that are not there, in one transaction of the caller; each is told to the news."""
    there = {int(slug.removeprefix(_STORE)) for slug in _stores()}
    shops = {number: rota.shop(number) for number in numbers if number not in there}
    sellers = Seller.objects.bulk_create(_seller(shop) for shop in shops.values())
    pairs = list(zip(sellers, shops.items(), strict=True))
    SellerTranslation.objects.bulk_create(
        SellerTranslation(seller=seller, language_code="hi", name=clean(shop.name.hi), story=clean(shop.story.hi, lines=True))
        for seller, (_number, shop) in pairs
    )
    Warehouse.objects.bulk_create(
        Warehouse(
            seller=seller, slug=f"{_STORE}{number:05d}", name=clean(f"{shop.name.en[:120]}, store room"),
            district_id=shop.place.key, street_address=shop.street, city=shop.city, pincode=shop.pincode,
        )
        for seller, (number, shop) in pairs
    )  # fmt: skip
    entries = AuthorisedUser.objects.bulk_create(
        AuthorisedUser(
            gi_tag_id=ground.tags[shop.gi], seller=seller, valid_from=shop.valid_from, valid_until=shop.valid_until,
            source=SOURCE, authorised_user_no=f"GROWN/{shop.gi}/{number:05d}",
        )
        for seller, (number, shop) in pairs
        if shop.gi in ground.tags and shop.valid_from and shop.valid_until
    )  # fmt: skip
    announce(*(SellerRegistered(seller=seller.pk) for seller in sellers))
    announce(*(SellerApproved(seller=seller.pk) for seller in sellers))
    announce(*(GiUserAuthorised(seller=entry.seller_id, gi_tag=entry.gi_tag_id) for entry in entries))


def _stores() -> list[str]:
    return list(Warehouse.objects.filter(slug__regex=rf"^{_STORE}[0-9]+$").values_list("slug", flat=True))


def _seller(shop: ShopPlan) -> Seller:
    return Seller(
        slug=shop.slug, name=clean(shop.name.en, most=160), legal_name=clean(shop.legal_name, most=200), kind=shop.kind,
        status=Seller.Status.APPROVED, women_led=shop.women_led, district_id=shop.place.key, languages=list(shop.languages),
        story=clean(shop.story.en, lines=True), founded_year=shop.founded_year, member_count=shop.member_count,
        street_address=shop.street, city=shop.city, pincode=shop.pincode, customer_care_email=shop.email,
        customer_care_phone=shop.phone, created_at=timezone.now(),
    )  # fmt: skip
