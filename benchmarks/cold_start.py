"""Cold start of one search, against importing sentence-transformers: ``python -m benchmarks.cold_start [--json FILE]``.

Both are whole processes on the same machine in the same run, taken in turns, so that a noisy neighbour meets both. The
figure is the ratio of the medians; the limit is 0.2.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from api.operations.ingest import ingest
from api.operations.workspace import Workspace

SAMPLE = Path(__file__).resolve().parent.parent / "corpus" / "sample"
LIMIT = 0.2
QUERY = "overcrowded dinghies"


def seconds(command: Sequence[str]) -> float:
    """How long a process takes from start to end."""
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=7)
    parser.add_argument("--json", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        with Workspace(Path(home)) as workspace:
            ingest(workspace, [SAMPLE])
        search = [sys.executable, "-m", "aimtrace", "search", QUERY, "--home", home]
        peer = [sys.executable, "-c", "import sentence_transformers"]
        seconds(search), seconds(peer)  # the first of each reads the disk
        pairs = [(seconds(search), seconds(peer)) for _ in range(arguments.turns)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    found = {"search": ours, "import sentence_transformers": theirs, "ratio": ours / theirs, "turns": len(pairs)}
    print(f"aimtrace search           {ours:6.2f} s (median of {len(pairs)}, {min(p[0] for p in pairs):.2f} best)")
    print(f"import sentence_transformers {theirs:3.2f} s ({min(p[1] for p in pairs):.2f} best)")
    print(f"ratio                     {ours / theirs:6.3f}   (limit {LIMIT})")
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    sys.exit(ours / theirs > LIMIT)


if __name__ == "__main__":
    main()
