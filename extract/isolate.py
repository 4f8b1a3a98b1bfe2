"""One PDF in a process that may die: it costs its own file, and nothing else.

PDFs are parsed by native code that a hostile file can bring down, and by Python that it can keep busy for ever. So each is
read in a process with a limit of time and one of memory. `Isolated` runs such processes behind the interface of
`concurrent.futures.Executor`: a call gives what the function gives, or raises `TimedOut`, `Crashed` or `TooLarge`.

How: pebble starts, feeds and ends the processes, one pool of one process for each file that is read at a time, so that a
death is always that of the one file in it. They are forked from a server that holds our modules, imported once, and no
thread; where there is no fork they are spawned. A process measures itself 100 times a second and ends itself when it uses too
much memory or when the process that started it has gone. It leaves no core file and writes to no terminal, since what it
holds may be the text of a paper that has to be refused.
"""

import contextlib
import hashlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from multiprocessing import connection, forkserver, sharedctypes
from pathlib import Path
from queue import LifoQueue
from typing import Any, ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from corpus.errors import AimtraceError, Crashed, FileOutcome, TimedOut, TooLarge
from corpus.lexicon import Lexicon, load_lexicon
from corpus.provenance import code_hash, joined
from corpus.records import Extraction
from extract.allowance import Shared, attach, begin
from extract.profile import profiles_hash
from models.language import Language

P = ParamSpec("P")
T = TypeVar("T")

MAX_SECONDS = 60.0
MAX_MEMORY = 960 * 1024 * 1024

_TASKS = 200  # files that one process reads before it is replaced: what a library leaks is given back
_LOOK_S = 0.01  # between two looks at memory, parent and clock
_STARTS_S = 120.0  # a process that has not begun by then never will
_ROOM = 2  # times the limit: address space is given out beyond what is used, but not without end
_MEMORY, _ORPHAN = 1, 2  # why a process ended itself


