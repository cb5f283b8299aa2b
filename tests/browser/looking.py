"""Looking at all pages in a browser: one visit of each, and questions (questions.js) asked of it there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page

QUESTIONS = Path(__file__).with_name("questions.js")


@contextmanager
def looked_at(browser: Browser, *, asking: bool = False, axe: bool = False, **how: Any) -> Iterator[Page]:
    """A page of a browser context of its own, able to answer questions where `asking`, and those to axe where `axe`."""
    context = browser.new_context(**how)
    context.set_default_timeout(15_000)
    if asking or axe:
        context.add_init_script(path=QUESTIONS)
    if axe:
        context.add_init_script(path=AXE_FILE_PATH)
    yield context.new_page()
    context.close()


def history_step(page: Page, by: int = -1) -> None:
    """Go in the history as the buttons do: after the question is answered, which a page that is left could not do any more."""
    page.evaluate(f"() => {{ setTimeout(() => history.go({by})) }}")


@dataclass
class Faults:
    """What was found on which page; empty is false."""

    found: list[str] = field(default_factory=list)

    def ask(self, page: Page, question: str, said: str = "") -> None:
        """Put the question, such as `sideways()`, and note the answers with the page's address."""
        self.found += [
            f"{page.url.partition('/')[2][1:].partition('/')[2]} {said}: {fault}" for fault in page.evaluate(f"zila.{question}")
        ]

    def none(self) -> None:
        """Fails, naming them, where there are any."""
        assert not self.found, "\n" + "\n".join(self.found)
