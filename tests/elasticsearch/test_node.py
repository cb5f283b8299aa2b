"""The node has what the search engine's index asks for, under the names that the full distribution has."""

from typing import Any

import pytest
from elasticsearch import BadRequestError, ConflictError, Elasticsearch, NotFoundError


def tokens(elasticsearch: Elasticsearch, text: str, *filters: str | dict[str, Any], tokenizer: str = "standard") -> list[str]:
    """What the filters make of the text, as an index without a name would."""
    answer = elasticsearch.indices.analyze(tokenizer=tokenizer, filter=list(filters), text=text)
    return [token["token"] for token in answer["tokens"]]


def test_it_is_the_real_server(elasticsearch: Elasticsearch) -> None:
    told = elasticsearch.info()
    assert told["version"]["number"].startswith("8.")
    assert elasticsearch.cluster.health()["status"] in {"yellow", "green"}


@pytest.mark.parametrize(
    ("filters", "text", "made"),
    [
        (["lowercase", "asciifolding"], "Café", ["cafe"]),
        ([{"type": "edge_ngram", "min_gram": 2, "max_gram": 4}], "saree", ["sa", "sar", "sare"]),
        ([{"type": "ngram", "min_gram": 4, "max_gram": 5}], "saree", ["sare", "saree", "aree"]),
        ([{"type": "length", "min": 3}], "a silk saree", ["silk", "saree"]),
        (["trim"], "saree", ["saree"]),
        ([{"type": "synonym", "synonyms": ["silk => resham"]}, "remove_duplicates"], "silk", ["resham"]),
        (["decimal_digit"], "५०० रुपये", ["500", "रुपये"]),
        (["indic_normalization"], "\u0905\u093eम", ["आम"]),
        (["hindi_normalization"], "ज़री", ["जरि"]),
        (["bengali_normalization"], "শাড়ী", ["সাড়ি"]),
        ([{"type": "stemmer", "language": "english"}], "sarees weaving", ["sare", "weav"]),
        ([{"type": "stemmer", "language": "light_english"}], "sarees", ["saree"]),
        ([{"type": "stemmer", "language": "minimal_english"}], "carpets", ["carpet"]),
        ([{"type": "stemmer", "language": "possessive_english"}], "weaver's", ["weaver"]),
        ([{"type": "stemmer", "language": "hindi"}], "साड़ियों", ["साड़"]),
        ([{"type": "stemmer", "language": "bengali"}], "শাড়িগুলো", ["শাড়ি"]),
        (["icu_folding"], "Śrīnagar साड़ी", ["srinagar", "साडी"]),
        ([{"type": "icu_normalizer", "name": "nfkc_cf"}], "Ｓａｒｅｅ", ["saree"]),
        ([{"type": "icu_transform", "id": "Any-Latin; NFD; [:Nonspacing Mark:] Remove; NFC"}], "बनारसी", ["banarasi"]),
        ([{"type": "icu_transform", "id": "Tamil-Devanagari"}], "பட்டு", ["पट्टु"]),
        ([{"type": "phonetic", "encoder": "double_metaphone", "replace": True}], "Channapatna Chennapatana", ["XNPT", "XNPT"]),
        (["lowercase", "stop"], "the Saree of Banaras", ["saree", "banaras"]),
        ([{"type": "shingle", "output_unigrams": False}], "blue pottery jaipur", ["blue pottery", "pottery jaipur"]),
    ],
)
def test_token_filters(elasticsearch: Elasticsearch, filters: list[Any], text: str, made: list[str]) -> None:
    assert tokens(elasticsearch, text, *filters) == made


