"""Kept answers: only their own things make them stale, at once, in every process; none is older than a second."""

import io
import json
import logging
import re
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules

from catalog.attributes.actions import create as create_attribute
from catalog.categories.models import Category
from catalog.collections.actions import create as create_collection
from catalog.collections.actions import publish as publish_collection
from catalog.collections.models import CollectionChannelListing
from catalog.listing.queries import visible
from catalog.products.models import ProductChannelListing
from catalog.products.values import write_product_values
from catalog.publication.actions import publish, set_price, unpublish
from catalog.stock.actions import set_quantity
from marketplace.answers.door import Door, _give
from marketplace.answers.store import Kept, Store
from marketplace.answers.turns import next_turn
from marketplace.channels.queries import viewpoint
from marketplace.content.models import Page, PageType
from marketplace.crafts.models import Craft
from marketplace.gi.models import GiTag
from marketplace.kit.graphql.handler import GraphQLHandler
from marketplace.kit.graphql.persisted import listed
from marketplace.kit.ids import global_id
from marketplace.kit.journal import RequestIdFilter
from marketplace.kit.money import Money
from marketplace.news.watch import Watch
from marketplace.sellers.actions import suspend
from search.engines import chosen
from tests.factories import AttributeChoiceFactory, CraftFactory, GiTagFactory
from tests.search.learnt import learn
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db(transaction=True)

autodiscover_modules("freshness")  # as the door does when it opens

DETAIL = """query($slug: String!) { product(slug: $slug) { id name description
    pricing { priceRange { start { gross { amount } } } }
    variants { sku quantityAvailable pricing { price { gross { amount } } } } media { alt } seller { name } category { name }
    legal { genericName } attributes { attribute { name } values { name } } assignedAttributes { attribute { name } }
    thumbnail(size: 256) { url } productType { name } created metadata { key } origin { district { name } gi { granted } } } }"""
LIST = "{ products(first: 20) { totalCount edges { node { id slug pricing { priceRange { start { gross { amount } } } } } } } }"
STOCKED = "{ products(first: 20) { edges { node { slug variants { quantityAvailable } } } } }"


class Process:
    """A web process as its clients see it: Django behind the door with kept answers."""

    def __init__(self, most_bytes: int = 4_000_000) -> None:
        self.store = Store(most_bytes)
        self.door = Door(GraphQLHandler(), self.store, seconds=3600)

    def ask(self, query: str, headers: dict[str, str] | None = None, **variables: Any) -> dict[str, Any]:
        """The answer's data, and whether it was kept."""
        told: dict[str, Any] = {}

        def start(status: str, given: list[tuple[str, str]], *_: Any) -> None:
            told.update(status=status, headers=dict(given))

        body = json.dumps({"query": query, "variables": variables}).encode()
        environ = {
            "REQUEST_METHOD": "POST", "PATH_INFO": "/graphql/", "SERVER_NAME": "testserver", "SERVER_PORT": "80",
            "HTTP_HOST": "testserver", "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http", "REMOTE_ADDR": "127.0.0.1",
            **(headers or {}),
        }  # fmt: skip
        response = self.door(environ, start)
        content = b"".join(response)
        if hasattr(response, "close"):
            response.close()
        assert told["status"].startswith("200"), (told, content)
        return {"data": json.loads(content)["data"], "kept": "Cache-Status" in told["headers"], "headers": told["headers"]}

    def read(self, **headers: str) -> tuple[str, list[tuple[str, str]], bytes]:
        """Status, headers and body of a GET for the first listed document."""
        told: list[Any] = []
        extensions = json.dumps({"persistedQuery": {"version": 1, "sha256Hash": next(iter(listed()))}})
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": "/graphql/", "SERVER_NAME": "testserver", "SERVER_PORT": "80",
            "HTTP_HOST": "testserver", "QUERY_STRING": urlencode({"extensions": extensions}), "REMOTE_ADDR": "127.0.0.1",
            "wsgi.input": io.BytesIO(), "wsgi.errors": io.StringIO(), "wsgi.url_scheme": "http", **headers,
        }  # fmt: skip
        response = self.door(environ, lambda status, given, *_: told.extend((status, given)))
        return told[0], told[1], b"".join(response)

    def kept(self, query: str, headers: dict[str, str] | None = None, **variables: Any) -> bool:
        """Whether the answer was kept, with the watch at its post (a busy machine may hold it up)."""
        until = time.monotonic() + 20
        while not self.door.watch.is_current() and time.monotonic() < until:
            time.sleep(0.01)
        return bool(self.ask(query, headers, **variables)["kept"])

    def wait(self) -> None:
        """Until the watch has looked once from now on."""
        before = time.monotonic()
        until = before + 20
        while not (self.door.watch.is_current() and self.door.watch._looked_at > before):
            assert time.monotonic() < until
            time.sleep(0.01)


