"""Demonstration logins: one person for each role. Passwords are the same everywhere, so none is made in production."""

from dataclasses import dataclass

from django.utils.text import Truncator

from catalog.demo.plan import ShopPlan
from marketplace.accounts.actions import create_person
from marketplace.accounts.models import User
from marketplace.sellers.actions import add_member
from marketplace.sellers.models import Seller, SellerMember

PASSWORD = "ek-zila-ek-utpad"
_FAMILIES = ("silk_saree", "moonj", "jaggery")


@dataclass(frozen=True, slots=True)
class Login:
    """A person who can sign in; `seller` is the slug of the shop that the person acts for."""

    role: str
    email: str
    first_name: str
    last_name: str
    language: str
    seller: str = ""


def logins(shops: list[ShopPlan]) -> list[Login]:
    """Operator, district officer, three sellers and a consumer."""
    owners = [next(shop for shop in shops if shop.family == family) for family in _FAMILIES]
    return [
        Login("operator", "operator@zila.example", "Arundhati", "Saxena", "en"),
        Login("district officer (Varanasi)", "officer.varanasi@zila.example", "Devendra", "Tiwari", "hi"),
        *(
            Login("seller", f"seller{number}@zila.example", *_split(shop), "hi", shop.slug)
            for number, shop in enumerate(owners, 1)
        ),
        Login("consumer", "consumer@zila.example", "Nandini", "Rao", "en"),
    ]


def make_logins(shops: list[ShopPlan]) -> int:
    """Make the people that are missing, in one transaction of the caller; how many were made."""
    made = 0
    for login in logins(shops):
        person = User.objects.filter(email=login.email).first()
        if person is None:
            person = create_person(
                email=login.email, password=PASSWORD, first_name=login.first_name, last_name=login.last_name,
                language_code=login.language, is_staff=login.role == "operator",
            )  # fmt: skip
            made += 1
        seller = Seller.objects.filter(slug=login.seller).first() if login.seller else None
        if seller and not SellerMember.objects.filter(seller=seller, user=person).exists():
            add_member(seller=seller, user=person, role="OWNER")
    return made


def table() -> list[str]:
    """The logins that exist here, as lines for people; empty where there are none."""
    people = User.objects.filter(email__endswith="@zila.example").order_by("pk")
    shops = dict(SellerMember.objects.filter(user__in=people).values_list("user", "seller__name"))
    rows = [(person.email, _role(person, shops.get(person.pk, ""))) for person in people]
    width = max((len(email) for email, _ in rows), default=0)
    return [f"{email:<{width}}  {PASSWORD}  {role}" for email, role in rows]


def _role(person: User, shop: str) -> str:
    if shop:
        return f"seller: {Truncator(shop).chars(40)}"
    return {"operator": "operator", "officer.varanasi": "district officer, Varanasi"}.get(person.email.split("@")[0], "consumer")


def _split(shop: ShopPlan) -> tuple[str, str]:
    first, _, last = shop.person.en.rpartition(" ")
    return first, last
