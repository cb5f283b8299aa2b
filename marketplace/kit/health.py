"""Two questions for whoever watches the web server: does it live, and can it serve."""

import psycopg
import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from redis.backoff import NoBackoff
from redis.retry import Retry

PATIENCE = 2  # seconds for one server; a frozen one takes connections and never answers
_migrated = False


def live(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers."""
    return JsonResponse({"status": "live"})


def ready(request: HttpRequest) -> JsonResponse:
    """200 with "ok" for each part that serving needs; 503 that names the parts which fail."""
    parts = {"database": _database(), "valkey": _valkey()}
    good = all(state == "ok" for state in parts.values())
    return JsonResponse({"status": "ready" if good else "not ready", **parts}, status=200 if good else 503)


def _database() -> str:
    global _migrated
    try:
        _greet()
        if not _migrated:
            executor = MigrationExecutor(connection)
            _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    except (DatabaseError, psycopg.Error):
        return "unreachable"
    return "ok" if _migrated else "migrations missing"


def _greet() -> None:
    """Sign in anew and leave: PostgreSQL has answered then, and only for signing in there is a limit of time on our side."""
    held = connection.settings_dict
    names = {"host": held["HOST"], "port": held["PORT"], "user": held["USER"], "password": held["PASSWORD"]}
    psycopg.connect(**names, dbname=held["NAME"], connect_timeout=PATIENCE).close()


def _valkey() -> str:
    try:
        once = Retry(NoBackoff(), 0)
        with redis.Redis.from_url(
            settings.VALKEY_URL, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE, retry=once
        ) as client:
            client.ping()
    except redis.RedisError:
        return "unreachable"
    return "ok"
