"""Pictures in the graph."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import graphene

from catalog.categories.queries import CategoryRow
from catalog.categories.schema import Category
from catalog.collections.schema import Collection
from catalog.media.queries import (
    AltRow,
    Fitting,
    PictureRow,
    Thumbnail,
    alts_of,
    behind_categories,
    behind_collections,
    pictures_of,
    pictures_of_variants,
    thumbnails_in,
    thumbnails_of,
)
from catalog.products.schema import Product, ProductVariant, Seen
from marketplace.accounts.schema import User
from marketplace.kit.graphql.filters import OrderDirection
from marketplace.kit.graphql.languages import Language, LanguageDisplay, display, language_of
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, ids, reads
from marketplace.kit.graphql.translations import LANGUAGE

ThumbnailFormatEnum = graphene.Enum(
    "ThumbnailFormatEnum", [("ORIGINAL", "WEBP"), ("AVIF", "AVIF"), ("WEBP", "WEBP")], description="Format of a thumbnail."
)
ProductMediaType = graphene.Enum("ProductMediaType", [("IMAGE", "IMAGE"), ("VIDEO", "VIDEO")], description="Kind of a medium.")
SIZE = graphene.Int(description="Wanted size of the longer side, px; the next larger one is given.")
BACKGROUND = {"size": SIZE, "format": graphene.Argument(ThumbnailFormatEnum, description="Wanted format; WebP without it.")}
MediaChoicesSortField = graphene.Enum("MediaChoicesSortField", [("ID", "ID")], description="What media may be ordered by.")


class MediaSortingInput(graphene.InputObjectType):
    """How to order media; in the product's own order without it."""

    direction = graphene.InputField(OrderDirection, required=True, description="Up or down.")
    field = graphene.InputField(MediaChoicesSortField, required=True, description="By what.")


SORT = graphene.Argument(MediaSortingInput, description="Orders them; in the product's own order without it.")
FORMAT = graphene.Argument(ThumbnailFormatEnum, description="Wanted format; WebP where nothing is said.")


class Image(graphene.ObjectType):
    """A picture in one size."""

    url = graphene.String(required=True, description="Its address.")
    alt = graphene.String(description="What is to be seen, for those who cannot.")

    resolve_url = reads("url")
    resolve_alt = reads("alt")


class ProductMediaTranslation(graphene.ObjectType):
    """What is to be seen on a picture, in another language."""

    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    alt = graphene.String(required=True, description="What is to be seen, for those who cannot.")

    resolve_alt = reads("alt")

    @for_all
    def resolve_language(parents: Sequence[AltRow], info: Any) -> list[Language]:
        return [display(parent.language_code) for parent in parents]


class ProductMedia(graphene.ObjectType):
    """A picture that a product shows; one that a worker has still to make is in no list."""

    id = graphene.ID(required=True, description="Global id.")
    alt = graphene.String(required=True, description="What is to be seen, for those who cannot.")
    type = ProductMediaType(required=True, description="Always IMAGE for now.")
    sort_order = graphene.Int(description="Its place among the product's media.")
    url = graphene.String(required=True, size=SIZE, format=FORMAT, description="Its address.")
    translation = graphene.Field(
        ProductMediaTranslation,
        language_code=LANGUAGE,
        description="Its alt text in a language, if kept; the original one for EN.",
    )

    resolve_alt = reads("alt")
    resolve_sort_order = reads("sort_order")

    resolve_id = ids("ProductMedia", "media_id")

    @for_all
    def resolve_type(parents: Sequence[PictureRow], info: Any) -> list[str]:
        return ["IMAGE"] * len(parents)

    @for_all
    def resolve_translation(parents: Sequence[PictureRow], info: Any, language_code: str) -> list[AltRow | None]:
        language = language_of(language_code)
        if language == "en":
            return [AltRow(parent.media_id, language, parent.alt) for parent in parents]
        found = alts_of({parent.media_id for parent in parents}, language)
        return [found.get(parent.media_id) for parent in parents]

    @for_all
    def resolve_url(parents: Sequence[PictureRow], info: Any, size: int | None = None, format: str | None = None) -> list[str]:
        return [_absolute(info, parent.thumbnail(_within(size, 1200), format or "WEBP")) for parent in parents]


def fitting(size: int | None = None, format: str | None = None) -> Fitting:
    """What the arguments of `thumbnail` want."""
    return Fitting(_within(size, 360), format or "WEBP")


