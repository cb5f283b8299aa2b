"""Whether what an item of a menu leads to is there: asked after it was saved, to warn its operator."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

from catalog.categories.models import Category
from catalog.collections.queries import collection
from catalog.menus.models import MenuItem
from marketplace.channels.queries import viewpoint
from marketplace.content.queries import titles_of
from marketplace.kit.addresses import is_path
from marketplace.kit.former_slugs import present_slug
from marketplace.kit.refused import Refused


def warnings_of(item: MenuItem) -> list[str]:
    """What its operator should know of where it leads, in words."""
    if is_path(item.url) and not answers(item.url):
        return [_("Nothing answers at this address: %(address)s") % {"address": item.url}]
    leads = item.url or item.page_id or item.category_id or item.collection_id
    if not leads and not item.children.exists():
        return [_("This item leads nowhere until something is hung below it.")]
    return []


def answers(path: str) -> bool:
    """Whether a page of ours is to be seen at the path, which may have a query; a former slug is led on."""
    place = urlsplit(path).path
    if place.startswith(settings.STATIC_URL):
        return True
    with override(get_language_from_path(place) or settings.LANGUAGE_CODE):
        try:
            match = resolve(place if place.endswith("/") else f"{place}/")
        except Resolver404:
            return _resolves(place)
    there, slug = _THERE.get(match.view_name), match.kwargs.get("slug", "")
    return there is None or there(slug) or there(present_slug(match.view_name, slug) or "")


def _resolves(place: str) -> bool:
    """Whether it is one of the few addresses that end without a slash."""
    try:
        return bool(resolve(place))
    except Resolver404:
        return False


def _collection_is_seen(slug: str) -> bool:
    try:
        return collection(at=viewpoint(language=settings.LANGUAGE_CODE), slug=slug) is not None
    except Refused:
        return False


_THERE: dict[str, Callable[[str], bool]] = {
    "page": lambda slug: bool(titles_of((slug,), at=timezone.now())),
    "category": lambda slug: Category.objects.filter(slug=slug).exists(),
    "collection": _collection_is_seen,
}
