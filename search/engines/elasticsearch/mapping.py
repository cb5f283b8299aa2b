"""What an index of ours looks like: its analysis and its fields. Changed here, it takes an index made anew (`zila reindex`)."""

from typing import Any

from search.engines.document import Words

PARTS = Words._fields
NAMES = tuple(part for part in PARTS if part != "about")
"""The fields of all words but those of the description."""
RESULTS = 10_000
_KEYWORD = {"type": "keyword", "doc_values": False}
_LATIN = "[[:Latin:][:Common:]]"

ANALYSIS: dict[str, Any] = {
    "filter": {
        "latin_folding": {"type": "icu_folding", "unicode_set_filter": _LATIN},
        "english_possessive": {"type": "stemmer", "language": "possessive_english"},
        "english_stem": {"type": "stemmer", "language": "english"},
        "hindi_stem": {"type": "stemmer", "language": "hindi"},
    },
    "analyzer": {
        # The words as search.language cut them already, of documents and of questions alike.
        "cut": {"type": "custom", "tokenizer": "whitespace"},
        "native": {
            "type": "custom",
            "tokenizer": "icu_tokenizer",
            "filter": [
                "lowercase", "decimal_digit", "indic_normalization", "hindi_normalization", "latin_folding",
                "english_possessive", "english_stem", "hindi_stem",
            ],
        },
    },
}  # fmt: skip


def settings(*, shards: int = 1, replicas: int = 0) -> dict[str, Any]:
    """The settings of an index. A second is what a change may take to be found (`refresh_interval`)."""
    return {
        "number_of_shards": shards,
        "number_of_replicas": replicas,
        "refresh_interval": "500ms",
        "max_result_window": RESULTS,
        "analysis": ANALYSIS,
    }


def mappings() -> dict[str, Any]:
    """The fields. Nothing is kept as it was sent: all that is shown comes from the catalogue."""
    part = {"type": "text", "analyzer": "cut", "norms": False, "index_options": "docs"}
    return {
        "dynamic": "strict",
        "_source": {"enabled": False},
        "properties": {
            "product": {"type": "long"},
            "channel": {"type": "long"},
            "version": {"type": "long", "index": False},
            "print": {"type": "keyword", "index": False},
            **dict.fromkeys(PARTS, part),
            "phrases": {
                "type": "text", "analyzer": "native", "norms": False, "position_increment_gap": 100,
            },
            "spelling": {
                "type": "text", "analyzer": "cut", "norms": False, "index_options": "docs",
                "index_prefixes": {"min_chars": 1, "max_chars": 10},
            },
            "codes": _KEYWORD,
            "since": {"type": "date"},
            "changed": {"type": "date"},
            "facets": {"type": "keyword", "index": False, "eager_global_ordinals": True},
            "district": _KEYWORD, "state": _KEYWORD, "categories": _KEYWORD, "choices": _KEYWORD, "seller_kind": _KEYWORD,
            "country": _KEYWORD,
            "craft_key": _KEYWORD, "gi_tag": _KEYWORD, "seller": {"type": "long"},
            "gi_days": {"type": "date_range", "format": "strict_date"},
            "odop": {"type": "boolean"}, "women_led": {"type": "boolean"}, "stocked": {"type": "boolean"},
            "small": {"type": "boolean"},
            "price": {"type": "long"},
            "quality": {"type": "double"},
            "rating": {"type": "integer"}, "reviews": {"type": "integer"},
            "where": {"type": "geo_point"},
        },
    }  # fmt: skip
