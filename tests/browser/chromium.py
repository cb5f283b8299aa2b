"""A real browser for tests: the machine's Chromium, driven by Playwright."""

from search.screens.chromium import ARGUMENTS, chromium

__all__ = ["ARGUMENTS", "chromium"]
