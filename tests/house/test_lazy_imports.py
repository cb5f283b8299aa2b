"""A web process that does not search with Elasticsearch does not pay for its client."""

import os
import subprocess
import sys

from marketplace.command.clone import ROOT

LOADED = """
import sys
import marketplace.wsgi
from django.urls import get_resolver
get_resolver().url_patterns
print(sorted({name.partition(".")[0] for name in sys.modules} & {"elasticsearch", "elastic_transport"}))
"""


def test_the_web_server_starts_without_the_client_of_elasticsearch() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "ELASTICSEARCH_URL"}
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.stdout.strip().splitlines()[-1:] == ["[]"], done.stdout + done.stderr
