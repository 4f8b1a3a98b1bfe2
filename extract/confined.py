"""The inside of a process that may die: what it gives up, and the watch that it keeps on itself.

It leaves no core file and writes to no terminal, since what it holds may be the text of a paper that has to be refused. A
hundred times a second it looks at its memory and at the process that started it, and ends when the one is too much or the
other has gone. Its time is looked at from outside (`extract.isolate`): native code can keep every thread in here waiting.
"""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from multiprocessing import connection

from extract.allowance import Shared, attach

LOOK_S = 0.01  # between two looks
MEMORY, ORPHAN = 1, 2  # why a process ended itself, as `Shared.ended_for`

_ROOM = 2  # times the limit: address space is given out beyond what is used, but not without end


def confine(shared: Shared, memory: int) -> None:
    """What each process does first.

    Args:
        shared: where it tells the one that started it how it fares.
        memory: bytes that it may use.
    """
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
    while not connection.wait(watched, LOOK_S):
        used = _memory_used()
        if used > shared.peak_bytes:
            shared.peak_bytes = used
        if used > memory:
            _end(shared, MEMORY)
    _end(shared, ORPHAN)


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
