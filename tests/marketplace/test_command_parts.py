"""The command line's smaller parts: options, notes, state folder, catalogues, programs that are followed."""

import gettext
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from marketplace.command import entry, locking
from marketplace.command.clone import ROOT
from marketplace.command.failure import CommandFailed, Interrupted
from marketplace.command.interrupt import Interrupt
from marketplace.command.leftovers import end_leftovers
from marketplace.command.messages import compile_catalogue, stale_catalogues
from marketplace.command.ports import LOOPBACK, free_port, is_free
from marketplace.command.process import identity_of, is_alive
from marketplace.command.progress import Progress
from marketplace.command.record import Record, read_record
from marketplace.command.run import Run
from marketplace.command.shown import run_shown
from marketplace.command.state import Busy, State
from marketplace.command.supervisor import Supervisor
from marketplace.command.testing import parallel
from marketplace.command.up import _welcome

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
SLEEPER = [sys.executable, "-c", "import time; time.sleep(60)"]


@pytest.fixture
def state(tmp_path: Path) -> State:
    state = State(tmp_path / "state with space")
    state.create()
    return state


def quiet(*_: object) -> None:
    """Takes what nobody looks at."""


@pytest.mark.parametrize(
    ("words", "added"),
    [
        ([], True),
        (["tests/catalog", "-q"], True),
        (["-n", "4"], False),
        (["-n0"], False),
        (["-p", "no:xdist"], False),
        (["-pno:xdist"], False),
        (["--pdb"], False),
    ],
)
def test_tests_run_in_parallel_unless_the_person_says_how(words: list[str], added: bool) -> None:
    assert bool(parallel(words)) is added


def test_the_lock_files_take_the_same_versions() -> None:
    tests, runtime = locking.commands("uv", ["--upgrade"])
    assert tests[-2:] == ["-o", "tests/requirements.txt"]
    assert "test" in tests
    assert "test" not in runtime
    assert runtime[runtime.index("-c") + 1] == "tests/requirements.txt"
    assert "--upgrade" in tests
    assert "--upgrade" in runtime


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_lock_files_carry_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    pins = [line for line in text.splitlines() if "==" in line and line[0] not in " #"]
    assert pins
    assert all(line.endswith("\\") for line in pins), "a pin without a hash"


@pytest.mark.parametrize("words", [["up", "--port", "0"], ["up", "--port", "x"], ["dance"], ["reset", "--no"], []])
def test_a_wrong_command_line_is_refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        entry.run(words)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "usage: zila" in said
    assert "_port" not in said


@pytest.mark.parametrize(
    ("mode", "told"), [("production", "docker-compose.yml"), ("prod", "ZILA_MODE must be development, production or test")]
)
def test_up_is_not_for_production(mode: str, told: str, tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setenv("ZILA_MODE", mode)
    assert entry.run(["--state", str(tmp_path / "state"), "up"]) == 1
    said = capsys.readouterr()
    assert told in said.err
    assert (said.err.count("\n"), said.out) == (1, "")
    assert not (tmp_path / "state").exists()


def test_the_state_folder_may_stand_before_or_after_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["--state", str(tmp_path), "reset"], ["reset", "--state", str(tmp_path)]):
        assert entry.run(words) == 0
        assert f"{tmp_path} is not a state folder" in capsys.readouterr().out


def test_a_folder_with_something_else_in_it_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("Dear Sir")
    with pytest.raises(CommandFailed, match="not empty"):
        State(tmp_path).create()
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


def test_secrets_are_made_once_and_closed(state: State) -> None:
    keys = state.keys()
    assert len(keys["secret"]) >= 50
    assert len(set(keys.values())) == 3
    assert State(state.folder).keys() == keys
    assert state.keys_file.stat().st_mode & 0o777 == 0o600


def test_one_run_at_a_time(state: State) -> None:
    with state.hold(), pytest.raises(Busy), State(state.folder).hold():
        pytest.fail("two runs hold the same state")
    with State(state.folder).hold():
        pass


