"""The pictures that products and variants show, in the reader's language."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import TextField
from django.db.models.expressions import RawSQL

from catalog.media import rules
from catalog.media.models import ProductMediaTranslation
from catalog.media.rules import RenditionRow
from marketplace.kit.files import CONTENT_TYPES
from marketplace.kit.shapes import fetch


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
    sort_order: int
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
    def largest(self) -> str:
        """The address of the largest file that there is, to look closely; empty until the picture is ready."""
        return self.thumbnail(max((row.size for row in self.renditions), default=0), "WEBP")

    @property
    def sources(self) -> list[Source]:
        """What a <picture> offers, the best format first."""
        offered = [Source(CONTENT_TYPES[form.lower()], rules.srcset(self.renditions, form)) for form in ("AVIF", "WEBP")]
        return [source for source in offered if source.srcset]

    def thumbnail(self, size: int, form: str = "WEBP") -> str:
        """The address of the rendition that fits `size` pixels (rules.thumbnail); empty until the picture is ready."""
        row = rules.thumbnail(self.renditions, size, form)
        return row.url if row else ""


class Thumbnail(NamedTuple):
    """The file of a product's first picture that fits a size, and what is to be seen; `url` on our server."""

    url: str
    alt: str


class Fitting(NamedTuple):
    """Which of a picture's files is wanted: by the longer side in pixels, and the format."""

    size: int
    format: str


# The statements' text is made once. Refused pictures are shown to nobody.
_MEDIA = """
SELECT shown.*, r.format, r.size, r.width, r.height, r.key
FROM (
SELECT {distinct} {owner} AS owner, m.id, p.id AS picture_id, p.state, p.colour, p.width, p.height, coalesce(t.alt, m.alt),
    coalesce(t.language_code, %s), m.sort_order
FROM catalog_productmedia m {join}
JOIN catalog_picture p ON p.id = m.picture_id AND p.state <> 'refused'
LEFT JOIN catalog_productmediatranslation t ON t.media_id = m.id AND t.language_code = %s
WHERE {owner} = ANY(%s) ORDER BY {owner}, m.sort_order, m.id
) shown LEFT JOIN catalog_rendition r ON r.picture_id = shown.picture_id
ORDER BY shown.owner, shown.sort_order, shown.id, r.size, r.format
"""
_OF_MEDIUM = 10  # columns before those of the file
_OF_PRODUCTS = _MEDIA.format(distinct="", owner="m.product_id", join="")
_COVERS = _MEDIA.format(distinct="DISTINCT ON (m.product_id)", owner="m.product_id", join="")
_OF_VARIANTS = _MEDIA.format(
    distinct="", owner="v.productvariant_id", join="JOIN catalog_productmedia_variants v ON v.productmedia_id = m.id"
)
# Of a picture's files the one that rules.thumbnail would choose: its parameters are format, size and size.
_FILE = """
    SELECT r.key FROM catalog_rendition r WHERE r.picture_id = {picture} AND r.format = %s
    ORDER BY r.size < %s, abs(r.size - %s) LIMIT 1
"""
# The first picture of each product, and that file of it.
_THUMBNAILS = """
SELECT wanted.id, file.key, first.alt
FROM unnest(%s::bigint[]) wanted (id)
CROSS JOIN LATERAL (
    SELECT m.picture_id, {alt} AS alt
    FROM catalog_productmedia m JOIN catalog_picture p ON p.id = m.picture_id AND p.state <> 'refused' {join}
    WHERE m.product_id = wanted.id ORDER BY m.sort_order, m.id LIMIT 1
) first
CROSS JOIN LATERAL ({file}) file
"""
_THUMBNAILS_AS_WRITTEN = _THUMBNAILS.format(file=_FILE.format(picture="first.picture_id"), alt="m.alt", join="")
_THUMBNAILS_TRANSLATED = _THUMBNAILS.format(
    file=_FILE.format(picture="first.picture_id"),
    alt="coalesce(t.alt, m.alt)",
    join="LEFT JOIN catalog_productmediatranslation t ON t.media_id = m.id AND t.language_code = %s",
)


def thumbnails_of(product_ids: Collection[int], language: str, size: int, form: str, *, base: str = "") -> dict[int, Thumbnail]:
    """The thumbnail of each product whose first picture has files; one statement. `base` stands before addresses on our host."""
    ids = list(product_ids)
    if language == settings.LANGUAGE_CODE:
        rows = fetch(_THUMBNAILS_AS_WRITTEN, [ids, form, size, size])
    else:
        rows = fetch(_THUMBNAILS_TRANSLATED, [ids, language, form, size, size])
    before = _before(base)
    return {product_id: Thumbnail(before + key, alt) for product_id, key, alt in rows}


