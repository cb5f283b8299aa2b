"""Somebody has thought about each fact: which kept answers it makes stale is said in its package's freshness.py."""

from django.utils.module_loading import autodiscover_modules

from marketplace.answers.turns import is_spoken_for
from marketplace.news import facts


def test_every_fact_is_spoken_for() -> None:
    autodiscover_modules("events", "freshness")
    kinds = {facts.kind_of(cls) for cls in facts._kinds.values() if cls.__module__.endswith(".events")}
    assert len(kinds) > 30
    assert sorted(kind for kind in kinds if not is_spoken_for(kind)) == []
