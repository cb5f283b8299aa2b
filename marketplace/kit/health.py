"""Two questions for whoever watches the web server: does it live, and can it serve."""

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse

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
        if not _migrated:
            executor = MigrationExecutor(connection)
            _migrated = not executor.migration_plan(executor.loader.graph.leaf_nodes())
            return "ok" if _migrated else "migrations missing"
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unreachable"
    return "ok"


def _valkey() -> str:
    try:
        client = redis.Redis.from_url(settings.VALKEY_URL, socket_timeout=2, socket_connect_timeout=2)
        client.ping()
        client.close()
    except redis.RedisError:
        return "unreachable"
    return "ok"
