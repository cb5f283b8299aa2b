"""The ways in which a command ends early."""


class CommandFailed(Exception):
    """Something that the person at the terminal can mend; shown as it is, without a traceback."""


class Interrupted(Exception):
    """Ctrl-C, SIGTERM or SIGHUP: stop in good order."""
