"""Counts tries at passwords, per account and per address of the network, before a password is looked at.

Ten tries at one account within 15 minutes from wherever they come, a hundred from one address; a right password gives its
try back. Somebody else's guessing can therefore shut an account's door for up to 15 minutes (never its open sessions):
that is the price of ten checks at most.
"""

import hmac

from django.utils.translation import gettext as _
from redis import Redis

from marketplace.kit.keys import key_for
from marketplace.kit.refused import Refused
from marketplace.kit.valkey import reach

PER_ACCOUNT, PER_ADDRESS = 10, 100
WINDOW = 15 * 60  # seconds, from the first try


def count(*, email: str, address: str) -> None:
    """Note a try; Refused LOGIN_ATTEMPT_DELAYED where there were too many, or where they cannot be counted."""
    keys = _keys(email, address)

    def noted(valkey: Redis) -> list[int] | None:
        pipeline = valkey.pipeline(transaction=True)
        for key in keys:
            pipeline.set(key, 0, ex=WINDOW, nx=True)
            pipeline.incr(key)
            pipeline.ttl(key)
        return pipeline.execute()

    answers = reach().ask(noted, None)
    if answers is None:
        raise _delayed(60)
    waits = [answers[at + 2] for at, most in ((0, PER_ACCOUNT), (3, PER_ADDRESS)) if answers[at + 1] > most]
    if waits:
        raise _delayed(max(waits))


def forget(*, email: str, address: str) -> None:
    """The password was right: the account's tries are forgotten, and the address gets this one back."""
    account, network = _keys(email, address)

    def given_back(valkey: Redis) -> None:
        pipeline = valkey.pipeline(transaction=True)
        pipeline.delete(account)
        pipeline.decr(network)
        pipeline.expire(network, WINDOW, nx=True)
        pipeline.execute()

    reach().ask(given_back, None)


def _delayed(seconds: int) -> Refused:
    minutes = max(1, -(-seconds // 60))
    return Refused("LOGIN_ATTEMPT_DELAYED", _("Too many attempts. Try again in %(minutes)d min.") % {"minutes": minutes}, "email")


def _keys(email: str, address: str) -> tuple[str, str]:
    """Names that tell nobody whose tries they count."""
    key = key_for("tries at passwords")
    account, network = (
        hmac.digest(key, text.encode(), "sha256").hex()[:32] for text in (f"account {email}", f"network {address}")
    )
    return f"tries:{account}", f"tries:{network}"
