"""What the tests of this package may ask for."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.db import connection

from marketplace.celery import app
from tests.marketplace import newsroom

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def cups(db: None) -> Iterator[None]:
    """The table of the effects of the news tests, in the transaction of the test."""
    with connection.cursor() as cursor:
        cursor.execute(newsroom.EFFECTS)
    yield
    newsroom.on_pour.clear()


@pytest.fixture
def real_cups(transactional_db: None) -> Iterator[None]:
    """The same for tests with real commits."""
    with connection.cursor() as cursor:
        cursor.execute(newsroom.EFFECTS)
    yield
    newsroom.on_pour.clear()
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE news_effect")


@pytest.fixture
def queue() -> Iterator[str]:
    """A queue of this test's own: neighbours on the same Valkey hear nothing, and no mark of a killed worker stands."""
    name = f"news-{uuid4()}"
    before, app.conf.task_default_queue = app.conf.task_default_queue, name
    vars(app).pop("amqp", None)  # it has cached the queue's name
    yield name
    with app.connection_for_write() as broker:
        broker.default_channel.queue_delete(name)
    app.conf.task_default_queue = before
    vars(app).pop("amqp", None)


@pytest.fixture
def environment(queue: str, tmp_path: Path) -> dict[str, str]:
    """The variables of a process that works on the test's database."""
    held = connection.settings_dict
    address = f"postgres://{quote(held['USER'])}:{quote(held['PASSWORD'])}@{held['HOST']}:{held['PORT']}/{held['NAME']}"
    names = {"PYTHONPATH": str(ROOT), "DATABASE_URL": address, "NEWS_TEST_QUEUE": queue}
    (tmp_path / "crashes").mkdir()
    files = {"NEWS_TEST_CRASHES": str(tmp_path / "crashes"), "NEWS_TEST_TRIES": str(tmp_path / "tries")}
    return {**os.environ, **names, **files}
