"""Pages a second of full extraction, against pdfplumber's words and tables: ``python -m benchmarks.extraction [PDF …]``.

Both readers take the same files on the same core, in turns: each turn of each reader is a process of its own with one
thread, so that its peak of memory is its own. What is told is the ratio of a turn, as the median and the span over turns. Beside
it stand the words alone: PDFium as we use it, against `extract_words`.

The files are the sample corpus and, where it stands beside the checkout, the gold. Scans are left out and named: pdfplumber
reads nothing off them, and we spend seconds on each page.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "corpus" / "sample", ROOT.parent / "shared" / "gold")
LIMIT = 3.0
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True, slots=True)
class Turn:
    """One reader over all files once: pages, seconds by the clock and of the processor, peak of memory in MiB."""

    pages: int
    seconds: float
    cpu_seconds: float
    peak_mib: float


# --- readers ---------------------------------------------------------------------------------------------------------


def full_by_aimtrace() -> Callable[[bytes], int]:
    from extract.pipeline import extract
    from models.language import Language

    language = Language()
    list(language.parse(["To load the parser."]))
    return lambda data: extract(data, "benchmark.pdf", language=language).document.pages


def full_by_pdfplumber() -> Callable[[bytes], int]:
    import pdfplumber

    def read(data: bytes) -> int:
        with pdfplumber.open(BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.extract_words()
                page.extract_tables()
                page.close()
            return len(pdf.pages)

    return read


def words_by_aimtrace() -> Callable[[bytes], int]:
    from extract.pdf import open_pdf

    def read(data: bytes) -> int:
        with open_pdf(data) as pdf:
            return sum(1 for _ in pdf.pages())

    return read


def words_by_pdfplumber() -> Callable[[bytes], int]:
    import pdfplumber

    def read(data: bytes) -> int:
        with pdfplumber.open(BytesIO(data)) as pdf:
            for page in pdf.pages:
                page.extract_words()
                page.close()
            return len(pdf.pages)

    return read


READERS: dict[str, Callable[[], Callable[[bytes], int]]] = {
    "full_aimtrace": full_by_aimtrace,
    "full_pdfplumber": full_by_pdfplumber,
    "words_aimtrace": words_by_aimtrace,
    "words_pdfplumber": words_by_pdfplumber,
}
TITLES = {
    "full_aimtrace": "records: aimtrace",
    "full_pdfplumber": "words and tables: pdfplumber",
    "words_aimtrace": "words: aimtrace",
    "words_pdfplumber": "words: pdfplumber",
}


def take_turn(reader: str, files: Iterable[Path]) -> Turn:
    """Read all files in this process, on one core. Each is read once before, so that nothing is loaded or compiled meanwhile."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    read = READERS[reader]()
    contents = [path.read_bytes() for path in files]
    for data in contents:
        read(data)
    began, cpu_began = time.perf_counter(), time.process_time()
    pages = sum(read(data) for data in contents)
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu_began
    return Turn(pages, seconds, cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def turn_apart(reader: str, files: Sequence[Path]) -> Turn:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.extraction", "--reader", reader, *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | ONE_THREAD, cwd=ROOT)
    return Turn(**json.loads(done.stdout))


# --- figures ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure over turns."""

    median: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.median:8.2f}   ({self.least:.2f} to {self.most:.2f})"


def spread(values: Iterable[float]) -> Spread:
    values = list(values)
    return Spread(statistics.median(values), min(values), max(values))


def figures(turns: dict[str, list[Turn]]) -> dict[str, Spread]:
    """Pages a second and peaks of each reader, and the ratios, turn by turn; by the processor's time too, which other
    processes of a busy machine disturb less."""
    found = {f"{name}_pages_s": spread(t.pages / t.seconds for t in taken) for name, taken in turns.items()}
    for part in ("full", "words"):
        pairs = list(zip(turns[f"{part}_aimtrace"], turns[f"{part}_pdfplumber"], strict=True))
        found[f"{part}_ratio"] = spread(theirs.seconds / ours.seconds for ours, theirs in pairs)
        found[f"{part}_cpu_ratio"] = spread(theirs.cpu_seconds / ours.cpu_seconds for ours, theirs in pairs)
    return found | {f"{name}_peak_mib": spread(t.peak_mib for t in taken) for name, taken in turns.items()}


def without_scans(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The files whose pages all have text, and the others."""
    from extract.pdf import open_pdf

    readable: list[Path] = []
    scans: list[Path] = []
    for path in paths:
        with open_pdf(path) as pdf:
            is_scan = any(page.images and not page.words for page in pdf.pages())
        (scans if is_scan else readable).append(path)
    return readable, scans


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write the figures here")
    parser.add_argument("--reader", choices=READERS, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.reader:
        print(json.dumps(asdict(take_turn(arguments.reader, arguments.files))))
        return
    given = arguments.files or [path for folder in FOLDERS for path in sorted(folder.glob("*.pdf"))]
    files, scans = without_scans([path.resolve() for path in given])
    turns: dict[str, list[Turn]] = {name: [] for name in READERS}
    for number in range(arguments.turns):
        for name in READERS if number % 2 == 0 else reversed(READERS):
            turns[name].append(turn_apart(name, files))
    found = figures(turns)
    pages = turns["full_aimtrace"][0].pages
    print(f"{len(files)} files, {pages} pages, {arguments.turns} turns on one core; median (least to most)")
    print("scans left out: " + (", ".join(path.name for path in scans) or "none"))
    for name, title in TITLES.items():
        print(f"{title + ', pages/s':<42}{found[f'{name}_pages_s']}")
    for part, title in (("full", "records against words and tables"), ("words", "words against words")):
        print(f"{title + ': ratio':<42}{found[f'{part}_ratio']}")
        print(f"{'… by the processor' + chr(39) + 's time':<42}{found[f'{part}_cpu_ratio']}")
    for name, title in TITLES.items():
        print(f"{title + ', peak MiB':<42}{found[f'{name}_peak_mib']}")
    if arguments.json:
        told: dict[str, object] = {
            "files": len(files),
            "pages": pages,
            "turns": arguments.turns,
            "scans_left_out": [p.name for p in scans],
        }
        told |= {name: asdict(value) for name, value in found.items()}
        arguments.json.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    sys.exit(found["full_ratio"].median < LIMIT)


if __name__ == "__main__":
    main()
