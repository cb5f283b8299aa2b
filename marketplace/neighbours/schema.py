"""A district's neighbours in the graph."""

from collections.abc import Sequence
from typing import Any

import graphene

from marketplace.districts.queries import DistrictRow
from marketplace.districts.schema import District
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.neighbours.queries import Neighbour, NeighbourBasis, neighbours_of

NeighbourBasisEnum = graphene.Enum(
    "NeighbourBasisEnum", [(basis.name, basis.value) for basis in NeighbourBasis], description="What neighbourhood rests on."
)


class NeighbourDistrict(graphene.ObjectType):
    """A district beside another."""

    district = graphene.Field(District, required=True, description="The district.")
    basis = NeighbourBasisEnum(
        required=True,
        description="TOUCHING: their boundaries of about 2020 share a line. NEAR: one of the two has no boundary here or "
        "touches nothing, and their centre points are near each other.",
    )
    distance_km = graphene.Float(description="Great-circle distance of the centre points; null where one is unknown.")

    resolve_district = reads("district")
    resolve_basis = reads("basis.value")
    resolve_distance_km = reads("distance_km")


@part_of(District)
class NeighboursOfDistrict:
    """What lies beside it."""

    neighbours = graphene.List(
        graphene.NonNull(NeighbourDistrict),
        required=True,
        description="The districts that it touches, by name, then those that are near, by distance.",
    )

    @for_all
    def resolve_neighbours(parents: Sequence[DistrictRow], info: Any) -> list[list[Neighbour]]:
        found = neighbours_of({parent.id for parent in parents}, "en")
        return [found[parent.id] for parent in parents]
