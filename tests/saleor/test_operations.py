"""The operations of Saleor's storefront for the catalogue, written from the list of coordinates, with real answers."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from graphql import TypeInfo, TypeInfoVisitor, Visitor, execute, get_named_type, parse, visit
from graphql.execution.values import get_variable_values

from marketplace.crafts.models import Craft
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.context import Context
from marketplace.kit.graphql.documents import Document
from marketplace.kit.graphql.execute import run_plan
from marketplace.kit.ids import global_id
from tests.graphql_client import ask
from tests.saleor.coordinates import coordinates
from tests.saleor.window import Window, open_window
from tests.search.learnt import learn

pytestmark = pytest.mark.django_db
OPERATIONS = {path.stem: path.read_text(encoding="utf-8") for path in (Path(__file__).parent / "operations").glob("*.graphql")}
HINDI = {"channel": "india", "languageCode": "HI_IN", "slugLanguageCode": "HI"}


@pytest.fixture
def window() -> Window:
    return open_window()


def _run(name: str, **variables: Any) -> Any:
    """The only root field of the operation's answer."""
    [answer] = ask(OPERATIONS[name], **variables).values()
    return answer


def test_a_products_page(window: Window) -> None:
    saree = _run("ProductDetails", slug="katan-silk-saree", **HINDI)
    assert (saree["slug"], saree["name"], saree["isAvailable"]) == ("katan-silk-saree", "Katan silk saree", True)
    assert saree["translation"]["name"] == "कतान रेशमी साड़ी"
    assert saree["translation"]["language"] == {"code": "HI"}
    assert orjson.loads(saree["translation"]["description"])["blocks"][0]["data"]["text"] == "करघे पर बुनी गई।"
    assert saree["thumbnail"]["url"].endswith("/1200-00000000.webp") and saree["thumbnail"]["alt"] == "A red saree"
    assert [medium["type"] for medium in saree["media"]] == ["IMAGE"]
    assert saree["category"]["translation"] == {"name": "साड़ियाँ", "slug": "साड़ियाँ"}
    assert saree["productType"] == {"slug": "drape"}
    prices = saree["pricing"]
    assert prices["priceRange"]["start"] == {
        "gross": {"amount": 10500.0, "currency": "INR"},
        "tax": {"amount": 500.0, "currency": "INR"},
    }
    assert prices["priceRangeUndiscounted"]["start"]["gross"]["amount"] == 11000.5
    assert prices["priceRangeUndiscounted"]["stop"]["gross"]["amount"] == 12600.0


def test_what_a_product_carries(window: Window) -> None:
    saree = _run("ProductDetails", slug="katan-silk-saree", **HINDI)
    carried = {one["attribute"]["slug"]: one for one in saree["assignedAttributes"]}
    assert {slug: one["__typename"] for slug, one in carried.items()} == {
        "weave": "AssignedSingleChoiceAttribute", "occasion": "AssignedMultiChoiceAttribute", "days": "AssignedNumericAttribute",
        "handmade": "AssignedBooleanAttribute", "woven-on": "AssignedDateAttribute", "care": "AssignedPlainTextAttribute",
        "story": "AssignedTextAttribute", "leaflet": "AssignedFileAttribute",
        "goes-with": "AssignedMultiProductReferenceAttribute", "set": "AssignedSingleCollectionReferenceAttribute",
        "sister": "AssignedSingleProductReferenceAttribute", "cut-from": "AssignedSingleProductVariantReferenceAttribute",
    }  # fmt: skip
    assert carried["weave"]["choice"] == {"name": "Katan", "slug": "katan", "translation": "katan (hi)"}
    assert carried["weave"]["attribute"]["translation"] == {"name": "बुनाई"}
    assert [choice["slug"] for choice in carried["occasion"]["choices"]] == ["wedding", "puja"]
    assert carried["days"]["number"] == 11.5
    assert carried["handmade"]["boolean"] is True
    assert (carried["care"]["text"], carried["care"]["translation"]) == ("Dry clean", "ड्राई क्लीन")
    assert carried["leaflet"]["file"]["url"].endswith("/public/files/care.pdf")
    assert carried["set"]["collection"]["translation"]["name"] == "विवाह संदूक"
    assert saree["story"]["text"] == "Dry clean"


