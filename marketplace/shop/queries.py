"""Questions about the shop: what it says of itself, where it is to be found, where and in which currencies it sells."""

from typing import NamedTuple

from django.conf import settings

from marketplace.channels.queries import channels
from marketplace.shop.models import Shop, ShopTranslation

NAME = "Zila Bazaar"  # until somebody says otherwise


class ShopRow(NamedTuple):
    """The shop; `countries` and `currencies` are those of its active channels."""

    name: str
    description: str
    default_country: str
    countries: list[str]
    currencies: list[str]
    host: str
    secure: bool

    @property
    def url(self) -> str:
        """The address of its first page."""
        return f"{'https' if self.secure else 'http'}://{self.host}/"


def shop() -> ShopRow:
    """The shop, two statements."""
    found = Shop.objects.filter(pk=1).values_list("name", "description", "default_country").first()
    name, description, default_country = found or (NAME, "", "IN")
    active = [channel for channel in channels() if channel.is_active]
    return ShopRow(
        name=name,
        description=description,
        default_country=default_country,
        countries=sorted({country for channel in active for country in channel.countries}),
        currencies=sorted({channel.currency_code for channel in active}),
        host=settings.ALLOWED_HOSTS[0].removeprefix("."),
        secure=settings.PRODUCTION,
    )


def description_in(language: str) -> str | None:
    """What the shop says of itself in that language, the original words for English; None where it says nothing in it."""
    if language == settings.LANGUAGE_CODE:
        return Shop.objects.filter(pk=1).values_list("description", flat=True).first()
    rows = ShopTranslation.objects.filter(shop=1, language_code=language)
    return rows.values_list("description", flat=True).first()
