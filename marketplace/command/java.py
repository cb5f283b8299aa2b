"""The machine's Java and Maven, which Elasticsearch needs; or what is missing, and how to get it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from marketplace.command.failure import CommandFailed

OLDEST = 17
HOW_TO_GET = f"Elasticsearch needs a JDK of Java {OLDEST} or later and Maven: apt-get install openjdk-{OLDEST}-jdk-headless maven"


class NotInstalled(CommandFailed):
    """This machine has no Java that is new enough, or no Maven."""


@dataclass(frozen=True)
class Tools:
    """What builds a Java program."""

    java: Path
    javac: Path
    maven: str

    @property
    def home(self) -> Path:
        """The folder of this Java, as JAVA_HOME says it."""
        return self.java.parent.parent


def find_java() -> Path:
    """The `java` of JAVA_HOME, else of PATH, without its symbolic links; NotInstalled when there is none or an old one."""
    home = os.environ.get("JAVA_HOME", "")
    found = shutil.which("java", path=f"{home}/bin" if home else None)
    if found is None:
        raise NotInstalled(f"Java is missing. {HOW_TO_GET}")
    version = _version(found)
    if version < OLDEST:
        raise NotInstalled(f"{found} is Java {version or 'of an unknown version'}. {HOW_TO_GET}")
    return Path(found).resolve()


def find_tools() -> Tools:
    """This Java with the compiler that belongs to it, and Maven; NotInstalled when one is missing."""
    java = find_java()
    javac, maven = java.with_name("javac"), shutil.which("mvn")
    if not javac.exists():
        raise NotInstalled(f"Java's compiler is missing beside {java}. {HOW_TO_GET}")
    if maven is None:
        raise NotInstalled(f"Maven is missing. {HOW_TO_GET}")
    return Tools(java, javac, maven)


def _version(java: str) -> int:
    """Its first number, 0 when it does not say one."""
    try:
        said = subprocess.run([java, "-version"], capture_output=True, text=True).stderr
    except OSError:
        return 0
    found = re.search(r'version "(\d+)', said)
    return int(found[1]) if found else 0