@pytest.fixture
def processes() -> Iterator[list[Process]]:
    """Two web processes that watch the news."""
    pair = [Process(), Process()]
    for process in pair:
        process.wait()
    yield pair
    for process in pair:
        process.door.watch.stop()


def _filled(pair: list[Process], shop: Shelf) -> None:
    for process in pair:
        process.wait()
        for product in shop.products:
            process.kept(DETAIL, slug=product.slug)
        for query in (LIST, STOCKED):
            process.kept(query)


def _which(process: Process, shop: Shelf) -> list[bool]:
    """Whether the answers about each product, the list, and the list with stock are kept."""
    return [*(process.kept(DETAIL, slug=product.slug) for product in shop.products), process.kept(LIST), process.kept(STOCKED)]


def test_a_change_makes_only_its_own_answers_stale_in_every_process(processes: list[Process]) -> None:
    shop = open_shop()
    shop.put("First")
    shop.put("Second")
    first = shop.products[0]
    variant = first.variants.first()
    price = Money(999_00, "INR")

    def reprice() -> None:
        set_price(variant=variant, channel=shop.channel, price=price, full_price=price, mrp=price)

    def restock() -> None:
        set_quantity(variant=variant, warehouse=shop.seller.warehouses.get(), quantity=8)

    deeds = {
        "price": (reprice, [False, True, False, False]),
        "stock": (restock, [False, True, True, False]),
        "unpublish": (lambda: unpublish(product=first, channel=shop.channel), [False, True, False, False]),
        "publish": (lambda: publish(product=first, channel=shop.channel), [False, True, False, False]),
        "seller": (lambda: suspend(seller=shop.seller), [False, False, False, False]),
    }
    for name, (deed, expected) in deeds.items():
        _filled(processes, shop)
        assert [_which(process, shop) for process in processes] == [[True] * 4] * 2, name
        deed()
        for process in processes:
            process.wait()
            assert _which(process, shop) == expected, name


def test_a_product_that_is_not_there_yet_is_found_when_it_comes(processes: list[Process]) -> None:
    shop = open_shop()
    shop.put("First")
    process = processes[0]
    process.wait()
    assert not process.kept(DETAIL, slug="silk-saree-second")
    assert process.ask(DETAIL, slug="silk-saree-second")["data"]["product"] is None
    assert process.kept(DETAIL, slug="silk-saree-second")
    product = shop.put("Silk saree second")
    process.wait()
    assert process.ask(DETAIL, slug=product.slug)["data"]["product"]["name"] == "Silk saree second"


def test_what_an_engine_learns_after_the_news_of_it_is_found_in_a_bounded_time(
    processes: list[Process], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chosen, "BEHIND", 1.5)
    shop, process = open_shop(), processes[0]
    shop.put("Brass lamp")
    learn()
    process.wait()
    for query in ('{ products(search: "lamp") { totalCount } }', '{ products: search(query: "lamp") { totalCount } }'):
        for name in ("Lamp of clay", "Lamp of tin"):
            found = process.ask(query)["data"]["products"]["totalCount"]
            assert process.kept(query)
            shop.put(name)
            process.wait()
            assert process.ask(query)["data"]["products"]["totalCount"] == found  # it is not learnt yet, and kept again
            assert process.kept(query)
            learn()
            time.sleep(1.6)
            assert process.ask(query)["data"]["products"]["totalCount"] == found + 1