def know_covers(info: Any, wanted: Fitting, covers: Mapping[int, str | None]) -> None:
    """Let `thumbnail` find what a list has brought along already (`queries.cover_of`)."""
    kept = info.context.kept.setdefault(("thumbnails", wanted), {})
    kept.update(thumbnails_in(covers, base=info.context.base))


@part_of(Product)
class PicturesOfProduct:
    """Pictures on a product."""

    thumbnail = graphene.Field(Image, size=SIZE, format=FORMAT, description="Its first picture; null until it is ready.")
    media = graphene.List(
        graphene.NonNull(ProductMedia), sort_by=SORT, description="Its pictures, in order, as far as they are made."
    )

    @for_all
    def resolve_thumbnail(
        parents: Sequence[Seen], info: Any, size: int | None = None, format: str | None = None
    ) -> list[Thumbnail | None]:
        keys = [parent.row.id for parent in parents]
        wanted = fitting(size, format)
        found = info.context.kept.setdefault(("thumbnails", wanted), {})
        missing = set(keys).difference(found)
        if missing:
            found.update(dict.fromkeys(missing))
            found.update(thumbnails_of(missing, "en", wanted.size, wanted.format, base=info.context.base))
        return [found[key] for key in keys]

    @for_all
    def resolve_media(parents: Sequence[Seen], info: Any, sort_by: dict[str, Any] | None = None) -> list[list[PictureRow]]:
        found = pictures_of({parent.row.id for parent in parents}, "en")
        return [_sorted(_ready(found.get(parent.row.id, ())), sort_by) for parent in parents]


@part_of(ProductVariant)
class PicturesOfVariant:
    """Pictures on a variant."""

    media = graphene.List(
        graphene.NonNull(ProductMedia), description="The pictures that show this variant, as far as they are made."
    )

    @for_all
    def resolve_media(parents: Sequence[Seen], info: Any) -> list[list[PictureRow]]:
        found = pictures_of_variants({parent.row.id for parent in parents}, "en")
        return [_ready(found.get(parent.row.id, ())) for parent in parents]


@part_of(User)
class PictureOfPerson:
    """A picture on a person; people hand in none, so nothing is kept that one could be made from."""

    avatar = graphene.Field(Image, size=SIZE, format=FORMAT, description="A picture of the person; null, because none are kept.")

    @for_all
    def resolve_avatar(parents: Sequence[Any], info: Any, size: int = 360, format: str = "WEBP") -> list[None]:
        return [None] * len(parents)


@part_of(Category)
class BackgroundOfCategory:
    """The picture behind the head of a category's page."""

    background_image = graphene.Field(Image, **BACKGROUND, description="The picture behind the head of its page.")

    @for_all
    def resolve_background_image(
        parents: Sequence[CategoryRow], info: Any, size: int | None = None, format: str | None = None
    ) -> list[Thumbnail | None]:
        ids = {parent.id for parent in parents}
        found = behind_categories(ids, _within(size, 1200), format or "WEBP", base=info.context.base)
        return [found.get(parent.id) for parent in parents]


@part_of(Collection)
class BackgroundOfCollection:
    """The picture behind the head of a collection's page."""

    background_image = graphene.Field(Image, **BACKGROUND, description="The picture behind the head of its page.")

    @for_all
    def resolve_background_image(
        parents: Sequence[Seen], info: Any, size: int | None = None, format: str | None = None
    ) -> list[Thumbnail | None]:
        ids = {parent.row.id for parent in parents}
        found = behind_collections(ids, _within(size, 1200), format or "WEBP", base=info.context.base)
        return [found.get(parent.row.id) for parent in parents]


def _ready(rows: Iterable[PictureRow]) -> list[PictureRow]:
    """Those that have files; pages show a colour in the place of the others."""
    return [row for row in rows if row.is_ready]


def _sorted(rows: list[PictureRow], sort_by: dict[str, Any] | None) -> list[PictureRow]:
    return rows if sort_by is None else sorted(rows, key=lambda row: row.media_id, reverse=sort_by["direction"] == "desc")


def _within(size: int | None, otherwise: int) -> int:
    """A size that there may be; Saleor takes 0 for the original."""
    return max(1, min(size or otherwise, 4096))


def _absolute(info: Any, url: str) -> str:
    """The address with the host that was asked, so that apps elsewhere can load it."""
    return f"{info.context.base}{url}" if url.startswith("/") else url
