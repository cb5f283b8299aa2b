"""A seller, the words about it in other languages, and the people who act for it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from marketplace.districts.models import District


class Seller(models.Model):
    """Who makes and sells. Its legal name, address and contacts are what the E-Commerce Rules 2020 make public."""

    class Kind(models.TextChoices):
        ARTISAN = "ARTISAN"
        SHG = "SHG"
        COOPERATIVE = "COOPERATIVE"
        PRODUCER_COMPANY = "PRODUCER_COMPANY"
        MSME = "MSME"

    class Status(models.TextChoices):
        PENDING = "PENDING"
        APPROVED = "APPROVED"
        SUSPENDED = "SUSPENDED"

    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=160)
    legal_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PENDING)
    women_led = models.BooleanField(default=False)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="sellers")
    languages = ArrayField(models.CharField(max_length=8), default=list)
    story = models.TextField(blank=True)
    founded_year = models.PositiveSmallIntegerField(null=True)
    member_count = models.PositiveIntegerField(null=True)
    street_address = models.CharField(max_length=200)
    city = models.CharField(max_length=80)
    pincode = models.CharField(max_length=6)
    customer_care_email = models.EmailField()
    customer_care_phone = models.CharField(max_length=20)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(status__in=["PENDING", "APPROVED", "SUSPENDED"]), name="seller_status_known"),
            models.CheckConstraint(
                condition=Q(kind__in=["ARTISAN", "SHG", "COOPERATIVE", "PRODUCER_COMPANY", "MSME"]), name="seller_kind_known"
            ),
            models.CheckConstraint(condition=Q(pincode__regex=r"^[1-9][0-9]{5}$"), name="seller_pincode_format"),
        ]
        indexes = [
            models.Index(fields=["district", "status"], name="seller_district"),
            models.Index(fields=["id"], condition=~Q(status="APPROVED"), name="seller_not_approved"),
        ]


class SellerTranslation(models.Model):
    """A seller's name and story in another language."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=160)
    story = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seller", "language_code"], name="seller_translation_once")]


class SellerMember(models.Model):
    """A person who acts for a seller."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seller_memberships")
    role = models.CharField(max_length=10, choices=[("OWNER", "Owner"), ("STAFF", "Staff")], default="OWNER")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seller", "user"], name="seller_member_once")]