def test_a_reference_goes_with_what_it_refers_to(processes: list[Process]) -> None:
    shop = open_shop()
    guide, other = shop.put("Guide"), shop.put("Other")
    row = create_attribute(slug="sister", name="Sister", input_type="SINGLE_REFERENCE", entity_type="PRODUCT")
    shop.product_type.attribute_slots.create(attribute=row)
    write_product_values(guide, {"sister": other.pk})
    query = "query($slug: String!) { product(slug: $slug) { attributes { values { reference } } } }"
    process = processes[0]
    process.wait()
    process.kept(query, slug=guide.slug)
    assert process.kept(query, slug=guide.slug)
    unpublish(product=other, channel=shop.channel)
    process.wait()
    assert process.ask(query, slug=guide.slug)["data"]["product"] == {"attributes": [{"values": []}]}


def test_a_change_that_nobody_announces_is_noticed_in_tables_that_are_held(processes: list[Process]) -> None:
    shop = open_shop()
    shop.put("First")
    _filled(processes, shop)
    assert _which(processes[0], shop) == [True] * 3
    Category.objects.filter(pk=shop.category.pk).update(name="Renamed at the SQL prompt")
    processes[0].wait()
    answer = processes[0].ask(DETAIL, slug=shop.products[0].slug)
    assert answer["data"]["product"]["category"]["name"] == "Renamed at the SQL prompt"


def test_such_a_change_is_noticed_though_others_have_looked_before_the_watch(processes: list[Process]) -> None:
    category, process = open_shop().category, processes[0]
    query = "query($id: ID!) { category(id: $id) { name } }"
    key = global_id("Category", category.pk)
    for number in range(3):
        process.wait()
        process.kept(query, id=key)
        assert process.kept(query, id=key)
        Category.objects.filter(pk=category.pk).update(name=f"Renamed {number}")
        assert not process.kept(f"{{ another{number}: channels {{ slug }} }}")
        process.wait()
        assert process.ask(query, id=key)["data"]["category"]["name"] == f"Renamed {number}"


def test_what_reference_files_bring_is_noticed(processes: list[Process]) -> None:
    craft, tag = CraftFactory(), GiTagFactory()
    query = "{ crafts { name } giTags(first: 5) { edges { node { name } } } }"
    process = processes[0]
    process.wait()
    process.kept(query)
    assert process.kept(query)
    for change in (Craft.objects.filter(pk=craft.pk), GiTag.objects.filter(pk=tag.pk)):
        change.update(name="As the new file says")
        process.wait()
        assert not process.kept(query)
        assert process.kept(query)


def test_a_count_by_choice_and_category_goes_with_its_products(processes: list[Process]) -> None:
    """It is read from an index of its own, not from the tables of products."""
    shop = open_shop()
    product, other = shop.put("First"), shop.put("Second")
    choice = AttributeChoiceFactory(attribute__slug="material", slug="silk")
    shop.product_type.attribute_slots.create(attribute=choice.attribute)
    for one in (product, other):
        one.attribute_values.create(attribute=choice.attribute, choice=choice)
    narrow = {"categories": [global_id("Category", shop.category.pk)], "attributes": [{"slug": "material", "values": ["silk"]}]}
    query = "query($narrow: ProductFilterInput) { products(first: 0, filter: $narrow) { totalCount } }"
    process = processes[0]
    process.wait()
    process.ask(query.replace("query", "query Before"), narrow=narrow)  # what is held in memory is not read again
    assert process.ask(query, narrow=narrow)["data"]["products"]["totalCount"] == 2
    assert process.kept(query, narrow=narrow)
    unpublish(product=product, channel=shop.channel)
    process.wait()
    assert process.ask(query, narrow=narrow)["data"]["products"]["totalCount"] == 1


