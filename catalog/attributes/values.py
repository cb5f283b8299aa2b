"""The values of attributes in the graph: choices, and what is carried for an attribute without choices."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import graphene

from catalog.attributes import queries
from catalog.attributes.assigned import Carried, Texts, number_text, told, yes_or_no
from catalog.attributes.enums import AttributeInputTypeEnum
from catalog.attributes.queries import AttributeRow, ChoiceRow
from marketplace.kit.files import CONTENT_TYPES, PUBLIC, is_key, public_url
from marketplace.kit.graphql.languages import Language, LanguageCodeEnum, LanguageDisplay, display, language_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.graphql.scalars import Date, DateTime, JSONString
from marketplace.kit.ids import global_id
from marketplace.kit.words import our_languages


class Choice(NamedTuple):
    """A choice as a parent of AttributeValue: in lists of what may be chosen."""

    row: ChoiceRow
    attribute: AttributeRow


Value = Carried | Choice


class Said(NamedTuple):
    """A value's words in a language."""

    id: str
    language_code: str
    name: str
    plain_text: str | None
    rich_text: Any


class Stored(NamedTuple):
    """A file and what kind it is."""

    url: str
    content_type: str | None


class File(graphene.ObjectType):
    """A file that can be had."""

    url = graphene.String(required=True, description="Its address.")
    content_type = graphene.String(description="Its MIME type.")

    resolve_url = reads("url")
    resolve_content_type = reads("content_type")


class AttributeValueTranslation(graphene.ObjectType):
    """A value's words in another language."""

    id = graphene.ID(required=True, description="Global id.")
    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    name = graphene.String(required=True, description="Its name.")
    plain_text = graphene.String(description="The text, for values that are plain texts.")
    rich_text = JSONString(description="The text as EditorJS blocks, for values that are rich texts.")

    resolve_id = reads("id")
    resolve_name = reads("name")
    resolve_plain_text = reads("plain_text")
    resolve_rich_text = reads("rich_text")

    @for_all
    def resolve_language(parents: Sequence[Said], info: Any) -> list[Language]:
        return [display(parent.language_code) for parent in parents]


class AttributeValue(graphene.ObjectType):
    """A choice of an attribute, or what a thing carries for an attribute without choices."""

    id = graphene.ID(required=True, description="Global id.")
    name = graphene.String(description="The value in words; null for references.")
    slug = graphene.String(description="A choice's name in filters.")
    value = graphene.String(description="A number's digits.")
    input_type = AttributeInputTypeEnum(description="What kind of value it is.")
    reference = graphene.ID(description="Global id of what a reference refers to.")
    file = graphene.Field(File, description="The file, for values that are files.")
    rich_text = JSONString(description="The text as EditorJS blocks, for values that are rich texts.")
    plain_text = graphene.String(description="The text, for values that are plain texts.")
    boolean = graphene.Boolean(description="Yes or no, for values that are.")
    date = Date(description="The day, for values that are days.")
    date_time = DateTime(description="The moment; no attribute of ours takes one yet.")
    translation = graphene.Field(
        AttributeValueTranslation,
        language_code=graphene.Argument(LanguageCodeEnum, required=True, description="The language wanted."),
        description="Its words in a language, if kept.",
    )

    resolve_input_type = reads("attribute.input_type")

    @for_all
    def resolve_id(parents: Sequence[Value], info: Any) -> list[str]:
        return [_id(parent) for parent in parents]

    @for_all
    def resolve_name(parents: Sequence[Value], info: Any) -> list[str | None]:
        return [parent.row.name if isinstance(parent, Choice) else told(parent) for parent in parents]

    @for_all
    def resolve_slug(parents: Sequence[Value], info: Any) -> list[str | None]:
        return [parent.row.slug if isinstance(parent, Choice) else parent.slug for parent in parents]

    @for_all
    def resolve_value(parents: Sequence[Value], info: Any) -> list[str | None]:
        return [None if (number := _held(parent, "number")) is None else number_text(number) for parent in parents]

    @for_all
    def resolve_reference(parents: Sequence[Value], info: Any) -> list[str | None]:
        return [
            None if (key := _held(parent, "reference_key")) is None else global_id(_KINDS[parent.attribute.entity_type], key)
            for parent in parents
        ]

    @for_all
    def resolve_file(parents: Sequence[Value], info: Any) -> list[Stored | None]:
        return [stored(info, _held(parent, "file_key")) for parent in parents]

    @for_all
    def resolve_rich_text(parents: Sequence[Value], info: Any) -> list[Any]:
        return [_held(parent, "rich_text") for parent in parents]

    @for_all
    def resolve_plain_text(parents: Sequence[Value], info: Any) -> list[str | None]:
        return [_held(parent, "plain_text") for parent in parents]

    @for_all
    def resolve_boolean(parents: Sequence[Value], info: Any) -> list[bool | None]:
        return [_held(parent, "boolean") for parent in parents]

    @for_all
    def resolve_date(parents: Sequence[Value], info: Any) -> list[Any]:
        return [_held(parent, "date") for parent in parents]

    @for_all
    def resolve_date_time(parents: Sequence[Value], info: Any) -> list[None]:
        return [None for _parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[Value], info: Any, language_code: str) -> list[Said | None]:
        return said(parents, language_of(language_code), info)


