"""The indices behind the engine: one is read, one or several are written, so that a new one can take its place unnoticed.

Two aliases stand for them: `reading()` points to the one that searches ask, `writing()` to all that every change goes to. A
reindexing makes an index, adds it to those that are written, fills it with `store.put_into`, and has it read in place of the
old one.
"""

from collections.abc import Collection, Iterator
from typing import Any

from search.engines.elasticsearch import mapping
from search.engines.elasticsearch.server import answering, client, prefix
from search.engines.engine import Kept

FIRST = "1"
_WALK = 2000  # documents at once
_KEPT = "5m"  # a walk's moment, between two of its parts


def reading() -> str:
    """The alias that searches ask."""
    return f"{prefix()}products"


def writing() -> str:
    """The alias of all indices that changes go to."""
    return f"{prefix()}products-write"


def name_of(stamp: str) -> str:
    """The index of this stamp: small letters, digits and hyphens."""
    return f"{prefix()}products-{stamp}"


def ensure() -> None:
    """Make the first index where there is none yet. It is written and not read: what has only heard of the latest changes
    answers no search (`read_instead` says when). Safe to repeat, side by side too."""
    if not written():
        create_index(name_of(FIRST), write=True)


def create_index(name: str, *, read: bool = False, write: bool = False) -> bool:
    """Make an index, at once behind the aliases where wanted; False where it is there already. EngineDown."""
    from elasticsearch import BadRequestError  # noqa: PLC0415

    aliases: dict[str, Any] = {alias: {} for alias, wanted in ((reading(), read), (writing(), write)) if wanted}
    with answering():
        try:
            client().indices.create(index=name, settings=mapping.settings(), mappings=mapping.mappings(), aliases=aliases)
        except BadRequestError as error:
            if error.error != "resource_already_exists_exception":
                raise
            return False
    return True


def written() -> list[str]:
    """The names of the indices that changes go to."""
    return _behind(writing())


def read() -> list[str]:
    """The name of the index that searches ask; none where there is no index yet."""
    return _behind(reading())


def all_indices() -> list[str]:
    """All indices of ours, whatever they are for."""
    with answering():
        return sorted(client().indices.get(index=f"{prefix()}products-*", features="aliases", ignore_unavailable=True))


def write_too(name: str) -> None:
    """From now on every change goes to this index as well."""
    _change({"add": {"index": name, "alias": writing()}})


def write_no_more(name: str) -> None:
    """No change goes to this index any more."""
    _change({"remove": {"index": name, "alias": writing(), "must_exist": False}})


def read_instead(name: str) -> list[str]:
    """Searches ask this index from now on, in one step, and it is written; the names of those that they asked before, which
    are still written."""
    before = [other for other in read() if other != name]
    _change(
        *({"remove": {"index": other, "alias": reading()}} for other in before),
        {"add": {"index": name, "alias": reading()}},
        {"add": {"index": name, "alias": writing()}},
    )
    return before


def remove(name: str) -> None:
    """The index is no more. Safe to repeat."""
    with answering():
        client().options(ignore_status=404).indices.delete(index=name)


def count(name: str) -> int:
    """How many documents an index (or alias) has, without those that were forgotten, as of its last refresh."""
    with answering():
        return int(client().count(index=name, query={"exists": {"field": "print"}})["count"])


def refresh(name: str) -> None:
    """What the index (or alias) was told can be found from now on."""
    with answering():
        client().indices.refresh(index=name)


def hurry(name: str) -> None:
    """The index is filled: let it take more at once, and show nothing before `settle`."""
    with answering():
        client().indices.put_settings(index=name, settings={"refresh_interval": "-1"})


def settle(name: str) -> None:
    """The index is filled: from now on what it is told can be found soon."""
    with answering():
        client().indices.put_settings(index=name, settings={"refresh_interval": mapping.settings()["refresh_interval"]})
        client().indices.refresh(index=name)


def walk(name: str, *, after: int = 0, products: Collection[int] | None = None) -> Iterator[Kept]:
    """All that an index knows at this moment, by product and channel, from the product behind `after` on, or of these products
    only; what was forgotten too."""
    fields = [{"field": field} for field in Kept._fields]
    wanted: dict[str, Any] = {"range": {"product": {"gt": after}}}
    if products is not None:
        wanted = {"terms": {"product": list(products)}}
    order = [{"product": "asc"}, {"channel": "asc"}]
    with answering():
        moment = client().open_point_in_time(index=name, keep_alive=_KEPT)["id"]
    last: list[Any] | None = None
    try:
        while True:
            with answering():
                hits = client().search(
                    pit={"id": moment, "keep_alive": _KEPT}, size=_WALK, sort=order, search_after=last, track_total_hits=False,
                    query=wanted, docvalue_fields=fields, source=False, stored_fields="_none_",
                )["hits"]["hits"]  # fmt: skip
            if not hits:
                return
            for hit in hits:
                told = hit["fields"]
                yield Kept(told["product"][0], told["channel"][0], told["version"][0], told.get("print", ("",))[0])
            last = hits[-1]["sort"]
    finally:
        with answering():
            client().options(ignore_status=404).close_point_in_time(id=moment)


def _behind(alias: str) -> list[str]:
    with answering():
        told = client().options(ignore_status=404).indices.get_alias(name=alias)
    return sorted(name for name, whole in told.body.items() if isinstance(whole, dict) and "aliases" in whole)


def _change(*actions: dict[str, Any]) -> None:
    with answering():
        client().indices.update_aliases(actions=list(actions))
