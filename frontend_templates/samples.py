"""What the style guide shows the parts with: plain values such as pages hand over."""

from types import SimpleNamespace as Plain
from typing import Any

from django.templatetags.static import static

PLACE = Plain(
    district_slug="varanasi", district_name="Varanasi", language="en", state_slug="uttar-pradesh", state_name="Uttar Pradesh"
)
SOURCE = Plain(issued=[Plain(issuer="DPIIT", words="", date="2023-06-09")], checked=False)
SELLER = Plain(
    slug="ganga-weavers",
    name="गंगा बुनकर समिति",
    language="hi",
    kind="COOPERATIVE",
    women_led=True,
    district_id=1,
    story="चालीस परिवार मिलकर बुनते हैं।",
)


def picture() -> Any:
    """A picture that is there, drawn by us."""
    return Plain(
        colour="#c9a15a",
        src=static("pictures/sample.svg"),
        sources=[],
        width=400,
        height=400,
        alt="A brass lota",
        alt_language="en",
        is_ready=True,
        largest=static("pictures/sample.svg"),
    )


def money(minor: int) -> Any:
    """An amount of rupees, in paise."""
    return Plain(minor=minor, currency="INR")


def card(**more: Any) -> Any:
    """A product among others."""
    return Plain(
        **{
            "slug": "brass-lota",
            "name": "Brass lota, hand-beaten",
            "language": "en",
            "place": PLACE,
            "seller_name": "Ganga Metal Works",
            "seller_language": "en",
            "price": money(1_25_000_00),
            "price_to": None,
            "full_price": money(1_40_000_00),
            "picture": picture(),
            "gi": True,
            "odop": True,
            **more,
        }
    )


def choice(name: str, *values: str) -> Any:
    """Something to choose, of which the first is chosen and the last is gone."""
    options = [
        Plain(
            variant=Plain(sku=str(place), price=64_900, name=value, language="en"),
            fact=Plain(values=[Plain(name=value)], unit="", language="en"),
            chosen=not place,
            available=place < len(values) - 1,
        )
        for place, value in enumerate(values)
    ]
    return Plain(slug=name.lower(), name=name, options=options, prices_differ=False)


def offer() -> Any:
    """What a chosen variant costs."""
    variant = Plain(price=64_900, full_price=80_000, mrp=80_000, net_quantity=500, net_quantity_unit="GRAM", available=3)
    return Plain(variant=variant, saved=15_100, saved_percent=18, tax=3_090, unit_price=Plain(minor=130, unit="GRAM"))


def origin() -> Any:
    """A product's place, with an ODOP badge and the reason why there is none for the GI."""
    gi = Plain(badge=None, reason="EXPIRED", tag_slug="banaras-brocades", tag_name="Banaras Brocades and Sarees")
    odop = Plain(product="Silk saree", language="en", scheme="UP-ODOP", told=[SOURCE], place=PLACE)
    return Plain(place=PLACE, craft_name="Kadhwa weaving", craft_slug="kadhwa", gi=gi, odop=odop)


def search() -> Any:
    """How the words of a search were taken."""
    return Plain(
        understood=[
            Plain(kind="district", name="Varanasi", language="en", least=None, most=None, query="q=saree"),
            Plain(kind="price", name="", language="", least=None, most=5_00_000, query="q=saree&as=price"),
        ],
        narrowers=[Plain(kind="district", slug="varanasi", name="Varanasi", language="en", query="district=varanasi")],
        spelled={"chikenkari": "chikankari"},
        meant="chikankari",
        meant_query="q=chikankari",
        loosely=True,
    )


def arguments() -> dict[str, list[dict[str, Any]]]:
    """By the name of a part: what it is shown with, once or more."""
    return {
        "badge": [{"kind": "gi"}, {"kind": "odop"}],
        "breadcrumbs": [{"trail": [{"url": "#", "name": "Metalware"}], "here": "Brass lota"}],
        "empty": [
            {
                "title": "Nothing matches.",
                "text": "Try fewer filters, or another word.",
                "url": "#",
                "url_text": "See all products",
            }
        ],
        "food_mark": [{"mark": "VEG"}, {"mark": "NON_VEG"}],
        "gallery": [{"pictures": [picture(), picture()]}],
        "goes_with": [{"cards": [card(), card(full_price=None)]}],
        "offer": [{"offer": offer(), "choices": [choice("Colour", "Red", "Blue", "Green")], "currency": "INR", "opens": None}],
        "origin": [{"origin": origin(), "help": {}}],
        "source": [{"source": SOURCE}],
        "facts": [{"term": "Net quantity", "value": "1,000 g"}],
        "icon": [{"name": name} for name in ("gi", "odop", "place", "search", "filter", "maker", "previous", "next", "close")],
        "language_mark": [{"code": "hi"}],
        "maker": [{"seller": SELLER, "place": "Varanasi", "picture": picture()}],
        "mark": [{}],
        "medallion": [{"url": "#", "name": "Brass work", "text": "Moradabad", "picture": picture()}],
        "picture": [{"picture": picture(), "sizes": "12rem"}, {"picture": None}],
        "price": [
            {"price": money(64_900)},
            {"price": money(64_900), "price_to": money(1_25_000_00)},
            {"price": money(50_000), "full_price": money(75_050)},
        ],
        "product_card": [
            {"card": card()},
            {"card": card(name="पीतल का लोटा, हाथ से पीटा हुआ", language="hi", full_price=None, gi=None)},
            {"card": card(picture=None, odop=None)},
        ],
        "section_head": [
            {
                "id": "sample",
                "title": "Districts today",
                "text": "A few districts and what they are known for.",
                "more": "#",
                "more_text": "All districts",
            }
        ],
        "seller_card": [{"seller": SELLER, "district_name": "Varanasi"}],
        "stock": [{"available": 0}, {"available": 3}, {"available": 40}],
        "suggestions": [
            {
                "suggestions": [
                    Plain(kind="craft", name="Chikankari", language="en", url="#"),
                    Plain(kind="district", name="लखनऊ", language="hi", url="#"),
                ]
            }
        ],
        "taken": [{"search": search(), "action": "#", "currency": "INR"}],
        "tile": [{"url": "#", "name": "Metalware", "turn": 0}, {"url": "#", "name": "काँच और मिट्टी", "language": "hi", "turn": 2}],
        "window": [{"url": "#", "name": "Moradabad", "text": "Brassware", "picture": picture()}],
    }
