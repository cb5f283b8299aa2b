"""The command line: `python3 -m marketplace up` in a fresh clone, `.venv/bin/zila up` afterwards.

Every Python 3 must be able to read this file, so that a wrong version gets one plain line.
"""

import sys

OLDEST, NEWEST = (3, 11), (3, 13)
WRONG_VERSION = "Zila Bazaar runs on Python 3.11, 3.12 or 3.13; this is {}.{}. Start it with python3.11, for example.\n"


def main() -> int:
    """Check the version of Python, then hand over to the command line."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.stderr.write(WRONG_VERSION.format(*sys.version_info))
        return 2
    from marketplace.command.entry import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