# The same as a column of another statement, whose column {product} holds a product's key.
_COVER = """(
SELECT file.key || chr(31) || first.alt FROM (
    SELECT m.picture_id, m.alt
    FROM catalog_productmedia m JOIN catalog_picture p ON p.id = m.picture_id AND p.state <> 'refused'
    WHERE m.product_id = {product} ORDER BY m.sort_order, m.id LIMIT 1
) first CROSS JOIN LATERAL ({file}) file)"""


def cover_of(product: str, wanted: Fitting) -> RawSQL:
    """The same as a column of another statement: `product` is the column there that holds a product's key. What it holds,
    `thumbnails_in` reads."""
    text = _COVER.format(product=product, file=_FILE.format(picture="first.picture_id"))
    return RawSQL(text, (wanted.format, wanted.size, wanted.size), TextField(null=True))


def thumbnails_in(covers: Mapping[int, str | None], *, base: str = "") -> dict[int, Thumbnail | None]:
    """The thumbnails that such columns hold, by product."""
    before = _before(base)
    found: dict[int, Thumbnail | None] = {}
    for product_id, cover in covers.items():
        key, _mark, alt = cover.partition("\x1f") if cover else ("", "", "")
        found[product_id] = Thumbnail(before + key, alt) if key else None
    return found


def _before(base: str) -> str:
    return f"{base}{settings.MEDIA_URL}" if settings.MEDIA_URL.startswith("/") else settings.MEDIA_URL


def pictures_of(product_ids: Collection[int], language: str) -> dict[int, list[PictureRow]]:
    """What each product shows, in its order; one statement. Products without pictures are not in it."""
    return _pictures(_OF_PRODUCTS, product_ids, language)


class AltRow(NamedTuple):
    """What is to be seen on a picture, in one language."""

    media_id: int
    language_code: str
    alt: str


def alts_of(media_ids: Collection[int], language: str) -> dict[int, AltRow]:
    """The translated alt texts of the media that have one; one statement."""
    rows = ProductMediaTranslation.objects.filter(media_id__in=set(media_ids), language_code=language)
    return {row[0]: AltRow._make(row) for row in rows.values_list(*AltRow._fields)}


def covers_of(product_ids: Collection[int], language: str) -> dict[int, PictureRow]:
    """The first picture of each product, for lists; one statement. Products without pictures are not in it."""
    return {product_id: rows[0] for product_id, rows in _pictures(_COVERS, product_ids, language).items()}


def pictures_of_variants(variant_ids: Collection[int], language: str) -> dict[int, list[PictureRow]]:
    """The pictures that are said to show each variant, in the product's order; one statement."""
    return _pictures(_OF_VARIANTS, variant_ids, language)


def _pictures(statement: str, owners: Collection[int], language: str) -> dict[int, list[PictureRow]]:
    found: dict[int, list[PictureRow]] = {}
    if not owners:
        return found
    # A row for each file, of which a picture that is not made yet has none; the address of a file is made of its key.
    media: dict[tuple[Any, ...], list[RenditionRow]] = {}
    before = settings.MEDIA_URL
    for row in fetch(statement, [settings.LANGUAGE_CODE, language, list(owners)]):
        files = media.setdefault(row[:_OF_MEDIUM], [])
        if row[-1] is not None:
            files.append(RenditionRow._make((*row[_OF_MEDIUM:-1], f"{before}{row[-1]}")))
    for (owner, *columns), files in media.items():
        found.setdefault(owner, []).append(PictureRow(*(*columns, tuple(files))))
    return found


_BACKGROUNDS = """
SELECT wanted.id, file.key, b.alt
FROM unnest(%s::bigint[]) wanted (id)
JOIN catalog_background b ON b.{owner} = wanted.id
JOIN catalog_picture p ON p.id = b.picture_id AND p.state <> 'refused'
CROSS JOIN LATERAL ({file}) file
"""
_BEHIND_CATEGORIES = _BACKGROUNDS.format(file=_FILE.format(picture="p.id"), owner="category_id")
_BEHIND_COLLECTIONS = _BACKGROUNDS.format(file=_FILE.format(picture="p.id"), owner="collection_id")


def behind_categories(ids: Collection[int], size: int, form: str, *, base: str = "") -> dict[int, Thumbnail]:
    """The picture behind the head of each category's page, where there is one with files; one statement."""
    return _behind(_BEHIND_CATEGORIES, ids, size, form, base)


def behind_collections(ids: Collection[int], size: int, form: str, *, base: str = "") -> dict[int, Thumbnail]:
    """The picture behind the head of each collection's page, where there is one with files; one statement."""
    return _behind(_BEHIND_COLLECTIONS, ids, size, form, base)


def _behind(statement: str, ids: Collection[int], size: int, form: str, base: str) -> dict[int, Thumbnail]:
    before = _before(base)
    return {key: Thumbnail(before + file, alt) for key, file, alt in fetch(statement, [list(ids), form, size, size])}
