"""Pages in the graph, in Saleor's words."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import graphene

from marketplace.channels.schema import CHANNEL, moment_of, viewpoint_of
from marketplace.content import queries
from marketplace.content.inputs import PageFilterInput, PageSortingInput, PageWhereInput, filters_of, order_of
from marketplace.content.queries import PageRow, PageTypeRow, PageWordsRow
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.languages import Language, LanguageDisplay, display, language_of
from marketplace.kit.graphql.metadata import ObjectWithMetadata, with_metadata
from marketplace.kit.graphql.resolvers import for_all, ids, plain, reads
from marketplace.kit.graphql.scalars import DateTime, JSONString
from marketplace.kit.graphql.translations import LANGUAGE, SLUG_LANGUAGE
from marketplace.kit.ids import global_id, key_of
from marketplace.kit.text import clean


class ShownPage(NamedTuple):
    """A page, and the channel (None: the default one) in which what it refers to is looked at."""

    row: PageRow
    channel: str | None


def _metadata_of_types(parents: Sequence[PageTypeRow], info: Any) -> list[dict[str, str]]:
    found = queries.metadata_of_types({parent.id for parent in parents})
    return [found[parent.id] for parent in parents]


def _metadata_of_pages(parents: Sequence[ShownPage], info: Any) -> list[dict[str, str]]:
    found = queries.metadata_of({parent.row.id for parent in parents})
    return [found[parent.row.id] for parent in parents]


@with_metadata(_metadata_of_types)
class PageType(graphene.ObjectType):
    """What kind of page it is."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    name = graphene.String(required=True, description="Name for people.")
    slug = graphene.String(required=True, description="Name in addresses and arguments.")

    resolve_name = reads("name")
    resolve_slug = reads("slug")

    resolve_id = ids("PageType")


class PageTranslation(graphene.ObjectType):
    """A page's words in another language."""

    id = graphene.ID(required=True, description="Global id.")
    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    title = graphene.String(description="Its title.")
    slug = graphene.String(description="Its name in addresses, in this language.")
    content = JSONString(description="Rich text as EditorJS blocks.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")

    resolve_title = reads("title")
    resolve_content = reads("content")
    resolve_seo_title = reads("seo_title")
    resolve_seo_description = reads("seo_description")

    @for_all
    def resolve_id(parents: Sequence[PageWordsRow], info: Any) -> list[str]:
        return [global_id("PageTranslation", f"{parent.page_id}-{parent.language_code}") for parent in parents]

    @for_all
    def resolve_language(parents: Sequence[PageWordsRow], info: Any) -> list[Language]:
        return [display(parent.language_code) for parent in parents]

    @for_all
    def resolve_slug(parents: Sequence[PageWordsRow], info: Any) -> list[str | None]:
        return [parent.slug or None for parent in parents]


@with_metadata(_metadata_of_pages)
class Page(graphene.ObjectType):
    """A page of words, such as about us or the terms of delivery."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    title = graphene.String(required=True, description="Its title, in the language it was written in.")
    content = JSONString(description="Rich text as EditorJS blocks.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    is_published = graphene.Boolean(required=True, description="Whether it may be seen; only staff are answered others.")
    published_at = DateTime(description="Since when it may be seen.")
    created = DateTime(required=True, description="When it was made.")
    page_type = graphene.Field(PageType, required=True, description="What kind of page it is.")
    translation = graphene.Field(
        PageTranslation,
        language_code=LANGUAGE,
        description="Its words in a language, if kept; the original ones for EN.",
    )

    resolve_slug = reads("row.slug")
    resolve_title = reads("row.title")
    resolve_content = reads("row.content")
    resolve_seo_title = reads("row.seo_title")
    resolve_seo_description = reads("row.seo_description")
    resolve_is_published = reads("row.is_published")
    resolve_published_at = reads("row.published_at")
    resolve_created = reads("row.created_at")
    resolve_page_type = reads("row.page_type")

    resolve_id = ids("Page", "row.id")

    @for_all
    def resolve_translation(parents: Sequence[ShownPage], info: Any, language_code: str) -> list[PageWordsRow | None]:
        found = queries.translations_of({parent.row.id for parent in parents}, language_of(language_code))
        return [found.get(parent.row.id) for parent in parents]


class PageTranslatableContent(graphene.ObjectType):
    """A page's words, for who translates them."""

    id = graphene.ID(required=True, description="Global id of the page.")
    slug = graphene.String(required=True, description="Name in addresses.")
    title = graphene.String(required=True, description="Its title, in the language it was written in.")
    content = JSONString(description="Rich text as EditorJS blocks.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    translation = graphene.Field(PageTranslation, language_code=LANGUAGE, description="Its words in a language, if kept.")

    resolve_id = Page.resolve_id
    resolve_slug = Page.resolve_slug
    resolve_title = Page.resolve_title
    resolve_content = Page.resolve_content
    resolve_seo_title = Page.resolve_seo_title
    resolve_seo_description = Page.resolve_seo_description
    resolve_translation = Page.resolve_translation


PageCountableConnection = connection_of(Page)
PageTypeCountableConnection = connection_of(PageType)


class Query:
    """Pages at the root."""

    page = graphene.Field(
        Page,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Name in addresses."),
        slug_language_code=SLUG_LANGUAGE,
        description="One page by id or slug; null where it does not exist or may not be seen; staff see drafts, too.",
    )
    pages = graphene.Field(
        PageCountableConnection,
        channel=CHANNEL,
        filter=graphene.Argument(PageFilterInput, description="Narrows the list."),
        where=graphene.Argument(PageWhereInput, description="Narrows the list."),
        search=graphene.String(description="Words that the title must hold."),
        sort_by=graphene.Argument(PageSortingInput, description="Orders the list; by slug without it."),
        **PAGING,
        description="The pages that may be seen; staff see drafts, too.",
    )

    page_types = graphene.Field(
        PageTypeCountableConnection, **PAGING, description="The types that pages may be of, by their slugs."
    )

    def resolve_page_types(root: None, info: Any, **paging: Any) -> Connection:
        return connect(queries.types_page(request_of(**paging)), lambda row: row)

    def resolve_page(
        root: None, info: Any, id: str | None = None, slug: str | None = None, slug_language_code: Any = None
    ) -> ShownPage | None:
        language = None if slug_language_code is None else language_of(plain(slug_language_code))
        key = key_of("Page", id) if id is not None else None
        drafts = info.context.is_staff
        row = queries.page(at=moment_of(info), id=key, slug=clean(slug or ""), slug_language=language, drafts=drafts)
        return None if row is None else ShownPage(row, None)

    def resolve_pages(
        root: None,
        info: Any,
        channel: str | None = None,
        filter: dict[str, Any] | None = None,
        where: dict[str, Any] | None = None,
        search: str | None = None,
        sort_by: dict[str, Any] | None = None,
        **paging: Any,
    ) -> Connection:
        channel = None if channel is None else viewpoint_of(info, channel).channel
        sorting, descending = order_of(plain(sort_by))
        page = queries.pages_page(
            at=moment_of(info),
            page=request_of(**paging),
            filters=filters_of(filter, where, search),
            sorting=sorting,
            descending=descending,
            drafts=info.context.is_staff,
        )
        return connect(page, lambda row: ShownPage(row, channel))
