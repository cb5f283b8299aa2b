"""Two questions for whoever watches the web server: does it live, and can it serve."""

import base64
import json
import urllib.request
from http.client import HTTPException
from urllib.parse import unquote, urlsplit

import psycopg
import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.utils.module_loading import import_string
from redis.backoff import NoBackoff
from redis.retry import Retry

PATIENCE = 2  # seconds for one server; a frozen one takes connections and never answers
SEARCH_PATIENCE = 1  # second; the shop waits no longer for it either
SEARCH_SERVES = {"yellow", "green"}
_DIRECTLY = urllib.request.build_opener(urllib.request.ProxyHandler({}))
_migrated = False


def live(request: HttpRequest) -> JsonResponse:
    """200 as long as the process answers."""
    return JsonResponse({"status": "live"})


def ready(request: HttpRequest) -> JsonResponse:
    """200 with "ok" for each part that serving needs; 503 that names the parts which fail.

    Elasticsearch, where it is used, is "ok" or "degraded", and never the reason of a 503: PostgreSQL answers in its place.
    `engine` says who answers searches in this process now.
    """
    parts = {"database": _database(), "valkey": _valkey()}
    good = all(state == "ok" for state in parts.values())
    if settings.ELASTICSEARCH_URL:
        parts["search"] = _search(settings.ELASTICSEARCH_URL)
        parts["engine"] = import_string(settings.SEARCH_ANSWERED_BY)()
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


def _search(address: str) -> str:
    """Asked without the client library, which a process that does not search need not load."""
    parts = urlsplit(address)
    request = urllib.request.Request(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/_cluster/health")
    if parts.username:
        known = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        request.add_header("Authorization", f"Basic {base64.b64encode(known).decode()}")
    try:
        with _DIRECTLY.open(request, timeout=SEARCH_PATIENCE) as answer:
            told = json.load(answer)
    except (OSError, HTTPException, ValueError):
        return "degraded"
    return "ok" if isinstance(told, dict) and told.get("status") in SEARCH_SERVES else "degraded"
