"""Sheets of rows for PostgreSQL's COPY: one for each table that a product fills, and the keys taken for them beforehand."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import NOT_PROVIDED, DateTimeField, Field, Model
from django.utils import timezone

from catalog.collections.models import CollectionProduct
from catalog.media.models import ProductMedia, ProductMediaTranslation
from catalog.products.assignments import AttributeAssignment, AttributeAssignmentTranslation
from catalog.products.models import (
    Product,
    ProductChannelListing,
    ProductLegal,
    ProductLegalTranslation,
    ProductTranslation,
    ProductVariant,
    ProductVariantTranslation,
    VariantChannelListing,
)
from catalog.stock.models import Stock

VALUE_COLUMNS = ("choice_id", "number", "boolean", "date", "plain_text", "rich_text", "file_key", "reference_key")
# Each table with the columns that are written row by row, in this order; parents come before what points to them.
TABLES: dict[str, tuple[type[Model], tuple[str, ...]]] = {
    "product": (Product, (
        "id", "slug", "name", "seo_title", "description", "seo_description", "product_type_id", "category_id", "hsn_id",
        "craft_id", "gi_tag_id", "odop_product_id", "district_id", "seller_id", "created_at", "updated_at",
    )),
    "legal": (ProductLegal, (
        "product_id", "generic_name", "maker_name", "maker_address", "consumer_care", "country_of_origin",
        "fssai_licence_no", "food_mark", "shelf_life_days",
    )),
    "legal_words": (ProductLegalTranslation, ("legal_id", "generic_name", "language_code")),
    "words": (ProductTranslation, ("product_id", "slug", "name", "seo_title", "description", "seo_description", "language_code")),
    "variant": (ProductVariant, (
        "id", "product_id", "sku", "sort_order", "name", "weight_grams", "net_quantity", "net_quantity_unit", "created_at",
    )),
    "variant_words": (ProductVariantTranslation, ("variant_id", "name", "language_code")),
    "listing": (ProductChannelListing, (
        "product_id", "channel_id", "published_at", "available_for_purchase_at", "price_from_minor", "price_to_minor",
        "full_price_from_minor", "full_price_to_minor", "is_published",
    )),
    "price": (VariantChannelListing, ("variant_id", "channel_id", "price_minor", "full_price_minor", "mrp_minor")),
    "stock": (Stock, ("variant_id", "warehouse_id", "quantity")),
    "value": (AttributeAssignment, ("product_id", "variant_id", "attribute_id", *VALUE_COLUMNS, "sort_order")),
    "text": (AttributeAssignment, ("id", "product_id", "variant_id", "attribute_id", *VALUE_COLUMNS, "sort_order")),
    "text_words": (AttributeAssignmentTranslation, ("assignment_id", "language_code", "plain_text", "rich_text")),
    "media": (ProductMedia, ("id", "product_id", "picture_id", "sort_order", "alt")),
    "media_words": (ProductMediaTranslation, ("media_id", "alt", "language_code")),
    "collected": (CollectionProduct, ("collection_id", "product_id", "sort_order")),
}  # fmt: skip

_SPECIAL = re.compile(r"[\\\t\n\r]")
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})

Sheets = dict[str, list[str]]


def cell(value: object) -> str:
    """A value as COPY reads it in its text format."""
    if isinstance(value, str | dict):
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        return text.translate(_ESCAPED) if _SPECIAL.search(text) else text
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def cells(*values: object) -> str:
    """Several values beside each other."""
    return "\t".join(map(cell, values))


def write(sheets: Mapping[str, list[str]]) -> None:
    """Send the sheets to the database, in the transaction of the caller."""
    with connection.cursor() as cursor:
        for name, (model, columns) in TABLES.items():
            if not sheets.get(name):
                continue
            rest = _defaults(model, columns)
            named = ", ".join(f'"{column}"' for column in (*columns, *rest))
            end = "".join(f"\t{cell(value)}" for value in rest.values()) + "\n"
            with cursor.copy(f'COPY "{model._meta.db_table}" ({named}) FROM STDIN') as copy:
                copy.write((end.join(sheets[name]) + end).encode())


def _defaults(model: type[Model], columns: tuple[str, ...]) -> dict[str, Any]:
    """The columns that no row names, with what a new row has there; those that the database fills are left out."""
    rest = [field for field in model._meta.concrete_fields if field.attname not in columns and not _by_database(field)]
    return {str(field.column): timezone.now() if _is_stamp(field) else field.get_default() for field in rest}


def _by_database(field: "Field[Any, Any]") -> bool:
    return field.primary_key or field.generated or field.db_default is not NOT_PROVIDED


def _is_stamp(field: "Field[Any, Any]") -> bool:
    return isinstance(field, DateTimeField) and (field.auto_now or field.auto_now_add)


class Keys:
    """Keys for new rows, taken from the tables' own sequences some thousands at a time; what is left over is never used."""

    def __init__(self, *, at_once: int) -> None:
        self._at_once = at_once
        self._taken: dict[type[Model], Iterator[int]] = {}

    def next(self, model: type[Model]) -> int:
        """A key that nobody else has."""
        for key in self._taken.get(model, ()):
            return key
        with connection.cursor() as cursor:
            name = model._meta.db_table
            cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [name, self._at_once])
            self._taken[model] = iter([row[0] for row in cursor.fetchall()])
        return next(self._taken[model])
