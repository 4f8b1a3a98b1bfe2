"""Processes that die, hang or swell cost their own call: real ones, ended by real signals."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest

from corpus.errors import Crashed, NotAPdf, TimedOut, TooLarge
from extract.allowance import more_time
from extract.batch import Planned, read_in_order
from extract.isolate import Isolated
from extract.reading import Job, read
from tests.conftest import ROOT
from tests.pdfs import PdfPage, pdf_bytes

MEMORY = 400 * 1024 * 1024


# --- what is called; it has to be importable by the processes ---------------------------------------------------------


def refuse() -> None:
    raise NotAPdf("no PDF.", remedy="Give one.")


def die() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def die_once(marker: Path) -> str:
    """Dies at the first call; says so at the second."""
    if marker.exists():
        return "read"
    marker.touch()
    os.kill(os.getpid(), signal.SIGSEGV)
    return "never"


def hang(seconds: float, allowed: float = 0.0) -> str:
    more_time(allowed)
    time.sleep(seconds)
    return "done"


def hang_in_one_call(marker: Path) -> None:
    """Keeps every thread of the process waiting: a search that backtracks for ever holds the interpreter's lock."""
    import re

    marker.write_text(str(os.getpid()), encoding="utf-8")
    re.match(r"(a|a)*b", "a" * 60)


def swell(size: int) -> int:
    held = []
    while len(held) << 20 < size:
        held.append(b"x" * (1 << 20))
    return len(held)


def hang_with_a_child(marker: Path) -> None:
    child = subprocess.Popen(["sleep", "60"])
    marker.write_text(str(child.pid), encoding="utf-8")
    time.sleep(60)


def say(text: str) -> None:
    os.write(1, text.encode())
    os.write(2, text.encode())


# --- what a caller sees ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def workers() -> Iterator[Isolated]:
    with Isolated(2, seconds=1.0, memory=MEMORY) as found:
        yield found


def test_a_call_gives_what_the_function_gives_or_raises(workers: Isolated) -> None:
    assert workers.submit(sum, [1, 2, 3]).result() == 6
    with pytest.raises(NotAPdf, match="no PDF"):
        workers.submit(refuse).result()


def test_it_runs_elsewhere(workers: Isolated) -> None:
    assert workers.submit(os.getpid).result() != os.getpid()


def test_a_process_that_dies_costs_its_own_call(workers: Isolated) -> None:
    calls = [workers.submit(die), workers.submit(sum, [1]), workers.submit(die), workers.submit(sum, [2])]
    assert [str(call.exception())[:40] if call.exception() else call.result() for call in calls] == [
        "the process that read it died (signal 11"[:40],
        1,
        "the process that read it died (signal 11"[:40],
        2,
    ]
    assert isinstance(calls[0].exception(), Crashed)


def test_a_death_that_others_may_have_caused_is_tried_again_in_a_new_process(tmp_path: Path) -> None:
    """What a library leaks over many files is no fault of the last one."""
    with Isolated(1) as workers:
        workers.submit(sum, [1]).result()
        assert workers.submit(die_once, tmp_path / "marker").result() == "read"


def test_a_call_that_takes_too_long_is_ended(workers: Isolated) -> None:
    began = time.monotonic()
    error = workers.submit(hang, 60).exception()
    assert isinstance(error, TimedOut)
    assert "max_seconds" in error.remedy
    assert 1.0 <= error.seconds <= time.monotonic() - began < 10


def test_what_keeps_every_thread_waiting_is_ended_too(workers: Isolated, tmp_path: Path) -> None:
    assert isinstance(workers.submit(hang_in_one_call, tmp_path / "pid").exception(), TimedOut)
    assert is_gone(int((tmp_path / "pid").read_text(encoding="utf-8")))


def test_a_long_paper_may_ask_for_more_time(workers: Isolated) -> None:
    assert workers.submit(hang, 1.5, allowed=30.0).result() == "done"


def test_a_call_that_needs_too_much_memory_is_ended_and_named(workers: Isolated) -> None:
    error = workers.submit(swell, 4 << 30).exception()
    assert isinstance(error, TooLarge)
    assert "max_memory_mb" in error.remedy
    assert MEMORY < workers.peak_bytes < 1.2 * MEMORY


