"""The same work on a Dask cluster: a real scheduler and real workers on loopback, of which one is killed midway."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from api.operations.doctor import examine
from api.operations.workspace import Workspace
from benchmarks.papers import paper
from corpus.errors import AimtraceError
from corpus.markings import FULL
from tests.cli import Cli
from tests.conftest import ROOT
from tests.hostile.heavy import bomb
from tests.hostile.torn import truncated

pytest.importorskip("distributed", reason="the extra cluster is not installed")

PAPERS = 60


@dataclass
class Cluster:
    """A scheduler with its address, and its workers."""

    address: str
    scheduler: subprocess.Popen[str]
    workers: list[subprocess.Popen[str]]


def started(stack: ExitStack, folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """A command of Dask's as a process, ended with the stack; it runs in a folder that holds none of our files."""
    folder.mkdir(exist_ok=True)
    process = stack.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},  # as if installed there
        )
    )
    stack.callback(process.kill)
    return process


def told(process: subprocess.Popen[str], pattern: str) -> str:
    """What a process says about itself, from its log."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError(f"nothing like {pattern} in the log")


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with ExitStack() as stack:
        scheduler = started(stack, tmp_path / "s", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        address = told(scheduler, r"Scheduler at:\s+(tcp://\S+)")
        options = "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard"
        workers = [started(stack, tmp_path / f"w{n}", "worker", address, *options) for n in range(2)]
        for worker in workers:
            told(worker, r"Registered to:\s+(tcp://\S+)")
        yield Cluster(address, scheduler, workers)


def test_a_worker_that_is_killed_midway_costs_no_document(cluster: Cluster, empty_home: Path, tmp_path: Path) -> None:
    """Its files are read by the other; files that no process survives cost none of the workers."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(PAPERS):
        (folder / f"{number:03}.pdf").write_bytes(paper(number))
    (folder / "005-bomb.pdf").write_bytes(bomb())
    (folder / "010-torn.pdf").write_bytes(truncated())
    command = [sys.executable, "-m", "aimtrace", "ingest", folder, "--home", empty_home, "--cluster", cluster.address]
    with subprocess.Popen(
        [*map(str, command), "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as run:
        deadline = time.monotonic() + 100
        while held(empty_home) < 12 and time.monotonic() < deadline:
            time.sleep(0.05)
        cluster.workers[0].send_signal(signal.SIGKILL)
        seen = held(empty_home)
        out, err = run.communicate(timeout=200)
    assert run.returncode == 3, err
    assert 12 <= seen < PAPERS
    files = {Path(file["path"]).name: (file["outcome"], file["class"]) for file in json.loads(out)["files"]}
    assert files.pop("005-bomb.pdf") == ("refused", "too_large")
    assert files.pop("010-torn.pdf") == ("refused", "corrupt")
    assert len(files) == PAPERS
    assert set(files.values()) == {("ok", None)}
    with Workspace(empty_home) as workspace:
        assert examine(workspace) == []
        with workspace.store.seen_by(FULL) as view:
            assert sorted(document.source for document in view.documents.all()) == sorted(files)
    assert cluster.workers[1].poll() is None
    assert "Traceback" not in err


def test_a_scheduler_that_goes_is_one_line_and_the_next_run_goes_on(
    cluster: Cluster, empty_home: Path, tmp_path: Path, cli: Cli
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(PAPERS):
        (folder / f"{number:03}.pdf").write_bytes(paper(number))
    command = [sys.executable, "-m", "aimtrace", "ingest", folder, "--home", empty_home, "--cluster", cluster.address]
    with subprocess.Popen(
        [str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as run:
        deadline = time.monotonic() + 100
        while held(empty_home) < 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        cluster.scheduler.kill()
        _, err = run.communicate(timeout=100)
    assert run.returncode == 1
    assert err == "Error: the cluster has gone. What was done is kept; run the same command to go on.\n"
    kept = held(empty_home)
    assert kept >= 3
    totals = cli("ingest", folder, "--home", empty_home, "--json").json["totals"]
    assert (totals["unchanged"], totals["ok"]) == (kept, PAPERS - kept)


def test_a_cluster_gives_what_this_machine_gives(
    cluster: Cluster, empty_home: Path, tmp_path: Path, models_home: Path
) -> None:
    from api.operations.ingest import ingest

    (tmp_path / "paper.pdf").write_bytes(paper(1))
    other = tmp_path / "other"
    other.mkdir()
    (other / "models").symlink_to(models_home, target_is_directory=True)
    found = []
    for home, address in ((empty_home, cluster.address), (other, None)):
        with Workspace(home) as workspace:
            (entry,) = ingest(workspace, [tmp_path / "paper.pdf"], cluster=address).entries
            with workspace.store.seen_by(FULL) as view:
                found.append((entry.document, [passage for passage, *_ in view.passages.all()]))
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("address", "told"),
    [("tcp://127.0.0.1:9", "no scheduler answers"), ("somewhere else", "no address of a scheduler")],
)
def test_a_cluster_that_is_not_there_is_one_line(
    cli: Cli, empty_home: Path, tmp_path: Path, address: str, told: str
) -> None:
    (tmp_path / "paper.pdf").write_bytes(paper(1))
    run = cli("ingest", tmp_path / "paper.pdf", "--home", empty_home, "--cluster", address)
    assert run.code in (1, 2)
    assert told in run.err
    assert len(run.err.strip().splitlines()) == 1


def held(home: Path) -> int:
    """How many documents a data folder holds; none where it is just being made."""
    try:
        with Workspace(home) as workspace, workspace.store.seen_by(FULL) as view:
            return view.documents.count()
    except AimtraceError:
        return 0
