"""What surrounds the node: what is missing is said in one line, strangers' jars and far addresses are refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from marketplace.command.clone import ROOT
from marketplace.command.elasticsearch import Node
from marketplace.command.elasticsearch_build import SOURCE, Built, _alone, _compare
from marketplace.command.failure import CommandFailed, Interrupted
from marketplace.command.java import NotInstalled, find_java, find_tools
from tests.elasticsearch.plugin import on_loopback


def program(path: Path, said: str = "") -> Path:
    """An executable that says this where Java says its version."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{said}' >&2\n")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (None, "Java is missing"),
        ('openjdk version "11.0.2" 2019-01-15', "is Java 11"),
        ('java version "1.8.0_402"', "is Java 1"),
        ("Unrecognized option", "of an unknown version"),
    ],
)
def test_a_missing_or_old_java_is_named(said: str | None, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if said:
        program(tmp_path / "bin" / "java", said)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(NotInstalled, match=rf"{told}.*apt-get install openjdk-17-jdk-headless maven"):
        find_java()


def test_the_compiler_must_be_of_the_same_java_and_maven_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = program(tmp_path / "jdk" / "bin" / "java", 'openjdk version "21.0.4"')
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "jdk"))
    monkeypatch.setenv("PATH", str(tmp_path / "elsewhere"))
    assert find_java() == java
    with pytest.raises(NotInstalled, match="compiler is missing"):
        find_tools()
    program(java.with_name("javac"))
    with pytest.raises(NotInstalled, match="Maven is missing"):
        find_tools()
    maven = program(tmp_path / "elsewhere" / "mvn")
    assert (find_tools().maven, find_tools().home) == (str(maven), tmp_path / "jdk")


def test_jars_with_other_bytes_are_refused(tmp_path: Path) -> None:
    named = [line.split()[1] for line in (SOURCE / "jars.sha256").read_text().splitlines()]
    assert "elasticsearch-8.17.0.jar" in named
    (tmp_path / "elasticsearch-8.17.0.jar").write_bytes(b"another")
    (tmp_path / "stranger.jar").write_bytes(b"")
    with pytest.raises(CommandFailed, match=r"elasticsearch-8\.17\.0\.jar.*stranger\.jar"):
        _compare(tmp_path)


def test_two_builds_wait_for_each_other_and_what_a_killed_one_left_goes(tmp_path: Path) -> None:
    (tmp_path / "build-cut-off").mkdir()

    def stop() -> None:
        raise Interrupted

    with _alone(tmp_path, stop):
        assert [path.name for path in tmp_path.iterdir()] == ["lock"]
        with pytest.raises(Interrupted), _alone(tmp_path, stop):
            pytest.fail("two build at once")
    with _alone(tmp_path, stop):
        pass


@pytest.mark.parametrize(("heap", "good"), [("2g", True), ("", True), ("lots", False), ("1g -XX:Evil", False)])
def test_the_heap_is_a_size(heap: str, good: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELASTICSEARCH_HEAP", heap)
    (tmp_path / "built" / "config").mkdir(parents=True)
    (tmp_path / "built" / "config" / "log4j2.properties").touch()
    node = Node(tmp_path / "home", Built(Path("java"), tmp_path / "built"))
    if good:
        assert f"-Xmx{heap or '768m'}" in node.command(9200)
    else:
        with pytest.raises(CommandFailed, match="ELASTICSEARCH_HEAP"):
            node.command(9200)


@pytest.mark.parametrize("address", ["http://10.0.0.5:9200", "https://search.example", "http://127.0.0.1.example", "nothing"])
def test_tests_talk_to_this_machine_only(address: str) -> None:
    assert on_loopback("http://127.0.0.1:9200") == "http://127.0.0.1:9200"
    with pytest.raises(pytest.UsageError, match="of this machine only"):
        on_loopback(address)


@pytest.mark.parametrize(("required", "outcome", "code"), [("", "1 skipped", 0), ("1", "1 error", 1)])
def test_without_java_one_line_says_how_to_get_it(required: str, outcome: str, code: int, tmp_path: Path) -> None:
    """.ci/run requires the tests: there they fail instead."""
    environment = {**os.environ, "PATH": str(tmp_path), "JAVA_HOME": "", "ZILA_REQUIRE_ELASTICSEARCH": required}
    environment.pop("TEST_ELASTICSEARCH_URL", None)
    for name in [name for name in environment if name.startswith("PYTEST_")]:
        del environment[name]
    chosen = "tests/elasticsearch/test_node.py::test_it_is_the_real_server"
    command = [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", "-q", chosen]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (done.returncode, outcome in done.stdout) == (code, True), done.stdout + done.stderr
    line = "1 tests of the search engine were SKIPPED"
    assert done.stdout.count(line) == (0 if required else 1)
    assert "apt-get install openjdk-17-jdk-headless maven" in done.stdout
