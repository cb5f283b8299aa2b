"""What a query may say, from the catalogue: names of places, crafts, kinds of goods, colours and materials; from memory."""

from collections.abc import Iterable, Iterator, Mapping

from catalog.attributes.models import AttributeChoice
from catalog.categories.models import Category
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, State
from marketplace.kit.held import Held
from marketplace.tariff.models import HsnCode
from search.index import vocabulary as known
from search.language.vocabulary import CATEGORY, COLOUR, CRAFT, DISTRICT, HSN, MATERIAL, STATE, Name, Vocabulary, vocabulary_of

OF_ATTRIBUTES = {"colour": COLOUR, "material": MATERIAL}
"""The attributes whose choices a query may say, by slug."""
_LENGTHS_OF_HSN = (2, 4, 6, 8)  # of a chapter, a heading, a subheading and a tariff item


def spoken() -> Vocabulary:
    """All that may be said; keys are slugs. It takes some tenths of a second, once until a name changes."""
    return _held(None)[0]


def usual_names() -> Mapping[tuple[str, str], str]:
    """By kind and key, the name that all documents of the thing have among their words: the usual English one."""
    return _held(None)[1]


def _read(_key: None) -> tuple[Vocabulary, Mapping[tuple[str, str], str]]:
    names = known.vocabulary()
    choices = AttributeChoice.objects.filter(attribute__slug__in=OF_ATTRIBUTES)
    said = [
        *_named(DISTRICT, District.objects.values_list("id", "slug"), names.districts),
        *_named(STATE, State.objects.values_list("id", "slug"), names.states),
        *_named(CRAFT, Craft.objects.values_list("id", "slug"), names.crafts),
        *_named(CATEGORY, Category.objects.values_list("id", "slug"), names.categories),
        *(
            Name(OF_ATTRIBUTES[of], name, slug)
            for key, slug, of in choices.values_list("id", "slug", "attribute__slug")
            for name in names.choices[key]
        ),
    ]
    usual: dict[tuple[str, str], str] = {}
    for kind, name, slug in said:
        usual.setdefault((kind, slug), name)
    codes = {code[:length] for code in HsnCode.objects.values_list("code", flat=True) for length in _LENGTHS_OF_HSN}
    return vocabulary_of([*said, *(Name(HSN, code, code) for code in sorted(codes))]), usual


def _named(kind: str, slugs: Iterable[tuple[int, str]], names: Mapping[int, tuple[str, ...]]) -> Iterator[Name]:
    for key, slug in slugs:
        for name in names[key]:
            yield Name(kind, name, slug)


TABLES = (*known.TABLES, "catalog_attribute", "marketplace_hsncode")
"""What a change of makes it to be read anew."""
_held = Held(_read, *TABLES)
