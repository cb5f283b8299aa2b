"""People who sign in through the GraphQL door, each test's from a network address of its own."""

import random
from typing import Any
from uuid import uuid4

import orjson
from django.test import Client

from marketplace.accounts.actions import create_person
from marketplace.accounts.models import User

PASSWORD = "kaarigar-ki-dukaan-7"

CREATE = """mutation ($email: String!, $password: String!, $audience: String) {
  tokenCreate(email: $email, password: $password, audience: $audience) {
    token refreshToken user { id email } errors { field message code }
  }
}"""
TURN = (
    "mutation ($token: String) { tokenRefresh(refreshToken: $token) { token refreshToken user { email } errors { field code } } }"
)
KEEP = "mutation ($token: String) { tokenRefresh(refreshToken: $token) { token errors { field code } } }"
VERIFY = "mutation ($token: String!) { tokenVerify(token: $token) { isValid payload user { email } errors { field code } } }"
DEACTIVATE = "mutation { tokensDeactivateAll { errors { field code } } }"
ME = "{ me { id email firstName lastName isActive isStaff isConfirmed dateJoined languageCode } }"


def somebody(**more: Any) -> User:
    """A person with PASSWORD."""
    return create_person(email=f"asha-{uuid4().hex[:12]}@example.org", password=PASSWORD, **more)


def some_address() -> str:
    """An address that no other test has."""
    return f"10.{random.SystemRandom().randrange(2**24) >> 16}.{'.'.join(str(byte) for byte in uuid4().bytes[:2])}"


class Device:
    """A client at an address of its own; it sends the access token that it holds."""

    def __init__(self, address: str | None = None) -> None:
        self.client = Client(REMOTE_ADDR=address or some_address())
        self.access: str | None = None
        self.refresh: str | None = None

    def post(self, query: str, *, headers: dict[str, str] | None = None, **variables: Any) -> dict[str, Any]:
        """The whole answer."""
        if headers is None:
            headers = {"Authorization": f"Bearer {self.access}"} if self.access else {}
        body = orjson.dumps({"query": query, "variables": variables})
        response = self.client.post("/graphql/", data=body, content_type="application/json", headers=headers)
        answer: dict[str, Any] = response.json()
        return answer

    def ask(self, query: str, **variables: Any) -> Any:
        """What the only root field says; an AssertionError where there are errors."""
        answer = self.post(query, **variables)
        assert "errors" not in answer, answer
        (value,) = answer["data"].values()
        return value

    def sign_in(self, email: str, password: str = PASSWORD, **more: Any) -> dict[str, Any]:
        """What tokenCreate says; its tokens are kept."""
        said: dict[str, Any] = self.ask(CREATE, email=email, password=password, **more)
        self.access, self.refresh = said["token"], said["refreshToken"]
        return said
