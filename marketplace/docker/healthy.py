"""The health checks of docker-compose.yml: `python marketplace/docker/healthy.py web|worker|scheduler`.

Exit code 0 when the server of this container is well. Only the standard library, to be quick.
"""

import os
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

ESTABLISHED = "01"


def web() -> bool:
    """It answers that it can serve, asked by a name that it serves."""
    host = os.environ["ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")
    request = urllib.request.Request("http://127.0.0.1:8000/health/ready", headers={"Host": host})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return bool(answer.status == 200)


def connected() -> bool:
    """It is connected to the broker: the worker takes its tasks there, the scheduler puts one there every second."""
    port = urlsplit(os.environ["VALKEY_URL"]).port or 6379
    return any(connected_to(port, table) for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")))


def connected_to(port: int, table: Path) -> bool:
    """Whether the kernel's table of connections shows an open one to this port."""
    rows = [line.split() for line in table.read_text().splitlines()[1:]] if table.exists() else []
    return any(row[3] == ESTABLISHED and int(row[2].rpartition(":")[2], 16) == port for row in rows)


if __name__ == "__main__":
    checks = {"web": web, "worker": connected, "scheduler": connected}
    sys.exit(0 if checks[sys.argv[1]]() else 1)
