"""States, districts and their designations in the graph, and finding a district by PIN code."""

from collections.abc import Sequence
from typing import Any

import graphene
from django.utils.translation import gettext as _

from marketplace.districts import queries
from marketplace.districts.designations import DesignationFilters, designations_page
from marketplace.districts.names import NameInLanguage, NameTranslation, named
from marketplace.districts.queries import DistrictRow, NearDistrict, OdopProductRow, PinPlace, StateRow
from marketplace.districts.rules import OUR_OWN_HINDI, PLACES_IN_HINDI
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.filters import few, few_keys
from marketplace.kit.graphql.languages import LanguageCodeEnum, language_of
from marketplace.kit.graphql.resolvers import for_all, ids, reads
from marketplace.kit.ids import key_of
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

MOST_NEAREST = 20
USUAL_NEAREST = 5
LANGUAGE = graphene.Argument(LanguageCodeEnum, required=True, description="The language wanted.")
BY = {"id": graphene.ID(description="Global id."), "slug": graphene.String(description="Its slug.")}


class State(graphene.ObjectType):
    """A State or Union Territory."""

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Name in English.")
    kind = graphene.String(required=True, description="STATE or UT.")
    iso = graphene.String(required=True, description="ISO 3166-2 code.")
    lgd_code = graphene.String(required=True, description="Code of the Local Government Directory.")
    gst_code = graphene.String(required=True, description="First two digits of GSTINs.")
    zone = graphene.String(required=True, description="Part of India.")
    source = graphene.String(required=True, description="Where the row comes from.")
    districts = graphene.List(graphene.NonNull(lambda: District), required=True, description="Its districts, by name.")
    translation = graphene.Field(NameTranslation, language_code=LANGUAGE, description="Its name in a language, if kept.")

    resolve_slug = reads("slug")
    resolve_name = reads("default_name")
    resolve_kind = reads("kind")
    resolve_iso = reads("iso")
    resolve_lgd_code = reads("lgd_code")
    resolve_gst_code = reads("gst_code")
    resolve_zone = reads("zone")
    resolve_source = reads("source")

    resolve_id = ids("State")

    @for_all
    def resolve_districts(parents: Sequence[StateRow], info: Any) -> list[list[DistrictRow]]:
        found = queries.districts_of({parent.id for parent in parents}, "en")
        return [found[parent.id] for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[StateRow], info: Any, language_code: str) -> list[NameInLanguage | None]:
        language = language_of(language_code)
        found = queries.states_by_id({parent.id for parent in parents}, language)
        rows = [found[parent.id] for parent in parents]
        return [named(row.name, row.name_language, language, PLACES_IN_HINDI) for row in rows]


class OdopProduct(graphene.ObjectType):
    """What a district is designated for on the list of a scheme."""

    id = graphene.ID(required=True, description="Global id.")
    product = graphene.String(required=True, description="The product, as the list says it.")
    sector = graphene.String(required=True, description="Sector, by keywords of ours and not by the list.")
    scheme = graphene.String(required=True, description="The list: DPIIT, PMFME, STATE or UP-ODOP.")
    rank = graphene.Int(required=True, description="Place on the list, within the district.")
    source = graphene.String(required=True, description="Where this entry was found.")
    note = graphene.String(description="What is to be said of it.")
    district = graphene.Field(lambda: District, required=True, description="The district.")
    translation = graphene.Field(NameTranslation, language_code=LANGUAGE, description="The product in a language, if kept.")

    resolve_product = reads("default_product")
    resolve_sector = reads("sector")
    resolve_scheme = reads("scheme")
    resolve_rank = reads("rank")
    resolve_source = reads("source")

    resolve_id = ids("OdopProduct")

    @for_all
    def resolve_note(parents: Sequence[OdopProductRow], info: Any) -> list[str | None]:
        return [parent.note or None for parent in parents]

    @for_all
    def resolve_district(parents: Sequence[OdopProductRow], info: Any) -> list[DistrictRow]:
        found = queries.districts_by_id({parent.district_id for parent in parents}, "en")
        return [found[parent.district_id] for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[OdopProductRow], info: Any, language_code: str) -> list[NameInLanguage | None]:
        language = language_of(language_code)
        found = queries.odop_products_by_id({parent.id for parent in parents}, language)
        rows = [found[parent.id] for parent in parents]
        return [named(row.product, row.product_language, language, OUR_OWN_HINDI) for row in rows]


