"""What may be done with the addresses that a person keeps: add, change, take away, and choose the ones to begin with."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypedDict

from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.accounts.actions import change_person
from marketplace.addresses import rules
from marketplace.addresses.models import Address
from marketplace.addresses.queries import form_of
from marketplace.events import AddressesChanged
from marketplace.kit.columns import text_for
from marketplace.kit.found import first_of
from marketplace.kit.locks import hold
from marketplace.kit.metadata import merged
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce

MOST_ADDRESSES = 50
COLUMNS = (
    "first_name", "last_name", "company_name", "street_address_1", "street_address_2", "city", "city_area", "postal_code",
    "country", "country_area", "phone",
)  # fmt: skip


class Given(TypedDict):
    """An address as it was sent, for `add` and `change`."""

    address: Mapping[str, str | None]
    metadata: Mapping[str, str]
    strict: bool


class Use(Enum):
    """What an address may be the default for."""

    SHIPPING = "is_default_shipping"
    BILLING = "is_default_billing"


@transaction.atomic
def add(
    *, person: int, address: Mapping[str, str | None], metadata: Mapping[str, str] | None = None, use: Use | None = None,
    strict: bool = True,
) -> int:  # fmt: skip
    """A new address of the person; returns its key. `strict=False` keeps what the country's form does not allow.

    Refused REQUIRED, INVALID or TOO_LONG, with all the faults that the form found; INVALID beyond 50 addresses.
    """
    _hold(person)
    if Address.objects.filter(person=person).count() >= MOST_ADDRESSES:
        raise Refused("INVALID", _("At most %(most)d addresses can be kept.") % {"most": MOST_ADDRESSES})
    row = Address(person_id=person, **fitted(address, strict=strict), metadata=merged({}, metadata or {}))
    row.save()
    if use is not None:
        _choose(row, use)
    announce(AddressesChanged(person=person))
    return row.pk


@transaction.atomic
def change(
    *, person: int, id: int, address: Mapping[str, str | None], metadata: Mapping[str, str] | None = None, strict: bool = True
) -> int:
    """The person's address with the given columns anew, the others as they were. Refused NOT_FOUND, and as `add`."""
    _hold(person)
    row = _found(person, id)
    before = {column: getattr(row, column) for column in COLUMNS}
    for column, value in fitted({**before, **address}, strict=strict).items():
        setattr(row, column, value)
    row.metadata = merged(row.metadata, metadata or {})
    row.save()
    announce(AddressesChanged(person=person))
    return row.pk


@transaction.atomic
def take_away(*, person: int, id: int) -> None:
    """The person keeps this address no more. Refused NOT_FOUND."""
    _hold(person)
    _found(person, id).delete()
    announce(AddressesChanged(person=person))


@transaction.atomic
def choose(*, person: int, id: int, use: Use) -> None:
    """This address is the person's default for that use, and no other. Refused NOT_FOUND."""
    _hold(person)
    _choose(_found(person, id), use)
    announce(AddressesChanged(person=person))


@transaction.atomic
def change_account(
    *, person: int, first_name: str | None, last_name: str | None, language_code: str | None, metadata: Mapping[str, str],
    defaults: Mapping[Use, Given],
) -> None:  # fmt: skip
    """The account and the default addresses together, or nothing: a default is changed where there is one, else added.
    None leaves a thing as it was. Refused as `change_person` and `add`."""
    change_person(person=person, first_name=first_name, last_name=last_name, language_code=language_code, metadata=metadata)
    _hold(person)
    for use, given in defaults.items():
        found = Address.objects.filter(person=person, **{use.value: True}).first()
        if found is None:
            add(person=person, use=use, **given)
        else:
            change(person=person, id=found.pk, **given)


def fitted(address: Mapping[str, str | None], *, strict: bool = True) -> dict[str, str]:
    """All columns of a postal address, cleaned, the area by its name in our lists; India where no country is named.

    Refused REQUIRED, INVALID or TOO_LONG, with all the faults that the country's form found.
    """
    given: dict[str, Any] = {column: address.get(column) or "" for column in COLUMNS}
    fit = {column: text_for(Address, column, value) for column, value in given.items()}
    fit["country"] = fit["country"] or rules.INDIA
    if fit["country"] == rules.INDIA:
        fit["postal_code"] = fit["postal_code"].replace(" ", "")
    form = form_of(fit["country"], "hi", country_area=fit["country_area"], city=fit["city"], city_area=fit["city_area"])
    if form is None:
        raise Refused("INVALID", _("No post goes to this country."), "country")
    fit = rules.settled(fit, form)
    found = rules.faults(fit, form)
    if strict and found:
        first, *more = [Refused(fault.code, _said(fault), fault.column) for fault in found]
        raise Refused(first.code, first.message, first.field, tuple(more))
    return fit


def _said(fault: rules.Fault) -> str:
    if fault.code == "REQUIRED":
        return _("This field is required.")
    return (
        _("This does not fit the other parts of the address.") if fault.column != "phone" else _("This number cannot be dialled.")
    )


def _choose(row: Address, use: Use) -> None:
    Address.objects.filter(person=row.person_id, **{use.value: True}).exclude(pk=row.pk).update(**{use.value: False})
    setattr(row, use.value, True)
    row.save(update_fields=[use.value])


def _found(person: int, id: int) -> Address:
    return first_of(Address.objects.filter(person=person, pk=id), _("There is no such address of yours."))


def _hold(person: int) -> None:
    """One change of a person's addresses at a time: they are counted, and one of them is the default."""
    hold(f"addresses:{person}")
