"""The pictures that products and variants show, in the reader's language."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from django.conf import settings
from django.db import connection

from catalog.media import rules
from catalog.media.rules import RenditionRow
from marketplace.kit.files import CONTENT_TYPES


class Source(NamedTuple):
    """One <source> of a <picture>."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True)
class PictureRow:
    """A picture as a page shows it. Until it is ready there is only its colour, which then is a neutral one.

    `width` and `height` are those of the upright picture, the longer at most 1,200; `alt_language` is the language that
    the alt text is in.
    """

    media_id: int
    picture_id: int
    state: str
    colour: str
    width: int
    height: int
    alt: str
    alt_language: str
    renditions: tuple[RenditionRow, ...]

    @property
    def is_ready(self) -> bool:
        """Whether there is anything to load."""
        return bool(self.renditions)

    @property
    def src(self) -> str:
        """The address for an <img>, which every browser can show; empty until the picture is ready."""
        return self.thumbnail(720, "WEBP")

    @property
    def sources(self) -> list[Source]:
        """What a <picture> offers, the best format first."""
        offered = [Source(CONTENT_TYPES[form.lower()], rules.srcset(self.renditions, form)) for form in ("AVIF", "WEBP")]
        return [source for source in offered if source.srcset]

    def thumbnail(self, size: int, form: str = "WEBP") -> str:
        """The address of the rendition that fits `size` pixels (rules.thumbnail); empty until the picture is ready."""
        row = rules.thumbnail(self.renditions, size, form)
        return row.url if row else ""


# The statements' text is made once. Refused pictures are shown to nobody.
_MEDIA = """
SELECT {distinct} {owner}, m.id, p.id, p.state, p.colour, p.width, p.height, coalesce(t.alt, m.alt), coalesce(t.language_code, %s)
FROM catalog_productmedia m {join}
JOIN catalog_picture p ON p.id = m.picture_id AND p.state <> 'refused'
LEFT JOIN catalog_productmediatranslation t ON t.media_id = m.id AND t.language_code = %s
WHERE {owner} = ANY(%s) ORDER BY {owner}, m.sort_order, m.id
"""
_OF_PRODUCTS = _MEDIA.format(distinct="", owner="m.product_id", join="")
_COVERS = _MEDIA.format(distinct="DISTINCT ON (m.product_id)", owner="m.product_id", join="")
_OF_VARIANTS = _MEDIA.format(
    distinct="", owner="v.productvariant_id", join="JOIN catalog_productmedia_variants v ON v.productmedia_id = m.id"
)
# The address of a rendition is made of its key, which is a public one always.
_RENDITIONS = """
SELECT picture_id, format, size, width, height, %s || key FROM catalog_rendition
WHERE picture_id = ANY(%s) ORDER BY picture_id, size
"""


def pictures_of(product_ids: Collection[int], language: str) -> dict[int, list[PictureRow]]:
    """What each product shows, in its order; two statements. Products without pictures are not in it."""
    return _pictures(_OF_PRODUCTS, product_ids, language)


def covers_of(product_ids: Collection[int], language: str) -> dict[int, PictureRow]:
    """The first picture of each product, for lists; two statements. Products without pictures are not in it."""
    return {product_id: rows[0] for product_id, rows in _pictures(_COVERS, product_ids, language).items()}


def pictures_of_variants(variant_ids: Collection[int], language: str) -> dict[int, list[PictureRow]]:
    """The pictures that are said to show each variant, in the product's order; two statements."""
    return _pictures(_OF_VARIANTS, variant_ids, language)


def _pictures(statement: str, owners: Collection[int], language: str) -> dict[int, list[PictureRow]]:
    found: dict[int, list[PictureRow]] = {}
    if not owners:
        return found
    with connection.cursor() as cursor:
        cursor.execute(statement, [settings.LANGUAGE_CODE, language, list(owners)])
        rows = cursor.fetchall()
        cursor.execute(_RENDITIONS, [settings.MEDIA_URL, [row[2] for row in rows]])
        renditions: dict[int, list[RenditionRow]] = {}
        for picture_id, *columns in cursor.fetchall():
            renditions.setdefault(picture_id, []).append(RenditionRow(*columns))
    for owner, *columns in rows:
        found.setdefault(owner, []).append(PictureRow(*(*columns, tuple(renditions.get(columns[1], ())))))
    return found