def test_a_swollen_process_is_replaced() -> None:
    """The memory that one file took is not held against the next."""
    with Isolated(1, memory=MEMORY) as workers:
        first = workers.submit(os.getpid).result()
        assert workers.submit(swell, MEMORY * 3 // 4).result()
        time.sleep(0.05)
        assert workers.submit(os.getpid).result() != first


def test_what_it_started_ends_with_it(workers: Isolated, tmp_path: Path) -> None:
    with pytest.raises(TimedOut):
        workers.submit(hang_with_a_child, tmp_path / "pid").result()
    assert is_gone(int((tmp_path / "pid").read_text(encoding="utf-8")))


def test_it_writes_to_no_terminal(workers: Isolated, capfd: pytest.CaptureFixture[str]) -> None:
    """A library that complains may quote a paper that has to be refused."""
    workers.submit(say, "words of a paper").result()
    assert capfd.readouterr() == ("", "")


def test_an_error_ends_what_runs_at_once() -> None:
    """Ctrl-C is one."""
    began = time.monotonic()
    calls = []

    def interrupted() -> None:
        with Isolated(2) as workers:
            calls.extend(workers.submit(hang, 60) for _ in range(3))
            workers.submit(time.sleep, 0)
            time.sleep(0.5)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert time.monotonic() - began < 10
    assert all(call.cancelled() or isinstance(call.exception(), CancelledError) for call in calls)


def test_processes_end_with_the_one_that_started_them() -> None:
    """Also where that one is killed and can tell nobody."""
    code = (
        "import os, time\nfrom extract.isolate import Isolated\n"
        "if __name__ == '__main__':\n"
        "    workers = Isolated(2)\n"
        "    print(*[call.result() for call in [workers.submit(os.getpid) for _ in range(2)]], flush=True)\n"
        "    workers.submit(time.sleep, 60), workers.submit(time.sleep, 60)\n"
        "    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT) as parent:
        assert parent.stdout is not None
        children = [int(number) for number in parent.stdout.readline().split()]
        parent.kill()
    assert children
    assert all(is_gone(child) for child in children)


def is_gone(process: int) -> bool:
    """Whether a process ends within some seconds."""

    def is_there() -> bool:
        try:
            return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    return until(lambda: not is_there())


def until(holds: Callable[[], bool], seconds: float = 10.0) -> bool:
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


# --- many files ------------------------------------------------------------------------------------------------------


def paper(text: str) -> bytes:
    return pdf_bytes([PdfPage().text(72, 700, text)])


def test_files_are_told_of_in_their_order(tmp_path: Path) -> None:
    """Whichever is read first; what needs no reading has its place too."""
    plan: list[Planned[int]] = []
    for number in range(24):
        lines = [f"Paper {number}, line {line}" for line in range(500 if number % 7 == 0 else 1)]
        data = pdf_bytes([PdfPage().lines(72, 780, lines, pitch=1.5)])
        plan.append(Planned(number) if number % 5 == 4 else Planned(number, Job(data, f"{number}.pdf")))
    with Isolated(2) as workers:
        found = list(read_in_order(plan, workers, ahead=6))
    assert [number for number, _ in found] == list(range(24))
    assert all((reading is None) == (number % 5 == 4) for number, reading in found)


def test_few_files_are_in_memory_at_a_time(workers: Isolated) -> None:
    """The plan is drawn from as there is room, so a folder may hold more than memory does."""
    drawn = 0

    def plan() -> Iterator[Planned[int]]:
        nonlocal drawn
        for number in range(40):
            drawn += 1
            yield Planned(number, Job(paper(f"Paper {number}"), "paper.pdf"))

    for done, _ in enumerate(read_in_order(plan(), workers, ahead=4), start=1):
        assert drawn <= done + 4 + 1


def test_a_file_that_was_changed_meanwhile_is_not_taken_for_what_it_was(workers: Isolated, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper("The later one"))
    reading = workers.submit(read, Job(path, path.name, sha256="0" * 64)).result()
    assert isinstance(reading.error, Crashed)
    assert "changed" in reading.error.problem
