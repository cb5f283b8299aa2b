"""The engines that there are, by name."""

from django.conf import settings

from search.engines.elasticsearch.engine import Elasticsearch
from search.engines.engine import Engine
from search.engines.postgresql.engine import PostgreSQL


def engines() -> dict[str, Engine]:
    """Each of them: Elasticsearch only where there is one."""
    usable: tuple[Engine, ...] = (PostgreSQL(), Elasticsearch()) if settings.ELASTICSEARCH_URL else (PostgreSQL(),)
    return {one.name: one for one in usable}
