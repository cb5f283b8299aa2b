"""The engine in PostgreSQL, whole."""

from collections.abc import Collection, Iterator

from marketplace.channels.queries import Viewpoint
from search.engines.document import Document
from search.engines.engine import Found, Kept, Wanted
from search.engines.postgresql import find, store
from search.ranking.rules import Ranking


class PostgreSQL:
    """`search.engines.engine.Engine`, by text search in the tables of this room."""

    name = "postgresql"

    def put(self, documents: Collection[Document]) -> None:
        """See Engine."""
        store.put(documents)

    def forget(self, *, products: Collection[int], version: int, channels: Collection[int] | None = None) -> None:
        """See Engine. What the catalogue has no more goes with it, and does not come back."""
        store.hide(products=products, version=version, channels=channels)

    def place(self, stamp: str) -> str:
        """See Engine: what is shown is filled anew in its place; the number tells what was there before."""
        return stamp

    def prepare(self, place: str) -> None:
        """See Engine: there is nothing to prepare."""

    def put_into(self, place: str, documents: Collection[Document]) -> None:
        """See Engine."""
        store.put(documents)

    def show(self, place: str) -> None:
        """See Engine: it is shown already. What has not been put since it began is in the catalogue no more."""
        store.drop(before=int(place))

    def known(self, *, after: int = 0, products: Collection[int] | None = None) -> Iterator[Kept]:
        """See Engine."""
        return store.walk(after=after, products=products)

    def find(self, wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
        """See Engine."""
        return find.find(wanted, at, ranking)
