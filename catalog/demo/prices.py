"""Believable prices: round as shopkeepers round, never in the band in which the GST rate is ambiguous. All in paise or cents."""

# The statute's limit is Rs 2,500 without tax: between 2,625 and 2,950 with tax no rate is consistent. Kept clear with room.
_BAND = (2_500, 2_998)
_RUPEES_A_DOLLAR = 84
_FREIGHT_AND_MARGIN = 1.55


def believable(rupees: float) -> int:
    """The nearest price that a shop would print, in whole rupees."""
    if rupees < 100:
        price = max(10, round(rupees / 5) * 5)
    elif rupees < 1_000:
        price = round(rupees / 10) * 10 - (1 if round(rupees / 10) % 5 == 0 else 0)
    elif rupees < 10_000:
        price = round(rupees / 50) * 50
    else:
        price = round(rupees / 500) * 500
    if _BAND[0] < price <= _BAND[1]:
        return 2_490 if price < 2_750 else 2_999
    return price


def before_discount(price: int, percent: int) -> int:
    """The full price in rupees from which `percent` off gives about this price."""
    return believable(price / (1 - percent / 100) + 1)


def abroad(rupees: int) -> int:
    """The export price in US cents, with freight and margin, ending in .00 or .50."""
    halves = rupees / _RUPEES_A_DOLLAR * _FREIGHT_AND_MARGIN * 2
    return max(4, round(halves)) * 50
