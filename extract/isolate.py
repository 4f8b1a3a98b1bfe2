"""One PDF in a process that may die: it costs its own file, and nothing else.

PDFs are parsed by native code that a hostile file can bring down, and by Python that it can keep busy for ever. So each is
read in a process with a limit of time and one of memory. `Isolated` runs such processes behind the interface of
`concurrent.futures.Executor`: a call gives what the function gives, or raises `TimedOut`, `Crashed` or `TooLarge`.

How: pebble starts, feeds and ends the processes, one pool of one process for each file that is read at a time, so that a
death is always that of the one file in it. They are forked from a server that holds our modules, imported once, and no
thread; where there is no fork they are spawned. What a process does to confine itself stands in `extract.confined`.
"""

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Executor, Future, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import forkserver, resource_tracker, sharedctypes
from queue import LifoQueue
from typing import Any, ParamSpec, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from corpus.errors import AimtraceError, Crashed, FileOutcome, TimedOut, TooLarge
from extract.allowance import MAX_MEMORY, MAX_SECONDS, Shared, begin
from extract.confined import LOOK_S, MEMORY, confine
from extract.reading import needs_memory

P = ParamSpec("P")
T = TypeVar("T")

_CALLS = 200  # that one process takes before it is replaced: what a library leaks is given back
_SWOLLEN = 0.6  # of the memory it may use: one that ever held as much is replaced at once
_STARTS_S = 120.0  # a process that has not begun by then never will


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

    @property
    def peak_bytes(self) -> int:
        """The most memory that any of the processes was seen to use so far."""
        return max(slot.peak_bytes for slot in self._slots)

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
        self.peak_bytes = 0
        self._seconds = seconds
        self._memory = memory
        self._stopping = stopping
        self._pool: ProcessPool | None = None
        self._shared = sharedctypes.RawValue(Shared)
        self._calls = 0  # of the process at hand

    def call(self, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        """Call in the process. One that dies after other calls may have died of them: the call is made again in a new one."""
        is_new = self._pool is None
        try:
            return self._once(function, args, kwargs)
        except (Crashed, TooLarge):
            if is_new:
                raise
        except _NotBegun:
            pass
        return self._once(function, args, kwargs)

    def _once(self, function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
        shared = self._shared
        shared.began, shared.allowed_s, shared.peak_bytes, shared.ended_for = False, 0.0, 0.0, 0
        try:
            future: Future[T] = self._opened().schedule(_call, (function, args, kwargs))
            result = self._result(future)
        except BaseException:
            self._look()
            self.end()
            raise
        self._look()
        if self._calls >= _CALLS or shared.peak_bytes > _SWOLLEN * self._memory:
            self.end()
        return result

    def _opened(self) -> ProcessPool:
        if self._pool is None:
            given = self._shared, self._memory
            self._pool = ProcessPool(1, initializer=confine, initargs=given, context=_context())
        self._calls += 1
        return self._pool

    def _result(self, future: Future[T]) -> T:
        """What the call gives, unless it dies or takes too long."""
        asked = time.monotonic()
        began: float | None = None
        while not wait([future], timeout=LOOK_S).done:
            now = time.monotonic()
            if self._stopping.is_set():
                raise CancelledError
            if began is None:
                began = now if self._shared.began else None
                if now - asked > _STARTS_S:
                    raise _NotBegun
                continue
            limit = self._seconds + self._shared.allowed_s
            if now - began > limit:
                error: FileOutcome = TimedOut(
                    f"reading it took longer than {limit:.0f} s.", remedy="Raise max_seconds, or leave it out."
                )
                error.seconds = now - began
                raise error
        try:
            return future.result()
        except (ProcessExpired, BrokenProcessPool) as exc:
            if not self._shared.began:
                raise _NotBegun from exc
            error = self._why(exc)
            error.seconds = time.monotonic() - (began or asked)
            raise error from exc

    def _why(self, exc: ProcessExpired | BrokenProcessPool) -> FileOutcome:
        """Why a process died; one that held almost all that it may died of wanting more."""
        if self._shared.ended_for == MEMORY or self._shared.peak_bytes > 0.95 * self._memory:
            return needs_memory()
        how = f"signal {-exc.exitcode}" if isinstance(exc, ProcessExpired) and exc.exitcode < 0 else "no answer"
        return Crashed(f"the process that read it died ({how}).", remedy="Please report it with the file's hash.")

    def _look(self) -> None:
        self.peak_bytes = max(self.peak_bytes, int(self._shared.peak_bytes))

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
    resource_tracker.ensure_running()  # which lets SIGINT through when it has started: so before
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # Ctrl-C is for us; the server inherits this
    try:
        forkserver.ensure_running()
    except OSError:  # a socket's path has room for about a hundred letters: TMPDIR may be longer
        return multiprocessing.get_context("spawn")
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return context


def _may_have_children() -> None:
    """Dask's workers are daemons, which may have no children lest they outlive them. Ours can't: they end with their parent."""
    if multiprocessing.current_process().daemon:
        multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]


def _call(function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]) -> T:
    """The task: pebble's own wrapper tells its caller what was raised."""
    begin()
    return function(*args, **kwargs)
