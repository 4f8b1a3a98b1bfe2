"""Many files: read side by side, told of in the order in which they were given, with few of them in memory at a time.

Where they are read is an `Executor`: processes on this machine (`extract.isolate`) or a cluster (`extract.cluster`). Both may
lose a worker and neither may lose a file.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.errors import FileOutcome
from extract.allowance import MAX_MEMORY, MAX_SECONDS
from extract.isolate import Isolated, Workers
from extract.reading import Job, Reading, read

K = TypeVar("K")

AHEAD = 8  # files for each one that is read at a time: work for those behind a slow one
_HELD = 256 * 1024 * 1024  # bytes of files that wait, beside the first


@dataclass(frozen=True, slots=True)
class Planned(Generic[K]):
    """A file's place in the order. `key` is what the caller knows it by; without a job there is nothing to read.

    `held` are the bytes that the caller keeps in memory until it is done.
    """

    key: K
    job: Job | None = None
    held: int = 0


def open_workers(
    jobs: int, seconds: float = MAX_SECONDS, memory: int = MAX_MEMORY, cluster: str | None = None
) -> AbstractContextManager[Workers]:
    """Processes on this machine, or on the workers of the Dask scheduler at an address; nothing starts before it is needed.

    Args:
        jobs: how many files are read at a time; a cluster has as many as it has.
        seconds, memory: limits of one file, as for `extract.isolate.Isolated`.
        cluster: the scheduler's address.
    """
    if cluster is None:
        return Isolated(jobs, seconds=seconds, memory=memory)
    from extract.cluster import connect

    return connect(cluster, seconds=seconds, memory=memory)


def read_in_order(
    planned: Iterable[Planned[K]], executor: Executor, *, ahead: int = AHEAD
) -> Iterator[tuple[K, Reading | None]]:
    """Read what is planned, at most `ahead` files at a time, and yield in the order of the plan.

    The plan is drawn from as places become free, so it may be long, and may itself cost work. What has no job is yielded
    with None when its turn comes.

    Raises:
        AimtraceError: what is wrong is no file.
    """
    source = iter(planned)
    waiting: deque[tuple[Planned[K], Future[Reading] | None]] = deque()
    running, held, more = 0, 0, True
    try:
        while more or waiting:
            first = waiting[0] if waiting else None
            ready = first is not None and (first[1] is None or first[1].done())
            room = running < ahead and (held < _HELD or not waiting)
            if more and room and not ready:
                following = next(source, None)
                if following is None:
                    more = False
                    continue
                future = None
                if following.job is not None:
                    future = executor.submit(read, following.job)
                    running, held = running + 1, held + following.held
                waiting.append((following, future))
                continue
            plan, future = waiting.popleft()
            reading = None
            if future is not None:
                reading = _of(future)
                running, held = running - 1, held - plan.held
            yield plan.key, reading
    finally:
        for _, future in waiting:
            if future is not None:
                future.cancel()


def _of(future: Future[Reading]) -> Reading:
    """What came back, also where it is the death of what should have read it."""
    try:
        return future.result()
    except FileOutcome as exc:
        return Reading(None, exc, exc.seconds)
