"""How much one asker may spend: a rate with a burst (GCRA), kept in Valkey for all processes, one round trip a request."""

import ipaddress
from math import ceil

from django.conf import settings
from django.http import HttpRequest

from marketplace.kit.valkey import reach

# The key holds the moment (µs) at which all that was spent is paid off. A cost moves it on by cost × interval; where that
# would lie further ahead than the burst, nothing is spent and the answer is the wait.
_SPEND = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local paid = tonumber(redis.call('GET', KEYS[1]) or '0')
if paid < now then paid = now end
local after = paid + ARGV[1] * ARGV[2]
local wait = after - now - ARGV[3]
if wait > 0 then return math.ceil(wait) end
redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000) + 1)
return 0
"""


def spend(key: str, cost: int, *, per_minute: int, burst: int) -> float:
    """0 where the key may spend this cost now; otherwise the seconds after which it may, if it spends nothing else.

    What costs more than the burst is let in when the whole burst is there. 0 where Valkey is out.
    """
    interval = 60_000_000 / per_minute
    arguments = [min(cost, burst), interval, burst * interval]
    wait = reach().ask(lambda valkey: valkey.eval(_SPEND, 1, f"rate:{key}", *arguments), 0)
    return float(wait) / 1_000_000


def seconds_of(wait: float) -> int:
    """What Retry-After says of a wait: whole seconds, at least one."""
    return max(1, ceil(wait))


def address_of(request: HttpRequest) -> str:
    """The network address that asks, as far as it can be believed: TRUSTED_PROXIES says how many proxies stand before us,
    each of which has added the address it saw to X-Forwarded-For. Of IPv6 the /64 network, which one customer has whole."""
    seen = request.META.get("REMOTE_ADDR", "")
    if settings.TRUSTED_PROXIES:
        hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
        seen = hops[-min(settings.TRUSTED_PROXIES, len(hops))] if hops else seen
    try:
        address = ipaddress.ip_address(seen)
    except ValueError:
        return "unknown"
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is None:
        return str(ipaddress.ip_network((address, 64), strict=False).network_address)
    return str(getattr(address, "ipv4_mapped", None) or address)
