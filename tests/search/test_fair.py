"""The fair share of the first places: other sellers have their turn, small ones their places, and nobody else a say."""

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from search.ranking.fair import fair
from search.ranking.rules import Ranking


@dataclass(frozen=True)
class Found:
    """A hit of a search."""

    product: int
    seller: int
    small: bool
    score: float


SMALL_SELLERS = 6  # of 12


@st.composite
def founds(draw: st.DrawFn) -> list[Found]:
    """Hits in the order of their scores, of up to twelve sellers of which half are small."""
    rows = draw(st.lists(st.tuples(st.integers(1, 12), st.sampled_from([0.1, 1.0, 3.5, 4.0, 4.5, 5.0, 9.0])), max_size=130))
    rows.sort(key=lambda row: -row[1])
    return [Found(at + 1, seller, seller <= SMALL_SELLERS, score) for at, (seller, score) in enumerate(rows)]


@st.composite
def rankings(draw: st.DrawFn) -> Ranking:
    """Parameters within their bounds."""
    return Ranking(
        window=draw(st.integers(0, 120)), page=draw(st.integers(1, 40)), most_of_seller=draw(st.integers(1, 6)),
        others_least=draw(st.sampled_from([0.0, 0.5, 0.8, 1.0])), small_share=draw(st.sampled_from([0.0, 0.125, 0.3, 1.0])),
        small_least=draw(st.sampled_from([0.5, 0.8, 1.0])),
    )  # fmt: skip


def _one(product: int, seller: int, score: float = 1.0, *, small: bool = False) -> Found:
    return Found(product, seller, small, score)


def _products(hits: list[Found], ranking: Ranking) -> list[int]:
    return [hit.product for hit in fair(hits, ranking).hits]


@given(founds(), rankings())
def test_nothing_is_lost_or_added_and_what_stands_behind_stays(hits: list[Found], ranking: Ranking) -> None:
    found = fair(hits, ranking)
    assert sorted(hit.product for hit in found.hits) == [hit.product for hit in hits]
    assert found.hits[ranking.window :] == hits[ranking.window :]
    assert found == fair(list(hits), replace(ranking))
    assert {hit.seller for hit in hits if hit.product in found.lifted} <= set(range(1, SMALL_SELLERS + 1))


@given(founds(), rankings())
def test_of_one_seller_and_kind_the_better_one_stays_first(hits: list[Found], ranking: Ranking) -> None:
    for seller in range(1, 13):
        own = [hit.product for hit in fair(hits, ranking).hits if hit.seller == seller]
        assert own == sorted(own)


@given(founds(), rankings())
def test_who_has_had_its_turn_waits_for_all_who_fit(hits: list[Found], ranking: Ranking) -> None:
    placed = fair(hits, ranking).hits[: ranking.window]
    for begin in range(0, len(placed), ranking.page):
        page = placed[begin : begin + ranking.page]
        for at, hit in enumerate(page):
            before = [other.seller for other in page[:at]]
            if before.count(hit.seller) >= ranking.most_of_seller:
                waiting = [
                    other for other in placed[begin + at + 1 :]
                    if other.score >= hit.score * ranking.others_least and before.count(other.seller) < ranking.most_of_seller
                ]  # fmt: skip
                assert not waiting


@given(founds(), rankings())
def test_small_sellers_have_their_share_where_they_fit(hits: list[Found], ranking: Ranking) -> None:
    found = fair(hits, ranking)
    placed = found.hits[: ranking.window]
    for begin in range(0, len(placed), ranking.page):
        page = placed[begin : begin + ranking.page]
        for at, hit in enumerate(page):
            before = page[:at]
            due = int((at + 1) * ranking.small_share + 1e-9)
            if hit.small or sum(other.small for other in before) >= due:
                continue
            sellers = [other.seller for other in before]
            assert not [
                other for other in placed[begin + at + 1 :]
                if other.small and other.score >= hit.score * ranking.small_least
                and sellers.count(other.seller) < ranking.most_of_seller
            ]  # fmt: skip


@given(founds(), rankings())
def test_who_got_a_place_fits_nearly_as_well_as_all_before_whom_it_stands(hits: list[Found], ranking: Ranking) -> None:
    """What was lifted has `small_least` of the score of the best that could have stood there."""
    found = fair(hits, ranking)
    for at, hit in enumerate(found.hits[: ranking.window]):
        if hit.product in found.lifted:
            best_waiting = max(other.score for other in found.hits[at:])
            assert hit.score >= best_waiting * ranking.others_least * ranking.small_least - 1e-9


@given(founds())
def test_where_all_are_allowed_everything_nothing_moves(hits: list[Found]) -> None:
    found = fair(hits, Ranking(most_of_seller=1000, small_share=0.0))
    assert found.hits == hits and not found.lifted and not found.later


def test_others_have_their_turn_after_three_of_one() -> None:
    hits = [_one(1, 1), _one(2, 1), _one(3, 1), _one(4, 1), _one(5, 1), _one(6, 2), _one(7, 3)]
    found = fair(hits, Ranking(small_share=0))
    assert [hit.product for hit in found.hits] == [1, 2, 3, 6, 7, 4, 5]
    assert found.later == {4, 5} and not found.lifted


def test_others_have_no_turn_where_they_fit_badly() -> None:
    """Who looks for a maker by name finds all it makes first."""
    hits = [*(_one(key, 1, 10.0) for key in range(1, 7)), _one(7, 2, 4.9), _one(8, 3, 4.0)]
    assert _products(hits, Ranking(small_share=0)) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_each_page_counts_anew() -> None:
    hits = [*(_one(key, 1) for key in range(1, 5)), *(_one(key, key) for key in range(5, 9))]
    assert _products(hits, Ranking(small_share=0, page=4, most_of_seller=2)) == [1, 2, 5, 6, 3, 4, 7, 8]


def test_every_eighth_place_is_a_small_ones_where_it_fits_as_well() -> None:
    hits = [*(_one(key, key, 10.0) for key in range(1, 10)), _one(20, 20, 8.0, small=True), _one(21, 21, 7.9, small=True)]
    found = fair(hits, Ranking())
    assert [hit.product for hit in found.hits] == [1, 2, 3, 4, 5, 6, 7, 20, 8, 9, 21]
    assert found.lifted == {20} and not found.later


def test_a_small_one_that_stands_there_anyway_fills_the_share() -> None:
    hits = [_one(1, 1, small=True), *(_one(key, key) for key in range(2, 10)), _one(20, 20, small=True)]
    found = fair(hits, Ranking())
    assert found.hits == hits and not found.lifted


def test_an_answer_without_hits_is_fair() -> None:
    assert fair([], Ranking()).hits == []
