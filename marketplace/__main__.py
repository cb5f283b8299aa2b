"""The command line: `python3 -m marketplace up` in a fresh clone, `.venv/bin/zila up` afterwards.

This file must be readable by every Python 3, so that a wrong version gets one plain line.
"""

import sys

OLDEST, NEWEST = (3, 11), (3, 13)


def main():
    # type: () -> int
    """Check the version of Python, then hand over to the command line."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        sys.stderr.write(
            "Zila Bazaar runs on Python 3.11, 3.12 or 3.13; this is Python %d.%d. "
            "Start it with python3.11, for example.\n" % sys.version_info[:2]
        )
        return 2
    from marketplace.command.entry import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
