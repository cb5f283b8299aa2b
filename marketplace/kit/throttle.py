"""How much one asker may spend: a rate with a burst (GCRA), kept in Valkey for all processes.

Who asks often is handed a portion in advance, which the process lets them spend without asking Valkey each time. It is taken
off the burst at once, so nobody gets more than is said; what of it is not spent within PORTION_SECONDS is lost to them. Near the
end of a burst there are no portions: what is refused, and for how long, is exact.
"""

import ipaddress
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass
from functools import cache
from math import ceil

from django.conf import settings
from django.http import HttpRequest

from marketplace.kit.valkey import reach

PORTION_SECONDS = 1.0
PORTION_OF_BURST = 100  # a portion is at most this part of the burst
MOST_PORTIONS = 5_000  # askers with a portion in one process

# The key holds the moment (µs) at which all that was spent is paid off. A cost moves it on by cost × interval; where that
# would lie further ahead than the burst, nothing is spent and the answer is the wait. A portion is at most a quarter of
# what is left, and none where it would not pay for the same again.
_SPEND = """
local clock = redis.call('TIME')
local now = clock[1] * 1000000 + clock[2]
local paid = tonumber(redis.call('GET', KEYS[1]) or '0')
if paid < now then paid = now end
local after = paid + ARGV[1] * ARGV[2]
local left = ARGV[3] - (after - now)
if left < 0 then return {math.ceil(-left), 0} end
local portion = math.min(tonumber(ARGV[4]), math.floor(left / ARGV[2] / 4))
if portion < tonumber(ARGV[1]) then portion = 0 end
after = after + portion * ARGV[2]
redis.call('SET', KEYS[1], string.format('%.0f', after), 'PX', math.ceil((after - now) / 1000) + 1)
return {0, portion}
"""


@dataclass(slots=True)
class _Portion:
    """What is left of a portion, until when it holds, and what its owner has spent since the portion before."""

    left: int
    until: float
    spent: int


class Portions:
    """The portions of this process; the askers who have not been seen for longest go first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, _Portion] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, key: str, cost: int, now: float) -> bool:
        """Whether the cost is paid out of the key's portion."""
        with self._lock:
            portion = self._kept.get(key)
            if portion is None or portion.left < cost or portion.until < now:
                return False
            portion.left -= cost
            portion.spent += cost
            return True

    def wish(self, key: str, now: float) -> int:
        """How much the key should be handed next: twice what it spent lately, nothing where it does not ask often."""
        with self._lock:
            portion = self._kept.get(key)
            return 0 if portion is None or portion.until < now else 2 * portion.spent

    def put(self, key: str, cost: int, portion: int, now: float) -> None:
        """The key has paid this cost, and has been handed a portion."""
        with self._lock:
            self._kept[key] = _Portion(portion, now + PORTION_SECONDS, cost)
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_PORTIONS:
                self._kept.popitem(last=False)


@cache
def portions() -> Portions:
    """This process's portions."""
    return Portions()


def spend(key: str, cost: int, *, per_minute: int, burst: int) -> float:
    """0 where the key may spend this cost now; otherwise the seconds after which it may, if it spends nothing else.

    What costs more than the burst is let in when the whole burst is there. 0 where Valkey is out.
    """
    here, now = portions(), time.monotonic()
    if here.take(key, cost, now):
        return 0.0
    interval, most = 60_000_000 / per_minute, burst // PORTION_OF_BURST
    arguments = [min(cost, burst), interval, burst * interval, min(here.wish(key, now), most)]
    wait, portion = reach().ask(lambda valkey: valkey.eval(_SPEND, 1, f"rate:{key}", *arguments), (0, 0))
    if not wait:
        here.put(key, cost, int(portion), now)
    return float(wait) / 1_000_000


def seconds_of(wait: float) -> int:
    """What Retry-After says of a wait: whole seconds, at least one."""
    return max(1, ceil(wait))


def address_of(request: HttpRequest) -> str:
    """The network address that asks, as far as it can be believed: TRUSTED_PROXIES says how many proxies stand before us,
    each of which has added the address it saw to X-Forwarded-For. Of IPv6 the /64 network, which one customer has whole.

    The nearest proxy must drop X_Forwarded_For, which WSGI cannot tell from the real one (docs/decisions/0002)."""
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
