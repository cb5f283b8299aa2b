"""A file of judged queries for the tests: one wish, asked in English and in Hindi."""

from pathlib import Path

GOOD = """
# a comment
[[wish]]
wish = "a red saree"
grades = [
    { grade = 3, name = "saree", attribute.colour = "red" },
    { grade = 1, name = "saree" },
]
english = ["red saree"]
hindi = ["लाल साड़ी"]
"""


def written(folder: Path, text: str = GOOD) -> Path:
    """The folder, with this text as its file of wishes."""
    (folder / "wishes.toml").write_text(text, encoding="utf-8")
    return folder
