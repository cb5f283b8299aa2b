"""What may be done with the shop as a whole: say what it is called and what it says of itself."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.events import ShopChanged
from marketplace.kit.columns import text_for
from marketplace.kit.countries import POSTAL_CODES
from marketplace.kit.refused import Refused
from marketplace.kit.words import in_known_languages
from marketplace.news.announce import announce
from marketplace.shop.models import Shop, ShopTranslation


@transaction.atomic
def describe(*, name: str, description: str = "", default_country: str = "IN", translations: Mapping[str, str] = {}) -> Shop:
    """The shop is called so, says this of itself, and in other languages that. Refused INVALID, REQUIRED or TOO_LONG."""
    if default_country not in POSTAL_CODES:
        raise Refused("INVALID", _("A country has two letters, such as IN."), "default_country")
    shop, _made = Shop.objects.update_or_create(
        pk=1,
        defaults={
            "name": text_for(Shop, "name", name, must=True),
            "description": text_for(Shop, "description", description, lines=True),
            "default_country": default_country,
        },
    )
    for language, words in in_known_languages(translations).items():
        text = text_for(ShopTranslation, "description", words, lines=True)
        ShopTranslation.objects.update_or_create(shop=shop, language_code=language, defaults={"description": text})
    announce(ShopChanged(shop=shop.pk))
    return shop