def test_what_begins_by_the_clock_is_seen_in_time(processes: list[Process]) -> None:
    shop = open_shop()
    product = shop.put("Later")
    process = processes[0]
    at = timezone.now() + timedelta(seconds=4)
    publish(product=product, channel=shop.channel, at=at)
    process.wait()
    process.wait()
    assert process.ask(LIST)["data"]["products"]["totalCount"] == 0
    while timezone.now() < at + timedelta(seconds=1):
        seen = process.ask(LIST)["data"]["products"]["totalCount"]
        time.sleep(0.05)
    assert seen == 1
    assert visible(viewpoint(language="en")).count() == 1


def test_every_moment_at_which_something_appears_is_reckoned_with() -> None:
    shop = open_shop()
    product = shop.put("Later")
    collection = create_collection(name="Later", description="")
    publish_collection(collection=collection, channel=shop.channel)
    kind = PageType.objects.create(slug="story", name="Story")
    Page.objects.create(slug="later", title="Later", page_type=kind, is_published=True, published_at=timezone.now())
    now = datetime(2030, 6, 1, 12, tzinfo=timezone.get_default_timezone())
    midnight = now + timedelta(hours=12)
    assert next_turn(now) == midnight  # periods of GI users and tax rates turn by the day
    soon = now + timedelta(minutes=1)
    listing = ProductChannelListing.objects.filter(product=product)
    for rows, column in (
        (listing, "published_at"),
        (listing, "available_for_purchase_at"),
        (CollectionChannelListing.objects.filter(collection=collection), "published_at"),
        (Page.objects.filter(slug="later"), "published_at"),
    ):
        rows.update(**{column: soon})
        assert next_turn(now) == soon, (rows.model, column)
        rows.update(**{column: now - timedelta(days=1)})
        assert next_turn(now) == midnight


def test_a_collection_that_begins_by_the_clock_is_seen_in_time(processes: list[Process]) -> None:
    shop = open_shop()
    collection = create_collection(name="Later", description="")
    process = processes[0]
    at = timezone.now() + timedelta(seconds=4)
    publish_collection(collection=collection, channel=shop.channel, at=at)
    process.wait()
    process.wait()
    query = '{ collection(slug: "later") { slug } }'
    assert process.ask(query)["data"]["collection"] is None
    while timezone.now() < at + timedelta(seconds=1):
        seen = process.ask(query)["data"]["collection"]
        time.sleep(0.05)
    assert seen == {"slug": "later"}


def test_who_has_any_answer_is_told_that_it_is_still_so(processes: list[Process]) -> None:
    told: list[str] = []
    kept = Kept("200 OK", (("ETag", '"a"'), ("Content-Length", "2")), b"{}", frozenset(), 0, 0.0, 1e9)
    for mark, status in {"*": "304", '"b", W/"a"': "304", '"b"': "200"}.items():
        environ = {"REQUEST_METHOD": "GET", "HTTP_IF_NONE_MATCH": mark}
        _give(kept, environ, lambda status, headers: told.append(status), 1.0, time.perf_counter())
        assert told[-1].startswith(status), mark


def test_what_is_asked_for_conditionally_is_kept_too(processes: list[Process]) -> None:
    open_shop()
    process = processes[0]
    process.wait()
    first = process.read()
    mark = dict(first[1])["ETag"]
    process.store.turn(None)
    for conditions in (f'"other", {mark}', mark):
        status, headers, content = process.read(HTTP_IF_NONE_MATCH=conditions)
        assert (status, content) == ("304 Not Modified", b"")
        assert dict(headers)["ETag"] == mark and not {"Content-Length", "Content-Type"} & set(dict(headers))
    assert "Cache-Status" in dict(headers)  # the first has filled the store
    status, headers, content = process.read(HTTP_IF_NONE_MATCH='"other"')
    assert (status, content) == (first[0], first[2]) and "Cache-Status" in dict(headers)


