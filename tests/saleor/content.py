"""The storefront's operations about pages and menus, as documents."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "operations"
PAGE, CONTENT, MENU = (
    (_FOLDER / f"{name}.graphql").read_text(encoding="utf-8")
    for name in ("PageGetBySlug", "StorefrontContentPages", "MenuGetBySlug")
)
