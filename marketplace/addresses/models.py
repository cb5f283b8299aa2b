"""Tables of addresses: the columns that every postal address has, and the addresses that people keep."""

from django.db import models
from django.db.models import Q

from marketplace.accounts.models import User


class PostalAddress(models.Model):
    """The columns of an address, by Saleor's names. Whoever must know later where something was sent keeps columns of its own."""

    first_name = models.CharField(max_length=256, blank=True)
    last_name = models.CharField(max_length=256, blank=True)
    company_name = models.CharField(max_length=256, blank=True)
    street_address_1 = models.CharField(max_length=256, blank=True)
    street_address_2 = models.CharField(max_length=256, blank=True)
    city = models.CharField(max_length=256, blank=True)
    city_area = models.CharField(max_length=128, blank=True)
    postal_code = models.CharField(max_length=20, blank=True)
    country = models.CharField(max_length=2)
    country_area = models.CharField(max_length=128, blank=True)
    phone = models.CharField(max_length=20, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(condition=Q(country__regex=r"^[A-Z]{2}$"), name="%(class)s_country_is_a_code"),
            models.CheckConstraint(
                condition=~Q(country="IN") | Q(postal_code="") | Q(postal_code__regex=r"^[1-9][0-9]{5}$"),
                name="%(class)s_indian_pin_format",
            ),
        ]


class Address(PostalAddress):
    """An address that a person keeps; at most one is the default for shipping, and one for billing."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="addresses")
    metadata = models.JSONField(default=dict, blank=True)
    is_default_shipping = models.BooleanField(default=False)
    is_default_billing = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(PostalAddress.Meta):
        constraints = [
            *PostalAddress.Meta.constraints,
            models.UniqueConstraint(
                fields=["person"], condition=Q(is_default_shipping=True), name="one_default_shipping_address"
            ),
            models.UniqueConstraint(fields=["person"], condition=Q(is_default_billing=True), name="one_default_billing_address"),
        ]