def test_a_kept_answer_has_the_askers_id_and_an_access_line(processes: list[Process], caplog: pytest.LogCaptureFixture) -> None:
    open_shop()
    process = processes[0]
    process.wait()
    process.read()
    seen = []
    caplog.handler.addFilter(RequestIdFilter())
    caplog.clear()
    with caplog.at_level(logging.INFO, logger="zila.access"):
        for given in ("from-the-client", "not well-formed"):
            told = dict(process.read(HTTP_X_REQUEST_ID=given)[1])
            assert "Cache-Status" in told
            seen.append(told["X-Request-ID"])
        process.read(HTTP_IF_NONE_MATCH="*")
    assert seen[0] == "from-the-client" and re.fullmatch("[0-9a-f]{16}", seen[1])
    lines: list[Any] = [record for record in caplog.records if record.name == "zila.access"]
    assert [(line.method, line.path, line.status) for line in lines] == [
        ("GET", "/graphql/", status) for status in (200, 200, 304)
    ]
    assert [line.request_id for line in lines[:2]] == seen and all(line.ms >= 0 for line in lines)


def test_a_long_accept_language_is_read_as_django_reads_it(processes: list[Process]) -> None:
    """Django reads it up to the last comma before its limit: what is behind must not decide whose answer is kept."""
    open_shop().put()
    process = processes[0]
    process.wait()
    cut = "en;q=0.1," + " " * 489 + "hi"  # the limit lies right behind it
    assert len(cut) == 500
    for header in (cut, cut + ";q=0.01", "hi," + " " * 495 + "en" + "glish", "hi" + " " * 600, "hi;q=0.1," + "x" * 600):
        django = process.ask(LIST, headers={"HTTP_ACCEPT_LANGUAGE": header, "HTTP_COOKIE": ""})["headers"]["Content-Language"]
        given = process.ask(LIST, headers={"HTTP_ACCEPT_LANGUAGE": header})["headers"]["Content-Language"]
        again = process.ask(LIST, headers={"HTTP_ACCEPT_LANGUAGE": header})["headers"]["Content-Language"]
        assert given == again == django, header
        for plain in ("en", "hi"):
            assert process.ask(LIST, headers={"HTTP_ACCEPT_LANGUAGE": plain})["headers"]["Content-Language"] == plain, header
        process.store.turn(None)


def test_only_anonymous_reads_are_kept(processes: list[Process]) -> None:
    open_shop().put()
    process = processes[0]
    process.wait()
    for header in ("HTTP_AUTHORIZATION", "HTTP_COOKIE", "HTTP_AUTHORIZATION_BEARER"):
        process.kept(LIST, headers={header: ""})
        assert not process.kept(LIST, headers={header: ""})
    assert len(process.store) == 0
    mutation = 'mutation { tokenVerify(token: "x") { isValid } }'
    process.kept(mutation)
    assert not process.kept(mutation)
    broken = '{ product(id: "nonsense") { id } }'
    process.kept(broken)
    assert not process.kept(broken)


def test_another_host_or_language_is_another_answer(processes: list[Process]) -> None:
    open_shop().put()
    process = processes[0]
    process.wait()
    process.kept(LIST)
    assert process.kept(LIST)
    assert not process.kept(LIST, headers={"HTTP_HOST": "localhost"})
    assert not process.kept(LIST, headers={"HTTP_ACCEPT_LANGUAGE": "hi"})
    assert process.kept(LIST, headers={"HTTP_ACCEPT_LANGUAGE": "en-IN,en;q=0.7"})


def test_without_news_nothing_is_given(processes: list[Process]) -> None:
    open_shop().put()
    process = processes[0]
    process.wait()
    process.kept(LIST)
    assert process.kept(LIST)
    process.door.watch.stop()
    assert not process.ask(LIST)["kept"]  # the watch begins anew, and has not looked yet
    process.wait()
    assert not process.kept(LIST)  # what it has missed, nobody knows
    assert process.kept(LIST)


