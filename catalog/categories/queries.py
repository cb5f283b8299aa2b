"""Questions about the category tree; it is small, so it is read whole, in one statement."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import F, FilteredRelation, Q
from django.db.models.functions import Coalesce

from catalog.categories.models import Category, CategoryTranslation
from marketplace.kit.held import Held
from marketplace.kit.words import WordsRow, listed_by_key, our_languages


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category in the reader's language; `ancestors` are the keys from the root down."""

    id: int
    slug: str
    name: str
    language: str
    parent_id: int | None
    ancestors: tuple[int, ...]
    level: int
    description: Any
    seo_title: str
    seo_description: str


@dataclass(frozen=True, slots=True)
class CategoryTree:
    """All categories in tree order (siblings by sort order, then slug), and who lies under whom."""

    rows: tuple[CategoryRow, ...]
    by_id: dict[int, CategoryRow]
    by_slug: dict[str, CategoryRow]
    children: dict[int | None, tuple[CategoryRow, ...]]
    branches: dict[int, frozenset[int]]  # each category with everything below it

    def path(self, row: CategoryRow) -> list[CategoryRow]:
        """From the root down to the category itself."""
        return [self.by_id[key] for key in row.ancestors] + [row]

    def branch_ids(self, ids: Collection[int]) -> set[int]:
        """The categories and everything below them."""
        return set().union(*(self.branches.get(key, ()) for key in ids))


def _read(language: str) -> CategoryTree:
    """The whole tree in one statement."""
    rows = Category.objects.annotate(
        words=FilteredRelation("translations", condition=Q(translations__language_code=language))
    ).annotate(
        shown_name=Coalesce("words__name", "name"),
        shown_language=F("words__language_code"),
        shown_description=Coalesce("words__description", "description"),
    )
    found = [
        CategoryRow(id, slug, name, shown or "en", parent, tuple(ancestors), level, description, title, summary)
        for id, slug, name, shown, parent, ancestors, level, description, title, summary in rows.order_by(
            "level", "sort_order", "slug"
        ).values_list(
            "id", "slug", "shown_name", "shown_language", "parent_id", "ancestors", "level", "shown_description",
            "seo_title", "seo_description",
        )
    ]  # fmt: skip
    children: dict[int | None, list[CategoryRow]] = {}
    for row in found:
        children.setdefault(row.parent_id, []).append(row)
    ordered: list[CategoryRow] = []

    def walk(parent: int | None) -> None:
        for row in children.get(parent, ()):
            ordered.append(row)
            walk(row.id)

    walk(None)
    branches: dict[int, set[int]] = {}
    for row in ordered:
        for key in (row.id, *row.ancestors):
            branches.setdefault(key, set()).add(row.id)
    return CategoryTree(
        rows=tuple(ordered),
        by_id={row.id: row for row in ordered},
        by_slug={row.slug: row for row in ordered},
        children={parent: tuple(rows) for parent, rows in children.items()},
        branches={key: frozenset(below) for key, below in branches.items()},
    )


_held = Held(_read, "catalog_category", "catalog_categorytranslation")


def tree(language: str) -> CategoryTree:
    """The whole tree, held in memory for the languages that we keep words in; others get the original words."""
    return _held(language if language in our_languages() else settings.LANGUAGE_CODE)


def words(language: str) -> dict[int, WordsRow]:
    """The words in a language, for the categories that have some, from memory; only our languages have any."""
    return _held_words(language) if language in our_languages() else {}


def translated_names() -> dict[int, list[str]]:
    """What each category is called in other languages, from memory."""
    return listed_by_key((row.id, row.name) for language in our_languages() for row in words(language).values())


def id_by_slug(slug: str, language: str) -> int | None:
    """The key of the first category with this slug in a language."""
    return min((row.id for row in words(language).values() if slug and row.slug == slug), default=None)


def _read_words(language: str) -> dict[int, WordsRow]:
    rows = CategoryTranslation.objects.filter(language_code=language)
    return {row[0]: WordsRow._make(row) for row in rows.values_list("category_id", *WordsRow._fields[1:])}


_held_words = Held(_read_words, "catalog_categorytranslation")


def metadata_of(ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The metadata of each category; one statement."""
    return dict(Category.objects.filter(id__in=set(ids)).values_list("id", "metadata"))


def with_metadata(pairs: Sequence[tuple[str, str | None]]) -> set[int]:
    """The keys of the categories whose metadata hold these pairs, None for any value; one statement."""
    rows = Category.objects.all()
    for key, value in pairs:
        rows = rows.filter(metadata__has_key=key) if value is None else rows.filter(metadata__contains={key: value})
    return set(rows.values_list("id", flat=True))