def test_reset_empties_the_folder_and_leaves_what_is_not_ours(state: State, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "data").mkdir(parents=True)
    state.postgres.symlink_to(elsewhere)
    (state.folder / "media" / "saree.webp").write_bytes(b"x")
    (state.folder / "diary.txt").write_text("mine")
    state.keys()
    assert entry.run(["--state", str(state), "reset", "--yes"]) == 0
    assert not elsewhere.exists()
    assert {path.name for path in state.folder.iterdir()} == {"diary.txt", "zila-state", "lock"}


def test_reset_is_refused_while_in_use(state: State, capsys: pytest.CaptureFixture[str]) -> None:
    picture = state.folder / "media" / "saree.webp"
    picture.write_bytes(b"x")
    with state.hold():
        assert entry.run(["--state", str(state), "reset", "--yes"]) == 1
    assert "is in use" in capsys.readouterr().err
    assert picture.exists()


def test_a_note_is_read_back_and_a_torn_one_is_none(state: State) -> None:
    owner = identity_of(os.getpid())
    assert owner is not None
    record = Record(doing="up", owner=owner, address="http://x", environment={"A": "b"}, children={"web": owner})
    record.save(state)
    assert read_record(state) == record
    assert state.run_file.stat().st_mode & 0o777 == 0o600
    state.run_file.write_text(state.run_file.read_text()[:-20])
    assert read_record(state) is None


def test_leftovers_are_ended_only_when_they_are_provably_ours(state: State) -> None:
    ours, other = subprocess.Popen(SLEEPER, start_new_session=True), subprocess.Popen(SLEEPER, start_new_session=True)
    try:
        owner, left, stranger = identity_of(os.getpid()), identity_of(ours.pid), identity_of(other.pid)
        assert owner and left and stranger
        reused = replace(stranger, started=stranger.started - 1)
        Record(doing="up", owner=owner, children={"web": left, "worker": reused}).save(state)
        assert end_leftovers(state) == ["web"]
        assert ours.wait(timeout=10) == -signal.SIGTERM
        assert other.poll() is None
        assert is_alive(stranger)
        assert not state.run_file.exists()
    finally:
        for process in (ours, other):
            process.kill()
            process.wait()


def test_children_of_a_dead_leftover_are_ended_too(state: State) -> None:
    """Such as a pool process of the worker, when the worker itself was killed."""
    owner = identity_of(os.getpid())
    assert owner is not None
    record = Record(doing="up", owner=owner)
    parent = subprocess.Popen(
        ["sh", "-c", "sleep 60 > /dev/null & echo $!; read line"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "ZILA_RUN": record.token},
    )
    assert parent.stdout
    assert parent.stdin
    number = int(parent.stdout.readline())
    while not (grandchild := identity_of(number)) or not grandchild.command.startswith("sleep"):
        time.sleep(0.01)
    leader = identity_of(parent.pid)
    assert leader
    parent.kill()
    parent.communicate()
    assert is_alive(grandchild)
    record.children["worker"] = leader
    record.save(state)
    end_leftovers(state)
    assert not is_alive(grandchild)


