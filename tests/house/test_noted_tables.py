"""Somebody has thought about each table: how the answers that are kept hear of its changes."""

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.db import connection

pytestmark = pytest.mark.django_db

_TRIGGERS = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'note_change'"


def _noted() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(_TRIGGERS)
        return {name for (name,) in cursor.fetchall()}


def _said() -> tuple[list[str], list[str]]:
    """The tables that facts tell of and those that no anonymous answer reads, as the packages say."""
    told: list[str] = []
    unread: list[str] = []
    for config in apps.get_app_configs():
        if find_spec(f"{config.name}.freshness"):
            module = import_module(f"{config.name}.freshness")
            told += getattr(module, "TOLD_BY_FACTS", ())
            unread += getattr(module, "READ_BY_NOBODY", {})
    return told, unread


def test_each_table_is_noted_told_of_or_unread() -> None:
    models = apps.get_models(include_auto_created=True)
    tables = {model._meta.db_table for model in models if model._meta.managed}  # a view changes with the tables it shows
    told, unread = _said()
    assert len(tables) > 50
    assert sorted(tables - _noted() - {*told, *unread}) == []
    assert sorted({*told, *unread} - tables) == []
    assert len({*told, *unread}) == len(told) + len(unread)


def test_what_nobody_reads_is_not_noted() -> None:
    """A note makes all answers stale."""
    assert _noted() & set(_said()[1]) == set()
