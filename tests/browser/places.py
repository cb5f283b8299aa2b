"""The one list of every kind of page, for tests that look at all of them: a new kind of page is added here."""

from catalog.collections.actions import add_products, create, publish
from tests.search.shelf import Shelf


def collected(shelf: Shelf) -> None:
    """Put the products into a collection, which has a page."""
    collection = create(name="For the winter", description="Warm things.")
    add_products(collection=collection, products=shelf.products)
    publish(collection=collection, channel=shelf.channel)


def addresses(shelf: Shelf, prefix: str) -> list[str]:
    """The addresses of every page in a language ("" or "/hi"); with the English ones, what has no language of its own."""
    return [*(prefix + place for place in places(shelf)), *([] if prefix else ["/style-guide/"])]


def places(shelf: Shelf) -> list[str]:
    """Every kind of page in English, the failing ones too; Hindi is the same behind /hi. The shelf has two products."""
    return [*pages(shelf), *failing(shelf), "/offline/"]


def pages(shelf: Shelf) -> list[str]:
    """Those that answer 200."""
    with_badge, without = (product.slug for product in shelf.products[:2])
    return [
        "/", "/states/", "/states/uttar-pradesh/", "/districts/varanasi/", "/gi/", f"/gi/{shelf.tag.slug}/", "/categories/",
        f"/categories/{shelf.category.slug}/", "/products/?gi=1", "/products/?q=nothing-like-it",
        "/products/?q=saree+from+varanasi+under+1000&pin=12", "/products/?pin=221001&sort=price", f"/products/{with_badge}/",
        f"/products/{without}/", f"/sellers/{shelf.seller.slug}/", "/pages/about/", "/pages/how-we-rank/",
        "/sellers/", "/crafts/", f"/crafts/{shelf.products[0].craft.slug}/", "/collections/for-the-winter/",
    ]  # fmt: skip


def failing(shelf: Shelf) -> list[str]:
    """Those that say politely that there is nothing: asked wrongly, or not there."""
    return ["/products/?to=x", "/nothing"]