def test_tokenizers_and_character_filters(elasticsearch: Elasticsearch) -> None:
    assert tokens(elasticsearch, "Blue Pottery", tokenizer="keyword") == ["Blue Pottery"]
    assert tokens(elasticsearch, "GI-tagged saree", tokenizer="whitespace") == ["GI-tagged", "saree"]
    assert tokens(elasticsearch, "textiles/sarees", tokenizer="path_hierarchy") == ["textiles", "textiles/sarees"]
    assert tokens(elasticsearch, "बनारसी साड़ी", tokenizer="icu_tokenizer") == ["बनारसी", "साड़ी"]
    chars: list[Any] = [
        "html_strip",
        {"type": "mapping", "mappings": ["ज़ => z"]},
        {"type": "pattern_replace", "pattern": "[0-9]+", "replacement": "n"},
    ]
    answer = elasticsearch.indices.analyze(tokenizer="standard", char_filter=chars, text="<b>ज़</b> 221001")
    assert [token["token"] for token in answer["tokens"]] == ["z", "n"]


@pytest.mark.parametrize(
    ("analyzer", "text", "made"),
    [
        ("english", "the weaver's sarees", ["weaver", "sare"]),
        ("hindi", "साड़ियों का दाम", ["साड", "दाम"]),
        ("simple", "GI", ["gi"]),
    ],
)
def test_analyzers(elasticsearch: Elasticsearch, analyzer: str, text: str, made: list[str]) -> None:
    answer = elasticsearch.indices.analyze(analyzer=analyzer, text=text)
    assert [token["token"] for token in answer["tokens"]] == made


def test_what_is_not_there_is_refused_by_name(elasticsearch: Elasticsearch) -> None:
    with pytest.raises(BadRequestError, match="no_such_filter"):
        tokens(elasticsearch, "saree", "no_such_filter")


def test_a_synonym_of_several_words_is_found_as_a_phrase(elasticsearch: Elasticsearch, index_prefix: str) -> None:
    index = f"{index_prefix}crafts"
    analysis = {
        "filter": {"crafts": {"type": "synonym_graph", "synonyms": ["chikan, chikankari, lucknowi embroidery"]}},
        "analyzer": {"asked": {"tokenizer": "standard", "filter": ["lowercase", "crafts"]}},
    }
    name = {"type": "text", "analyzer": "standard", "search_analyzer": "asked"}
    elasticsearch.indices.create(index=index, settings={"analysis": analysis}, mappings={"properties": {"name": name}})
    for number, text in enumerate(["Lucknowi embroidery kurta", "Lucknowi attar", "Chikankari kurta"]):
        elasticsearch.index(index=index, id=str(number), document={"name": text})
    elasticsearch.indices.refresh(index=index)
    found = elasticsearch.search(index=index, query={"match": {"name": {"query": "chikan kurta", "operator": "and"}}})
    assert {hit["_id"] for hit in found["hits"]["hits"]} == {"0", "2"}


def test_the_completion_suggester(elasticsearch: Elasticsearch, index_prefix: str) -> None:
    index = f"{index_prefix}suggestions"
    elasticsearch.indices.create(index=index, mappings={"properties": {"said": {"type": "completion"}}})
    for text, weight in (("Banarasi saree", 5), ("Banaras brocade", 9), ("Blue pottery", 7)):
        elasticsearch.index(index=index, document={"said": {"input": text, "weight": weight}})
    elasticsearch.indices.refresh(index=index)
    completion = {"field": "said", "fuzzy": {"fuzziness": 1}}
    answer = elasticsearch.search(index=index, suggest={"typed": {"prefix": "banatas", "completion": completion}})
    assert [option["text"] for option in answer["suggest"]["typed"][0]["options"]] == ["Banaras brocade", "Banarasi saree"]


def test_a_stale_external_version_is_a_conflict(elasticsearch: Elasticsearch, index_prefix: str) -> None:
    index = f"{index_prefix}versions"
    elasticsearch.indices.create(index=index)
    elasticsearch.index(index=index, id="1", document={"name": "new"}, version=7, version_type="external")
    for stale in (6, 7):
        with pytest.raises(ConflictError):
            elasticsearch.index(index=index, id="1", document={"name": "old"}, version=stale, version_type="external")
    elasticsearch.delete(index=index, id="1", version=8, version_type="external")
    with pytest.raises(ConflictError):
        elasticsearch.index(index=index, id="1", document={"name": "old"}, version=7, version_type="external")


