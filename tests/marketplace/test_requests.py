"""What every request passes through: ids, malformed addresses and hosts, headers, health."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/health/live", "/", "/hi/", "/graphql/", "/products/?q=a"])
def test_a_host_that_is_not_ours_is_refused(path: str) -> None:
    assert Client(raise_request_exception=False).get(path, headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("path", ["/%00", "/products/%ff%fe/", "/products/?q=%00", "/districts/%c3%28/"])
def test_malformed_addresses_are_refused(path: str) -> None:
    response = Client(raise_request_exception=False).get(path)
    assert response.status_code in (400, 404)
    assert b"Traceback" not in response.content


def test_a_request_has_an_id_and_a_policy() -> None:
    response = Client().get("/health/live", headers={"x-request-id": "abcdefgh-12"})
    assert response["X-Request-ID"] == "abcdefgh-12"
    assert "default-src 'self'" in response["Content-Security-Policy"]
    assert Client().get("/health/live", headers={"x-request-id": "no id\n"})["X-Request-ID"] != "no id\n"


def test_health() -> None:
    assert Client().get("/health/live").json() == {"status": "live"}
    assert Client().get("/health/ready").json() == {"status": "ready", "database": "ok", "valkey": "ok"}
