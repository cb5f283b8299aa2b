"""What may be done with pages: make a type, write a page, change its words, publish it, take it back, take it away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.content.models import Page, PageTranslation, PageType
from marketplace.events import PageChanged, PagePublished, PageRemoved, PageTypeCreated, PageUnpublished
from marketplace.kit.columns import text_for
from marketplace.kit.found import first_of
from marketplace.kit.locks import hold
from marketplace.kit.metadata import merged
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import Blocks, blocks_or_none
from marketplace.kit.slugs import settle, unicode_slug_of
from marketplace.kit.words import in_known_languages
from marketplace.news.announce import announce


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """A page's words in another language; an empty slug is made from the title."""

    title: str
    slug: str = ""
    content: str | Blocks | None = None
    seo_title: str = ""
    seo_description: str = ""


@transaction.atomic
def create_type(*, name: str, slug: str | None = None, metadata: Mapping[str, str] = {}) -> PageType:
    """A new type of page. Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN."""
    name = text_for(PageType, "name", name, must=True)
    page_type = PageType.objects.create(
        name=name, slug=settle(PageType.objects.all(), given=slug, name=name, otherwise="page-type"),
        metadata=merged({}, metadata),
    )  # fmt: skip
    announce(PageTypeCreated(page_type=page_type.pk))
    return page_type


@transaction.atomic
def create(
    *, page_type: PageType, title: str, slug: str | None = None, content: str | Blocks | None = None, seo_title: str = "",
    seo_description: str = "", translations: Mapping[str, PageWords] = {}, metadata: Mapping[str, str] = {},
    published: bool = False, published_at: datetime | None = None,
) -> Page:  # fmt: skip
    """A new page, to be seen by nobody yet unless it is `published` at once, from `published_at` (now) on.

    Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN, naming the field.
    """
    title = text_for(Page, "title", title, must=True)
    page = Page.objects.create(
        page_type=page_type, title=title, slug=settle(Page.objects.all(), given=slug, name=title, otherwise="page"),
        content=blocks_or_none(content, field="content"), metadata=merged({}, metadata),
        seo_title=text_for(Page, "seo_title", seo_title),
        seo_description=text_for(Page, "seo_description", seo_description),
    )  # fmt: skip
    _translate(page, translations)
    announce(PageChanged(page=page.pk))
    return publish(page=page, at=published_at) if published else page


@transaction.atomic
def change(
    *, page: Page, title: str | None = None, slug: str | None = None, content: str | Blocks | None = None,
    seo_title: str | None = None, seo_description: str | None = None, translations: Mapping[str, PageWords] = {},
    metadata: Mapping[str, str] = {}, published: bool | None = None, published_at: datetime | None = None,
) -> Page:  # fmt: skip
    """Put these words in place of the page's; what is not given stays, an empty text takes away. A former slug leads on to the
    new one. Pairs of metadata are added to those that are there, or replace them. `published` shows the page or takes it back;
    one that is shown already keeps its moment unless `published_at` is given.

    Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN, naming the field; NOT_FOUND where the page is gone.
    """
    row = _locked(page)
    fresh: dict[str, Any] = {"metadata": merged(row.metadata, metadata)}
    if any(part is not None for part in (title, content)) or translations:
        fresh["updated_at"] = timezone.now()
    if slug is not None and slug != row.slug:
        fresh["slug"] = settle(Page.objects.all(), given=slug, name=row.title, otherwise="page")
    if title is not None:
        fresh["title"] = text_for(Page, "title", title, must=True)
    if content is not None:
        fresh["content"] = blocks_or_none(content, field="content")
    for column, text in (("seo_title", seo_title), ("seo_description", seo_description)):
        if text is not None:
            fresh[column] = text_for(Page, column, text)
    for column, value in fresh.items():
        setattr(row, column, value)
    row.save(update_fields=list(fresh))
    _translate(row, translations)
    page.refresh_from_db()
    announce(PageChanged(page=row.pk))
    if published is False:
        return unpublish(page=page)
    return publish(page=page, at=published_at) if _is_to_show(page, published, published_at) else page


