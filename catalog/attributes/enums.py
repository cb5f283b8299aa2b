"""Saleor's words for kinds of attributes and for units."""

import graphene

AttributeInputTypeEnum = graphene.Enum(
    "AttributeInputTypeEnum",
    [
        (name, name)
        for name in (
            "DROPDOWN", "MULTISELECT", "FILE", "REFERENCE", "SINGLE_REFERENCE", "NUMERIC", "RICH_TEXT", "PLAIN_TEXT", "SWATCH",
            "BOOLEAN", "DATE", "DATE_TIME",
        )
    ],
    description="What kind of value an attribute takes.",
)  # fmt: skip
AttributeEntityTypeEnum = graphene.Enum(
    "AttributeEntityTypeEnum",
    [(name, name) for name in ("PAGE", "PRODUCT", "PRODUCT_VARIANT", "CATEGORY", "COLLECTION")],
    description="What an attribute's values refer to.",
)
AttributeTypeEnum = graphene.Enum(
    "AttributeTypeEnum", [(name, name) for name in ("PRODUCT_TYPE", "PAGE_TYPE")], description="What carries an attribute."
)
# Our units (as UCUM writes them) by Saleor's names; others have no name there.
UNITS = {
    "mm": "MM", "cm": "CM", "m": "M", "km": "KM", "g": "G", "kg": "KG", "t": "TONNE", "cm2": "SQ_CM", "m2": "SQ_M",
    "l": "LITER",
}  # fmt: skip
MeasurementUnitsEnum = graphene.Enum(
    "MeasurementUnitsEnum",
    [
        (name, name)
        for name in (
            "SQ_MM", "SQ_CM", "SQ_DM", "SQ_M", "SQ_KM", "SQ_FT", "SQ_YD", "SQ_INCH", "MM", "CM", "DM", "M", "KM", "FT", "YD",
            "INCH", "CUBIC_MILLIMETER", "CUBIC_CENTIMETER", "CUBIC_DECIMETER", "CUBIC_METER", "LITER", "CUBIC_FOOT",
            "CUBIC_INCH", "CUBIC_YARD", "QT", "PINT", "FL_OZ", "ACRE_IN", "ACRE_FT", "G", "LB", "OZ", "KG", "TONNE",
        )
    ],
    description="Units of measurement.",
)  # fmt: skip
