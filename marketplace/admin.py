"""What this package puts on the operators' desk."""

from marketplace.content.admin import PageAdmin, PageTypeAdmin
from marketplace.crafts.admin import CraftAdmin

__all__ = ["CraftAdmin", "PageAdmin", "PageTypeAdmin"]
