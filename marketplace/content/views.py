"""The page of words under /pages/."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.content import queries
from marketplace.content.queries import PageRow
from marketplace.kit.pages import language, public_page, summary
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import outline, to_html, to_text

LONG = 3
"""From how many headers on a page has a table of contents."""
CONTACT = "contact"


@public_page
def page(request: HttpRequest, slug: str) -> HttpResponse:
    """One page in the reader's language, in that of its author where it is not translated."""
    row, contact = queries.page_with(slug, beside=CONTACT, at=timezone.now(), language=language())
    if row is None:
        raise Refused("NOT_FOUND", _("There is no page of this name."), "slug")
    return drawn(request, row, contact)


def shown(request: HttpRequest, *, key: int) -> HttpResponse:
    """How a page looks to everybody once it is published, for those who may see it before."""
    row = queries.page(at=timezone.now(), language=language(), id=key, drafts=True)
    if row is None:
        raise Http404(_("There is no such page."))
    return drawn(request, row, None)


def drawn(
    request: HttpRequest, row: PageRow, contact: PageRow | None, *, template: str = "content/page.html", **more: Any
) -> HttpResponse:
    """The page as it looks; `template` and `more` for pages whose words others go on with."""
    headings = outline(row.content)
    return render(
        request,
        template,
        {
            "here": f"page-{row.slug}",
            "title": row.seo_title or row.title,
            "name_seen": row.title,
            "description": row.seo_description or summary(to_text(row.content)) or row.title,
            "page": row,
            "text": to_html(row.content, anchors=True),
            "headings": headings if len(headings) >= LONG else [],
            "contact": contact,
            **more,
        },
    )
