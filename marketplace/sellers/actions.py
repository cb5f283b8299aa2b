"""What may be done with a seller: register, approve, suspend, and say who acts for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.accounts.models import User
from marketplace.districts.models import District
from marketplace.events import SellerApproved, SellerChanged, SellerRegistered, SellerSuspended
from marketplace.kit.columns import choice_for, text_for, whole
from marketplace.kit.refused import Refused
from marketplace.kit.slugs import settle
from marketplace.kit.words import in_known_languages
from marketplace.news.announce import announce
from marketplace.sellers import rules
from marketplace.sellers.models import Seller, SellerMember, SellerTranslation


@dataclass(frozen=True, slots=True, kw_only=True)
class SellerWords:
    """A seller's name and story in another language."""

    name: str
    story: str = ""


@transaction.atomic
def register(
    *, name: str, legal_name: str, kind: str, district: District, women_led: bool, languages: Sequence[str], story: str,
    founded_year: int | None = None, member_count: int | None = None, street_address: str, city: str, pincode: str,
    customer_care_email: str, customer_care_phone: str, slug: str | None = None,
    translations: Mapping[str, SellerWords] = {},
) -> Seller:  # fmt: skip
    """A new seller, PENDING. Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN, naming the field."""
    name = text_for(Seller, "name", name, must=True)
    kind = choice_for(Seller, "kind", kind)
    seller = Seller(
        name=name, kind=kind, district=district, women_led=bool(women_led),
        legal_name=text_for(Seller, "legal_name", legal_name, must=True),
        languages=_languages(languages),
        story=text_for(Seller, "story", story, lines=True),
        founded_year=_founded(founded_year),
        member_count=member_count if member_count is None else whole(
            member_count, field="member_count", least=1, most=rules.MOST_MEMBERS
        ),
        street_address=text_for(Seller, "street_address", street_address, must=True),
        city=text_for(Seller, "city", city, must=True),
        pincode=_pincode(pincode),
        customer_care_email=_email(customer_care_email),
        customer_care_phone=_phone(customer_care_phone),
    )  # fmt: skip
    seller.slug = settle(Seller.objects.all(), given=slug, name=name, otherwise=f"{district.slug}-{kind}")
    seller.save()
    SellerTranslation.objects.bulk_create(
        SellerTranslation(
            seller=seller, language_code=language,
            name=text_for(SellerTranslation, "name", words.name, must=True),
            story=text_for(SellerTranslation, "story", words.story, lines=True),
        )
        for language, words in in_known_languages(translations).items()
    )  # fmt: skip
    announce(SellerRegistered(seller=seller.pk))
    return seller


@transaction.atomic
def approve(*, seller: Seller) -> Seller:
    """The seller may publish from now on. Refused WRONG_STATUS where it is approved already."""
    _become(seller, Seller.Status.APPROVED)
    announce(SellerApproved(seller=seller.pk))
    return seller


@transaction.atomic
def suspend(*, seller: Seller) -> Seller:
    """The seller may not sell for now; what it has published is not to be shown meanwhile. Refused WRONG_STATUS."""
    _become(seller, Seller.Status.SUSPENDED)
    announce(SellerSuspended(seller=seller.pk))
    return seller


@transaction.atomic
def add_member(*, seller: Seller, user: User, role: str) -> SellerMember:
    """This person acts for the seller in that role; a member's role is changed. Refused INVALID for another role."""
    role = choice_for(SellerMember, "role", role)
    member, _made = SellerMember.objects.update_or_create(seller=seller, user=user, defaults={"role": role})
    announce(SellerChanged(seller=seller.pk))
    return member


def _become(seller: Seller, status: Seller.Status) -> None:
    """Gives the locked row the status, and tells the caller's instance."""
    row = Seller.objects.select_for_update(no_key=True).get(pk=seller.pk)
    if not rules.may_become(row.status, status):
        raise Refused("WRONG_STATUS", _("This cannot be done with a seller in this state."), "seller")
    row.status = seller.status = status
    row.save(update_fields=["status"])


def _languages(codes: Sequence[str]) -> list[str]:
    if not codes or isinstance(codes, str) or not all(isinstance(code, str) and rules.is_language(code) for code in codes):
        raise Refused("INVALID", _("Name the languages by their codes, such as hi."), "languages")
    return list(dict.fromkeys(codes))


def _founded(year: int | None) -> int | None:
    if year is not None and not rules.is_founding_year(year, this_year=timezone.localdate().year):
        raise Refused("INVALID", _("This cannot be the year of foundation."), "founded_year")
    return year


def _pincode(text: str) -> str:
    if not rules.is_pincode(text):
        raise Refused("INVALID", _("A PIN code has six digits."), "pincode")
    return text


def _email(text: str) -> str:
    text = text_for(Seller, "customer_care_email", text, must=True).lower()
    try:
        validate_email(text)
    except ValidationError:
        raise Refused("INVALID", _("This is not an e-mail address."), "customer_care_email") from None
    return text


def _phone(text: str) -> str:
    text = text_for(Seller, "customer_care_phone", text, must=True)
    if not rules.is_phone(text):
        raise Refused("INVALID", _("This is not a telephone number."), "customer_care_phone")
    return text
