"""A schema full of what is rare: interfaces, unions, lists of lists, enums, errors and nulls in every place, no database."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import graphene
from graphql import GraphQLSchema, Undefined

from marketplace.kit.graphql.resolvers import for_all, reads

FAULTS: tuple[Any, ...] = (
    None,
    ValueError("an error as a value"),
    "text",
    math.inf,
    2**40,
    Undefined,
    object(),
    b"bytes",
    [None],
)


class Colour(graphene.Enum):
    """Three colours, the values unlike the names."""

    RED = "r"
    GREEN = "g"
    BLUE = "b"


class Odd(graphene.Scalar):
    """Odd whole numbers; anything else is an error."""

    @staticmethod
    def serialize(value: Any) -> int:
        if value % 2 != 1:
            raise ValueError("not odd")
        return int(value)

    @staticmethod
    def parse_value(value: Any) -> Any:
        return value

    @staticmethod
    def parse_literal(node: Any, _variables: Any = None) -> Any:
        return int(node.value)


@dataclass
class Being:
    """A row behind Cat or Dog, by `kind`."""

    kind: str
    name: Any
    age: Any
    weight: Any
    colour: Any
    odd: Any
    tame: Any
    words: Any
    matrix: Any
    friends: Any = field(default_factory=list)
    best: Any = None
    toys: Any = field(default_factory=list)
    cage: Any = field(default_factory=list)

    @property
    def moody(self) -> str:
        """Raises for every seventh age."""
        if isinstance(self.age, int) and self.age % 7 == 0:
            raise RuntimeError("moody")
        return "calm"


class World:
    """Some beings and things that know each other; each value is a fault with the given probability."""

    def __init__(self, seed: int, faults: float, size: int = 6) -> None:
        self.random = Random(seed)
        self.faults = faults
        self.beings = [self._being(place) for place in range(size)]
        stones = [{"__typename": "Stone", "name": f"stone {place}", "age": place} for place in range(3)]
        everything = [*self.beings, *stones]
        for being in self.beings:
            being.friends = self._maybe(self._some(self.beings))
            being.best = self._maybe(self.random.choice([None, *self.beings]))
            being.toys = self._maybe(self._some(everything))
            being.cage = self._maybe([self._some(everything), self._maybe(None), self._some(everything)])
        self.everything = [self._maybe(thing) for thing in everything]

    def _being(self, place: int) -> Being:
        pick, maybe = self.random, self._maybe
        return Being(
            kind=maybe(pick.choice(["Cat", "Dog"])), name=maybe(f"being {place}"), age=maybe(pick.randrange(1, 7)),
            weight=maybe(pick.choice([1.5, 2, True])), colour=maybe(pick.choice(["r", Colour.GREEN, "BLUE"])),
            odd=maybe(pick.choice([1, 3, 5])), tame=maybe(pick.choice([True, False, 1])),
            words=maybe(("one", maybe("two"), 3)), matrix=maybe([[1, 2], maybe(None), [maybe(3)]]),
        )  # fmt: skip

    def _some(self, things: Sequence[Any]) -> list[Any]:
        return [self._maybe(thing) for thing in self.random.choices(things, k=self.random.randrange(4))]

    def _maybe(self, value: Any) -> Any:
        return self.random.choice(FAULTS) if self.random.random() < self.faults else value


class Named(graphene.Interface):
    """What has a name; the row says which type it is."""

    name = graphene.String()
    age = graphene.Int()

    @classmethod
    def resolve_type(cls, instance: Any, info: Any) -> Any:
        return {"Cat": Cat, "Dog": Dog}.get(getattr(instance, "kind", ""))


class Furry(graphene.Interface):
    """What has fur; found by is_type_of and __typename only."""

    colour = Colour()

    resolve_type = None


class _Animal:
    weight = graphene.Float()
    odd = Odd()
    tame = graphene.Boolean()
    words = graphene.List(graphene.String)
    many_words = graphene.List(graphene.NonNull(graphene.String))
    matrix = graphene.List(graphene.List(graphene.NonNull(graphene.Int)))
    moody = graphene.String()
    sure_name = graphene.String(required=True)
    friends = graphene.List(Named)
    sure_friends = graphene.NonNull(graphene.List(graphene.NonNull(Named)))
    best = graphene.Field(Named)
    furry_best = graphene.Field(Furry)
    toys = graphene.List(graphene.NonNull(lambda: Thing))
    cage = graphene.List(graphene.List(lambda: Thing))
    echo = graphene.String(
        text=graphene.String(default_value="?"), colours=graphene.List(Colour), where=graphene.Argument(lambda: Where)
    )
    echo_all = graphene.String(size=graphene.Int(), colour=Colour(), where=graphene.Argument(lambda: Where))

    resolve_sure_name = reads("name")
    resolve_many_words = reads("words")
    resolve_furry_best = reads("best")

    def resolve_echo(parent: Any, info: Any, **given: Any) -> str:
        return f"{getattr(parent, 'name', None)} {given}"

    @for_all
    def resolve_echo_all(parents: Sequence[Any], info: Any, **given: Any) -> list[str]:
        return [f"{parent.name} {given}" for parent in parents]

    @for_all
    def resolve_sure_friends(parents: Sequence[Any], info: Any) -> tuple[Any, ...]:
        return tuple(parent.friends for parent in parents)

    def resolve_words(parent: Any, info: Any) -> Iterator[str]:
        return (word for word in parent.words)


class Where(graphene.InputObjectType):
    """A filter that is only echoed."""

    size_over = graphene.Int(default_value=3)
    colour = Colour(required=True)
    either = graphene.List(graphene.NonNull(lambda: Where))


class Cat(_Animal, graphene.ObjectType):
    """A cat."""

    class Meta:
        interfaces = (Named, Furry)

    lives = graphene.Int(default_value=9)

    @classmethod
    def is_type_of(cls, root: Any, info: Any) -> bool:
        return isinstance(root, Being) and root.kind == "Cat"


class Dog(_Animal, graphene.ObjectType):
    """A dog; its age must be known."""

    class Meta:
        interfaces = (Named, Furry)

    age = graphene.Int(required=True)
    cat = graphene.Field(Cat)

    resolve_cat = reads("best")

    @classmethod
    def is_type_of(cls, root: Any, info: Any) -> bool:
        return isinstance(root, Being) and root.kind == "Dog"


class Stone(graphene.ObjectType):
    """A thing behind which stands a dictionary."""

    class Meta:
        interfaces = (Named,)

    items = graphene.String(default_value="a name that dictionaries have, too")


class Thing(graphene.Union):
    """A toy or a being."""

    class Meta:
        types = (Cat, Dog, Stone)

    resolve_type = None


class Query(graphene.ObjectType):
    """The world is the context."""

    being = graphene.Field(Named, place=graphene.Int(default_value=0))
    sure_being = graphene.Field(graphene.NonNull(Named), place=graphene.Int(required=True))
    beings = graphene.List(Named, colour=Colour())
    things = graphene.List(lambda: Thing, first=graphene.Int())
    sure_things = graphene.NonNull(graphene.List(graphene.NonNull(Thing)))
    dogs = graphene.List(Dog)
    error = graphene.String(really=graphene.Boolean(default_value=False))

    def resolve_being(parent: None, info: Any, place: int) -> Any:
        return info.context.everything[place]

    resolve_sure_being = resolve_being

    def resolve_beings(parent: None, info: Any, colour: Any = None) -> Any:
        return [being for being in info.context.beings if colour is None or being.colour == colour.value]

    def resolve_things(parent: None, info: Any, first: int | None = None) -> Any:
        return info.context.everything[:first]

    def resolve_sure_things(parent: None, info: Any) -> Any:
        return info.context.everything

    def resolve_dogs(parent: None, info: Any) -> Any:
        return [being for being in info.context.beings if being.kind == "Dog"]

    def resolve_error(parent: None, info: Any, really: bool) -> str:
        if really:
            raise ValueError("as you wished")
        return "none"


def oddities() -> GraphQLSchema:
    """The schema."""
    schema: GraphQLSchema = graphene.Schema(query=Query).graphql_schema
    return schema
