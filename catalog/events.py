"""What this package announces: facts about attributes, categories, products, prices, stock, collections, menus."""

from marketplace.news.facts import fact


@fact(subject="attribute")
class AttributeChanged:
    """An attribute is new or has changed, or its choices have."""

    attribute: int


@fact(subject="category")
class CategoryChanged:
    """A category is new or has changed; with it, what its whole branch demands and inherits."""

    category: int


@fact(subject="product_type")
class ProductTypeCreated:
    """There is a new type of product."""

    product_type: int


@fact(subject="product")
class ProductCreated:
    """A seller has entered a product."""

    product: int


@fact(subject="product")
class ProductChanged:
    """A product's words, place, attributes or variants have changed."""

    product: int


@fact(subject="product")
class ProductPublished:
    """A product is to be seen in a channel (its slug), from the date of its listing on."""

    product: int
    channel: str


@fact(subject="product")
class ProductUnpublished:
    """A product is not to be seen in a channel (its slug) any more."""

    product: int
    channel: str


@fact(subject="product")
class PriceChanged:
    """A variant has a new price in a channel (its slug)."""

    product: int
    variant: int
    channel: str


@fact(subject="product")
class StockChanged:
    """A warehouse has another number of pieces of a variant on hand."""

    product: int
    variant: int
    warehouse: int
    quantity: int


@fact(subject="collection")
class CollectionChanged:
    """A collection is new or has changed: its words, its products, or where it is published."""

    collection: int


@fact(subject="menu")
class MenuChanged:
    """A menu is new, renamed or gone, or its items have changed."""

    menu: int


@fact(subject="page_type")
class PageTypeAttributesChanged:
    """Pages of a type may carry other attributes than before."""

    page_type: int


@fact(subject="page")
class PageAttributesChanged:
    """A page carries other values of attributes than before."""

    page: int


@fact(subject="picture")
class PictureUploaded:
    """A picture lies in quarantine and is to be made anew."""

    picture: int


@fact(subject="picture")
class PictureReady:
    """A picture has its renditions and may be shown by every product that has it."""

    picture: int


@fact(subject="picture")
class PictureRefused:
    """A picture could not be made anew; the code says why."""

    picture: int
    code: str


@fact(subject="product")
class ProductMediaChanged:
    """A product shows another picture, or its alt text or variants have changed."""

    product: int


@fact(subject="product")
class DemonstrationPictureOrdered:
    """A product of the demonstration of this seed is to show its picture of this number, counted from 0."""

    product: int
    number: int
    seed: int


@fact(subject="first")
class ProductsGrown:
    """All products with keys from `first` to `last` are new and published: told once for a chunk of a large catalogue."""

    first: int
    last: int
