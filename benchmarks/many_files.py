"""Many files: ``python -m benchmarks.many_files [--json FILE] [--only cores,ingest,kills] [--papers N]``.

- ``cores``: pages a second that two processes read against one, over the sample and the layouts three times over, in turns;
  without OCR, since one scan takes as long as all other files together. Limit: 1.7 times.
- ``ingest``: what `ingest` and its processes hold while it reads so many papers; flat means that the last tenth of the time
  holds no more than a tenth above the second tenth. And the same folder again, against the first time, each as a whole
  process. Limit: 200 times.
- ``kills``: a batch killed at thirty random moments. Limit: nothing lost, nothing twice.

Papers are made by varying a small set (`benchmarks.papers`).
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.kills import kill_runs
from benchmarks.papers import paper
from extract.batch import Planned, open_workers, read_in_order
from extract.reading import Job
from models.registry import load_encoder

ROOT = Path(__file__).resolve().parent.parent
CORPUS = (ROOT / "corpus" / "sample", ROOT / "tests" / "golden" / "layouts")
CORES, UNCHANGED, FLAT, KILLS = 1.7, 200.0, 1.1, 30
SEED = 20310

_LOOK_S = 0.25


def two_cores(turns: int) -> dict[str, Any]:
    """Pages a second by one process and by two."""
    files = [path for folder in CORPUS for path in sorted(folder.glob("*.pdf"))] * 3
    rates: dict[int, list[float]] = {1: [], 2: []}
    for turn in range(turns):
        for jobs in (1, 2) if turn % 2 == 0 else (2, 1):  # so that a busy neighbor meets both
            rates[jobs].append(_pages_a_second(files, jobs))
    one, two = (statistics.median(rates[jobs]) for jobs in (1, 2))
    return {"one": one, "two": two, "ratio": two / one, "limit": CORES, "turns": turns, "files": len(files)}


def _pages_a_second(files: Sequence[Path], jobs: int) -> float:
    plan = (Planned(path, Job(path, path.name, options={"ocr": "off"})) for path in files)
    with open_workers(jobs) as workers:
        warm = [Planned(n, Job(files[0], "warm.pdf")) for n in range(4 * jobs)]  # each process has begun by then
        for _ in read_in_order(warm, workers):
            pass
        began = time.perf_counter()
        pages = sum(r.extraction.document.pages for _, r in read_in_order(plan, workers) if r and r.extraction)
        return pages / (time.perf_counter() - began)


def ingests(folder: Path, models: Path, papers: int) -> dict[str, Any]:
    """The first run over a folder and some more of the same: time of each, and what the first one held."""
    inbox, home = folder / "papers", folder / "home"
    inbox.mkdir(parents=True)
    home.mkdir()
    (home / "models").symlink_to(models, target_is_directory=True)
    for number in range(papers):
        (inbox / f"{number:05}.pdf").write_bytes(paper(number))
    held = Held()
    first = _ingest(inbox, home, held)
    again = [_ingest(inbox, home) for _ in range(3)]
    if again[-1]["totals"]["unchanged"] != papers:
        raise RuntimeError("a file that is unchanged was read again")
    one, more = first["wall_s"], statistics.median(run["wall_s"] for run in again)
    reading = held.while_reading()
    return {
        "papers": papers,
        "first_s": one,
        "again_s": more,
        "ratio": one / more,
        "limit": UNCHANGED,
        "begin_mib": reading[0],
        "end_mib": reading[1],
        "growth": reading[1] / reading[0],
        "growth_limit": FLAT,
        "peak_mib": max((sum(look) for look in held.looks), default=0.0),
    }


class Held(threading.Thread):
    """Looks at the memory of a process and of its readers for as long as it runs: proportional sets, in MiB."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.process = 0
        self.looks: list[tuple[float, float]] = []  # of the process itself, of those that it started

    def run(self) -> None:
        while Path(f"/proc/{self.process}").exists():
            family = _family(self.process)
            sizes = [_mib(number) for number in family]
            if sizes and sizes[0]:
                self.looks.append((sizes[0], sum(sizes[1:])))
            time.sleep(_LOOK_S)

    def while_reading(self) -> tuple[float, float]:
        """What all of them held in the second tenth of the time that they read, and in its last."""
        looks = [sum(look) for look in self.looks if look[1] > 0]
        tenth = max(1, len(looks) // 10)
        return statistics.median(looks[tenth : 2 * tenth]), statistics.median(looks[-tenth:])


def _family(process: int) -> list[int]:
    """A process and all that it started, itself first."""
    parents: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[1])
            except OSError:
                continue
            parents.setdefault(parent, []).append(int(entry.name))
    found = [process]
    for number in found:
        found.extend(parents.get(number, ()))
    return found


def _mib(process: int) -> float:
    """A process's proportional set: what it shares with others counts in parts."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")) / 1024


def _ingest(inbox: Path, home: Path, held: Held | None = None) -> dict[str, Any]:
    """One run as a process of its own; its report, with the wall time beside it."""
    command = [sys.executable, "-m", "aimtrace", "ingest", str(inbox), "--home", str(home), "--jobs", "2", "--json"]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as run:
        if held is not None:
            held.process = run.pid
            held.start()
        out, _ = run.communicate()
    report: dict[str, Any] = json.loads(out)
    return report | {"wall_s": time.perf_counter() - began}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="cores,ingest,kills", help="which of: cores, ingest, kills")
    parser.add_argument("--papers", type=int, default=2_000)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    asked = set(arguments.only.split(","))
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as scratch:
        models = Path(scratch, "models")
        models.mkdir()
        load_encoder(models)  # exported once, and by no run that is measured
        if "cores" in asked:
            found["cores"] = cores = two_cores(arguments.turns)
            print(f"one core        {cores['one']:8.1f} pages/s ({cores['files']} files, median of {cores['turns']})")
            print(f"two cores       {cores['two']:8.1f} pages/s")
            print(f"ratio           {cores['ratio']:8.2f}   (limit {CORES})")
        if "ingest" in asked:
            found["ingest"] = run = ingests(Path(scratch, "ingest"), models, arguments.papers)
            print(f"first time      {run['first_s']:8.1f} s ({run['papers']} papers, two jobs)")
            print(f"unchanged       {run['again_s']:8.2f} s (median of 3)")
            print(f"ratio           {run['ratio']:8.0f}   (limit {UNCHANGED:.0f})")
            print(
                f"memory          {run['begin_mib']:8.0f} MiB in the second tenth of reading, {run['end_mib']:.0f} in the last"
            )
            print(f"ratio           {run['growth']:8.2f}   (limit {FLAT})   most {run['peak_mib']:.0f} MiB")
        if "kills" in asked:
            done = kill_runs(Path(scratch, "kills"), models, kills=KILLS, papers=6, seed=SEED)
            found["kills"] = asdict(done)
            print(f"kills           {len(done.moments):8} between 0 and {done.whole_s:.1f} s; {done.papers} papers")
            print(f"problems        {len(done.problems):8}   {' '.join(done.problems)}")
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
