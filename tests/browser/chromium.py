"""A real browser for tests: the machine's Chromium, driven by Playwright."""

import os
import shutil

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip


def chromium() -> str | None:
    """The path of an installed Chromium; None where there is none."""
    given = os.environ.get("ZILA_CHROMIUM")
    return given or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
