"""What may be done with pictures: show one with a product, make it anew, clear the quarantine.

No transaction is open while files are stored or fetched, unless the caller has opened one. An upload is stored before
its row is written; what a crash between the two leaves behind is taken away by `sweep_quarantine`.
"""

import hashlib
import logging
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.events import CategoryChanged, CollectionChanged, PictureReady, PictureRefused, PictureUploaded, ProductMediaChanged
from catalog.media import header, rules, workshop
from catalog.media.models import Background, Picture, ProductMedia, ProductMediaTranslation, Rendition
from catalog.media.refusals import refused
from catalog.products.models import Product, ProductVariant
from marketplace.kit.columns import text_for
from marketplace.kit.files import QUARANTINE, FileMissing, files
from marketplace.kit.refused import Refused
from marketplace.kit.words import in_known_languages
from marketplace.news.announce import announce

Shown = TypeVar("Shown", ProductMedia, Background)
journal = logging.getLogger("zila.media")


def add(
    *, product: Product, upload: bytes, alt: str, translations: Mapping[str, str] = {}, variants: Sequence[ProductVariant] = ()
) -> ProductMedia:
    """The product shows this picture, after those that it shows already; `alt` says what is to be seen, in English.

    The same bytes are one picture, however often they are uploaded; for the same product the words and variants are
    replaced. The picture is shown when a worker has made it anew. Refused TOO_LARGE, NOT_A_PICTURE, UNSUPPORTED_FORMAT,
    ANIMATED, TOO_MANY_PIXELS, TOO_SMALL, TOO_MANY_PICTURES, REQUIRED, TOO_LONG, INVALID (a variant of another product),
    or with the code for which these bytes have been refused before.
    """
    words = _words(alt, translations)
    if any(variant.product_id != product.pk for variant in variants):
        raise Refused("INVALID", _("This variant belongs to another product."), "variants")

    def show(picture: Callable[[], Picture]) -> ProductMedia:
        Product.objects.select_for_update(no_key=True).get(pk=product.pk)
        media = _shown(product, picture(), words)
        media.variants.set(variants)
        announce(ProductMediaChanged(product=product.pk))
        return media

    return _with_picture(upload, show)


def set_background(*, of: Category | Collection, upload: bytes, alt: str = "") -> Background:
    """The picture stands behind the head of the category's or collection's page, in place of any before it.

    Refused like `add`; without `alt` it only decorates.
    """
    alt = text_for(Background, "alt", alt)
    owner: dict[str, Any] = {"category": of} if isinstance(of, Category) else {"collection": of}

    def show(picture: Callable[[], Picture]) -> Background:
        background, _made = Background.objects.update_or_create(**owner, defaults={"picture": picture(), "alt": alt})
        announce(CategoryChanged(category=of.pk) if isinstance(of, Category) else CollectionChanged(collection=of.pk))
        return background

    return _with_picture(upload, show)


def _with_picture(upload: bytes, show: Callable[[Callable[[], Picture]], Shown]) -> Shown:
    """What `show` makes, in one transaction, of the picture that it asks for; the upload waits in quarantine where it is new."""
    said = _welcome(upload)
    sha256 = hashlib.sha256(upload).hexdigest()
    known = Picture.objects.filter(sha256=sha256).first()
    held = _quarantined(upload, sha256) if known is None or known.refusal == "UPLOAD_LOST" else ""
    needed = False
    try:
        with transaction.atomic():
            shown = show(lambda: _picture(sha256, said, held))
        needed = shown.picture.upload_key == held
    finally:
        # Somebody was quicker with the same bytes, or the deed was refused.
        if held and not needed:
            files().delete(held)
    return shown


def _words(alt: str, translations: Mapping[str, str]) -> dict[str, str]:
    """The cleaned alt texts by language; that of the original under the empty name."""
    words = {"": text_for(ProductMedia, "alt", alt, must=True)}
    for language, text in in_known_languages(translations).items():
        words[language] = text_for(ProductMediaTranslation, "alt", text, must=True)
    return words


def _welcome(upload: bytes) -> header.Header:
    """The header of an upload that may come in."""
    if not isinstance(upload, bytes):
        raise refused("NOT_A_PICTURE")
    if len(upload) > rules.MOST_BYTES:
        raise refused("TOO_LARGE")
    try:
        said = header.read(upload)
    except header.NoPicture as no:
        raise refused("UNSUPPORTED_FORMAT" if no.foreign else "NOT_A_PICTURE", no.foreign) from None
    if fault := rules.fault_of(said):
        raise refused(fault)
    return said


