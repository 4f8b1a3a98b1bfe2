"""The same work on a cluster: a Dask scheduler and its workers, behind the interface of an `Executor`.

Files travel as bytes, so the machines need no common disk; each file is read in a process of its own there too
(`extract.isolate`), so a hostile one costs no worker. A worker that is lost costs time and nothing else: its files are read
again elsewhere. A file may be read twice so, but counts once: one call has one result, and the ledger one line.

Dask's connections carry pickles. Name only a scheduler that you would let run anything here, on a network that you trust, or
with TLS (`distributed.comm` in Dask's configuration); what is sent to it leaves this machine.
"""

import logging
import threading
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from corpus.errors import AimtraceError, BadSetting, Crashed, FileOutcome
from extract.isolate import Isolated, Workers
from extract.reading import Job

P = ParamSpec("P")
T = TypeVar("T")

_CONNECTS_S = 10
_LOST_S = 60.0  # without any worker: then nobody will come
_LOOK_S = 2.0
_THREADS = 64  # calls at a time that one worker can have, at most; a process is started only for those that it has


class ClusterLost(AimtraceError):
    """The scheduler, or every worker, has gone."""


@contextmanager
def connect(address: str, *, seconds: float, memory: int) -> "Iterator[ClusterExecutor]":
    """The workers of a scheduler, with the limits of one file.

    Args:
        address: of the scheduler, as `tcp://10.0.0.5:8786`.
        seconds, memory: as for `extract.isolate.Isolated`.

    Raises:
        ClusterLost: no scheduler answers there, or it has no worker.
        BadSetting: the address is none, or the extra is not installed.
    """
    try:
        from distributed import Client
    except ImportError as exc:
        raise BadSetting(
            "a cluster needs the package distributed.", remedy="Run: pip install 'aimtrace[cluster]'"
        ) from exc
    _hush()
    opened: Any = Client  # which has no types
    try:
        client: Any = opened(address, timeout=_CONNECTS_S, set_as_default=False)
    except (OSError, TimeoutError) as exc:
        raise ClusterLost(f"{address}: no scheduler answers there.", remedy="Check the address.") from exc
    except ValueError as exc:
        raise BadSetting(f"{address!r} is no address of a scheduler.", remedy="Write it as tcp://HOST:8786.") from exc
    try:
        with suppress(TimeoutError):
            client.wait_for_workers(1, timeout=_CONNECTS_S)
        if not _threads_of(client):
            raise ClusterLost(f"{address}: the scheduler has no worker.", remedy=f"Start one: dask worker {address}")
        with ClusterExecutor(client, seconds, memory) as executor:
            yield executor
    finally:
        client.close(timeout=5)


def _hush() -> None:
    """A lost connection is told by us, in one line; Dask sets a level of its own for each of its loggers."""
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] in ("distributed", "tornado", "asyncio"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _threads_of(client: Any) -> int:
    return sum(int(worker["nthreads"]) for worker in client.scheduler_info(n_workers=-1)["workers"].values())


class ClusterExecutor(Workers):
    """Calls on the workers of a cluster, each in a process that may die."""

    def __init__(self, client: Any, seconds: float, memory: int) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._limits = seconds, memory
        self._open: set[Future[Any]] = set()
        self._done = threading.Event()
        self.jobs = _threads_of(client)
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            sent = tuple(_whole(argument) for argument in args)
        except OSError as exc:
            future.set_exception(
                Crashed(f"the file can't be read ({exc.strerror}).", remedy="Check it, and run again.")
            )
            return future
        self._open.add(future)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a file is large is no news
            inner = self._executor.submit(_apart, self._limits, function, sent, dict(kwargs))
        inner.add_done_callback(lambda done: self._pass_on(done, future))
        return future

    def _pass_on(self, inner: "Future[T | _Raised]", outer: Future[T]) -> None:
        from distributed import KilledWorker

        self._open.discard(outer)
        with suppress(InvalidStateError):
            try:
                result = inner.result()
                if isinstance(result, _Raised):
                    result.error.seconds = result.seconds
                    outer.set_exception(result.error)
                else:
                    outer.set_result(result)
            except KilledWorker:
                outer.set_exception(
                    Crashed("the workers that should read it died, one after the other.", remedy="Run again.")
                )
            except CancelledError:
                outer.set_exception(_lost())
            except BaseException as exc:
                outer.set_exception(exc)

    def _watch(self) -> None:
        """Give up where nobody is left to do the work."""
        alone = 0.0
        while not self._done.wait(_LOOK_S):
            try:
                there = self._client.status == "running" and _threads_of(self._client) > 0
            except Exception:
                there = False
            alone = 0.0 if there else alone + _LOOK_S
            if alone >= _LOST_S:
                for future in tuple(self._open):
                    with suppress(InvalidStateError):
                        future.set_exception(_lost())

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self._done.set()
        with suppress(Exception):  # of a cluster that has gone
            self._executor.shutdown(wait=wait and not cancel_futures)

    def __exit__(self, kind: object, *_: object) -> None:
        self.shutdown(wait=kind is None)


def _lost() -> ClusterLost:
    return ClusterLost("the cluster has gone.", remedy="What was done is kept; run the same command to go on.")


def _whole(argument: Any) -> Any:
    """A job with its bytes: a worker may not see our disk."""
    if isinstance(argument, Job) and isinstance(argument.source, Path):
        return replace(argument, source=argument.source.read_bytes())
    return argument


# --- on a worker -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Raised:
    """An outcome of a file travels as a value: Dask would log what is raised, with its arguments."""

    error: FileOutcome
    seconds: float


def _apart(
    limits: tuple[float, int], function: Callable[..., T], args: tuple[Any, ...], kwargs: dict[str, Any]
) -> "T | _Raised":
    """Call in a process of this worker that may die."""
    try:
        return _isolated(limits).submit(function, *args, **kwargs).result()
    except FileOutcome as exc:
        return _Raised(exc, exc.seconds)


def _isolated(limits: tuple[float, int]) -> Isolated:
    """The processes of this worker; all of its threads share them."""
    with _LOCK:
        if limits not in _ISOLATED:
            found = Isolated(_THREADS, seconds=limits[0], memory=limits[1])
            # A worker that is closed waits for its children: they end before.
            Finalize(None, found.shutdown, (False,), exitpriority=1)
            _ISOLATED[limits] = found
        return _ISOLATED[limits]


_LOCK = threading.Lock()
_ISOLATED: dict[tuple[float, int], Isolated] = {}