def _is_to_show(page: Page, published: bool | None, at: datetime | None) -> bool:
    """Whether publishing would change anything: it is not published yet, or from another moment on."""
    return bool(published and not page.is_published) or (at is not None and (page.is_published or bool(published)))


@transaction.atomic
def publish(*, page: Page, at: datetime | None = None) -> Page:
    """The page is to be seen from `at` (now) on. Refused INVALID for a time without a zone."""
    at = timezone.now() if at is None else at
    if timezone.is_naive(at):
        raise Refused("INVALID", _("This time has no time zone."), "published_at")
    _set(page, is_published=True, published_at=at)
    announce(PagePublished(page=page.pk))
    return page


@transaction.atomic
def unpublish(*, page: Page) -> Page:
    """The page is not to be seen any more; its words stay."""
    _set(page, is_published=False, published_at=None)
    announce(PageUnpublished(page=page.pk))
    return page


@transaction.atomic
def translate(
    *, page: Page, language: str, title: str | None = None, slug: str | None = None, content: str | Blocks | None = None,
    seo_title: str | None = None, seo_description: str | None = None,
) -> Page:  # fmt: skip
    """Put these words in place of the page's in that language; what is not given stays, an empty text takes away.

    Refused INVALID, REQUIRED (there is no title in that language yet), TOO_LONG, SLUG_TAKEN or NOT_FOUND.
    """
    in_known_languages({language: page}, field="language_code")
    there = PageTranslation.objects.filter(page=_locked(page), language_code=language).first() or PageTranslation()
    given: dict[str, Any] = {
        "title": title,
        "slug": slug,
        "content": content,
        "seo_title": seo_title,
        "seo_description": seo_description,
    }
    words = {column: getattr(there, column) if value is None else value for column, value in given.items()}
    return change(page=page, translations={language: PageWords(**words)})


@transaction.atomic
def remove(*, page: Page) -> None:
    """The page is gone with its words in every language, and what leads to it in menus. Refused NOT_FOUND."""
    key = _locked(page).pk
    Page.objects.filter(pk=key).delete()
    announce(PageRemoved(page=key))


def _locked(page: Page) -> Page:
    """The row as it is now, for this transaction alone."""
    return first_of(Page.objects.select_for_update(no_key=True).filter(pk=page.pk), _("There is no such page."))


def _set(page: Page, **columns: Any) -> None:
    """Writes the columns of the locked row, and tells the caller's instance."""
    row = _locked(page)
    for name, value in columns.items():
        setattr(row, name, value)
        setattr(page, name, value)
    row.save(update_fields=list(columns))


def _translate(page: Page, translations: Mapping[str, PageWords]) -> None:
    """The words in each of these languages in place of those that are there."""
    for language, words in in_known_languages(translations).items():
        title = text_for(PageTranslation, "title", words.title, must=True)
        PageTranslation.objects.update_or_create(
            page=page, language_code=language,
            defaults={
                "title": title,
                "slug": _slug(page, language, text_for(PageTranslation, "slug", words.slug), title),
                "content": blocks_or_none(words.content, field="content"),
                "seo_title": text_for(PageTranslation, "seo_title", words.seo_title),
                "seo_description": text_for(PageTranslation, "seo_description", words.seo_description),
            },
        )  # fmt: skip


def _slug(page: Page, language: str, given: str, title: str) -> str:
    """The slug in that language: as given, or made from the title with the page's key behind it where it is taken."""
    slug = unicode_slug_of(given or title, most=140)
    hold(f"slug:{PageTranslation._meta.db_table}:{language}:{slug}")
    taken = PageTranslation.objects.filter(language_code=language, slug=slug).exclude(page=page).exists()
    if taken and given:
        raise Refused("SLUG_TAKEN", _("This slug is taken."), "slug")
    return f"{slug}-{page.pk}" if taken else slug
