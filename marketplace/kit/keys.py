"""Keys for one purpose each, derived from SECRET_KEY, so that what one part signs no other part takes for its own."""

import hmac
from functools import cache

from django.conf import settings


def hkdf(secret: bytes, *, salt: bytes, info: bytes, length: int = 32) -> bytes:
    """HKDF with SHA-256 (RFC 5869); at most 255 times 32 bytes."""
    extracted = hmac.digest(salt, secret, "sha256")
    block, key = b"", b""
    for number in range(1, -(-length // 32) + 1):
        block = hmac.digest(extracted, block + info + bytes([number]), "sha256")
        key += block
    return key[:length]


def key_for(purpose: str) -> bytes:
    """The 32 bytes for a purpose, such as "access token"; they change with SECRET_KEY."""
    return _derived(settings.SECRET_KEY, purpose)


@cache
def _derived(secret: str, purpose: str) -> bytes:
    return hkdf(secret.encode(), salt=b"zila", info=purpose.encode())
