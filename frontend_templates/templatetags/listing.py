"""The tag for products side by side: each page of them has many, which a loop of a template would take long to go through."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from frontend_templates.templatetags.component import component

register = template.Library()


@register.simple_tag(takes_context=True)
def product_cards(
    context: Context,
    cards: Iterable[Any],
    eager: int | str = 0,
    why: Mapping[int, tuple[str, ...]] | str | None = None,
    far: Mapping[int, int] | str | None = None,
) -> SafeString:
    """The cards as items of a list; the first are seen first. `why`: the sentences that say why each was found, by its key.
    `far`: kilometres to the districts, by their keys, where cards are to say them."""
    return mark_safe("".join([_item(context, card, place < int(eager or 0), why, far) for place, card in enumerate(cards)]))


def _item(context: Context, card: Any, eager: bool, why: Any, far: Any) -> str:
    values: dict[str, Any] = {"eager": True} if eager else {}
    if far and card.place.district_id in far:
        values["far"] = far[card.place.district_id]
    told = why.get(card.id) if why else None
    reasons = component(context, "components/why.html", name=card.name, language=card.language, told=told) if told else ""
    return f"<li>{component(context, 'components/product_card.html', card=card, **values)}{reasons}</li>\n"
