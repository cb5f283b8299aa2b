"""Pictures in the graph."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.media.queries import PictureRow, Thumbnail, pictures_of, pictures_of_variants, thumbnails_of
from catalog.products.schema import Product, ProductVariant, Seen
from marketplace.accounts.schema import User
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.ids import global_id

ThumbnailFormatEnum = graphene.Enum(
    "ThumbnailFormatEnum", [("ORIGINAL", "WEBP"), ("AVIF", "AVIF"), ("WEBP", "WEBP")], description="Format of a thumbnail."
)
ProductMediaType = graphene.Enum("ProductMediaType", [("IMAGE", "IMAGE"), ("VIDEO", "VIDEO")], description="Kind of a medium.")
SIZE = graphene.Int(description="Wanted size of the longer side, px; the next larger one is given.")
FORMAT = graphene.Argument(ThumbnailFormatEnum, description="Wanted format; WebP where nothing is said.")


class Image(graphene.ObjectType):
    """A picture in one size."""

    url = graphene.String(required=True, description="Its address.")
    alt = graphene.String(description="What is to be seen, for those who cannot.")

    resolve_url = reads("url")
    resolve_alt = reads("alt")


class ProductMedia(graphene.ObjectType):
    """A picture that a product shows."""

    id = graphene.ID(required=True, description="Global id.")
    alt = graphene.String(required=True, description="What is to be seen, for those who cannot.")
    type = ProductMediaType(required=True, description="Always IMAGE for now.")
    url = graphene.String(required=True, size=SIZE, format=FORMAT, description="Its address; empty until a worker has made it.")

    resolve_alt = reads("alt")

    @for_all
    def resolve_id(parents: Sequence[PictureRow], info: Any) -> list[str]:
        return [global_id("ProductMedia", parent.media_id) for parent in parents]

    @for_all
    def resolve_type(parents: Sequence[PictureRow], info: Any) -> list[str]:
        return ["IMAGE"] * len(parents)

    @for_all
    def resolve_url(parents: Sequence[PictureRow], info: Any, size: int = 1200, format: str = "WEBP") -> list[str]:
        return [_absolute(info, parent.thumbnail(_within(size), format)) for parent in parents]


@part_of(Product)
class PicturesOfProduct:
    """Pictures on a product."""

    thumbnail = graphene.Field(Image, size=SIZE, format=FORMAT, description="Its first picture; null until it is ready.")
    media = graphene.List(graphene.NonNull(ProductMedia), description="Its pictures, in order.")

    @for_all
    def resolve_thumbnail(parents: Sequence[Seen], info: Any, size: int = 360, format: str = "WEBP") -> list[Thumbnail | None]:
        found = thumbnails_of({parent.row.id for parent in parents}, "en", _within(size), format, base=info.context.base)
        return [found.get(parent.row.id) for parent in parents]

    @for_all
    def resolve_media(parents: Sequence[Seen], info: Any) -> list[list[PictureRow]]:
        found = pictures_of({parent.row.id for parent in parents}, "en")
        return [found.get(parent.row.id, []) for parent in parents]


@part_of(ProductVariant)
class PicturesOfVariant:
    """Pictures on a variant."""

    media = graphene.List(graphene.NonNull(ProductMedia), description="The pictures that show this variant.")

    @for_all
    def resolve_media(parents: Sequence[Seen], info: Any) -> list[list[PictureRow]]:
        found = pictures_of_variants({parent.row.id for parent in parents}, "en")
        return [found.get(parent.row.id, []) for parent in parents]


@part_of(User)
class PictureOfPerson:
    """A picture on a person; people hand in none, so nothing is kept that one could be made from."""

    avatar = graphene.Field(Image, size=SIZE, format=FORMAT, description="A picture of the person; null, because none are kept.")

    @for_all
    def resolve_avatar(parents: Sequence[Any], info: Any, size: int = 360, format: str = "WEBP") -> list[None]:
        return [None] * len(parents)


def _within(size: int) -> int:
    return max(1, min(size, 4096))


def _absolute(info: Any, url: str) -> str:
    """The address with the host that was asked, so that apps elsewhere can load it."""
    return f"{info.context.base}{url}" if url.startswith("/") else url
