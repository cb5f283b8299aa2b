"""A document as the index takes it."""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from marketplace.districts.models import District
from marketplace.kit.held import Held
from search.engines.document import Document
from search.engines.elasticsearch.lexemes import code_of, known_of_few, known_of_many, of_texts

CATEGORY, STATE, DISTRICT, CHOICE, STARS, MARK, KIND, COUNTRY, CRAFT = "kspcrmtof"
"""What begins the word of a facet."""
MOST_STARS = 4
"""At least so many stars are counted at most."""
_HUNDREDTHS = 100
_MOST_PHRASE = 400  # characters of a name


def id_of(product: int, channel: int) -> str:
    """The key of a product in a channel."""
    return f"{product}-{channel}"


def row_of(document: Document) -> dict[str, Any]:
    """The fields of a document (`mapping.mappings`)."""
    words = document.words
    *named, about = words
    names = chain.from_iterable(named)
    known = dict(zip(words._fields, (known_of_few(named[0]), *map(known_of_many, named[1:])), strict=False))
    return {
        "product": document.product, "channel": document.channel, "version": document.version, "print": document.print,
        **{part: one.by for part, one in known.items()},
        "about": of_texts(about),
        "phrases": list(dict.fromkeys(name[:_MOST_PHRASE] for name in names)),
        "spelling": " ".join(dict.fromkeys(chain.from_iterable(one.spelled for one in known.values()))),
        "codes": [code for code in map(code_of, document.codes) if code],
        "facets": facets_of(document),
        "since": document.since, "changed": document.changed,
        "district": str(document.district), "state": str(document.state),
        "categories": list(map(str, document.categories)), "choices": list(map(str, document.choices)),
        "seller_kind": document.seller_kind, "country": document.country or None,
        "craft_key": _key(document.craft), "gi_tag": _key(document.gi_tag), "seller": document.seller,
        "gi_days": [{"gte": first.isoformat(), "lte": last.isoformat()} for first, last in document.gi_days],
        "odop": document.odop, "women_led": document.women_led, "stocked": document.stocked, "small": document.small,
        "price": document.price_from,
        "quality": document.quality, "rating": document.rating, "reviews": document.reviews,
        "where": _centres(None).get(document.district),
    }  # fmt: skip


def facets_of(document: Document) -> list[str]:
    """All that is counted of a document, in one field: one walk through it counts every facet."""
    stars = 0 if document.rating is None else document.rating // _HUNDREDTHS
    marks = {"odop": document.odop, "women": document.women_led, "stock": document.stocked}
    several = {
        CATEGORY: document.categories, STATE: (document.state,), DISTRICT: (document.district,), CHOICE: document.choices,
        STARS: range(1, min(stars, MOST_STARS) + 1), MARK: (name for name, has in marks.items() if has),
        KIND: (document.seller_kind,), COUNTRY: filter(None, (document.country,)),
        CRAFT: () if document.craft is None else (document.craft,),
    }  # fmt: skip
    return [f"{kind}{value}" for kind, values in several.items() for value in values]


def gone(product: int, channel: int, version: int) -> dict[str, Any]:
    """What is kept of a product that was forgotten, so that what comes late does not bring it back."""
    return {"product": product, "channel": channel, "version": version}


def _key(key: int | None) -> str | None:
    return None if key is None else str(key)


def _read_centres(_key: None) -> Mapping[int, dict[str, float]]:
    rows = District.objects.filter(latitude__isnull=False, longitude__isnull=False).values_list("id", "latitude", "longitude")
    return {key: {"lat": float(north), "lon": float(east)} for key, north, east in rows if north is not None and east is not None}


_centres = Held(_read_centres, "marketplace_district")
