"""What every test may ask for."""

from collections.abc import Callable

import pytest


@pytest.fixture
def hear_news(db: None) -> Callable[[], int]:
    """Call it: delivers at once, in this test's transaction, everything announced so far and what the handlers announce.

    It returns how many deliveries there were, and raises what a handler raises.
    """
    from marketplace.news.deliver import deliver_here

    return deliver_here