def test_a_taken_port_is_seen() -> None:
    port = free_port()
    assert is_free(port)
    server = subprocess.Popen(
        [sys.executable, "-c", f"import socket; s = socket.create_server(({LOOPBACK!r}, {port})); print(1, flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert server.stdout
    server.stdout.readline()
    assert not is_free(port)
    server.communicate(b"\n")
    assert is_free(port)


def test_a_program_is_followed_line_by_line() -> None:
    lines: list[str] = []
    run_shown(["sh", "-c", "echo one; printf 'two\\rthree'"], what="it", on_line=lines.append, meanwhile=quiet)
    assert lines == ["one", "two", "three"]


def test_a_program_that_fails_is_told_with_its_last_lines() -> None:
    script = "printf '\\036step two\\n'; echo the reason >&2; exit 3"
    with pytest.raises(CommandFailed, match=r"It failed \(exit code 3\):\n    the reason"):
        run_shown(["sh", "-c", script], what="It", on_line=quiet, meanwhile=quiet)


def test_a_program_is_stopped_when_the_person_stops_us(tmp_path: Path) -> None:
    note = tmp_path / "pid"

    def interrupt() -> None:
        if note.exists() and note.read_text().endswith("\n"):
            raise Interrupted

    with pytest.raises(Interrupted):
        run_shown(["sh", "-c", f"echo $$ > '{note}'; exec sleep 60"], what="it", on_line=quiet, meanwhile=interrupt)
    assert identity_of(int(note.read_text())) is None


def test_reset_leaves_nothing_of_what_lived(state: State) -> None:
    packages = ("marketplace", "catalog", "orders", "payments", "search", "frontend_templates")
    sources = [path.read_text(encoding="utf-8") for name in packages for path in (ROOT / name).rglob("*.py")]
    folders = {name for text in sources for name in re.findall(r"""STATE_DIR\)? / ["'](\w+)["']""", text)}
    assert {"media", "static", "sheets"} <= folders
    (state.folder / "maintenance").touch()
    for name in folders - {"maintenance"}:
        (state.folder / name / "css").mkdir(parents=True)
        (state.folder / name / "css/zila.css").touch()
    assert entry.run(["--state", str(state), "reset", "--yes"]) == 0
    assert {path.name for path in state.folder.iterdir()} <= {"zila-state", "lock"}


def test_the_logins_say_what_they_are_for(state: State) -> None:
    owner = identity_of(os.getpid())
    assert owner is not None
    out, record = io.StringIO(), Record(doing="up", owner=owner)
    progress = Progress(out)
    run = Run(state, record, Supervisor(state, record, progress.say), progress, Interrupt())
    _welcome(run, "http://127.0.0.1:8000", ["consumer@zila.example  secret  consumer"])
    lines = [line.strip() for line in out.getvalue().splitlines()]
    place = lines.index("consumer@zila.example  secret  consumer")
    assert lines[place - 1] == "Demonstration logins, for tokenCreate at /graphql/:"


def test_progress_is_plain_lines_where_there_is_no_terminal() -> None:
    stream = io.StringIO()
    with Progress(stream).step("Loading") as step:
        step.tick()
        step.line("75 districts")
    with pytest.raises(RuntimeError), Progress(stream).step("Breaking"):
        raise RuntimeError
    begin, line, end, begin_2, end_2 = stream.getvalue().splitlines()
    assert (begin, line, begin_2) == ("Loading ...", "    75 districts", "Breaking ...")
    assert end.startswith("ok Loading")
    assert end_2.startswith("failed: Breaking")
    assert "\x1b" not in stream.getvalue()


def test_catalogues_are_compiled_when_stale(tmp_path: Path) -> None:
    folder = tmp_path / "marketplace/locale/hi/LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "District"\nmsgstr "ज़िला"\n', encoding="utf-8"
    )
    assert list(stale_catalogues(tmp_path)) == [source]
    compile_catalogue(source)
    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("District") == "ज़िला"
    assert list(stale_catalogues(tmp_path)) == []
    later = time.time() + 10
    os.utime(source, (later, later))
    assert list(stale_catalogues(tmp_path)) == [source]


def test_a_broken_catalogue_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "django.po"
    source.write_text('msgid "District"\n<<<<<<< ours\nmsgstr "x"\n')
    with pytest.raises(CommandFailed, match="cannot be read"):
        compile_catalogue(source)
    assert not source.with_suffix(".mo").exists()


def test_a_wrong_python_gets_one_line() -> None:
    code = "import sys; sys.version_info = (3, 10, 0); from marketplace.__main__ import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "3.11, 3.12 or 3.13; this is 3.10" in done.stderr


def test_what_runs_before_the_environment_needs_only_the_standard_library() -> None:
    code = "import marketplace.command.entry, sys, json; print(json.dumps(sorted({n.split('.')[0] for n in sys.modules})))"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    outside = set(json.loads(done.stdout)) - set(sys.stdlib_module_names) - {"__main__", "marketplace"}
    assert not outside