def test_an_index_that_was_not_made_is_not_written_to(elasticsearch: Elasticsearch, index_prefix: str) -> None:
    """Else one without our mapping would take the name of an alias."""
    with pytest.raises(NotFoundError):
        elasticsearch.index(index=f"{index_prefix}products", document={"name": "Saree"})


def test_an_alias_moves_at_once_or_not_at_all(elasticsearch: Elasticsearch, index_prefix: str) -> None:
    old, new, alias = (f"{index_prefix}{name}" for name in ("old", "new", "products"))
    elasticsearch.indices.create(index=old, aliases={alias: {}})
    elasticsearch.indices.create(index=new)
    away = {"remove": {"index": old, "alias": alias}}
    with pytest.raises(NotFoundError):
        elasticsearch.indices.update_aliases(actions=[away, {"add": {"index": f"{index_prefix}nowhere", "alias": alias}}])
    assert set(elasticsearch.indices.get_alias(name=alias)) == {old}
    elasticsearch.indices.update_aliases(actions=[away, {"add": {"index": new, "alias": alias}}])
    assert set(elasticsearch.indices.get_alias(name=alias)) == {new}


def test_facets_nested_values_distance_and_vectors(elasticsearch: Elasticsearch, index_prefix: str) -> None:
    index = f"{index_prefix}products"
    mappings = {
        "properties": {
            "district": {"type": "keyword"},
            "price": {"type": "integer"},
            "values": {"type": "nested", "properties": {"name": {"type": "keyword"}, "value": {"type": "keyword"}}},
            "place": {"type": "geo_point"},
            "sense": {"type": "dense_vector", "dims": 2, "similarity": "cosine"},
        }
    }
    elasticsearch.indices.create(index=index, mappings=mappings)
    for number, (district, price, place) in enumerate([("varanasi", 900, (25.3, 83.0)), ("lucknow", 400, (26.8, 80.9))]):
        values = [{"name": "colour", "value": "red" if number else "blue"}]
        document = {"district": district, "price": price, "values": values, "sense": [number, 1]}
        elasticsearch.index(index=index, id=district, document={**document, "place": {"lat": place[0], "lon": place[1]}})
    elasticsearch.indices.refresh(index=index)
    aggregations = {
        "district": {"terms": {"field": "district"}},
        "price": {"range": {"field": "price", "ranges": [{"to": 500}, {"from": 500}]}},
        "red": {"nested": {"path": "values"}, "aggs": {"of": {"filter": {"term": {"values.value": "red"}}}}},
    }
    told = elasticsearch.search(index=index, size=0, aggregations=aggregations)["aggregations"]
    assert {bucket["key"]: bucket["doc_count"] for bucket in told["district"]["buckets"]} == {"varanasi": 1, "lucknow": 1}
    assert [bucket["doc_count"] for bucket in told["price"]["buckets"]] == [1, 1]
    assert told["red"]["of"]["doc_count"] == 1
    near = {"geo_distance": {"distance": "50km", "place": {"lat": 26.9, "lon": 81.0}}}
    assert ids(elasticsearch.search(index=index, query=near)) == ["lucknow"]
    knn = {"field": "sense", "query_vector": [1.0, 1.0], "k": 1, "num_candidates": 5}
    assert ids(elasticsearch.search(index=index, knn=knn)) == ["lucknow"]
    scored = {"function_score": {"query": {"match_all": {}}, "field_value_factor": {"field": "price"}, "boost_mode": "replace"}}
    assert ids(elasticsearch.search(index=index, query=scored)) == ["varanasi", "lucknow"]


def ids(answer: Any) -> list[str]:
    """Of what was found, best first."""
    return [hit["_id"] for hit in answer["hits"]["hits"]]