def _quarantined(upload: bytes, sha256: str) -> str:
    """The key under which the upload waits for a worker."""
    key = rules.upload_key(sha256, secrets.token_hex(8))
    files().put(key, upload)
    return key


def _picture(sha256: str, said: header.Header, held: str) -> Picture:
    """The picture's row; a new one, and one whose upload was lost, is announced to the workers."""
    start = {"width": said.width, "height": said.height, "upload_key": held}
    picture, made = Picture.objects.select_for_update().get_or_create(sha256=sha256, defaults=start)
    if picture.refusal == "UPLOAD_LOST" and held:
        picture.state, picture.refusal, picture.upload_key = Picture.State.UPLOADED, "", held
        picture.save(update_fields=["state", "refusal", "upload_key"])
        made = True
    if picture.refusal:
        raise refused(picture.refusal)
    if made:
        announce(PictureUploaded(picture=picture.pk))
    return picture


def _shown(product: Product, picture: Picture, words: Mapping[str, str]) -> ProductMedia:
    """The product's row for the picture, at the end where it is new, with these words."""
    media = ProductMedia.objects.filter(product=product, picture=picture).first()
    if media is None:
        orders = list(product.media.order_by("sort_order").values_list("sort_order", flat=True))
        if len(orders) >= rules.MOST_PER_PRODUCT:
            raise refused("TOO_MANY_PICTURES")
        media = ProductMedia(product=product, picture=picture, sort_order=orders[-1] + 1 if orders else 0)
    media.alt = words[""]
    media.save()
    media.translations.exclude(language_code__in=words).delete()
    for language, text in words.items():
        if language:
            media.translations.update_or_create(language_code=language, defaults={"alt": text})
    return media


def make_renditions(*, picture_id: int) -> None:
    """Make the picture anew in all sizes and formats, and let nothing of the upload remain; safe to repeat.

    A picture that cannot be read, or takes more than our limits, becomes REFUSED. Raises where the storage or the
    process failed: then nothing is said about the picture, and it is tried again.
    """
    picture = Picture.objects.filter(pk=picture_id, state=Picture.State.UPLOADED).first()
    if picture is None:
        return
    upload_key = picture.upload_key
    try:
        upload = files().get(upload_key)
    except FileMissing:
        _close(picture, refusal="UPLOAD_LOST")
        return
    remade = workshop.remake(upload)
    if remade.refusal:
        _close(picture, refusal=remade.refusal)
    else:
        _keep(picture, remade)
    journal.info("media: picture %d took %d ms, %d MB %s", picture.pk, remade.cpu_ms, remade.peak_kb // 1024, remade.refusal)
    files().delete(upload_key)


def _keep(picture: Picture, remade: workshop.Remade) -> None:
    """Store the renditions, then write that the picture is ready."""
    rows = []
    for made in remade.renditions:
        key = rules.rendition_key(picture.sha256, made.size, made.format, hashlib.sha256(made.content).hexdigest())
        files().put(key, made.content)
        rows.append(
            Rendition(
                picture=picture, format=made.format, size=made.size, width=made.width, height=made.height,
                key=key, byte_count=len(made.content),
            )
        )  # fmt: skip
    _close(picture, remade=remade, rows=rows)


@transaction.atomic
def _close(picture: Picture, *, refusal: str = "", remade: workshop.Remade | None = None, rows: Sequence[Rendition] = ()) -> None:
    """Write what became of the upload, unless another worker has done so meanwhile."""
    row = Picture.objects.select_for_update().get(pk=picture.pk)
    if row.state != Picture.State.UPLOADED or row.upload_key != picture.upload_key:
        return
    row.state, row.refusal, row.upload_key = Picture.State.REFUSED, refusal, ""
    if remade:
        row.state, row.width, row.height, row.colour = Picture.State.READY, remade.width, remade.height, remade.colour
    row.save()
    Rendition.objects.bulk_create(rows)
    announce(PictureReady(picture=row.pk) if remade else PictureRefused(picture=row.pk, code=refusal))


def sweep_quarantine(*, before: datetime) -> int:
    """Delete the uploads that were stored before this moment and that no picture waits for; how many."""
    waiting = set(Picture.objects.filter(state=Picture.State.UPLOADED).values_list("upload_key", flat=True))
    orphans = [key for key in files().keys(QUARANTINE, before=before) if key not in waiting]
    for key in orphans:
        files().delete(key)
    return len(orphans)