@dataclass(frozen=True, slots=True)
class Job:
    """One file to read.

    Args:
        source: where it stands, or its bytes for a reader that can't reach it.
        name: what the document is called.
        sha256: what the bytes have to be; a file that was changed meanwhile is not read. None asks for nothing.
        version: the `reader_version` that has to read it. Empty asks for nothing.
        options: of `extract.pipeline.extract`, by name.
    """

    source: Path | bytes = field(repr=False)  # bytes may be those of a paper that is refused
    name: str
    sha256: str | None = None
    version: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a job: an extraction, or the error that says why there is none; and how long it took."""

    extraction: Extraction | None
    error: FileOutcome | None = None
    seconds: float = 0.0


@cache
def reader_version() -> str:
    """What reads a file here: code, profiles, word lists, models."""
    weights = hashlib.sha256()
    for model in sorted((files("models") / "shipped").iterdir(), key=lambda entry: entry.name):
        if model.name.endswith(".json") and model.name != "judge.json":  # which judges links, and reads nothing
            weights.update(model.read_bytes())
    return joined(
        extract=code_hash("extract"),
        profiles=profiles_hash(),
        lexicon=_lexicon().hash,
        language=_language().version,
        models=weights.hexdigest()[:12],
    )


def read(job: Job) -> Reading:
    """Read one file, in whatever process this is. Nothing that is wrong with the file is raised.

    Raises:
        AimtraceError: what is wrong is not the file: a model is missing, or another version of aimtrace runs here.
    """
    from extract.pipeline import extract

    if job.version and job.version != reader_version():
        raise AimtraceError(
            "the process that should read runs another version of aimtrace, or has other word lists.",
            remedy="Install the same version on every machine of the cluster.",
        )
    began = time.perf_counter()
    extraction: Extraction | None = None
    error: FileOutcome | None = None
    try:
        data = job.source if isinstance(job.source, bytes) else job.source.read_bytes()
        if job.sha256 is not None and hashlib.sha256(data).hexdigest() != job.sha256:
            raise Crashed("the file was changed while it was read.", remedy="Run again.")
        extraction = extract(data, job.name, language=_language(), lexicon=_lexicon(), **job.options)
    except FileOutcome as exc:
        error = exc.with_traceback(None)
    except AimtraceError:
        raise
    except MemoryError:
        error = _too_large()
    except OSError as exc:
        error = Crashed(f"the file can't be read ({exc.strerror}).", remedy="Check it, and run again.")
    except Exception as exc:  # whatever it is, it is this file's
        error = Crashed(
            f"reading it broke off ({type(exc).__name__}).", remedy="Please report it with the file's hash."
        )
    return Reading(extraction, error, time.perf_counter() - began)


@cache
def _language() -> Language:
    return Language()


@cache
def _lexicon() -> Lexicon:
    return load_lexicon()


def _too_large() -> TooLarge:
    return TooLarge("reading it needs more memory than is allowed.", remedy="Raise max_memory_mb, or leave it out.")


# --- the processes, seen from outside --------------------------------------------------------------------------------


class Workers(Executor):
    """An executor that says how many calls it runs at a time."""

    jobs: int


class Isolated(Workers):
    """Calls in processes that may die, at most `jobs` at a time.

    Functions and arguments are pickled, so they have to be importable. Use as a context: on an error, Ctrl-C included,
    whatever is running is ended at once.

    Args:
        jobs: how many at a time.
        seconds: how long one call may take, beside what it asks for with `extract.allowance.more_time`.
        memory: how many bytes its process may use.
    """

    def __init__(self, jobs: int = 1, *, seconds: float = MAX_SECONDS, memory: int = MAX_MEMORY) -> None:
        self.jobs = jobs
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="reader")
        self._stopping = threading.Event()
        self._slots = [_Slot(seconds, memory, self._stopping) for _ in range(jobs)]
        self._free: LifoQueue[_Slot] = LifoQueue()  # the one that was used last is warm
        for slot in self._slots:
            self._free.put(slot)

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        return self._threads.submit(self._run, function, args, kwargs)

    def _run(self, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        slot = self._free.get()
        try:
            return slot.call(function, args, kwargs)
        finally:
            self._free.put(slot)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End when all calls are done, and with them the processes; without `wait`, end at once."""
        if not wait:
            self._stopping.set()
        self._threads.shutdown(wait=True, cancel_futures=cancel_futures or not wait)
        for slot in self._slots:
            slot.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        self.shutdown(wait=kind is None)


