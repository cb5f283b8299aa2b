"""What this package puts on the operators' desk."""

from catalog.menus.admin import MenuAdmin, MenuItemAdmin

__all__ = ["MenuAdmin", "MenuItemAdmin"]
