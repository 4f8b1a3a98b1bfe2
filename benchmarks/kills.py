"""A batch that is killed at random moments, over and over: what was kept stays, what was not is read by the next run.

Each round adds papers to a folder, starts ``aimtrace ingest`` on it as a process of its own and sends it SIGKILL at a moment
between its start and the end that a whole run would have. At last one run is left alone, and what the data folder holds
then is compared with one that was filled without any kill.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from api.operations.doctor import examine
from api.operations.workspace import Workspace
from benchmarks.papers import paper
from corpus.markings import FULL

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Kills:
    """What became of the killed runs. `problems` are sentences, empty where nothing was lost and nothing was there twice.

    `moments` are seconds after the start of each run, `kept` how many documents were held after its kill, `whole_s` the
    time of a run that nobody kills.
    """

    papers: int = 0
    whole_s: float = 0.0
    moments: list[float] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def kill_runs(folder: Path, models: Path, *, kills: int, papers: int, seed: int) -> Kills:
    """Kill a batch again and again.

    Args:
        folder: an empty folder to work in.
        models: a folder of models that data folders share.
        kills: how many runs are killed.
        papers: how many are added before each.
        seed: of the moments.
    """
    chance = random.Random(seed)
    inbox, home, other = (folder / name for name in ("papers", "killed", "left-alone"))
    for made in (inbox, home, other):
        made.mkdir(parents=True)
    for made in (home, other):
        (made / "models").symlink_to(models, target_is_directory=True)
    done = Kills()
    _add(inbox, done, papers)
    began = time.perf_counter()
    _report(inbox, other)
    done.whole_s = time.perf_counter() - began
    held: set[str] = set()
    for _ in range(kills):
        moment = chance.uniform(0.0, done.whole_s)
        session = _kill(inbox, home, moment)
        done.moments.append(round(moment, 3))
        found, wrong = _look(home)
        done.problems += wrong
        if held - found:
            done.problems.append(f"{len(held - found)} documents that were kept are gone.")
        if _outlived(session):
            done.problems.append("Processes outlive the run that started them.")
        held = found
        done.kept.append(len(held))
        _add(inbox, done, papers)
    done.problems += _compare(_report(inbox, home), home, _report(inbox, other), other)
    return done


def _add(inbox: Path, done: Kills, count: int) -> None:
    """Put further papers into the folder; every eighth of them a copy, every tenth no PDF."""
    for _ in range(count):
        number, done.papers = done.papers, done.papers + 1
        data = b"no PDF" if number % 10 == 9 else paper(number - 1 if number % 8 == 7 else number)
        (inbox / f"{number:05}.pdf").write_bytes(data)


def _command(inbox: Path, home: Path) -> list[str]:
    return [sys.executable, "-m", "aimtrace", "ingest", str(inbox), "--home", str(home), "--jobs", "2", "--json"]


def _report(inbox: Path, home: Path) -> dict[str, Any]:
    """The report of a run that nobody kills."""
    done = subprocess.run(_command(inbox, home), capture_output=True, text=True, cwd=ROOT)
    if not done.stdout:
        raise RuntimeError(done.stderr)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _kill(inbox: Path, home: Path, moment: float) -> int:
    """Start a run and kill it; gives its session, which all of its processes are in."""
    with subprocess.Popen(
        _command(inbox, home), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT, start_new_session=True
    ) as run:
        time.sleep(moment)
        run.send_signal(signal.SIGKILL)
        return run.pid


def _look(home: Path) -> tuple[set[str], list[str]]:
    """The documents of a data folder, and what is wrong with it."""
    with Workspace(home) as workspace:
        wrong = [f"After a kill: {problem}" for problem in workspace.store.problems()]
        with workspace.store.seen_by(FULL) as view:
            return {document.id for document in view.documents.all()}, wrong


def _compare(killed: dict[str, Any], home: Path, alone: dict[str, Any], other: Path) -> list[str]:
    """What differs between the reports and the data folders of both."""
    wrong = []
    for name, seen in (("outcomes", _outcomes), ("documents", _documents)):
        if seen(killed) != seen(alone):
            wrong.append(f"The {name} of the files are not those of a run that nobody killed.")
    if _held(home) != _held(other):
        wrong.append("The store does not hold what one that nobody killed holds.")
    with Workspace(home) as workspace:
        wrong += [finding.what for finding in examine(workspace)]
    return wrong


def _outcomes(report: dict[str, Any]) -> dict[str, str]:
    kept = ("ok", "unchanged")  # a document that was kept before a kill is unchanged after it
    return {file["path"]: "ok" if file["outcome"] in kept else file["outcome"] for file in report["files"]}


def _documents(report: dict[str, Any]) -> dict[str, str]:
    return {file["path"]: file["document"] for file in report["files"]}


def _held(home: Path) -> dict[str, Any]:
    """Everything that a reader of the store meets, each as often as it is there."""
    with Workspace(home) as workspace, workspace.store.seen_by(FULL) as view:
        documents = view.documents.all()
        passages = [(passage.document, passage.text) for passage, *_ in view.passages.all()]
        return {
            "documents": sorted(document.id for document in documents),
            "records": sorted(record.id for document in documents for record in view.records.of(document.id)),
            "passages": sorted(passages),
            "ledger": sorted((entry.path, entry.document or "", entry.outcome) for entry in view.ledger.all()),
            "files": sorted(workspace.blobs.held()),
        }


def _of_session(session: int) -> Sequence[int]:
    """The processes of a session that still run."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, _, own = (entry / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[:4]
            except OSError:
                continue
            if int(own) == session and state != "Z" and int(entry.name) != os.getpid():
                found.append(int(entry.name))
    return found


def _outlived(session: int, seconds: float = 10.0) -> bool:
    """Whether processes of a session still run after some seconds."""
    deadline = time.monotonic() + seconds
    while _of_session(session):
        if time.monotonic() > deadline:
            return True
        time.sleep(0.05)
    return False