class District(graphene.ObjectType):
    """A district. Unknown facts are null; `pointBasis` says how far the centre point may be trusted."""

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Name in English.")
    state = graphene.Field(State, required=True, description="The State it lies in.")
    division = graphene.String(description="Revenue division, where kept (Uttar Pradesh).")
    lgd_code = graphene.String(description="Code of the Local Government Directory.")
    census2011_code = graphene.String(description="Code of the 2011 Census.")
    latitude = graphene.Float(description="Centre point, degrees north.")
    longitude = graphene.Float(description="Centre point, degrees east.")
    point_basis = graphene.String(description="What the centre point rests on.")
    status = graphene.String(required=True, description="current, reported or announced.")
    aliases = graphene.List(graphene.NonNull(graphene.String), required=True, description="Other and former names.")
    source = graphene.String(required=True, description="Where the row comes from.")
    odop_products = graphene.List(
        graphene.NonNull(OdopProduct), required=True, description="What it is designated for, by scheme and rank."
    )
    translation = graphene.Field(NameTranslation, language_code=LANGUAGE, description="Its name in a language, if kept.")

    resolve_slug = reads("slug")
    resolve_name = reads("default_name")
    resolve_status = reads("status")
    resolve_aliases = reads("aliases")
    resolve_source = reads("source")

    resolve_id = ids("District")

    @for_all
    def resolve_state(parents: Sequence[DistrictRow], info: Any) -> list[StateRow]:
        found = queries.states_by_id({parent.state_id for parent in parents}, "en")
        return [found[parent.state_id] for parent in parents]

    @for_all
    def resolve_division(parents: Sequence[DistrictRow], info: Any) -> list[str | None]:
        return [parent.division or None for parent in parents]

    @for_all
    def resolve_lgd_code(parents: Sequence[DistrictRow], info: Any) -> list[str | None]:
        return [parent.lgd_code or None for parent in parents]

    @for_all
    def resolve_census2011_code(parents: Sequence[DistrictRow], info: Any) -> list[str | None]:
        return [parent.census2011_code or None for parent in parents]

    @for_all
    def resolve_point_basis(parents: Sequence[DistrictRow], info: Any) -> list[str | None]:
        return [parent.point_basis or None for parent in parents]

    @for_all
    def resolve_odop_products(parents: Sequence[DistrictRow], info: Any) -> list[list[OdopProductRow]]:
        found = queries.odop_products_of({parent.id for parent in parents}, "en")
        return [found[parent.id] for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[DistrictRow], info: Any, language_code: str) -> list[NameInLanguage | None]:
        language = language_of(language_code)
        found = queries.districts_by_id({parent.id for parent in parents}, language)
        rows = [found[parent.id] for parent in parents]
        return [named(row.name, row.name_language, language, PLACES_IN_HINDI) for row in rows]


DistrictCountableConnection = connection_of(District)


class NearestDistrict(graphene.ObjectType):
    """A district near to a place."""

    district = graphene.Field(District, required=True, description="The district.")
    distance_km = graphene.Float(required=True, description="Great-circle distance of the centre points; rough.")
    measured_from = graphene.String(required=True, description="PINCODE, or DISTRICT where the PIN code has no place of its own.")

    resolve_district = reads("district")
    resolve_distance_km = reads("distance_km")

    def resolve_measured_from(parent: NearDistrict, info: Any) -> str:
        return parent.measured_from.value


class PincodePlace(graphene.ObjectType):
    """Where a PIN code lies."""

    pincode = graphene.String(required=True, description="Six digits.")
    office_name = graphene.String(required=True, description="Head or first sub post office.")
    district = graphene.Field(District, description="The district that most of its offices lie in; null where unknown.")
    basis = graphene.String(required=True, description="MOST_OFFICES or NOT_IN_SOURCE.")
    source = graphene.String(required=True, description="Where this comes from.")

    resolve_pincode = reads("pincode")
    resolve_office_name = reads("office_name")
    resolve_district = reads("district")
    resolve_source = reads("source")

    def resolve_basis(parent: PinPlace, info: Any) -> str:
        return parent.basis.value


