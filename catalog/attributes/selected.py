"""What a thing carries for its attributes in the graph: SelectedAttribute, and AssignedAttribute with a type for each kind.

Higher rooms add the types whose values are theirs (`assigned_type`): references to products, categories and collections; and
say which of these are to be seen (`references_to`).
"""

from collections.abc import Callable, Container, Sequence
from typing import Any, TypeVar

import graphene

from catalog.attributes.assigned import Assigned, Carried
from catalog.attributes.schema import Attribute
from catalog.attributes.values import AttributeValue, File, Stored, said, stored
from marketplace.kit.graphql.languages import LanguageCodeEnum, language_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.graphql.scalars import JSON, Date, PositiveInt

Kind = TypeVar("Kind", bound=type[graphene.ObjectType])
LIMIT = PositiveInt(default_value=100, description="At most so many.")
LANGUAGE = graphene.Argument(LanguageCodeEnum, required=True, description="The language wanted.")

# The type for each kind of attribute: by input type, and for references by what they refer to.
ASSIGNED_TYPES: dict[tuple[str, str], type[graphene.ObjectType]] = {}
# Which of some keys are to be seen in a channel, for each kind of thing that is referred to: called with keys, info, channel.
Shown = TypeVar("Shown", bound=Callable[[set[int], Any, str | None], Container[int]])
_SHOWN: dict[str, Callable[[set[int], Any, str | None], Container[int]]] = {}


def references_to(entity_type: str) -> Callable[[Shown], Shown]:
    """The decorated function says which of the things of this kind are to be seen."""

    def add(which: Shown) -> Shown:
        _SHOWN[entity_type] = which
        return which

    return add


def _without_hidden(parents: Sequence[Assigned], info: Any) -> list[tuple[Carried, ...]]:
    """The values of each, without references to what is not to be seen; one question for each kind of thing."""
    wanted: dict[str, set[int]] = {}
    for parent in parents:
        if parent.attribute.entity_type:
            keys = {value.reference_key for value in parent.values if value.reference_key is not None}
            wanted.setdefault(parent.attribute.entity_type, set()).update(keys)
    shown = {kind: _SHOWN[kind](keys, info, parents[0].channel) for kind, keys in wanted.items()}
    return [
        tuple(value for value in parent.values if value.reference_key in shown[parent.attribute.entity_type])
        if parent.attribute.entity_type
        else parent.values
        for parent in parents
    ]


class SelectedAttribute(graphene.ObjectType):
    """An attribute with the values carried for it."""

    attribute = graphene.Field(Attribute, required=True, description="The attribute.")
    values = graphene.List(
        graphene.NonNull(AttributeValue), required=True, description="Its values, in order, without hidden things."
    )

    resolve_attribute = reads("attribute")

    @for_all
    def resolve_values(parents: Sequence[Assigned], info: Any) -> list[tuple[Carried, ...]]:
        return _without_hidden(parents, info)


class AssignedAttribute(graphene.Interface):
    """An attribute with the value carried for it; each kind of attribute has its own type."""

    attribute = graphene.Field(Attribute, required=True, description="The attribute.")

    resolve_attribute = reads("attribute")

    @classmethod
    def resolve_type(cls, instance: Assigned, info: Any) -> type[graphene.ObjectType]:
        """The type for the attribute's kind."""
        return ASSIGNED_TYPES[instance.attribute.input_type, instance.attribute.entity_type]


def assigned_type(input_type: str, entity_type: str = "") -> Callable[[Kind], Kind]:
    """The decorated type is the one for attributes of this kind."""

    def add(kind: Kind) -> Kind:
        ASSIGNED_TYPES[input_type, entity_type] = kind
        return kind

    return add


class AssignedChoiceAttributeValue(graphene.ObjectType):
    """A choice that is carried."""

    name = graphene.String(description="Its name, in the language it was written in.")
    slug = graphene.String(description="Its name in filters.")
    translation = graphene.String(language_code=LANGUAGE, description="Its name in a language, if kept.")

    resolve_name = reads("name")
    resolve_slug = reads("slug")

    @for_all
    def resolve_translation(parents: Sequence[Carried], info: Any, language_code: str) -> list[str | None]:
        return [None if words is None else words.name for words in said(parents, language_of(language_code), info)]


@assigned_type("DROPDOWN")
class AssignedSingleChoiceAttribute(graphene.ObjectType):
    """One choice."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(AssignedChoiceAttributeValue, description="The choice.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[Carried]:
        return [parent.values[0] for parent in parents]


@assigned_type("MULTISELECT")
class AssignedMultiChoiceAttribute(graphene.ObjectType):
    """Several choices."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.List(graphene.NonNull(AssignedChoiceAttributeValue), required=True, description="The choices, in order.")

    resolve_value = reads("values")


@assigned_type("NUMERIC")
class AssignedNumericAttribute(graphene.ObjectType):
    """A number."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Float(description="The number, in the attribute's unit.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[float | None]:
        numbers = [parent.values[0].number for parent in parents]
        return [None if number is None else float(number) for number in numbers]


@assigned_type("BOOLEAN")
class AssignedBooleanAttribute(graphene.ObjectType):
    """Yes or no."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Boolean(description="Yes or no.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[bool | None]:
        return [parent.values[0].boolean for parent in parents]


@assigned_type("DATE")
class AssignedDateAttribute(graphene.ObjectType):
    """A day."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = Date(description="The day.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[Any]:
        return [parent.values[0].date for parent in parents]


@assigned_type("PLAIN_TEXT")
class AssignedPlainTextAttribute(graphene.ObjectType):
    """A plain text."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.String(description="The text, in the language it was written in.")
    translation = graphene.String(language_code=LANGUAGE, description="The text in a language, if kept.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[str | None]:
        return [parent.values[0].plain_text for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[Assigned], info: Any, language_code: str) -> list[str | None]:
        found = said([parent.values[0] for parent in parents], language_of(language_code), info)
        return [None if words is None else words.plain_text for words in found]


@assigned_type("RICH_TEXT")
class AssignedTextAttribute(graphene.ObjectType):
    """A rich text."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = JSON(description="The text as EditorJS blocks, in the language it was written in.")
    translation = JSON(language_code=LANGUAGE, description="The text in a language, if kept.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[Any]:
        return [parent.values[0].rich_text for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[Assigned], info: Any, language_code: str) -> list[Any]:
        found = said([parent.values[0] for parent in parents], language_of(language_code), info)
        return [None if words is None else words.rich_text for words in found]


@assigned_type("FILE")
class AssignedFileAttribute(graphene.ObjectType):
    """A file."""

    class Meta:
        interfaces = (AssignedAttribute,)

    value = graphene.Field(File, description="The file.")

    @for_all
    def resolve_value(parents: Sequence[Assigned], info: Any) -> list[Stored | None]:
        return [stored(info, parent.values[0].file_key) for parent in parents]
