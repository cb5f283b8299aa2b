"""What the server itself brings to a search engine: suggestions, highlights, pages, facets of every kind, templates."""

from typing import Any

import pytest
from elasticsearch import ApiError, BadRequestError, Elasticsearch
from elasticsearch.dsl import Q, Search
from elasticsearch.helpers import bulk

NAMES = ["Blue pottery vase", "Blue pottery bowl", "Banarasi silk saree", "Chanderi silk saree", "Madhubani painting"]


@pytest.fixture
def products(elasticsearch: Elasticsearch, index_prefix: str) -> str:
    """The name of an index of five products, of 100 to 500 rupees."""
    index = f"{index_prefix}products"
    made = {"type": "date", "format": "strict_date"}
    mappings = {"properties": {"name": {"type": "text"}, "kind": {"type": "keyword"}, "price": {"type": "integer"}, "made": made}}
    elasticsearch.indices.create(index=index, mappings=mappings, settings={"number_of_replicas": 0})
    actions = [
        {
            "_index": index,
            "_id": str(number),
            "version": 5,
            "version_type": "external",
            "name": name,
            "kind": name.split()[-1],
            "price": number * 100,
            "made": f"2026-01-0{number}",
        }
        for number, name in enumerate(NAMES, start=1)
    ]
    assert bulk(elasticsearch, actions, refresh=True)[0] == len(NAMES)
    return index


def test_a_bulk_of_stale_versions_changes_nothing(elasticsearch: Elasticsearch, products: str) -> None:
    stale = {"_index": products, "_id": "1", "version": 5, "version_type": "external", "name": "Old"}
    fresh = {"_index": products, "_id": "2", "version": 6, "version_type": "external", "name": "New"}
    done, failed = bulk(elasticsearch, [stale, fresh], raise_on_error=False)
    assert (done, [each["index"]["status"] for each in failed]) == (1, [409])
    assert elasticsearch.get(index=products, id="1")["_source"]["name"] == NAMES[0]


def test_what_was_meant_is_suggested(elasticsearch: Elasticsearch, products: str) -> None:
    suggest: dict[str, Any] = {
        "word": {"text": "potery", "term": {"field": "name"}},
        "words": {"text": "blue potery", "phrase": {"field": "name", "max_errors": 2}},
    }
    told = elasticsearch.search(index=products, suggest=suggest)["suggest"]
    assert told["word"][0]["options"][0]["text"] == "pottery"
    assert told["words"][0]["options"][0]["text"] == "blue pottery"


def test_typos_prefixes_and_highlights_through_the_dsl(elasticsearch: Elasticsearch, products: str) -> None:
    search = Search(using=elasticsearch, index=products)
    wanted = Q("match", name={"query": "banarsi", "fuzziness": "AUTO"}) | Q("match_bool_prefix", name="madh")
    found = search.query(wanted).highlight("name").execute()
    assert {hit.meta.id for hit in found} == {"3", "5"}
    assert any("<em>Banarasi</em>" in hit.meta.highlight.name[0] for hit in found if hit.meta.id == "3")


def test_every_kind_of_facet(elasticsearch: Elasticsearch, products: str) -> None:
    aggregations: dict[str, Any] = {
        "histogram": {"histogram": {"field": "price", "interval": 200}},
        "kinds": {"cardinality": {"field": "kind"}},
        "all": {"composite": {"sources": [{"kind": {"terms": {"field": "kind"}}}]}},
        "silk": {"filters": {"filters": {"silk": {"match": {"name": "silk"}}}}},
        "months": {"date_histogram": {"field": "made", "calendar_interval": "month"}},
        "price": {"stats": {"field": "price"}},
    }
    told = elasticsearch.search(index=products, size=0, aggregations=aggregations)["aggregations"]
    assert [bucket["doc_count"] for bucket in told["histogram"]["buckets"]] == [1, 2, 2]
    assert told["kinds"]["value"] == 4
    assert [bucket["key"]["kind"] for bucket in told["all"]["buckets"]] == ["bowl", "painting", "saree", "vase"]
    assert told["silk"]["buckets"]["silk"]["doc_count"] == 2
    assert [bucket["doc_count"] for bucket in told["months"]["buckets"]] == [5]
    assert (told["price"]["min"], told["price"]["max"]) == (100, 500)


def test_facets_that_exclude_themselves_stand_beside_a_post_filter(elasticsearch: Elasticsearch, products: str) -> None:
    answer = elasticsearch.search(
        index=products,
        query={"match": {"name": "silk pottery"}},
        post_filter={"term": {"kind": "saree"}},
        aggregations={"kind": {"terms": {"field": "kind"}}},
    )
    assert {hit["_id"] for hit in answer["hits"]["hits"]} == {"3", "4"}
    assert {bucket["key"] for bucket in answer["aggregations"]["kind"]["buckets"]} == {"saree", "vase", "bowl"}


def test_pages_of_one_moment(elasticsearch: Elasticsearch, products: str) -> None:
    moment = elasticsearch.open_point_in_time(index=products, keep_alive="1m")["id"]
    elasticsearch.delete(index=products, id="5", refresh=True)
    seen: list[str] = []
    after: list[Any] | None = None
    while True:
        pit = {"id": moment, "keep_alive": "1m"}
        hits = elasticsearch.search(pit=pit, sort=[{"price": "desc"}], size=2, search_after=after)["hits"]["hits"]
        if not hits:
            break
        seen += [hit["_id"] for hit in hits]
        after = hits[-1]["sort"]
    elasticsearch.close_point_in_time(id=moment)
    assert seen == ["5", "4", "3", "2", "1"]


def test_a_template_gives_an_index_its_settings(elasticsearch: Elasticsearch, index_prefix: str) -> None:
    template: dict[str, Any] = {"settings": {"number_of_replicas": 0}, "mappings": {"dynamic": "strict"}}
    elasticsearch.indices.put_index_template(
        name=f"{index_prefix}all", index_patterns=[f"{index_prefix}*"], template=template, priority=500
    )
    elasticsearch.indices.create(index=f"{index_prefix}one")
    with pytest.raises(BadRequestError, match="strict"):
        elasticsearch.index(index=f"{index_prefix}one", document={"unknown": 1})


def test_why_something_was_found_is_explained(elasticsearch: Elasticsearch, products: str) -> None:
    told = elasticsearch.explain(index=products, id="3", query={"match": {"name": "silk"}})
    assert told["matched"] and told["explanation"]["details"]


def test_spelling_dictionaries_are_known_and_their_absence_is_told(elasticsearch: Elasticsearch) -> None:
    with pytest.raises(ApiError, match="hunspell dictionary for locale: xx_YY"):
        elasticsearch.indices.analyze(tokenizer="standard", filter=[{"type": "hunspell", "locale": "xx_YY"}], text="saree")
