"""Countries in the graph, as Saleor names them: the enum CountryCode, and a code with its name for people."""

from collections.abc import Sequence
from typing import Any

import graphene
from django.utils.translation import get_language

from marketplace.kit.countries import POSTAL_CODES, name_of
from marketplace.kit.graphql.resolvers import for_all

# Saleor's list is ISO's with two codes more: EU (a group that its shipping zones know) and XK.
CODES = tuple(sorted((*POSTAL_CODES, "EU")))


def _said(value: Any) -> str:
    if value is None:
        return "A country by its ISO 3166-1 alpha-2 code; EU and XK besides, as Saleor has them."
    return name_of(value.value, "en")


CountryCode = graphene.Enum("CountryCode", [(code, code) for code in CODES], description=_said)


class CountryDisplay(graphene.ObjectType):
    """A country; its resolvers take the code itself as the parent, such as "IN"."""

    code = graphene.String(required=True, description="ISO 3166-1 alpha-2 code.")
    country = graphene.String(required=True, description="Its name, in the language of the request.")

    @for_all
    def resolve_code(parents: Sequence[str], info: Any) -> Sequence[str]:
        return parents

    @for_all
    def resolve_country(parents: Sequence[str], info: Any) -> Sequence[str]:
        language = get_language() or "en"
        return [name_of(code, language) for code in parents]
