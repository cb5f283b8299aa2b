"""What tests of the search engine may ask for: a real Elasticsearch, and names in it that are theirs alone.

`elasticsearch` is a client, `elasticsearch_url` the address, `index_prefix` begins the names of one test's indices, aliases and
templates, which are removed after it. The node is shared by all processes of a run and starts when the first test asks for one
of these. Such tests carry the marker `elasticsearch`. TEST_ELASTICSEARCH_URL names a node that runs already, on this machine.
"""

import ipaddress
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from marketplace.command.elasticsearch_build import require
from marketplace.command.java import HOW_TO_GET, NotInstalled
from tests.elasticsearch.shared_node import address_of, make_folder, stop

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

MARKER = "elasticsearch"
ABSENT = "no Elasticsearch here"
REQUIRED = "ZILA_REQUIRE_ELASTICSEARCH"
"""Set by .ci/run: the tests fail where they would be skipped."""
_FOLDER = pytest.StashKey[Path]()


def on_loopback(address: str) -> str:
    """The address; UsageError unless it is one of this machine alone, for tests remove what they find."""
    host = urlsplit(address).hostname or ""
    try:
        near = ipaddress.ip_address(host).is_loopback
    except ValueError:
        near = host == "localhost"
    if not near:
        raise pytest.UsageError(f"Tests talk to an Elasticsearch of this machine only, not to {host or 'nowhere'}.")
    return address


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{MARKER}: needs Elasticsearch, and Java and Maven for that (set by its fixtures)")
    for name in ("ELASTICSEARCH_URL", "TEST_ELASTICSEARCH_URL"):
        if os.environ.get(name):
            on_loopback(os.environ[name])
    if not hasattr(config, "workerinput"):
        config.stash[_FOLDER] = make_folder()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a process of a parallel run where its node is, and who owns it."""
    node.workerinput["elasticsearch"] = (str(node.config.stash[_FOLDER]), os.getpid())


def pytest_unconfigure(config: pytest.Config) -> None:
    folder = config.stash.get(_FOLDER, None)
    if folder:
        stop(folder)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "elasticsearch_url" in getattr(item, "fixturenames", ()):
            item.add_marker(MARKER)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    skipped = [each for each in terminalreporter.stats.get("skipped", []) if ABSENT in str(each.longrepr)]
    if skipped:
        line = f"{len(skipped)} tests of the search engine were SKIPPED, for this machine cannot run Elasticsearch. {HOW_TO_GET}"
        terminalreporter.write_line(line, yellow=True)


@pytest.fixture(scope="session")
def elasticsearch_url(pytestconfig: pytest.Config) -> str:
    """The address of the run's Elasticsearch, as ELASTICSEARCH_URL says it."""
    given = os.environ.get("TEST_ELASTICSEARCH_URL")
    if given:
        return given
    try:
        require()
    except NotInstalled as missing:
        if os.environ.get(REQUIRED):
            pytest.fail(str(missing), pytrace=False)
        pytest.skip(f"{ABSENT}: {str(missing).partition('.')[0]}")
    if hasattr(pytestconfig, "workerinput"):
        folder, owner = pytestconfig.workerinput["elasticsearch"]
    else:
        folder, owner = pytestconfig.stash[_FOLDER], os.getpid()
    return address_of(Path(folder), owner)


@pytest.fixture(scope="session")
def elasticsearch(elasticsearch_url: str) -> Iterator["Elasticsearch"]:
    """A client of the run's Elasticsearch."""
    from elasticsearch import Elasticsearch

    with Elasticsearch(elasticsearch_url, request_timeout=30) as client:
        yield client


@pytest.fixture
def index_prefix(elasticsearch: "Elasticsearch") -> Iterator[str]:
    """What the names of this test's indices, aliases and templates begin with; all of them are removed after it."""
    prefix = f"test-{secrets.token_hex(6)}-"
    yield prefix
    for name in elasticsearch.indices.get(index=f"{prefix}*", expand_wildcards="all"):
        elasticsearch.indices.delete(index=name)
    elasticsearch.options(ignore_status=404).indices.delete_index_template(name=f"{prefix}*")