_KINDS = {
    "PRODUCT": "Product", "PRODUCT_VARIANT": "ProductVariant", "CATEGORY": "Category", "COLLECTION": "Collection",
}  # fmt: skip


def names_in(language: str, info: Any) -> queries.Names:
    """What attributes and choices are called in a language, looked up once a request."""
    mark = ("attribute names", language)
    if mark not in info.context.kept:
        info.context.kept[mark] = queries.names(language)
    found: queries.Names = info.context.kept[mark]
    return found


def said(values: Sequence[Value], language: str, info: Any) -> list[Said | None]:
    """The words of each value in a language, where it has some: a choice's name, a text, yes or no; the original words for
    English.

    One statement for each kind of owner of texts.
    """
    if language == "en":
        return [
            Said(_id(value), language, _original(value) or "", _held(value, "plain_text"), _held(value, "rich_text"))
            for value in values
        ]
    names, texts = names_in(language, info).choices, _texts(values, language)
    return [_said(value, language, names, texts) for value in values]


def _said(value: Value, language: str, names: Mapping[int, str], texts: Mapping[Any, Texts]) -> Said | None:
    """The words of a value in a language other than the original one."""
    choice = _choice(value)
    if choice is not None:
        return Said(_id(value), language, names[choice], None, None) if choice in names else None
    if not isinstance(value, Carried):
        return None
    if value.boolean is not None:
        return Said(_id(value), language, yes_or_no(value.boolean, language), None, None) if language in our_languages() else None
    text = texts.get((value.texts, value.id))
    if text is None:
        return None
    shown = told(value._replace(plain_text=text.plain_text, rich_text=text.rich_text))
    return Said(_id(value), language, shown or "", text.plain_text, text.rich_text)


def stored(info: Any, key: str | None) -> Stored | None:
    """The file of this key with its address on the host that was asked; None for a key that has no public address."""
    if key is None or not key.startswith(PUBLIC) or not is_key(key):
        return None
    url = public_url(key)
    whole = f"{info.context.base}{url}" if url.startswith("/") else url
    return Stored(whole, CONTENT_TYPES.get(key.rpartition(".")[2]))


def _original(value: Value) -> str | None:
    return value.row.name if isinstance(value, Choice) else told(value)


def _choice(value: Value) -> int | None:
    return value.row.id if isinstance(value, Choice) else value.choice_id


def _texts(values: Sequence[Value], language: str) -> dict[Any, Texts]:
    owners: dict[Any, set[int]] = {}
    for value in values:
        if isinstance(value, Carried) and (value.plain_text is not None or value.rich_text is not None):
            owners.setdefault(value.texts, set()).add(value.id)
    return {(texts, key): row for texts, ids in owners.items() for key, row in texts(ids, language).items()}


def _held(value: Value, member: str) -> Any:
    return None if isinstance(value, Choice) else getattr(value, member)


def _id(value: Value) -> str:
    """The choice's id where there is one; what is carried without choice has no life of its own, but an id all the same."""
    choice = _choice(value)
    return global_id("AttributeValue", choice) if choice is not None else global_id("AttributeValue", f"own-{_held(value, 'id')}")
