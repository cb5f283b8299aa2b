"""What may be done with categories: plant one, move it with its branch, and say what its branch demands."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import connection, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from catalog.attributes.models import Attribute
from catalog.categories import rules
from catalog.categories.models import Category, CategoryAttribute, CategoryTranslation, Declaration
from catalog.events import CategoryChanged
from marketplace.kit.columns import text_for
from marketplace.kit.locks import hold
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import Blocks, blocks_or_none
from marketplace.kit.slugs import settle
from marketplace.kit.words import PageWords as CategoryWords
from marketplace.kit.words import in_known_languages, page_columns
from marketplace.news.announce import announce
from marketplace.tariff.models import HsnCode

__all__ = ["CategoryWords", "create", "move", "require_attribute"]

_TREE = "category-tree"


@transaction.atomic
def create(
    *, name: str, slug: str | None = None, parent: Category | None = None, hsn_default: HsnCode | None = None,
    declarations: Iterable[str] = (), description: str | Blocks | None = None, seo_title: str = "", seo_description: str = "",
    translations: Mapping[str, CategoryWords] = {},
) -> Category:  # fmt: skip
    """A new category, the last below its parent. Refused INVALID, REQUIRED, TOO_LONG, TOO_DEEP or SLUG_TAKEN."""
    hold(_TREE)
    parent = Category.objects.get(pk=parent.pk) if parent else None
    name = text_for(Category, "name", name, must=True)
    category = Category.objects.create(
        name=name, hsn_default=hsn_default, declarations=_declarations(declarations), **_place(parent, height=0),
        sort_order=Category.objects.filter(parent=parent).count(),
        slug=settle(Category.objects.all(), given=slug, name=name, otherwise=f"{parent.slug}-category" if parent else "category"),
        description=blocks_or_none(description),
        seo_title=text_for(Category, "seo_title", seo_title),
        seo_description=text_for(Category, "seo_description", seo_description),
    )  # fmt: skip
    CategoryTranslation.objects.bulk_create(
        CategoryTranslation(category=category, language_code=language, **page_columns(CategoryTranslation, words))
        for language, words in in_known_languages(translations).items()
    )
    announce(CategoryChanged(category=category.pk))
    return category


@transaction.atomic
def move(*, category: Category, parent: Category | None) -> Category:
    """The category with its whole branch, the last below another parent, or a root. Refused CIRCLE or TOO_DEEP."""
    hold(_TREE)
    row = Category.objects.get(pk=category.pk)
    if parent is not None:
        parent = Category.objects.get(pk=parent.pk)
        if rules.makes_circle(row.pk, parent=parent.pk, ancestors_of_parent=parent.ancestors):
            raise Refused("CIRCLE", _("A category cannot stand below itself."), "parent")
    below = Category.objects.filter(ancestors__contains=[row.pk])
    deepest = below.aggregate(level=Max("level"))["level"] or row.level
    place = _place(parent, height=deepest - row.level)
    sort_order = Category.objects.filter(parent=parent).exclude(pk=row.pk).count()
    Category.objects.filter(pk=row.pk).update(**place, sort_order=sort_order)
    _move_branch(row, to=place["ancestors"])
    category.refresh_from_db()
    announce(CategoryChanged(category=category.pk))
    return category


@transaction.atomic
def require_attribute(*, category: Category, attribute: Attribute, required: bool = True) -> CategoryAttribute:
    """Listings in this branch must (or, not required, may) carry the attribute, unless a nearer category says otherwise."""
    rule, _made = CategoryAttribute.objects.update_or_create(
        category=category, attribute=attribute, defaults={"required": required}
    )
    announce(CategoryChanged(category=category.pk))
    return rule


def _move_branch(row: Category, *, to: list[int]) -> None:
    """The ways of all below `row`: the new way from the root to it, then what already stood from it downwards."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE catalog_category SET level = level + %s, ancestors = %s::bigint[] || ancestors[%s:]"
            " WHERE ancestors @> %s::bigint[]",
            [len(to) - row.level, to, row.level + 1, [row.pk]],
        )


def _place(parent: Category | None, *, height: int) -> dict[str, Any]:
    """The columns of a category below this parent, `height` levels of its own branch below it."""
    if parent is None:
        return {"parent": None, "ancestors": [], "level": 0}
    if parent.level + 1 + height >= rules.MOST_LEVELS:
        raise Refused("TOO_DEEP", _("The tree has at most %(most)d levels.") % {"most": rules.MOST_LEVELS}, "parent")
    return {"parent": parent, "ancestors": [*parent.ancestors, parent.pk], "level": parent.level + 1}


def _declarations(given: Iterable[str]) -> list[str]:
    kept = list(dict.fromkeys(given))
    if not all(declaration in Declaration.values for declaration in kept):
        raise Refused("INVALID", _("This is not a declaration that the law knows."), "declarations")
    return kept
