"""What resolvers are given with each request."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string
from graphql import GraphQLError

from marketplace.kit.requests import host_of
from marketplace.kit.viewer import Viewer


@dataclass(slots=True)
class Context:
    """Who asks, and a place to keep what one request needs twice."""

    request: HttpRequest
    kept: dict[Any, Any] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """Scheme and host that were asked, without a slash at the end."""
        return f"{self.request.scheme}://{host_of(self.request)}"

    @property
    def viewer(self) -> Viewer | None:
        """The person who asks, by the request's token (cookies are not read); read once, when it is first needed.
        GraphQLError where the token does not hold."""
        if "viewer" not in self.kept:
            self.kept["viewer"] = import_string(settings.GRAPHQL_VIEWER)(self.request)
        viewer: Viewer | None = self.kept["viewer"]
        return viewer

    @property
    def known(self) -> Viewer | None:
        """The same, where a token that does not hold is nobody's: it must not hinder reading, or getting a new one."""
        try:
            return self.viewer
        except GraphQLError:
            return None

    @property
    def is_staff(self) -> bool:
        """Whether staff asks, who see drafts."""
        return self.known is not None and self.known.is_staff
