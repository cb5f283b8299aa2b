"""Loads the demonstration: furniture, shops, collections, logins; then orders the pictures. What is missing is made."""

import hashlib
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from catalog.demo import pictures
from catalog.demo.crew import open_all
from catalog.demo.furnish import furnish
from catalog.demo.logins import make_logins
from catalog.demo.pages import fill_pages
from catalog.demo.places import places
from catalog.demo.plan import ShopPlan
from catalog.demo.shelves import fill_shelves
from catalog.demo.shops import SEED, compose
from marketplace.districts.models import DatasetLoad
from marketplace.kit.refused import Refused
from marketplace.sellers.models import Seller

DATASET = "demonstration-shops"
_LOCK = 0x64656D6F  # any fixed number: two loads at once would open the same shops
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load has made (pictures: ordered), and how many shops were there before."""

    shops: int
    products: int
    pictures: int
    skipped: int


def fingerprint(seed: int, most: int | None = None) -> str:
    """Over the code and the words that make the shops, the seed and the number of shops wanted."""
    here = Path(__file__).parent
    whole = hashlib.sha256(f"{seed} {most}".encode())
    for path in sorted([*here.rglob("*.py"), *here.rglob("*.toml")]):
        if here / "grow" in path.parents:
            continue
        whole.update(str(path.relative_to(here)).encode() + path.read_bytes())
    return whole.hexdigest()


def load(*, seed: int = SEED, most: int | None = None, processes: int = 1, say: Say = lambda line: None) -> Loaded:
    """Open the shops that are missing (at most `most` in all), by so many processes; an interrupted load is healed.

    Does nothing where this very demonstration stands already. Refused OTHER_SEED where shops of another seed do.
    """
    mark = fingerprint(seed, most)
    if DatasetLoad.objects.filter(dataset=DATASET, sha256=mark, version=seed).exists():
        say("The demonstration shops are there already.")
        return Loaded(0, 0, 0, Seller.objects.count())
    if DatasetLoad.objects.filter(dataset=DATASET).exclude(version=seed).exists():
        raise Refused("OTHER_SEED", "Demonstration shops of another seed are there: reset first.", "seed")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    try:
        return _load(seed, most, mark, processes, say)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def _load(seed: int, most: int | None, mark: str, processes: int, say: Say) -> Loaded:
    shops = compose(places(), seed=seed)[:most]
    with transaction.atomic():
        furniture = furnish()
    say(f"{len(furniture.categories)} categories, {len(furniture.types)} product types, 2 channels")
    there = set(Seller.objects.filter(slug__in=[shop.slug for shop in shops]).values_list("slug", flat=True))
    missing = [shop for shop in shops if shop.slug not in there]
    _open_all(missing, processes, say)
    with transaction.atomic():
        ordered = pictures.order(shops, seed=seed)
        collections = fill_shelves(shops, furniture.channels)
        pages = fill_pages()
        people = 0 if settings.PRODUCTION else make_logins(compose_all(shops, seed, most))
        loaded = Loaded(len(missing), sum(len(shop.products) for shop in missing), ordered, len(there))
        _write_mark(loaded, mark, seed)
    say(f"{collections} collections, {pages} pages and menus, {people} demonstration logins")
    return loaded


def compose_all(shops: list[ShopPlan], seed: int, most: int | None) -> list[ShopPlan]:
    """All shops, also those beyond `most`: the logins name shops by their place among all."""
    return shops if most is None else compose(places(), seed=seed)


def _open_all(missing: list[ShopPlan], processes: int, say: Say) -> None:
    started = time.monotonic()
    products = 0
    for number, count in enumerate(open_all(missing, processes=processes), 1):
        products += count
        if number % 25 == 0 or number == len(missing):
            say(f"{number} of {len(missing)} shops, {products} products, {time.monotonic() - started:.0f} s")


def _write_mark(loaded: Loaded, mark: str, seed: int) -> None:
    DatasetLoad.objects.update_or_create(
        dataset=DATASET,
        defaults={
            "version": seed, "sha256": mark, "loaded_at": timezone.now(), "added": loaded.products, "changed": 0, "removed": 0,
        },
    )  # fmt: skip