def test_the_variants_of_a_page(window: Window) -> None:
    first = _run("ProductVariantsForPdp", slug="katan-silk-saree", first=1, **HINDI)["productVariants"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"]) == (2, True)
    second = _run("ProductVariantsForPdp", slug="katan-silk-saree", first=1, after=first["pageInfo"]["endCursor"], **HINDI)
    nodes = [page["edges"][0]["node"] for page in (first, second["productVariants"])]
    assert [node["quantityAvailable"] for node in nodes] == [0, 3]
    assert nodes[0]["media"][0]["alt"] == "A red saree" and nodes[1]["media"] == []
    selecting = {one["attribute"]["slug"]: one["values"][0] for one in nodes[0]["selecting"]}
    assert (selecting["colour"]["slug"], selecting["colour"]["translation"]) == ("red", {"name": "red (hi)"})
    assert (selecting["length"]["value"], selecting["blouse"]["boolean"]) == ("550", True)
    assert [one["values"][0]["name"] for one in nodes[0]["others"]] == ["Measured by hand"]


def test_one_variant_by_id_and_by_sku(window: Window) -> None:
    variant = window.saree.variants.get(name="Plain")
    found = _run("ProductVariantForPdp", id=global_id("ProductVariant", variant.pk), channel="india", languageCode="EN")
    assert found == _run("ProductVariantForPdp", sku=variant.sku, channel="india", languageCode="EN_IN")
    assert found["product"]["slug"] == "katan-silk-saree" and found["translation"] == {"name": "Plain"}
    assert (found["pricing"]["price"]["gross"]["amount"], found["pricing"]["priceUndiscounted"]["gross"]["amount"]) == (
        10500,
        12600,
    )


def _slugs(connection: dict[str, Any]) -> list[str]:
    return [edge["node"]["slug"] for edge in connection["edges"]]


def test_lists(window: Window) -> None:
    order = {"field": "MINIMAL_PRICE", "direction": "ASC"}
    cards = _run("ProductList", first=5, channel="india", languageCode="HI", sortBy=order)
    assert (cards["totalCount"], _slugs(cards)) == (2, ["silk-stole", "katan-silk-saree"])
    weave = {"attributes": [{"slug": "weave", "values": ["katan", "muslin"]}]}
    page = _run("ProductListPaginated", first=5, channel="india", languageCode="HI", where=weave)
    assert _slugs(page) == ["katan-silk-saree"]
    last = _run("ProductListPaginated", last=1, channel="india", languageCode="HI", sortBy=order)
    assert _slugs(last) == ["katan-silk-saree"] and last["pageInfo"]["hasPreviousPage"]


def test_a_search_is_by_relevance(window: Window) -> None:
    window.shop.put("Raw silk shawl")
    learn()
    variables = {"first": 5, "channel": "india", "languageCode": "HI", "sortBy": "RATING", "sortDirection": "DESC"}
    found = _run("SearchProducts", search="silk", **variables)
    assert sorted(_slugs(found)) == ["katan-silk-saree", "raw-silk-shawl", "silk-stole"] and found["totalCount"] == 3
    for words, first in (("silk stole", "silk-stole"), ("shawl silk", "raw-silk-shawl"), ("कतान", "katan-silk-saree")):
        assert _slugs(_run("SearchProducts", search=words, **variables))[0] == first


def test_hindi_names_count_as_others_do(window: Window) -> None:
    begins = window.shop.put("Zebra shawl", hindi="रेशमी शॉल")
    inside = window.shop.put("Yellow shawl", hindi="पीला रेशमी शॉल")
    craft = window.shop.put("Alpha shawl").craft
    assert craft is not None
    craft.names.create(language_code="hi", name="रेशमी बुनाई", rank=1)
    learn()
    variables = {"first": 9, "channel": "india", "languageCode": "HI", "sortBy": "RATING", "sortDirection": "DESC"}
    found = _slugs(_run("SearchProducts", search="रेशमी", **variables))
    assert {begins.slug, inside.slug, "katan-silk-saree"} == set(found[:3])  # before those of that craft or designation
    assert "alpha-shawl" in found[3:]


@pytest.mark.parametrize("word", ["बुनाई", "ज़रदोज़ी", "zardozi", "jardoji", "ZARDOSI"])
def test_a_craft_is_found_by_all_its_names(window: Window, word: str) -> None:
    craft = window.saree.craft
    assert craft is not None
    Craft.objects.filter(pk=craft.pk).update(name="Zardozi", spellings=["Zardosi", "Jardoji"])
    craft.names.create(language_code="hi", name="ज़रदोज़ी", rank=1)
    craft.names.create(language_code="mr", name="जरदोजी बुनाई", rank=1)
    learn()
    variables = {"first": 9, "channel": "india", "languageCode": "HI", "sortBy": "RATING", "sortDirection": "DESC"}
    assert _slugs(_run("SearchProducts", search=word, **variables))[0] == "katan-silk-saree"
    assert _slugs(_run("SearchProducts", search=f"{word} silk", **variables))[0] == "katan-silk-saree"


def test_the_pages_of_categories_and_collections(window: Window) -> None:
    category = _run("ProductListByCategory", slug="साड़ियाँ", first=5, **HINDI)
    assert category["slug"] == "sarees" and sorted(_slugs(category["products"])) == ["katan-silk-saree", "silk-stole"]
    assert category["backgroundImage"]["alt"] == "A loom"
    above = _run("ProductListByCategory", slug="cloth", first=5, **HINDI)
    assert above["products"]["totalCount"] == 2  # with all below it
    collection = _run("ProductListByCollection", slug="विवाह-संदूक", first=5, **HINDI)
    assert (collection["slug"], collection["translation"]["name"]) == ("wedding-chest", "विवाह संदूक")
    assert _slugs(collection["products"]) == ["silk-stole", "katan-silk-saree"]  # in its own order
    cheap = {"price": {"lte": 3000}}
    assert _slugs(_run("ProductListByCollection", slug="wedding-chest", first=5, filter=cheap, **HINDI)["products"]) == [
        "silk-stole"
    ]


def test_tiles_and_channels(window: Window) -> None:
    tiles = _run("CategoriesBySlug", slugs=["sarees", "nothing"], first=5, languageCode="HI")
    assert [edge["node"]["translation"]["name"] for edge in tiles["edges"]] == ["साड़ियाँ"]
    [channel] = _run("ChannelsList")
    assert (channel["slug"], channel["currencyCode"], channel["countries"]) == (
        "india",
        "INR",
        [{"country": "India", "code": "IN"}],
    )
    assert _run("channel", slug="india")["countries"] == [{"code": "IN", "country": "India"}]


VARIABLES: dict[str, dict[str, Any]] = {
    "ProductDetails": {"slug": "katan-silk-saree", **HINDI},
    "ProductVariantsForPdp": {"slug": "katan-silk-saree", "first": 5, **HINDI},
    "ProductVariantForPdp": {"sku": "none", "channel": "india", "languageCode": "HI"},
    "ProductList": {"first": 5, "channel": "india", "languageCode": "HI"},
    "ProductListPaginated": {"first": 5, "channel": "india", "languageCode": "HI"},
    "SearchProducts": {
        "search": "silk", "first": 5, "channel": "india", "languageCode": "HI", "sortBy": "RATING", "sortDirection": "DESC",
    },
    "ProductListByCategory": {"slug": "sarees", "first": 5, **HINDI},
    "ProductListByCollection": {"slug": "wedding-chest", "first": 5, **HINDI},
    "CategoriesBySlug": {"slugs": ["sarees"], "first": 5, "languageCode": "HI"},
    "ChannelsList": {},
    "channel": {"slug": "india"},
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(VARIABLES))
def test_the_fast_pass_answers_all_of_them_as_graphql_core_does(name: str, window: Window, rf) -> None:  # type: ignore[no-untyped-def]
    document = Document(schema(), OPERATIONS[name])
    operation = document.operation(None)
    variables = get_variable_values(schema(), operation.variable_definitions, VARIABLES[name])
    assert isinstance(variables, dict)
    fast = run_plan(document.plan(operation, variables), Context(rf.post("/graphql/")), variables)
    slow = execute(
        schema(), parse(OPERATIONS[name]), context_value=Context(rf.post("/graphql/")), variable_values=VARIABLES[name]
    )
    assert slow.errors is None and orjson.dumps(fast) == orjson.dumps(slow.data)


class _Named(Visitor):
    """Collects what a document names, as coordinates."""

    def __init__(self, types: TypeInfo) -> None:
        super().__init__()
        self.types, self.found = types, set()

    def enter_field(self, node: Any, *_: Any) -> None:
        self.found.add(f"{self.types.get_parent_type()}.{node.name.value}")

    def enter_argument(self, node: Any, *_: Any) -> None:
        owner = self.types.get_parent_type()
        if self.types.get_field_def() is not None and self.types.get_directive() is None:
            names = [name for name, field in owner.fields.items() if field is self.types.get_field_def()]
            self.found.add(f"{owner}.{names[0]}({node.name.value}:)")

    def enter_object_field(self, node: Any, *_: Any) -> None:
        self.found.add(f"{get_named_type(self.types.get_parent_input_type())}.{node.name.value}")


def test_the_documents_name_every_field_that_the_storefront_reads_of_the_catalogue() -> None:
    named: set[str] = set()
    for text in OPERATIONS.values():
        types = TypeInfo(schema())
        looker = _Named(types)
        visit(parse(text), TypeInfoVisitor(types, looker))
        named |= looker.found
    ours = (
        "Product", "Category", "Collection", "Attribute", "Assigned", "SelectedAttribute", "TaxedMoney", "VariantPricing",
        "Image", "File", "Query.product", "Query.categor", "Query.collection",
    )  # fmt: skip
    unnamed = {
        row.coordinate
        for row in coordinates()
        if row.coordinate.startswith(ours) and row.kind in ("field", "argument", "root_query") and row.coordinate not in named
    }
    assert unnamed == set()
