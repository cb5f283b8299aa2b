"""Filters for what is in a pack and what a unit of it costs, as India writes them."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from frontend_templates.templatetags.zila import amount, money

register = template.Library()

_LARGER = {"GRAM": ("KILOGRAM", 1000), "MILLILITRE": ("LITRE", 1000)}


@register.filter
def pack(net_quantity: int, unit: str) -> str:
    """How much is in it: 6 pieces, 500 g, 1.5 kg. A code without words stands as it is, so that nothing is hidden."""
    larger, holds = _LARGER.get(unit, (unit, 1))
    if net_quantity < holds:
        larger, holds = unit, 1
    number = amount(Decimal(net_quantity) / holds)
    counted = {
        "PIECE": ngettext("%(number)s piece", "%(number)s pieces", net_quantity),
        "PAIR": ngettext("%(number)s pair", "%(number)s pairs", net_quantity),
        "SET": ngettext("%(number)s set", "%(number)s sets", net_quantity),
    }
    return counted[unit] % {"number": number} if unit in counted else f"{number} {_name(larger)}"


@register.filter
def per_unit(price: object, currency: str) -> str:
    """A price for one unit: ₹0.90 per g. `price` has `minor` and `unit`."""
    shown = {"price": money(price.minor, currency), "unit": _name(price.unit)}  # type: ignore[attr-defined]
    return _("%(price)s per %(unit)s") % shown


def _name(unit: str) -> str:
    names = {
        "GRAM": _("g"),
        "KILOGRAM": _("kg"),
        "MILLILITRE": _("ml"),
        "LITRE": _("l"),
        "CENTIMETRE": _("cm"),
        "METRE": _("m"),
        "PIECE": _("piece"),
        "PAIR": _("pair"),
        "SET": _("set"),
    }
    return names.get(unit, unit)
