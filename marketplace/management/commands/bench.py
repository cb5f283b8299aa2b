"""`bench`: measures a part of the house on this machine; the parts are the modules of the packages' `bench` folders.

A part has the functions `arguments(parser)` and `run(options, write)`, and a docstring whose first line is its help. What it
raises as RuntimeError is told in one line.
"""

from argparse import ArgumentParser
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError, CommandParser


def parts() -> dict[str, ModuleType]:
    """The parts by name: every public module of `<package>.bench` that has a `run`."""
    found: dict[str, ModuleType] = {}
    for config in apps.get_app_configs():
        spec = find_spec(f"{config.name}.bench")
        for module in iter_modules(spec.submodule_search_locations if spec else []):
            part = import_module(f"{config.name}.bench.{module.name}")
            if hasattr(part, "run"):
                found[module.name] = part
    return dict(sorted(found.items()))


class Command(BaseCommand):
    """The door to the measurements."""

    help = "Measure a part of the house on this machine."

    def add_arguments(self, parser: CommandParser) -> None:
        """One subcommand for each part."""
        subparsers = parser.add_subparsers(dest="part", required=True, parser_class=ArgumentParser)
        for name, part in parts().items():
            part.arguments(subparsers.add_parser(name, help=(part.__doc__ or "").partition("\n")[0]))

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the part."""
        try:
            parts()[options["part"]].run(options, self.stdout.write)
        except RuntimeError as error:
            raise CommandError(str(error)) from error
