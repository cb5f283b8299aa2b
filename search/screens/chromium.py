"""The machine's Chromium, driven by Playwright where that is installed (the extra `test`)."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The path of an installed Chromium; None where there is none."""
    return os.environ.get("ZILA_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def browser() -> Iterator["Browser"]:
    """A browser until the end of the block; RuntimeError, in a line for people, where something is missing."""
    path = chromium()
    if path is None:
        raise RuntimeError("There is no Chromium on this machine: install it (apt-get install chromium fonts-noto-core).")
    if find_spec("playwright") is None:
        raise RuntimeError("Playwright is not installed: it comes with the extra `test` (pip install -e '.[test]').")
    with import_module("playwright.sync_api").sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield launched
        launched.close()
