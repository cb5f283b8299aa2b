"""Which engines there are, without loading any of them."""

from django.conf import settings

POSTGRESQL, ELASTICSEARCH = "postgresql", "elasticsearch"


def engine_names() -> tuple[str, ...]:
    """Their names; Elasticsearch only where there is one."""
    return (ELASTICSEARCH, POSTGRESQL) if settings.ELASTICSEARCH_URL else (POSTGRESQL,)
