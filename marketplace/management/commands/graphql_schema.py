"""`graphql_schema`: prints the graph's types, or writes them to marketplace/docs/schema.graphql, where a test keeps them true."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from graphql import GraphQLSchema, lexicographic_sort_schema, print_schema

from marketplace.kit.graphql.assemble import schema

FILE = Path(__file__).resolve().parents[2] / "docs" / "schema.graphql"


def printed(whole: GraphQLSchema) -> str:
    """The schema as text, by name: the order in which modules are imported does not show."""
    return print_schema(lexicographic_sort_schema(whole)) + "\n"


class Command(BaseCommand):
    """The door to the printed schema."""

    help = "Print the GraphQL schema, or write it to marketplace/docs/schema.graphql."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Whether to write."""
        parser.add_argument("--write", action="store_true", help="write the file instead of printing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print or write."""
        text = printed(schema())
        if options["write"]:
            FILE.write_text(text, encoding="utf-8")
        else:
            self.stdout.write(text, ending="")
