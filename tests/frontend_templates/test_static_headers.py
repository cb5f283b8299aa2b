"""Static files as WhiteNoise sends them."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db  # the end of each request looks after the connection


@pytest.mark.parametrize("name", ["css/zila.css", "pictures/favicon.svg"])
def test_static_files_are_for_our_pages_and_are_what_they_say(name: str) -> None:
    response = Client().get(f"/static/{name}")
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff" and response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in response and not response.cookies
    response.close()


def test_a_drawing_opened_by_itself_runs_nothing() -> None:
    response = Client().get("/static/pictures/favicon.svg")
    assert response["Content-Security-Policy"].startswith("default-src 'none'")
    response.close()
