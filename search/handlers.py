"""What this package does on hearing of others: notes which products' documents are not right any more."""

from catalog.events import (
    AttributeChanged,
    CategoryChanged,
    PictureReady,
    PictureRefused,
    PriceChanged,
    ProductChanged,
    ProductCreated,
    ProductMediaChanged,
    ProductPublished,
    ProductsGrown,
    ProductUnpublished,
    StockChanged,
)
from catalog.media.models import ProductMedia
from catalog.products.models import Product
from marketplace.events import GiUserAuthorised, SellerApproved, SellerChanged, SellerSuspended
from marketplace.news.listeners import hears
from search.index import names, notes, standing


@hears(ProductCreated, ProductChanged, ProductMediaChanged, PriceChanged, StockChanged)
def note_product(event: ProductCreated | ProductChanged | ProductMediaChanged | PriceChanged | StockChanged) -> None:
    """Its document."""
    notes.note(event.product)


@hears(ProductPublished, ProductUnpublished)
def note_listing(event: ProductPublished | ProductUnpublished) -> None:
    """Its document, and those of all products of its seller where that one ceases to be small by it, or is small again."""
    seller = Product.objects.filter(id=event.product).values_list("seller_id", flat=True)
    beside = Product.objects.filter(seller_id__in=standing.turned(seller)).values_list("id", flat=True)
    notes.note(event.product, *beside)


@hears(PictureReady, PictureRefused)
def note_products_with_picture(event: PictureReady | PictureRefused) -> None:
    """Each that shows it."""
    notes.note(*ProductMedia.objects.filter(picture_id=event.picture).values_list("product_id", flat=True))


@hears(SellerApproved, SellerSuspended, SellerChanged, outside=True)
def note_products_of_seller(event: SellerApproved | SellerSuspended | SellerChanged) -> None:
    """All that it sells."""
    notes.note_many(Product.objects.filter(seller_id=event.seller).values_list("id", flat=True))


@hears(GiUserAuthorised, outside=True)
def note_products_under_gi(event: GiUserAuthorised) -> None:
    """Each whose badge hangs on this entry in the register."""
    claims = Product.objects.filter(seller_id=event.seller, gi_tag_id=event.gi_tag)
    notes.note_many(claims.values_list("id", flat=True))


@hears(CategoryChanged, AttributeChanged, outside=True)
def note_products_of_names(event: CategoryChanged | AttributeChanged) -> None:
    """Each that is under a name which has changed."""
    names.notice_names()


@hears(ProductsGrown, outside=True)
def note_grown_products(event: ProductsGrown) -> None:
    """A chunk of new ones."""
    grown = Product.objects.filter(id__gte=event.first, id__lte=event.last)
    notes.note_many(grown.values_list("id", flat=True))
