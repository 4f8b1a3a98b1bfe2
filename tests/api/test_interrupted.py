"""A batch that is killed, interrupted or watched: real processes on a real terminal."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from api.operations.workspace import Workspace
from benchmarks.kills import kill_runs
from benchmarks.papers import paper
from corpus.errors import AimtraceError
from corpus.markings import FULL
from tests.cli import Cli
from tests.conftest import ROOT


def test_kills_at_any_moment_lose_nothing_and_keep_nothing_twice(tmp_path: Path, models_home: Path) -> None:
    """What an analyst left running overnight goes on in the morning. Thirty moments: benchmarks/many_files.py."""
    done = kill_runs(tmp_path / "runs", models_home, kills=4, papers=4, seed=20410)
    assert done.problems == []
    assert len(done.moments) == 4


def test_ctrl_c_keeps_what_was_done_and_the_same_command_goes_on(empty_home: Path, tmp_path: Path, cli: Cli) -> None:
    papers = many(tmp_path, 60)
    command = [sys.executable, "-m", "aimtrace", "ingest", str(papers), "--home", str(empty_home), "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, start_new_session=True
    ) as run:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and held(empty_home) < 3:
            time.sleep(0.05)
        os.killpg(run.pid, signal.SIGINT)  # as a terminal sends it: to all processes at once
        out, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert out == ""
    assert err.splitlines() == ["Interrupted; what was done is kept. Run the same command to go on."]
    kept = held(empty_home)
    assert 3 <= kept < 60
    again = cli("ingest", papers, "--home", empty_home, "--json").json
    assert again["totals"]["unchanged"] == kept
    assert again["totals"]["ok"] == 60 - kept


def test_a_terminal_shows_how_far_it_is_how_fast_and_how_long_still(empty_home: Path, tmp_path: Path) -> None:
    """Beside the report, which can be sent elsewhere."""
    papers = many(tmp_path, 30)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "aimtrace", "ingest", str(papers), "--home", str(empty_home), "--json"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"},
    ) as run:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        assert run.stdout is not None
        assert run.stdout.read().startswith(b"{")
    os.close(ours)
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())
    assert re.search(r"Reading\s.*\d+/30\s+\d+\.\d/s\s+\d+:\d\d", text), text[-400:]
    assert re.search(r"Encoding\s.*\d+/\d+", text)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # the other end was closed
        return b""


def many(folder: Path, count: int) -> Path:
    papers = folder / "papers"
    papers.mkdir()
    for number in range(count):
        (papers / f"{number:03}.pdf").write_bytes(paper(number))
    return papers


def held(home: Path) -> int:
    """How many documents a data folder holds; none where it is just being made."""
    try:
        with Workspace(home) as workspace, workspace.store.seen_by(FULL) as view:
            return view.documents.count()
    except AimtraceError:
        return 0
