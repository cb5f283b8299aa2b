"""By what a reader chooses among a product's variants: by attribute where they make a table, else by name. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalog.listing.facts import AttributeFact
from catalog.listing.variants import VariantRow

Facts = Mapping[int, Sequence[AttributeFact]]
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that may be chosen, and the variant that one comes to by it. `fact` is what it is called by; None: its name."""

    variant: VariantRow
    fact: AttributeFact | None
    chosen: bool

    @property
    def available(self) -> bool:
        """Whether a piece of it can be had."""
        return self.variant.available > 0


@dataclass(frozen=True, slots=True)
class Choice:
    """Options of which one is chosen; `name` is the attribute's, empty where variants are chosen by their own names;
    `language` is the one that name is in."""

    slug: str
    name: str
    options: list[Option]
    language: str = ""

    @property
    def prices_differ(self) -> bool:
        """Whether it matters for the price which one is chosen."""
        return len({option.variant.price for option in self.options}) > 1


def first_choice(variants: Sequence[VariantRow]) -> VariantRow | None:
    """The variant that is shown where none is asked for: the first that can be had, else the first."""
    return next((variant for variant in variants if variant.available > 0), next(iter(variants), None))


def choices(variants: Sequence[VariantRow], facts: Facts, chosen: VariantRow) -> list[Choice]:
    """What there is to choose, with `chosen` chosen; empty where there is one variant only.

    One attribute in which all differ makes one choice. Several make a choice each where they cross, as colours and sizes do;
    where they go along with each other, as width and length of a cloth do, a choice each would offer what there is not.
    """
    if len(variants) < 2:
        return []
    differing = _differing(variants, facts)
    if not _is_table(variants, facts, differing):
        return [Choice("variant", "", [Option(one, None, one.id == chosen.id) for one in variants])]
    return [_choice(slug, differing, variants, facts, chosen) for slug in differing]


def _fact(variant: VariantRow, facts: Facts, slug: str) -> AttributeFact | None:
    return next((fact for fact in facts.get(variant.id, ()) if fact.slug == slug), None)


def _key(variant: VariantRow, facts: Facts, slug: str) -> _Key:
    """What the values of an attribute are, however they are called."""
    fact = _fact(variant, facts, slug)
    values = fact.values if fact else ()
    return tuple((one.slug, one.number, one.boolean, one.date, one.plain_text, one.reference_key) for one in values)


def _differing(variants: Sequence[VariantRow], facts: Facts) -> list[str]:
    """The attributes that every variant carries and in which they are not all the same."""
    carried = [fact.slug for fact in facts.get(variants[0].id, ())]
    everywhere = [slug for slug in carried if all(_fact(one, facts, slug) for one in variants)]
    return [slug for slug in everywhere if _count(variants, lambda one, slug=slug: _key(one, facts, slug)) > 1]


def _count(variants: Iterable[VariantRow], key: Callable[[VariantRow], _Key]) -> int:
    return len({key(variant) for variant in variants})


def _is_table(variants: Sequence[VariantRow], facts: Facts, slugs: Sequence[str]) -> bool:
    """Whether the attributes tell the variants apart, and none of several does so alone."""
    if _count(variants, lambda one: tuple(_key(one, facts, slug) for slug in slugs)) < len(variants):
        return False
    if len(slugs) == 1:
        return True
    return all(_count(variants, lambda one, slug=slug: _key(one, facts, slug)) < len(variants) for slug in slugs)


def _choice(slug: str, slugs: Sequence[str], variants: Sequence[VariantRow], facts: Facts, chosen: VariantRow) -> Choice:
    """The values of one attribute; each leads to the variant that shares most with the chosen one, rather to one in stock."""
    by_value: dict[_Key, list[VariantRow]] = {}
    for variant in variants:
        by_value.setdefault(_key(variant, facts, slug), []).append(variant)

    def nearness(variant: VariantRow) -> tuple[int, bool]:
        return sum(_key(variant, facts, one) == _key(chosen, facts, one) for one in slugs), variant.available > 0

    options = [
        Option(max(several, key=nearness), _fact(several[0], facts, slug), value == _key(chosen, facts, slug))
        for value, several in by_value.items()
    ]
    named = _fact(variants[0], facts, slug)
    return Choice(slug, named.name if named else "", options, named.name_language if named else "")
