"""The GI register, asked for in a constant number of statements."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest

from marketplace.districts.models import District, OdopProduct, State
from marketplace.gi import queries
from marketplace.gi.models import AuthorisedUser, GiTag
from marketplace.kit.paging import PageRequest
from tests.factories import SellerFactory

Statements = Callable[[int], AbstractContextManager[Any]]
pytestmark = pytest.mark.usefixtures("reference_data", "db")


def _page(**asked: Any) -> list[queries.GiTagRow]:
    return list(queries.gi_tags_page(language="hi", page=PageRequest(first=100), **asked).rows)


def _state(slug: str) -> int:
    return State.objects.get(slug=slug).pk


def _district(slug: str) -> int:
    return District.objects.get(slug=slug).pk


def test_one_tag_in_both_languages() -> None:
    hindi, english = queries.gi_tag("lucknow-chikan-craft", "hi"), queries.gi_tag("lucknow-chikan-craft", "en")
    assert hindi is not None and english is not None
    assert (hindi.name, hindi.name_language, hindi.default_name) == ("लखनऊ चिकन शिल्प", "hi", "Lucknow Chikan Craft")
    assert (english.name, english.name_language) == ("Lucknow Chikan Craft", "en")
    assert (hindi.goods_category, hindi.application_no, hindi.is_logo) == ("handicraft", "", False)
    unnamed = queries.gi_tag("napa-valley", "hi")
    assert unnamed is not None and unnamed.name_language == "en"
    assert queries.gi_tag("el-dorado", "en") is None


def test_the_register_is_that_of_india_unless_more_is_asked() -> None:
    asked = PageRequest(first=1)
    assert queries.gi_tags_page(language="en", page=asked).count() == 657
    assert queries.gi_tags_page(language="en", page=asked, countries=queries.GiCountries.ALL).count() == 696


def test_all_pages_together_are_the_register() -> None:
    names: list[str] = []
    after = None
    while True:
        page = queries.gi_tags_page(language="en", page=PageRequest(first=100, after=after))
        names += [row.name for row in page.rows]
        if not page.has_next:
            break
        after = page.end_cursor
    assert len(names) == len(set(names)) == 657


def test_filters() -> None:
    up = _state("uttar-pradesh")
    assert len(_page(state_ids=[up])) == 79
    assert len(_page(state_ids=[up], categories=["handicraft", "agricultural"])) < 79
    assert {row.goods_category for row in _page(state_ids=[up], categories=["food_stuff"])} == {"food_stuff"}
    assert "lucknow-chikan-craft" in {row.slug for row in _page(district_ids=[_district("lucknow")])}
    basmati = [row for row in _page(search="basmati") if row.slug == "basmati"]
    assert len(basmati) == 1 and len(queries.state_ids_of([basmati[0].id])[basmati[0].id]) == 7


@pytest.mark.parametrize("words", ["CHIKAN", "चिकन", " lucknow chikan "])
def test_search_by_name_in_both_languages(words: str) -> None:
    assert "lucknow-chikan-craft" in {row.slug for row in _page(search=words)}


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("words", ["saree", "साड़ी", "Banaras BROC", "%", "", "mango", "no such thing"])
def test_what_is_found_in_memory_is_what_the_list_finds(words: str, language: str) -> None:
    found = queries.find_gi_tags(words, language, limit=5)
    page = queries.gi_tags_page(language=language, page=PageRequest(first=5), search=words)
    assert found == (list(page.rows) if words else [])


def test_search_takes_signs_as_they_are() -> None:
    assert _page(search="%") == [] and _page(search="'; DROP") == []


def test_logos_are_marked() -> None:
    logo = queries.gi_tag("banaras-brocades-and-sarees-logo", "hi")
    assert logo is not None and logo.is_logo and logo.name == "बनारस ब्रोकेड और साड़ियाँ (लोगो)"
    assert GiTag.objects.filter(is_logo=True).count() == 25


def test_areas_come_with_their_basis() -> None:
    tag = queries.gi_tag("agra-durrie", "en")
    assert tag is not None
    assert [(area.district_id, area.basis) for area in queries.areas_of([tag.id])[tag.id]] == [
        (_district("agra"), "general knowledge, unverified")
    ]
    of_agra = queries.gi_tags_of([_district("agra")], "hi")[_district("agra")]
    assert ("आगरा दरी", "general knowledge, unverified") in {(found.tag.name, found.basis) for found in of_agra}


def test_designations_that_rest_on_a_gi() -> None:
    lucknow = OdopProduct.objects.get(district__slug="lucknow", scheme="UP-ODOP", product="Chikankari")
    (link,) = queries.gi_links_of([lucknow.pk])[lucknow.pk]
    assert (link.gi_tag_id, link.basis) == (GiTag.objects.get(slug="lucknow-chikan-craft").pk, "manual, unverified")
    assert lucknow.pk in {row.odop_product_id for row in queries.odop_links_of([link.gi_tag_id])[link.gi_tag_id]}


@pytest.mark.parametrize("count", [1, 3])
def test_many_parents_cost_one_statement(count: int, django_assert_num_queries: Statements) -> None:
    tags = list(GiTag.objects.filter(states__iso="IN-UP").order_by("code").values_list("id", flat=True)[:count])
    districts = list(District.objects.filter(gi_areas__gi_tag__in=tags).values_list("id", flat=True))
    designations = list(OdopProduct.objects.filter(gi_links__isnull=False).order_by("id").values_list("id", flat=True)[:count])
    with django_assert_num_queries(1):
        assert set(queries.gi_tags_by_id(tags, "hi")) == set(tags)
    with django_assert_num_queries(1):
        assert all(queries.areas_of(tags).values())
    with django_assert_num_queries(1):
        assert all(queries.state_ids_of(tags).values())
    with django_assert_num_queries(1):
        assert all(queries.gi_tags_of(districts, "hi").values())
    with django_assert_num_queries(1):
        assert all(queries.gi_links_of(designations).values())
    with django_assert_num_queries(1):
        assert list(queries.odop_links_of(tags)) == tags
    with django_assert_num_queries(1):
        assert queries.authorised_users_of(tags, today=date(2026, 1, 1)) == {tag: [] for tag in tags}
    with django_assert_num_queries(2):  # the names to be put in order, and the page
        queries.gi_tags_page(language="hi", page=PageRequest(first=count))


def test_authorised_users_are_those_of_the_day_and_approved() -> None:
    tag = GiTag.objects.get(slug="lucknow-chikan-craft")
    known = SellerFactory(status="APPROVED", district=District.objects.get(slug="lucknow"))
    waiting = SellerFactory(status="PENDING", district=known.district)
    for seller in (known, waiting):
        AuthorisedUser.objects.create(
            gi_tag=tag, seller=seller, valid_from=date(2024, 5, 1), valid_until=date(2034, 4, 30), source="a test"
        )

    def sellers(today: date) -> list[int]:
        return [row.seller_id for row in queries.authorised_users_of([tag.pk], today=today)[tag.pk]]

    assert sellers(date(2024, 5, 1)) == sellers(date(2034, 4, 30)) == [known.pk]
    assert sellers(date(2024, 4, 30)) == sellers(date(2034, 5, 1)) == []