def test_the_watch_hears_what_commits_late_and_out_of_order() -> None:
    heard: list[Any] = []
    watch = Watch(heard.append)
    watch.look()
    shop = open_shop()
    watch.look()
    opened, done = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            shop.put("Slow")
            opened.set()
            done.wait(10)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    opened.wait(10)
    watch.look()
    assert heard[-1] == []
    _other(shop)
    watch.look()
    assert {kind for kind, _ in heard[-1]} >= {"catalog.ProductCreated"}
    done.set()
    thread.join()
    watch.look()
    assert [payload["product"] for kind, payload in heard[-1] if kind == "catalog.ProductPublished"] == [shop.products[0].pk]
    watch.look()
    assert heard[-1] == []


def _other(shop: Shelf) -> Any:
    from catalog.products.actions import create
    from tests.factories import HsnCodeFactory
    from tests.search.shelf import LEGAL

    return create(
        seller=shop.seller, product_type=shop.product_type, category=shop.category, district=shop.district, name="Quick",
        hsn=HsnCodeFactory(), legal=LEGAL, description="", translations={},
    )  # fmt: skip


def test_the_store_is_bounded() -> None:
    store = Store(200_000)
    for number in range(1000):
        store.put(str(number).encode(), Kept("200 OK", (), b"x" * 1000, frozenset({"a"}), 0, 0.0, 1e9))
        store.put(b"large", Kept("200 OK", (), b"x" * 100_000, frozenset(), 0, 0.0, 1e9))
        assert store.size <= 200_000
    assert 80 < len(store) < 100
    assert store.get(b"large", 0.0) is None
    store.turn(["a"])
    assert store.get(b"999", 0.0) is None
    store.put(b"late", Kept("200 OK", (), b"", frozenset({"a"}), 0, 0.0, 1e9))
    assert store.get(b"late", 0.0) is None
    store.put(b"new", Kept("200 OK", (), b"", frozenset({"a"}), 1, 0.0, 1e9))
    assert store.get(b"new", 0.0) is not None
    assert store.get(b"new", 2e9) is None


def test_eight_writers_and_twenty_readers_find_nothing_older_than_a_second(processes: list[Process]) -> None:
    shop = open_shop()
    for number in range(8):
        shop.put(f"Saree {number}")
    committed: dict[int, list[tuple[float, int]]] = {number: [(0.0, 0)] for number in range(8)}
    stop, late, hits = time.monotonic() + 4, [], [0]

    def write(number: int) -> None:
        variant = shop.products[number].variants.first()
        rupees = 5000
        while time.monotonic() < stop:
            rupees += 1
            price = Money(rupees * 100, "INR")
            set_price(variant=variant, channel=shop.channel, price=price, full_price=price, mrp=price)
            committed[number].append((time.monotonic(), rupees))
            time.sleep(0.2)
        connection.close()

    def read(number: int) -> None:
        process, product = processes[number % 2], number % 8
        slug = shop.products[product].slug
        while time.monotonic() < stop or (not hits[0] and time.monotonic() < stop + 30):  # the writers have gone: there are hits
            began = time.monotonic()
            found = process.ask(DETAIL, slug=slug) if number % 3 else process.ask(LIST)
            hits[0] += found["kept"]
            data = found["data"]
            nodes = [data["product"]] if "product" in data else [edge["node"] for edge in data["products"]["edges"]]
            for node in nodes:
                which = product if "slug" not in node else [one.slug for one in shop.products].index(node["slug"])
                shown = node["pricing"]["priceRange"]["start"]["gross"]["amount"]
                due = max(rupees for at, rupees in list(committed[which]) if at <= began - 1)
                if shown < due:
                    late.append((which, shown, due))
            time.sleep(0.02)
        connection.close()

    threads = [threading.Thread(target=write, args=[n]) for n in range(8)]
    threads += [threading.Thread(target=read, args=[n]) for n in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert late == []
    assert hits[0] > 0
    assert all(len(seen) > 2 for seen in committed.values())
