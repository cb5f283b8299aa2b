"""What staff may do with pages, in the graph and in Saleor's words."""

from typing import Any

import graphene
from django.utils import timezone

from marketplace.content import actions, queries
from marketplace.content.errors import PageError, TranslationError
from marketplace.content.models import Page as Row
from marketplace.content.schema import Page, PageTranslatableContent, PageType, ShownPage
from marketplace.kit.graphql.languages import LanguageCodeEnum, language_of
from marketplace.kit.graphql.mutations import Mutation as Base
from marketplace.kit.graphql.mutations import Policy
from marketplace.kit.graphql.scalars import DateTime, JSONString
from marketplace.kit.ids import key_of

_ID = graphene.ID(required=True, description="Global id of the page.")


class SeoInput(graphene.InputObjectType):
    """Words for search engines."""

    title = graphene.String(description="Title, at most 70 characters.")
    description = graphene.String(description="Description, at most 300 characters.")


class PageInput(graphene.InputObjectType):
    """What changes of a page; what is not given stays as it is."""

    slug = graphene.String(description="Name in addresses; a former one leads on to it.")
    title = graphene.String(description="Its title.")
    content = JSONString(description="Rich text as EditorJS blocks.")
    seo = graphene.InputField(SeoInput, description="Words for search engines.")
    is_published = graphene.Boolean(description="Whether it is to be seen.")
    published_at = DateTime(description="Since when it is to be seen; at once without it.")


class PageCreateInput(PageInput):
    """A new page; without a slug one is made from the title."""

    page_type = graphene.ID(required=True, description="What kind of page it is.")


class PageTranslationInput(graphene.InputObjectType):
    """A page's words in another language; what is not given stays as it is."""

    title = graphene.String(description="Its title.")
    slug = graphene.String(description="Its name in addresses, in this language; made from the title without it.")
    content = JSONString(description="Rich text as EditorJS blocks.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")


class PageTypeCreateInput(graphene.InputObjectType):
    """A new type of page."""

    name = graphene.String(description="Name for people.")
    slug = graphene.String(description="Name in arguments; made from the name without it.")


def _words(given: dict[str, Any]) -> dict[str, Any]:
    """A PageInput as actions take it."""
    seo = given.get("seo") or {}
    columns = {"seo_title": seo.get("title"), "seo_description": seo.get("description"), "published": given.get("is_published")}
    return {**{name: given.get(name) for name in ("slug", "content", "published_at")}, **columns}


def _shown(page: Row) -> ShownPage:
    """The page as staff see it, published or not."""
    row = queries.page(at=timezone.now(), id=page.pk, drafts=True)
    assert row is not None, "it has just been written"
    return ShownPage(row, None)


class PageCreate(Base):
    """The page that was written, or why none was."""

    policy = Policy.STAFF
    error_type = PageError

    class Arguments:
        input = PageCreateInput(required=True, description="The page.")

    page = graphene.Field(Page, description="The page.")

    def act(info: Any, input: dict[str, Any]) -> dict[str, Any]:
        kind = queries.type_of(key_of("PageType", input["page_type"], field="page_type"), field="page_type")
        words = {name: value for name, value in _words(input).items() if value is not None}
        return {"page": _shown(actions.create(page_type=kind, title=input.get("title") or "", **words))}


class PageUpdate(Base):
    """The page as it is now, or why it was not changed."""

    policy = Policy.STAFF
    error_type = PageError

    class Arguments:
        id = _ID
        input = PageInput(required=True, description="What changes.")

    page = graphene.Field(Page, description="The page.")

    def act(info: Any, id: str, input: dict[str, Any]) -> dict[str, Any]:
        page = queries.to_change(key_of("Page", id))
        return {"page": _shown(actions.change(page=page, title=input.get("title"), **_words(input)))}


class PageDelete(Base):
    """The page as it was, or why it was not taken away."""

    policy = Policy.STAFF
    error_type = PageError

    class Arguments:
        id = _ID

    page = graphene.Field(Page, description="The page as it was.")

    def act(info: Any, id: str) -> dict[str, Any]:
        page = queries.to_change(key_of("Page", id))
        before = _shown(page)
        actions.remove(page=page)
        return {"page": before}


class PageTranslate(Base):
    """The page with its words in a language, or why they were not taken."""

    policy = Policy.STAFF
    error_type = TranslationError

    class Arguments:
        id = _ID
        language_code = graphene.Argument(LanguageCodeEnum, required=True, description="The language of the words.")
        input = PageTranslationInput(required=True, description="The words.")

    page = graphene.Field(PageTranslatableContent, description="The page's words.")

    def act(info: Any, id: str, language_code: str, input: dict[str, Any]) -> dict[str, Any]:
        page = queries.to_change(key_of("Page", id))
        return {"page": _shown(actions.translate(page=page, language=language_of(language_code), **input))}


class PageTypeCreate(Base):
    """The type that was made, or why none was."""

    policy = Policy.STAFF
    error_type = PageError

    class Arguments:
        input = PageTypeCreateInput(required=True, description="The type.")

    page_type = graphene.Field(PageType, description="The type of page.")

    def act(info: Any, input: dict[str, Any]) -> dict[str, Any]:
        made = actions.create_type(name=input.get("name") or "", slug=input.get("slug"))
        return {"page_type": queries.page_type(made.pk)}


class Mutation:
    """Pages at the root, for staff."""

    page_create = PageCreate.Field(description="Write a page; for staff.")
    page_update = PageUpdate.Field(description="Change a page's words, publish it or take it back; for staff.")
    page_delete = PageDelete.Field(description="Take a page away for good, with what leads to it in menus; for staff.")
    page_translate = PageTranslate.Field(description="Put a page's words in another language; for staff.")
    page_type_create = PageTypeCreate.Field(description="Make a type of page; for staff.")