OdopProductCountableConnection = connection_of(OdopProduct)


class Query:
    """Places at the root."""

    states = graphene.List(graphene.NonNull(State), required=True, description="All States and Union Territories, by name.")
    state = graphene.Field(State, **BY, description="One State by id or slug.")
    districts = graphene.Field(
        DistrictCountableConnection,
        states=graphene.List(graphene.NonNull(graphene.ID), description="Of these States."),
        search=graphene.String(description="Words in the present or an old name."),
        **PAGING,
        description="Districts by name.",
    )
    district = graphene.Field(District, **BY, description="One district by id or slug.")
    pincode = graphene.Field(
        PincodePlace,
        pincode=graphene.String(required=True, description="Six digits."),
        description="Where a PIN code lies; null where it is in no list.",
    )
    odop_products = graphene.Field(
        OdopProductCountableConnection,
        districts=graphene.List(graphene.NonNull(graphene.ID), description="Of these districts."),
        states=graphene.List(graphene.NonNull(graphene.ID), description="Of these States."),
        schemes=graphene.List(graphene.NonNull(graphene.String), description="On these lists: DPIIT, PMFME, STATE, UP-ODOP."),
        sectors=graphene.List(graphene.NonNull(graphene.String), description="Of these sectors."),
        search=graphene.String(description="Words in the product or the district's name."),
        **PAGING,
        description="What the districts are designated for, by product.",
    )
    nearest_districts = graphene.List(
        graphene.NonNull(NearestDistrict),
        pincode=graphene.String(required=True, description="Six digits."),
        first=graphene.Int(default_value=USUAL_NEAREST, description="How many, at most 20; null is as good as nothing said."),
        description="The districts nearest to a PIN code: the one it lies in first, where that is known, then by distance.",
    )

    def resolve_states(root: None, info: Any) -> list[StateRow]:
        return queries.states("en")

    def resolve_state(root: None, info: Any, id: str | None = None, slug: str | None = None) -> StateRow | None:
        if id is not None:
            key = key_of("State", id)
            return queries.states_by_id([key], "en").get(key)
        return queries.state(clean(slug or ""), "en")

    def resolve_districts(
        root: None, info: Any, states: list[str] | None = None, search: str | None = None, **paging: Any
    ) -> Connection:
        keys = few_keys("State", states, field="states")
        words = clean(search or "", field="search", most=120)
        return connect(queries.districts_page(language="en", page=request_of(**paging), state_ids=keys, search=words))

    def resolve_district(root: None, info: Any, id: str | None = None, slug: str | None = None) -> DistrictRow | None:
        if id is not None:
            key = key_of("District", id)
            return queries.districts_by_id([key], "en").get(key)
        return queries.district(clean(slug or ""), "en")

    def resolve_odop_products(root: None, info: Any, **arguments: Any) -> Connection:
        paging = {name: arguments.get(name) for name in PAGING}
        filters = DesignationFilters(
            district_ids=few_keys("District", arguments.get("districts"), field="districts"),
            state_ids=few_keys("State", arguments.get("states"), field="states"),
            schemes=few(arguments.get("schemes"), field="schemes"),
            sectors=few(arguments.get("sectors"), field="sectors"),
            search=clean(arguments.get("search") or "", field="search", most=120),
        )
        return connect(designations_page(language="en", page=request_of(**paging), filters=filters))

    def resolve_pincode(root: None, info: Any, pincode: str) -> PinPlace | None:
        return queries.district_by_pin(pincode, "en")

    def resolve_nearest_districts(root: None, info: Any, pincode: str, first: int | None) -> list[NearDistrict]:
        limit = USUAL_NEAREST if first is None else first
        if not 0 <= limit <= MOST_NEAREST:
            raise Refused("INVALID_PAGING", _("Ask for 0 to %(most)d at a time.") % {"most": MOST_NEAREST}, "first")
        return queries.nearest_districts("en", pincode=pincode, limit=limit)
