"""Numbers of many products at once, as bit planes: the plane of 4 has a bit for each product whose number has a 4 in it. Pure.

Adding to the numbers of all products of a set, and telling which have the largest, takes some operations on a few large whole
numbers, however many products there are.
"""

from collections.abc import Iterable, Iterator, Sequence

Planes = list[int]


def add(planes: Planes, among: int, value: int) -> None:
    """Add a value to the numbers of these products."""
    carry, place = 0, 0
    while among and (value or carry):
        if place == len(planes):
            planes.append(0)
        plane, here = planes[place], among if value & 1 else 0
        planes[place] = plane ^ here ^ carry
        carry = (plane & here) | (carry & (plane ^ here))
        value >>= 1
        place += 1


def total(planes: Planes, more: Sequence[int], shift: int) -> None:
    """Add the numbers of other planes, times 2 ** shift."""
    carry, place = 0, shift
    while place < len(more) + shift or carry:
        if place >= len(planes):
            planes.extend([0] * (place - len(planes) + 1))
        plane, here = planes[place], more[place - shift] if place < len(more) + shift else 0
        planes[place] = plane ^ here ^ carry
        carry = (plane & here) | (carry & (plane ^ here))
        place += 1


def product(one: Sequence[int], other: Sequence[int]) -> Planes:
    """The numbers of both multiplied."""
    found: Planes = []
    for shift, plane in enumerate(other):
        total(found, [part & plane for part in one], shift)
    return found


def planes_of(values: bytes) -> Planes:
    """The planes of small numbers, a byte for each product."""
    turned = values[::-1]
    return [int(turned.translate(has), 2) for has in _HAS[: max(values, default=0).bit_length()]]


_HAS = [bytes(49 if value >> place & 1 else 48 for value in range(256)) for place in range(8)]


def at_least(planes: Sequence[int], among: int, least: int) -> int:
    """Those of these products whose number is no less than that."""
    larger = 0
    for place in range(max(len(planes), least.bit_length()) - 1, -1, -1):
        plane = planes[place] if place < len(planes) else 0
        if least >> place & 1:
            among &= plane
        else:
            larger |= among & plane
            among &= ~plane
    return larger | among


def highest(planes: Sequence[int], among: int) -> int:
    """Those of these products with the largest number."""
    for plane in reversed(planes):
        among = among & plane or among
    return among


def peak(planes: Sequence[int], among: int) -> int:
    """The largest number of these products."""
    value = 0
    for plane in reversed(planes):
        value = value << 1 | bool(among & plane)
        among = among & plane or among
    return value


def largest(planes: Sequence[int], among: int, most: int) -> tuple[int, int]:
    """Of these products those that are surely among the `most` with the largest numbers, and those that share the places which
    are left, all with the same number."""
    sure = 0
    for plane in reversed(planes):
        if among.bit_count() <= most:
            break
        larger = among & plane
        count = larger.bit_count()
        if count > most:
            among = larger
        else:
            sure |= larger
            most -= count
            among &= ~plane
    return sure, among


def number(planes: Iterable[bytes], place: int) -> int:
    """One product's number, of planes as `in_bytes`."""
    at, bit = place >> 3, place & 7
    return sum((plane[at] >> bit & 1) << step for step, plane in enumerate(planes))


def in_bytes(planes: Iterable[int], size: int) -> list[bytes]:
    """The planes, quick to be asked for single products."""
    return [plane.to_bytes(size // 8 + 1, "little") for plane in planes]


def places(bits: int) -> Iterator[int]:
    """Where the bits are, in order."""
    for at, byte in enumerate(bits.to_bytes((bits.bit_length() + 7) // 8, "little")):
        if byte:
            yield from (at << 3 | bit for bit in _BITS[byte])


_BITS = [tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256)]
