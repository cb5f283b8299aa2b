"""Warehouses of sellers, and how many pieces of a variant stand in each."""

from django.db import models
from django.db.models import F, Q

from catalog.products.models import ProductVariant
from marketplace.districts.models import District
from marketplace.sellers.models import Seller


class Warehouse(models.Model):
    """Saleor's Warehouse: the place a seller ships from."""

    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="warehouses")
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=160)
    district = models.ForeignKey(District, on_delete=models.PROTECT)
    street_address = models.CharField(max_length=200)
    city = models.CharField(max_length=80)
    pincode = models.CharField(max_length=6)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pincode__regex=r"^[1-9][0-9]{5}$"), name="warehouse_pincode_format")]


class Stock(models.Model):
    """Pieces on hand, and how many of them are allocated to orders; never fewer on hand than allocated."""

    warehouse = models.ForeignKey(Warehouse, on_delete=models.CASCADE, related_name="stocks")
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, related_name="stocks")
    quantity = models.PositiveIntegerField(default=0)
    allocated = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["variant", "warehouse"], name="stock_once_per_warehouse"),
            models.CheckConstraint(condition=Q(quantity__gte=F("allocated")), name="stock_covers_allocations"),
        ]