class _Slot:
    """One process after the other, one call at a time."""

    def __init__(self, seconds: float, memory: int, stopping: threading.Event) -> None:
        self._seconds = seconds
        self._memory = memory
        self._stopping = stopping
        self._pool: ProcessPool | None = None
        self._shared = sharedctypes.RawValue(Shared)
        self._calls = 0  # of the process at hand

    def call(self, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        """Call in the process. One that dies after other calls may have died of them: then it is tried again in a new one."""
        for attempt in (1, 2):
            fresh = self._calls % _TASKS == 0
            try:
                return self._once(function, args, kwargs)
            except (Crashed, TooLarge, _NotBegun) as exc:
                self.end()
                if attempt == 2 or (fresh and not isinstance(exc, _NotBegun)):
                    raise
            except BaseException:
                self.end()
                raise
        raise AssertionError

    def _once(self, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        if self._pool is None:
            self._pool = ProcessPool(
                1, max_tasks=_TASKS, initializer=_prepare, initargs=(self._shared, self._memory), context=_context()
            )
        self._calls += 1
        shared = self._shared
        shared.began, shared.allowed_s, shared.peak_bytes, shared.ended_for = False, 0.0, 0.0, 0
        asked = time.monotonic()
        began: float | None = None
        future: Future[T] = self._pool.schedule(_call, (function, args, kwargs))
        while not wait([future], timeout=_LOOK_S).done:
            now = time.monotonic()
            if self._stopping.is_set():
                raise CancelledError
            if began is None:
                began = now if shared.began else None
                if now - asked > _STARTS_S:
                    raise _NotBegun
            elif now - began > self._seconds + shared.allowed_s:
                limit = self._seconds + shared.allowed_s
                raise TimedOut(
                    f"reading it took longer than {limit:.0f} s.", remedy="Raise max_seconds, or leave it out."
                )
        try:
            return future.result()
        except (ProcessExpired, BrokenProcessPool) as exc:
            shared.worker = 0
            if not shared.began:
                raise _NotBegun from exc
            error = self._why(exc)
            error.seconds = time.monotonic() - (began or asked)
            raise error from exc

    def _why(self, exc: ProcessExpired | BrokenProcessPool) -> FileOutcome:
        if self._shared.ended_for == _MEMORY:
            return _too_large()
        how = f"signal {-exc.exitcode}" if isinstance(exc, ProcessExpired) and exc.exitcode < 0 else "no answer"
        return Crashed(f"the process that read it died ({how}).", remedy="Please report it with the file's hash.")

    def end(self) -> None:
        """End the process, with what it may have started itself."""
        pool, self._pool = self._pool, None
        if pool is None:
            return
        self._calls = 0
        worker, self._shared.worker = int(self._shared.worker), 0
        pool.stop()  # type: ignore[no-untyped-call]
        if worker:
            _kill(worker)
        pool.join()


class _NotBegun(AimtraceError):
    """A process died, or did not start, before it took up the call."""

    def __init__(self) -> None:
        super().__init__(
            "a process to read in can't be started.",
            remedy='Free memory; and where aimtrace is called from a script, stand it below `if __name__ == "__main__":`.',
        )


def _kill(worker: int) -> None:
    with contextlib.suppress(OSError, AttributeError):
        os.killpg(worker, signal.SIGKILL)
        return
    with contextlib.suppress(OSError):
        os.kill(worker, signal.SIGTERM)


@cache
def _context() -> Any:
    """Fork from a server of our own, never from this process: its threads (ONNX Runtime, FAISS, PDFium's lock) do not
    survive a fork, but the locks that they hold do."""
    _may_have_children()
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["extract.warm"])
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl-C is for us; the server inherits this
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context


def _may_have_children() -> None:
    """Dask's workers are daemons, which may have no children lest they outlive them. Ours can't: they end with their parent."""
    if multiprocessing.current_process().daemon:
        multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]


# --- the processes, seen from inside ---------------------------------------------------------------------------------


def _prepare(shared: Shared, memory: int) -> None:
    """What each process does first."""
    attach(shared)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # pebble's handler would wait for native code to come back
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    with contextlib.suppress(OSError, AttributeError):
        os.setpgid(0, 0)  # so that what it starts can be ended with it
    _limit(memory)
    shared.worker = os.getpid()
    threading.Thread(target=_watch, args=(shared, memory), daemon=True).start()


def _limit(memory: int) -> None:
    """No core file, and an end to the address space, where the platform has that; on Linux, death with the parent."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_DATA, (_ROOM * memory, _ROOM * memory))
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(OSError, AttributeError):
            libc = ctypes.CDLL(None)
            libc.prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG: the fork server ends with our parent, and we with it
            libc.prctl(4, 0)  # PR_SET_DUMPABLE: a core handler that is a program does not ask for the limit


def _watch(shared: Shared, memory: int) -> None:
    """Look at memory and parent for as long as the process lives."""
    parent = multiprocessing.parent_process()
    watched = [] if parent is None else [parent.sentinel]
    while not connection.wait(watched, _LOOK_S):
        used = _memory_used()
        if used > shared.peak_bytes:
            shared.peak_bytes = used
        if used > memory:
            _end(shared, _MEMORY)
    _end(shared, _ORPHAN)


def _end(shared: Shared, why: int) -> None:
    shared.ended_for = why
    if hasattr(os, "killpg") and os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _memory_used() -> int:
    """Bytes of memory in use; where that can't be told, the most that ever were."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - a hot loop
            return int(file.read().split()[1]) * _PAGE
    except OSError:
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024


_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def _call(function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
    """The task: pebble's own wrapper tells its caller what was raised."""
    begin()
    return function(*args, **kwargs)
