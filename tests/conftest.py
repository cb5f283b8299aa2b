"""What every test may ask for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker, Settings

pytest_plugins = ["tests.elasticsearch.plugin"]
# A slow machine fails no test: time is measured by benches.
hypothesis_settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("house")


@pytest.fixture(autouse=True)
def _own_language() -> Iterator[None]:
    """A request made in one test leaves its language active in the process: the next test starts in the settings' again."""
    yield
    translation.deactivate()


@pytest.fixture
def hear_news(db: None) -> Callable[[], int]:
    """Call it: delivers at once, in this test's transaction, everything announced so far and what the handlers announce.

    It returns how many deliveries there were, and raises what a handler raises.
    """
    from marketplace.news.deliver import deliver_here

    return deliver_here


@pytest.fixture
def media_root(settings: Settings, tmp_path: Path) -> Path:
    """A folder of the test's own, which uploads are kept in."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture(scope="module")
def workshop_ends() -> Iterator[None]:
    """The process that makes pictures anew ends with the module's tests."""
    from catalog.media import workshop

    yield
    workshop.close()


@pytest.fixture(scope="module")
def reference_data(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The reference data in the database for all tests of a module; ask for it before `db`, and change it only in `db`."""
    from django.db import connection

    from marketplace.reference.load import load
    from tests.marketplace.reference_files import TABLES

    with django_db_blocker.unblock():
        load()
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
        connection.close()
