"""The index of this package's tables."""

from marketplace.accounts.models import User
from marketplace.addresses.models import Address
from marketplace.channels.models import Channel
from marketplace.content.models import Page, PageTranslation, PageType
from marketplace.crafts.models import Craft, CraftName
from marketplace.districts.models import DatasetLoad, District, OdopProduct, Pincode, State
from marketplace.gi.models import AuthorisedUser, GiArea, GiTag, OdopGiLink
from marketplace.news.models import Delivery, Event
from marketplace.sellers.models import Seller, SellerMember, SellerTranslation
from marketplace.shop.models import Shop, ShopTranslation
from marketplace.tariff.models import GstRate, HsnCode
from marketplace.tokens.models import SignIn

__all__ = [
    "Address", "AuthorisedUser", "Channel", "Craft", "CraftName", "DatasetLoad", "Delivery", "District", "Event", "GiArea",
    "GiTag", "GstRate", "HsnCode", "OdopGiLink", "OdopProduct", "Page", "PageTranslation", "PageType", "Pincode", "Seller",
    "SellerMember", "SellerTranslation", "Shop", "ShopTranslation", "SignIn", "State", "User",
]  # fmt: skip
