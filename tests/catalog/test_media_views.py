"""Files over HTTP: nothing but pictures, nothing that can run, the same for ever."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from marketplace.kit.files import files

KEY = "public/pictures/0a1b/720-00ff00ff.webp"
CONTENT = b"RIFF\x04\x00\x00\x00WEBP" + bytes(500)


@pytest.fixture(autouse=True)
def _stored(settings: Settings, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    (tmp_path / "secret.webp").write_bytes(b"secret")
    files().put(KEY, CONTENT)
    files().put("quarantine/uploads/0a1b.bin", b"secret")


def strict(response: object, disposition: str = "inline") -> bool:
    headers = response.headers
    return (
        headers["X-Content-Type-Options"] == "nosniff"
        and headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        and headers["Content-Disposition"] == disposition
    )


def test_a_public_file_is_served_with_strict_headers(client: Client) -> None:
    response = client.get("/media/" + KEY)
    assert (response.status_code, response.content) == (200, CONTENT)
    assert strict(response)
    assert response.headers["Content-Type"] == "image/webp"
    assert response.headers["Content-Length"] == str(len(CONTENT))
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["ETag"]
    assert "Set-Cookie" not in response.headers
    assert "Cookie" not in response.headers.get("Vary", "")


def test_the_type_follows_from_our_table_not_from_the_content(client: Client) -> None:
    key = "public/pictures/0a1b/720-1111.avif"
    files().put(key, b"<script>alert(1)</script>")
    assert client.get("/media/" + key).headers["Content-Type"] == "image/avif"


@pytest.mark.parametrize("ending", ["avif", "webp", "jpg", "png"])
def test_a_picture_of_our_making_is_shown(client: Client, ending: str) -> None:
    """Without JavaScript "Look closely" is a plain link to it."""
    key = f"public/pictures/0a1b/1440-1111.{ending}"
    files().put(key, CONTENT)
    response = client.get("/media/" + key)
    assert response.headers["Content-Type"].startswith("image/")
    assert strict(response, "inline")


@pytest.mark.parametrize("ending", ["pdf", "bin"])
def test_any_other_file_is_saved_never_rendered_in_our_name(client: Client, ending: str) -> None:
    key = f"public/papers/0a1b/1111.{ending}"
    files().put(key, b"<script>alert(1)</script>")
    response = client.get("/media/" + key)
    assert response.status_code == 200
    assert strict(response, "attachment")


def test_those_who_have_it_are_told_so(client: Client) -> None:
    etag = client.get("/media/" + KEY).headers["ETag"]
    for asked in (etag, f"W/{etag}", f'"other", {etag}'):
        response = client.get("/media/" + KEY, headers={"If-None-Match": asked})
        assert (response.status_code, response.content) == (304, b"")
        assert response.headers["ETag"] == etag
        assert strict(response)
    assert client.get("/media/" + KEY, headers={"If-None-Match": '"other"'}).status_code == 200


def test_head_has_the_headers_and_no_body(client: Client) -> None:
    response = client.head("/media/" + KEY)
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["Content-Length"] == str(len(CONTENT))
    assert response.headers["Content-Type"] == "image/webp"
    assert strict(response)


@pytest.mark.parametrize(
    "path",
    [
        "public/pictures/0a1b/999-00ff00ff.webp", "public/pictures/0a1b", "public/", "quarantine/uploads/0a1b.bin",
        "public/../quarantine/uploads/0a1b.bin", "public/../../secret.webp", "../secret.webp", "..%2fsecret.webp",
        "public/%2e%2e/quarantine/uploads/0a1b.bin", "public//pictures/0a1b/720-00ff00ff.webp", "/etc/passwd",
        "public/pictures/0a1b/720-00ff00ff.webp/", "public/pictures/0a1b/720-00ff00ff.webp.html", "public\\pictures", "x" * 5000,
        "public/pictures/0A1B/720-00ff00ff.webp", "public/%E0%A4%95.webp",
    ],
)  # fmt: skip
def test_any_other_key_is_not_found(client: Client, path: str) -> None:
    response = client.get("/media/" + path)
    assert response.status_code == 404
    assert b"secret" not in response.content
    assert strict(response, "attachment")
    assert response.headers["Content-Type"].startswith("text/plain")
    assert response.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_malformed_addresses_are_refused(client: Client) -> None:
    assert client.get("/media/public/a%00.webp").status_code == 400
    assert client.get("/media/public/%ff.webp").status_code in {400, 404}


def test_files_are_only_read(client: Client) -> None:
    for ask in (client.post, client.put, client.delete, client.patch, client.options):
        response = ask("/media/" + KEY)
        assert response.status_code == 405
        assert strict(response, "attachment")
    assert files().get(KEY) == CONTENT
