"""The walls stand: arrows go down, rooms are in no circle, migrations are complete, files keep their size and their sign."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("marketplace", "catalog", "orders", "payments", "search", "frontend_templates")
SOURCES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")) if "migrations" not in path.parts]


def test_imports_go_down_and_in_no_circle() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([sys.executable, str(lint), "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_file_says_what_it_is_for_and_stays_small() -> None:
    nameless = [p for p in SOURCES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert nameless == []
    long = {str(p.relative_to(ROOT)): n for p in SOURCES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300}
    assert long == {}


def test_no_drawer_without_a_noun() -> None:
    drawers = {"utils", "common", "core", "helpers"}
    assert [path for path in SOURCES if drawers & {path.stem, *path.relative_to(ROOT).parts}] == []


def test_the_top_level_is_as_the_owner_fixed_it() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout
    top = {line.split("/", 1)[0] for line in listed.splitlines()}
    if not top:
        pytest.skip("not a git checkout")
    fixed = {*PACKAGES, "tests", "pyproject.toml", "docker-compose.yml", "README.md", "requirements.txt"}
    assert {name for name in top if not name.startswith(".")} <= fixed
