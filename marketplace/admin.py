"""What this package puts on the operators' desk."""

from marketplace.content.admin import PageAdmin, PageTypeAdmin

__all__ = ["PageAdmin", "PageTypeAdmin"]
