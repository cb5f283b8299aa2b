"""Words for the codes that rows carry: kinds of sellers, categories of GIs, schemes, units, reasons."""

from django.utils.translation import gettext_lazy as _

LABELS = {
    "seller": {
        "ARTISAN": _("Artisan"),
        "SHG": _("Self-help group"),
        "COOPERATIVE": _("Co-operative"),
        "PRODUCER_COMPANY": _("Producer company"),
        "MSME": _("Small enterprise"),
    },
    "goods": {
        "agricultural": _("Agricultural"),
        "handicraft": _("Handicraft"),
        "manufactured": _("Manufactured"),
        "food_stuff": _("Food stuff"),
        "natural": _("Natural goods"),
    },
    "scheme": {
        "DPIIT": _("National list (DPIIT)"),
        "PMFME": _("Food products (PMFME)"),
        "UP-ODOP": _("Uttar Pradesh list (UP-ODOP)"),
        "STATE": _("List of the State"),
    },
    "sector": {
        "agriculture": _("Agriculture"),
        "fisheries_marine": _("Fish and marine products"),
        "handicraft": _("Handicraft"),
        "handloom_textile": _("Handloom and textiles"),
        "manufacturing_minerals": _("Manufacturing and minerals"),
        "perfume_wellness": _("Perfume and wellness"),
        "processed_food": _("Processed food"),
        "services_tourism": _("Services and tourism"),
    },
    "basis": {
        "district name in GI name": _("the district’s name is in the name of the GI"),
        "third-party coordinates, unverified": _("from third-party coordinates, unverified"),
        "general knowledge, unverified": _("from general knowledge, unverified"),
        "name match, unverified": _("by matching names, unverified"),
        "manual, unverified": _("matched by hand, unverified"),
    },
    "zone": {
        "Central": _("Central India"),
        "Eastern": _("Eastern India"),
        "Islands": _("Islands"),
        "North Eastern": _("North Eastern India"),
        "Northern": _("Northern India"),
        "Southern": _("Southern India"),
        "Western": _("Western India"),
    },
    "kind": {"STATE": _("State"), "UT": _("Union Territory")},
    "unit": {
        "PIECE": _("piece"),
        "PAIR": _("pair"),
        "SET": _("set"),
        "GRAM": _("g"),
        "MILLILITRE": _("ml"),
        "CENTIMETRE": _("cm"),
    },
    "gi_reason": {
        "NO_CLAIM": _("The maker claims no GI for this product."),
        "NOT_AUTHORISED": _("The maker is not on record with us as an authorised user of this GI, so there is no badge."),
        "NOT_YET_VALID": _("The maker’s entry as an authorised user of this GI is not valid yet, so there is no badge."),
        "EXPIRED": _("The maker’s entry as an authorised user of this GI is no longer valid, so there is no badge."),
    },
    "food": {"VEG": _("Vegetarian"), "NON_VEG": _("Non-vegetarian")},
}
