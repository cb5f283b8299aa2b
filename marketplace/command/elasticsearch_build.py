"""Builds the Elasticsearch node of tests/elasticsearch out of the server's published jars, once on a machine.

Maven fetches the jars, whose fingerprints must be those of jars.sha256; javac compiles two classes of ours beside them.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from marketplace.command.clone import ROOT
from marketplace.command.failure import CommandFailed
from marketplace.command.java import OLDEST, Tools, find_java, find_tools
from marketplace.command.shown import run_shown

SOURCE = ROOT / "tests" / "elasticsearch"
VERSION = "8.17.0"
LOOK_EVERY = 0.1  # seconds
PLUGINS = {
    "transport-netty4": (
        "org.elasticsearch.transport.netty4.Netty4Plugin",
        ["netty-*.jar", "transport-netty4-*.jar", "elasticsearch-ssl-config-*.jar"],
    ),
    "zila": (
        "zila.elasticsearch.ModulesPlugin",
        ["lucene-analysis-icu-*.jar", "icu4j-*.jar", "lucene-analysis-phonetic-*.jar", "commons-codec-*.jar"],
    ),
}
"""The class of each plugin, and the jars that only it sees."""
DESCRIPTOR = """\
name={name}
description={name}
version={version}
elasticsearch.version={version}
java.version={java}
classname={classname}
"""
LOGGING = """\
status = error
appender.out.type = Console
appender.out.name = out
appender.out.layout.type = PatternLayout
appender.out.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
rootLogger.level = warn
rootLogger.appenderRef.out.ref = out
"""


@dataclass(frozen=True)
class Built:
    """The node, ready to run."""

    java: Path
    folder: Path
    """Holds lib, launcher, modules and config; never written again."""


def built(on_line: Callable[[str], None], meanwhile: Callable[[], None]) -> Built:
    """The node, built now if it was not: NotInstalled, or CommandFailed with what the build said.

    `meanwhile` is called often during a build, and may raise to stop it.
    """
    folder = _folder()
    if not folder.exists():
        with _alone(folder.parent, meanwhile):
            if not folder.exists():
                _build(find_tools(), folder, on_line, meanwhile)
    return Built(find_java(), folder)


def require() -> None:
    """NotInstalled where a node can neither be run nor be built."""
    if _folder().exists():
        find_java()
    else:
        find_tools()


def _folder() -> Path:
    """Where the node is, or will be; another one for every change of what it is built from."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "zila-bazaar" / "elasticsearch"
    files = [Path(__file__), SOURCE / "pom.xml", SOURCE / "jars.sha256", *_sources()]
    return cache / hashlib.sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _sources() -> list[Path]:
    return sorted((SOURCE / "src").rglob("*.java"))


@contextmanager
def _alone(cache: Path, meanwhile: Callable[[], None]) -> Iterator[None]:
    """One build at a time on this machine; the others wait for it and find it done."""
    cache.mkdir(parents=True, exist_ok=True)
    handle = os.open(cache / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        while not _taken(handle):
            meanwhile()
            time.sleep(LOOK_EVERY)
        for left in cache.glob("build-*"):  # by one that was killed
            shutil.rmtree(left, ignore_errors=True)
        yield
    finally:
        os.close(handle)


def _taken(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _build(tools: Tools, folder: Path, on_line: Callable[[str], None], meanwhile: Callable[[], None]) -> None:
    work = Path(tempfile.mkdtemp(prefix="build-", dir=folder.parent))
    try:
        jars = _fetch(tools, work, on_line, meanwhile)
        _compare(jars)
        on_line("compiling")
        classes = _compile(tools, jars, work / "classes", meanwhile)
        _arrange(jars, classes, work / "node").rename(folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _fetch(tools: Tools, work: Path, on_line: Callable[[str], None], meanwhile: Callable[[], None]) -> Path:
    """The folder of the jars."""
    shutil.copy(SOURCE / "pom.xml", work)
    count = 0

    def tell(line: str) -> None:
        nonlocal count
        if "Downloaded" in line and ".jar" in line:
            count += 1
            on_line(f"{count} jars fetched")

    command: list[str | Path] = [tools.maven, "--batch-mode", "--strict-checksums", "--file", work / "pom.xml", "package"]
    environment = {**os.environ, "JAVA_HOME": str(tools.home)}
    try:
        run_shown(command, what="Maven", on_line=tell, meanwhile=meanwhile, environment=environment)
    except CommandFailed as failure:
        why = "Maven could not fetch Elasticsearch's jars: it needs its registry, or a mirror named in ~/.m2/settings.xml."
        raise CommandFailed(f"{why}\n{failure}") from None
    return work / "target" / "jars"


def _compare(jars: Path) -> None:
    """CommandFailed unless the jars are those that jars.sha256 names, byte by byte."""
    lines = (SOURCE / "jars.sha256").read_text().splitlines()
    wanted = {name: digest for digest, name in (line.split() for line in lines)}
    found = {jar.name: hashlib.sha256(jar.read_bytes()).hexdigest() for jar in jars.iterdir()}
    wrong = sorted(name for name in wanted.keys() | found.keys() if wanted.get(name) != found.get(name))
    if wrong:
        raise CommandFailed(f"These jars are not those of {SOURCE / 'jars.sha256'}: {', '.join(wrong)}")


def _compile(tools: Tools, jars: Path, classes: Path, meanwhile: Callable[[], None]) -> Path:
    command = [tools.javac, "--release", OLDEST, "-proc:none", "-nowarn", "-encoding", "UTF-8", "-cp", f"{jars}/*", "-d", classes]
    run_shown([str(word) for word in (*command, *_sources())], what="javac", on_line=lambda _: None, meanwhile=meanwhile)
    return classes


def _arrange(jars: Path, classes: Path, node: Path) -> Path:
    """Put everything where Elasticsearch looks for it."""
    for name, (classname, patterns) in PLUGINS.items():
        plugin = node / "modules" / name
        plugin.mkdir(parents=True)
        for jar in [jar for pattern in patterns for jar in jars.glob(pattern)]:
            jar.rename(plugin / jar.name)
        text = DESCRIPTOR.format(name=name, version=VERSION, java=OLDEST, classname=classname)
        (plugin / "plugin-descriptor.properties").write_text(text)
    launcher = node / "launcher" / "zila" / "elasticsearch"
    launcher.mkdir(parents=True)
    ours = classes / "zila" / "elasticsearch"
    for file in ours.glob("Node*.class"):
        file.rename(launcher / file.name)
    with zipfile.ZipFile(node / "modules" / "zila" / "zila.jar", "w") as archive:
        for file in sorted(ours.glob("*.class")):
            archive.write(file, file.relative_to(classes))
    jars.rename(node / "lib")
    (node / "config").mkdir()
    (node / "config" / "log4j2.properties").write_text(LOGGING)
    return node
